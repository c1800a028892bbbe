package main

import (
	"encoding/json"
	"time"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A visit is what became of a program whose tab was left while it ran.
// visits.js says how it is kept.
type visit struct {
	id       string
	left     time.Time // when the tab was left; zero if it went without an event
	began    time.Time
	scenario *scenario.Scenario // nil if it was too large to keep
	index    *trace.Index       // of the records that tell of hooks
	cut      bool               // not all of those are there
}

// decodeVisits reads what is kept. What makes no sense is left out: anything
// may stand in a browser's storage.
func decodeVisits(text []byte) (list []visit) {
	var kept []struct {
		ID, Scenario string
		Began, Left  float64
		Records      json.RawMessage
		Cut          bool
	}
	if json.Unmarshal(text, &kept) != nil {
		return nil
	}
	for _, k := range kept {
		records, err := trace.DecodeRecords(k.Records)
		if err != nil {
			continue
		}
		if !k.Cut {
			records = trace.Discard(records) // nobody could write down its end
		}
		v := visit{id: k.ID, began: time.UnixMilli(int64(k.Began)), index: trace.NewIndex(records), cut: k.Cut}
		if k.Left > 0 {
			v.left = time.UnixMilli(int64(k.Left))
		}
		if s, err := scenario.Decode([]byte(k.Scenario)); err == nil {
			v.scenario = s
		}
		list = append(list, v)
	}
	return list
}

// A visitHook is a hook of a program whose tab was left.
type visitHook struct {
	name        string
	mark, state string // as in the hook stack
	note        string
}

// hooks returns the hooks, in the order in which they ran or would have run.
func (v *visit) hooks(s *session) (list []visitHook) {
	records := v.index.Records()
	for _, g := range v.index.At(len(records)).Hooks() {
		phase := phases[g.Phase]
		h := visitHook{named(v.label(g.Hook), g.With), phase.mark, phase.state, s.phaseName(g.Phase)}
		switch {
		case g.Phase == trace.PhaseFailed:
			h.note += ": " + v.errorBefore(g.Settled)
		case g.Phase == trace.PhaseSkipped && g.Late:
			h.note += ": " + s.words.VisitLate
		case g.Phase == trace.PhaseSkipped:
			h.note += ": " + s.words.VisitWhy(string(records[g.Settled].Cause), v.timedOut())
		}
		list = append(list, h)
	}
	return list
}

// timedOut reports whether the hooks were cut off while they ran.
func (v *visit) timedOut() bool { return len(v.index.Exits()) > 1 }

// errorBefore is what a hook raised that failed in record n.
func (v *visit) errorBefore(n int) string {
	for n--; n >= 0; n-- {
		if r := v.index.Records()[n]; r.Kind == trace.Error {
			return r.Text
		}
	}
	return ""
}

func (v *visit) label(hook string) string {
	if v.scenario != nil {
		if h := findHook(v.scenario, hook); h != nil && h.Label != "" {
			return h.Label
		}
	}
	return hook
}

// title is what people call the program; "" if it has no name.
func (v *visit) title(s *session) string {
	if v.scenario == nil {
		return ""
	}
	c := *v.scenario
	c.Clock.Real = false // as the gallery has it
	if example := exampleOf(&c); example != "" {
		return s.words.GalleryTitle[example]
	}
	return c.Title
}

// setVisits shows what became of programs whose tabs were left.
func (s *session) setVisits(visits []visit) {
	s.touch()
	s.visits = visits
}

// dismissVisits forgets them.
func (s *session) dismissVisits() {
	for _, v := range s.visits {
		s.engine.forget(v.id)
	}
	s.setVisits(nil)
}

// visits calls found with what is kept, once.
func (b bridge) visits(found func([]visit)) {
	var onFound app.Func
	onFound = app.FuncOf(func(_ app.Value, args []app.Value) any {
		list := decodeVisits([]byte(args[0].String()))
		b.ctx.Dispatch(func(app.Context) {
			found(list)
			onFound.Release()
		})
		return nil
	})
	b.js.Call("visits", onFound)
}

func (b bridge) forget(visit string) { b.js.Call("forget", visit) }
