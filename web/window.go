package main

import (
	"encoding/json"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// hookBudget is how many ms hooks have when the program's page is left: who
// closes a tab waits for it.
const hookBudget = 2000

// windowOptions say how a program lives in its window.
type windowOptions struct {
	Ask        bool `json:"ask"` // the browser is to ask before its page is left
	Budget     int  `json:"budget"`
	MaxRecords int  `json:"maxRecords"`
}

// heard is what comes from a program in its window.
type heard struct {
	records func(batch []trace.Record, hidden bool) // hidden: the tab was, since the last
	clicked func()                                  // somebody clicked or typed in its page
	forgot  func()                                  // what happens cannot be remembered
	done    func(ended)
}

// A windowRun is what a run in the window has beside its records.
type windowRun struct {
	asks    bool   // it was started with ask
	clicked bool   // in its page
	forgets bool   // the next visit will know nothing
	hidden  []span // the records that came while the tab was hidden

	punctual punctuality
}

// A span is records, from one up to before another.

type span struct{ from, to int }

// runInWindow starts the run at hand in the window.
func (s *session) runInWindow(text string, records func([]trace.Record), done func(ended)) process {
	number := s.run.number
	note := func(what func(*windowRun)) func() {
		return func() {
			if s.run.number == number {
				s.touch()
				what(&s.run.window)
			}
		}
	}
	options := s.window
	options.Budget, options.MaxRecords = hookBudget, s.limit
	s.run.window.asks = options.Ask
	return s.engine.runInWindow(text, options, heard{
		records: func(batch []trace.Record, hidden bool) {
			if s.run.number == number && hidden {
				s.run.window.hide(s.total(), s.total()+len(batch))
			}
			records(batch)
		},
		clicked: note(func(w *windowRun) { w.clicked = true }),
		forgot:  note(func(w *windowRun) { w.forgets = true }),
		done:    done,
	})
}

// hide notes that the records from one to before another came in hiding.
func (w *windowRun) hide(from, to int) {
	if last := len(w.hidden) - 1; last >= 0 && w.hidden[last].to == from {
		w.hidden[last].to = to
		return
	}
	w.hidden = append(w.hidden, span{from, to})
}

// hid reports whether record n came in hiding.
func (w *windowRun) hid(n int) bool {
	for _, s := range w.hidden {
		if s.from <= n && n < s.to {
			return true
		}
	}
	return false
}

// setAsk chooses whether the browser is to ask, from the next run on.
func (s *session) setAsk(ask bool) {
	s.touch()
	s.window.Ask = ask
}

func (b bridge) runInWindow(text string, options windowOptions, heard heard) process {
	var funcs []app.Func
	on := func(do func(args []app.Value) func()) app.Func {
		f := app.FuncOf(func(_ app.Value, args []app.Value) any {
			then := do(args) // what is in args is gone when the caller is returned to
			b.ctx.Dispatch(func(app.Context) { then() })
			return nil
		})
		funcs = append(funcs, f)
		return f
	}
	always := func(do func()) func([]app.Value) func() {
		return func([]app.Value) func() { return do }
	}
	records := on(func(args []app.Value) func() {
		batch, hidden := decodeBatch(args[0]), args[1].Bool()
		return func() { heard.records(batch, hidden) }
	})
	done := on(func(args []app.Value) func() {
		e := decodeEnded(args[0].String())
		return func() {
			heard.done(e)
			for _, f := range funcs {
				f.Release()
			}
		}
	})
	encoded, err := json.Marshal(options)
	if err != nil {
		panic(err) // it holds numbers
	}
	return jsProcess{b.js.Call("runInWindow", text, string(encoded), records, done,
		on(always(heard.clicked)), on(always(heard.forgot)))}
}
