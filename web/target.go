package main

import (
	"slices"

	"lastcall/engine/scenario"
)

// A target is a part of the scenario that can be chosen and edited. The zero
// target is nothing.
type target struct {
	kind  kind
	id    string // of an event or hook; of a handler its signal
	index int    // of an outside entry
}

// A kind of target. Events come first, so that target{id: x} is an event.
type kind uint8

const (
	eventKind kind = iota
	hookKind
	outsideKind
	handlerKind
	endKind     // the steps at the end of the main program
	programKind // the title, the clock and the Python that is followed
)

// idTarget is the event or hook that has an id.
func idTarget(hook bool, id string) target {
	if hook {
		return target{kind: hookKind, id: id}
	}
	return target{id: id}
}

// named reports whether t is an event or a hook: what has an id and a label.
func (t target) named() bool { return t.kind == eventKind || t.kind == hookKind }

// in reports whether s has what t is.
func (t target) in(s *scenario.Scenario) bool {
	switch t.kind {
	case eventKind:
		return findEvent(s, t.id) != nil
	case hookKind:
		return findHook(s, t.id) != nil
	case outsideKind:
		return t.index < len(s.Outside)
	case handlerKind:
		_, handled := s.Handlers[scenario.Signal(t.id)]
		return handled
	}
	return true
}

// place is where t stands in its list, and how many are in it.
func (t target) place(s *scenario.Scenario) (i, n int) {
	switch t.kind {
	case eventKind:
		return slices.IndexFunc(s.Events, func(e scenario.Event) bool { return e.ID == t.id }), len(s.Events)
	case hookKind:
		return slices.IndexFunc(s.Hooks, func(h scenario.Hook) bool { return h.ID == t.id }), len(s.Hooks)
	case outsideKind:
		return t.index, len(s.Outside)
	}
	return 0, 1
}

// steps are what t does.
func (t target) steps(s *scenario.Scenario) []scenario.Step {
	if !t.in(s) {
		return nil
	}
	switch t.kind {
	case eventKind:
		return findEvent(s, t.id).Do
	case hookKind:
		return findHook(s, t.id).Do
	case outsideKind:
		return s.Outside[t.index].Do
	case handlerKind:
		return s.Handlers[scenario.Signal(t.id)]
	case endKind:
		return s.End
	}
	return nil
}

// targetsOf lists everything in a scenario that can be picked together with
// others, in the order in which the inspector lists it.
func targetsOf(s *scenario.Scenario) (list []target) {
	for _, e := range s.Events {
		list = append(list, target{id: e.ID})
	}
	for _, h := range s.Hooks {
		list = append(list, target{kind: hookKind, id: h.ID})
	}
	for _, signal := range scenario.Handleable {
		if t := (target{kind: handlerKind, id: string(signal)}); t.in(s) {
			list = append(list, t)
		}
	}
	for i := range s.Outside {
		list = append(list, target{kind: outsideKind, index: i})
	}
	return list
}

// labelOf is what people call a target.
func (s *session) labelOf(t target) string {
	w, c := s.words, s.scenario
	switch {
	case t.kind == endKind:
		return w.AtTheEnd
	case t.kind == programKind:
		return w.Program
	case t.kind == handlerKind:
		return t.id
	case !t.in(c):
		return t.id
	case t.kind == outsideKind:
		return sendingName(w, c.Outside[t.index].Send)
	case t.kind == hookKind && findHook(c, t.id).Label != "":
		return findHook(c, t.id).Label
	case t.kind == eventKind && findEvent(c, t.id).Label != "":
		return findEvent(c, t.id).Label
	}
	return t.id
}

// follow keeps to what is selected when the scenario becomes another one: to
// the same or, if that has got another id, to what stands in its place.
func (s *session) follow(before, after *scenario.Scenario) {
	from := s.selected
	if from.in(after) {
		return
	}
	s.selected = target{}
	if before == nil || !from.named() || !from.in(before) {
		return
	}
	to := target{kind: from.kind}
	switch i, n := from.place(before); {
	case from.kind == eventKind && n == len(after.Events):
		to.id = after.Events[i].ID
	case from.kind == hookKind && n == len(after.Hooks):
		to.id = after.Hooks[i].ID
	}
	if to.id != "" && !to.in(before) {
		s.selected, s.renaming = to, true
		s.attempts = s.attempts.of(from, to)
	}
}
