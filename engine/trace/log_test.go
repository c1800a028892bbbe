package trace_test

import (
	"math/rand/v2"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// log writes records by hand, in few words.
type log struct {
	t       float64
	records []trace.Record
	entries []trace.Record // enter records by sequence
}

func (l *log) add(r trace.Record) *log {
	r.T = l.t
	l.records = append(l.records, r)
	return l
}

func (l *log) at(t float64) *log { l.t = t; return l }

func (l *log) register(hook string) *log {
	return l.add(trace.Record{Kind: trace.Register, ID: hook})
}

func (l *log) unregister(hook string, removed int) *log {
	return l.add(trace.Record{Kind: trace.Unregister, ID: hook, Removed: removed})
}

func (l *log) enter(event string, time, priority float64) *log {
	r := trace.Record{Kind: trace.Enter, ID: event, Time: time, Priority: priority, Seq: len(l.entries)}
	l.entries = append(l.entries, r)
	return l.add(r)
}

// of adds a record of kind about an entry.
func (l *log) of(kind trace.Kind, seq int) *log {
	r := trace.Record{Kind: kind, ID: l.entries[seq].ID, Seq: seq}
	if kind == trace.Start {
		r.Time, r.Priority = l.entries[seq].Time, l.entries[seq].Priority
	}
	return l.add(r)
}

func (l *log) cancel(seq int) *log { return l.of(trace.Cancel, seq) }
func (l *log) start(seq int) *log  { return l.of(trace.Start, seq) }
func (l *log) finish(seq int) *log { return l.of(trace.Finish, seq) }

func (l *log) print(text string) *log { return l.add(trace.Record{Kind: trace.Print, Text: text}) }

func (l *log) signal(s scenario.Signal, handled bool) *log {
	return l.add(trace.Record{Kind: trace.Signal, Signal: s, Handled: handled})
}

func (l *log) exit(cause trace.Cause, run bool, queued int) *log {
	return l.add(trace.Record{Kind: trace.Exit, Cause: cause, HookRun: run, Queued: queued})
}

func (l *log) hook(kind trace.Kind, hook string) *log {
	return l.add(trace.Record{Kind: kind, ID: hook})
}

func (l *log) skip(hook string, why trace.Cause) *log {
	return l.add(trace.Record{Kind: trace.Skip, ID: hook, Cause: why})
}

func (l *log) end(status int) *log { return l.add(trace.Record{Kind: trace.End, Status: status}) }

// overrun is the log of an action that takes longer than the next can wait.
func overrun() *log {
	l := new(log)
	l.register("close_db").register("unlock").register("flush")
	l.enter("ping", 1, 1).enter("backup", 2, 1).enter("report", 4, 1).enter("retry", 7, 2)
	l.at(1).start(0).at(1.5).finish(0)
	l.at(2).start(1).print("backup started").cancel(3).at(6).finish(1)
	l.start(2).print("report sent").enter("report", 11, 1).at(7.5).finish(2)
	l.at(8.2).signal("SIGTERM", true).exit(trace.CauseExit, true, 1)
	l.hook(trace.HookStart, "flush").print("3 rows written").hook(trace.HookDone, "flush")
	l.hook(trace.HookStart, "unlock").add(trace.Record{Kind: trace.Error, Text: "OSError: gone", In: "unlock"})
	l.hook(trace.HookFailed, "unlock").hook(trace.HookStart, "close_db").at(8.7).hook(trace.HookDone, "close_db")
	return l.end(0)
}

// random is a log that a program could have made, of about n records. Under
// honoured, unregistering a pending hook keeps it from running (3.13).
func random(rng *rand.Rand, n int, honoured bool) []trace.Record {
	g := &generator{rng: rng, honoured: honoured}
	for len(g.records) < n {
		g.step(rng.IntN(12))
		if len(g.queue) > 0 && rng.IntN(3) == 0 {
			g.act()
		}
	}
	g.finishRun()
	return g.records
}

// A generator makes a log as it goes. Its lists are oldest first.
type generator struct {
	log
	rng      *rand.Rand
	honoured bool
	queue    []int    // sequence numbers
	hooks    []string // registered
	pending  []string // while hooks run: still to run; "" was taken back
}

var names = []string{"a", "b", "c", "d"}

func (g *generator) step(choice int) {
	name := names[g.rng.IntN(len(names))]
	switch choice {
	case 0, 1:
		g.register(name)
		g.hooks = append(g.hooks, name)
	case 2:
		g.drop(name)
	case 3:
		if k := len(g.queue); k > 0 {
			k = g.rng.IntN(k)
			g.cancel(g.queue[k])
			g.queue = append(g.queue[:k], g.queue[k+1:]...)
		}
	case 4:
		g.print(name)
	case 5:
		g.at(g.t + float64(g.rng.IntN(3)))
	default:
		g.queue = append(g.queue, len(g.entries))
		g.enter(name, g.t+float64(g.rng.IntN(20)), float64(g.rng.IntN(3)))
	}
}

func (g *generator) drop(name string) {
	removed := 0
	kept := g.hooks[:0]
	for _, hook := range g.hooks {
		if hook == name {
			removed++
		} else {
			kept = append(kept, hook)
		}
	}
	g.hooks = kept
	for i, hook := range g.pending {
		if hook == name && g.honoured {
			g.pending[i] = ""
		}
	}
	g.unregister(name, removed)
}

// act runs the oldest entry.
func (g *generator) act() {
	seq := g.queue[0]
	g.queue = g.queue[1:]
	g.at(max(g.t, g.entries[seq].Time)).start(seq)
	for range g.rng.IntN(4) {
		g.step(g.rng.IntN(12))
	}
	g.finish(seq)
}

// finishRun ends the program, perhaps in an action, and perhaps in a hook.
func (g *generator) finishRun() {
	if len(g.queue) > 0 && g.rng.IntN(2) == 0 {
		seq := g.queue[0]
		g.queue = g.queue[1:]
		g.start(seq)
	}
	cause, die := trace.CauseReturn, -1
	if g.rng.IntN(2) == 0 {
		die = g.rng.IntN(len(g.hooks) + 1)
	}
	g.pending, g.hooks = g.hooks, nil
	if die == 0 {
		cause = trace.CauseHardExit
	}
	g.exit(cause, die != 0, len(g.queue))
	for ran := 1; die != 0 && len(g.pending) > 0; ran++ {
		hook := g.pending[len(g.pending)-1]
		g.pending = g.pending[:len(g.pending)-1]
		if hook == "" {
			continue
		}
		g.hook(trace.HookStart, hook)
		for range g.rng.IntN(4) {
			g.step(g.rng.IntN(12))
		}
		if ran == die {
			cause = trace.CauseAbort
			g.exit(cause, false, len(g.queue))
			break
		}
		g.hook([]trace.Kind{trace.HookDone, trace.HookFailed}[g.rng.IntN(2)], hook)
	}
	g.skipped(cause)
}

// skipped writes what never ran: what was registered too late, then the rest.
func (g *generator) skipped(cause trace.Cause) {
	rest := append(g.pending, g.hooks...)
	for i := len(rest) - 1; i >= 0; i-- {
		if rest[i] != "" {
			g.skip(rest[i], cause)
		}
	}
	g.end(0)
}
