package main

import (
	"maps"
	"slices"
	"strconv"

	"lastcall/engine/scenario"
)

// Edits never change a scenario: each returns a new one, which shares what
// did not change with the old. Whether the result is valid is for
// scenario.Decode to say.

// newEvent appends an event at a time and returns its id.
func newEvent(s *scenario.Scenario, at float64) (*scenario.Scenario, string) {
	c := *s
	id := freshID(s, "event")
	c.Events = append(slices.Clip(s.Events), scenario.Event{
		ID:       id,
		When:     scenario.When{Absolute: true, Time: at},
		Priority: 1,
		Do:       []scenario.Step{scenario.Print{Text: id}},
	})
	return &c, id
}

// newHook appends a hook and returns its id.
func newHook(s *scenario.Scenario) (*scenario.Scenario, string) {
	c := *s
	id := freshID(s, "hook")
	c.Hooks = append(slices.Clip(s.Hooks), scenario.Hook{
		ID: id,
		Do: []scenario.Step{scenario.Print{Text: id}},
	})
	return &c, id
}

// freshID returns stem_1, or the first after it that nothing is called.
func freshID(s *scenario.Scenario, stem string) string {
	for n := 1; ; n++ {
		if id := stem + "_" + strconv.Itoa(n); !taken(s, id) {
			return id
		}
	}
}

// taken reports whether an event or hook has the id.
func taken(s *scenario.Scenario, id string) bool {
	return findEvent(s, id) != nil || findHook(s, id) != nil
}

func findEvent(s *scenario.Scenario, id string) *scenario.Event {
	if i := slices.IndexFunc(s.Events, func(e scenario.Event) bool { return e.ID == id }); i >= 0 {
		return &s.Events[i]
	}
	return nil
}

func findHook(s *scenario.Scenario, id string) *scenario.Hook {
	if i := slices.IndexFunc(s.Hooks, func(h scenario.Hook) bool { return h.ID == id }); i >= 0 {
		return &s.Hooks[i]
	}
	return nil
}

// withEvent returns s with the event changed.
func withEvent(s *scenario.Scenario, id string, change func(*scenario.Event)) *scenario.Scenario {
	c := *s
	c.Events = slices.Clone(s.Events)
	if e := findEvent(&c, id); e != nil {
		change(e)
	}
	return &c
}

// withHook returns s with the hook changed.
func withHook(s *scenario.Scenario, id string, change func(*scenario.Hook)) *scenario.Scenario {
	c := *s
	c.Hooks = slices.Clone(s.Hooks)
	if h := findHook(&c, id); h != nil {
		change(h)
	}
	return &c
}

// withOutside returns s with the outside entry changed.
func withOutside(s *scenario.Scenario, index int, change func(*scenario.Outside)) *scenario.Scenario {
	c := *s
	c.Outside = slices.Clone(s.Outside)
	change(&c.Outside[index])
	return &c
}

// withHandler returns s with a handler for a signal.
func withHandler(s *scenario.Scenario, signal string, steps []scenario.Step) *scenario.Scenario {
	c := *s
	c.Handlers = maps.Clone(s.Handlers)
	if c.Handlers == nil {
		c.Handlers = make(map[scenario.Signal][]scenario.Step)
	}
	c.Handlers[scenario.Signal(signal)] = steps
	return &c
}

// withSteps returns s with other steps for t.
func withSteps(s *scenario.Scenario, t target, steps []scenario.Step) *scenario.Scenario {
	switch t.kind {
	case eventKind:
		return withEvent(s, t.id, func(e *scenario.Event) { e.Do = steps })
	case hookKind:
		return withHook(s, t.id, func(h *scenario.Hook) { h.Do = steps })
	case outsideKind:
		return withOutside(s, t.index, func(o *scenario.Outside) { o.Do = steps })
	case handlerKind:
		return withHandler(s, t.id, steps)
	}
	c := *s
	c.End = steps
	return &c
}

// moved returns s with t at another place of its list.
func moved(s *scenario.Scenario, t target, to int) *scenario.Scenario {
	i, n := t.place(s)
	if to = min(max(to, 0), n-1); to == i {
		return s
	}
	c := *s
	switch t.kind {
	case eventKind:
		c.Events = reordered(s.Events, i, to)
	case hookKind:
		c.Hooks = reordered(s.Hooks, i, to)
	case outsideKind:
		c.Outside = reordered(s.Outside, i, to)
	}
	return &c
}

// reordered returns a list with the item at one place put to another.
func reordered[T any](list []T, from, to int) []T {
	item := list[from]
	return slices.Insert(slices.Delete(slices.Clone(list), from, from+1), to, item)
}

// withWork returns steps of which the last one that takes time takes units; one
// is added if none does.
func withWork(steps []scenario.Step, units float64) []scenario.Step {
	i := lastWork(steps)
	if i < 0 {
		return append(slices.Clip(steps), scenario.Work{Units: units})
	}
	steps = slices.Clone(steps)
	steps[i] = scenario.Work{Units: units}
	return steps
}

// lastWork is the place of the last step that takes time, -1 if none does.
func lastWork(steps []scenario.Step) int {
	for i := len(steps) - 1; i >= 0; i-- {
		if _, ok := steps[i].(scenario.Work); ok {
			return i
		}
	}
	return -1
}
