package trace

import (
	"slices"

	"lastcall/engine/scenario"
)

// An Origin is the part of a program that did something.
type Origin struct {
	Kind OriginKind
	ID   string // the event, hook or signal
}

// An OriginKind says which part of a program that is.
type OriginKind uint8

// The kinds.
const (
	FromMain    OriginKind = iota // the main program, before or after run()
	FromAction                    // an event's action
	FromHook                      // an exit hook
	FromHandler                   // a signal handler
	FromOutside                   // another thread or process
)

// Origin returns which part of the program s made an enter or cancel record. A
// log does not say that of itself: what comes from outside or from a handler
// stands among the records of the action that it interrupts. So the steps of s
// are asked who could have done it, and of several the one that interrupted.
func (ix *Index) Origin(s *scenario.Scenario, n int) Origin {
	r := &ix.records[n]
	state := ix.At(n)
	could := func(steps []scenario.Step) bool { return does(steps, r) }
	if n < prologue(s) && r.Kind == Enter && state.Running < 0 && !state.Exited {
		return Origin{Kind: FromMain}
	}
	for _, o := range s.Outside {
		if o.At == r.T && could(o.Do) {
			return Origin{Kind: FromOutside}
		}
	}
	if signal, ok := ix.handling(n); ok && could(s.Handlers[signal]) {
		return Origin{FromHandler, string(signal)}
	}
	if state.Hook > 0 {
		return Origin{FromHook, ix.hooks.all[state.Hook-1].hook}
	}
	if state.Running >= 0 {
		h, _ := ix.Entry(state.Running)
		if i := slices.IndexFunc(s.Events, func(e scenario.Event) bool { return e.ID == h.Event }); i >= 0 && could(s.Events[i].Do) {
			return Origin{FromAction, h.Event}
		}
	}
	for _, o := range s.Outside { // in real time it arrives when it arrives
		if o.At <= r.T && could(o.Do) {
			return Origin{Kind: FromOutside}
		}
	}
	return Origin{Kind: FromMain}
}

// handling returns the signal that was handled last before record n, in the
// same action or wait.
func (ix *Index) handling(n int) (signal scenario.Signal, ok bool) {
	for n--; n >= 0; n-- {
		switch r := &ix.records[n]; r.Kind {
		case Signal:
			return r.Signal, r.Handled
		case Start, Finish, HookStart:
			return "", false
		}
	}
	return "", false
}

// does reports whether steps hold one that makes a record.
func does(steps []scenario.Step, r *Record) bool {
	return slices.ContainsFunc(steps, func(step scenario.Step) bool {
		switch step := step.(type) {
		case scenario.Enter:
			return r.Kind == Enter && step.Event == r.ID
		case scenario.Cancel:
			return r.Kind == Cancel && step.Event == r.ID
		}
		return false
	})
}
