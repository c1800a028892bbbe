package main

import (
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
	taken := func(id string) bool { return findEvent(s, id) != nil || findHook(s, id) != nil }
	for n := 1; ; n++ {
		if id := stem + "_" + strconv.Itoa(n); !taken(id) {
			return id
		}
	}
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

// withoutEvent returns s without the event and without the steps that name it.
func withoutEvent(s *scenario.Scenario, id string) *scenario.Scenario {
	c := withoutSteps(s, func(step scenario.Step) bool {
		switch step := step.(type) {
		case scenario.Enter:
			return step.Event == id
		case scenario.Cancel:
			return step.Event == id
		}
		return false
	})
	c.Events = slices.DeleteFunc(c.Events, func(e scenario.Event) bool { return e.ID == id })
	return c
}

// withoutHook returns s without the hook and without the steps that name it.
func withoutHook(s *scenario.Scenario, id string) *scenario.Scenario {
	c := withoutSteps(s, func(step scenario.Step) bool {
		switch step := step.(type) {
		case scenario.Register:
			return step.Hook == id
		case scenario.Unregister:
			return step.Hook == id
		}
		return false
	})
	c.Hooks = slices.DeleteFunc(c.Hooks, func(h scenario.Hook) bool { return h.ID == id })
	return c
}

// withoutSteps returns s with fresh lists and without the steps that match.
// An outside entry that had nothing else to do goes as well.
func withoutSteps(s *scenario.Scenario, match func(scenario.Step) bool) *scenario.Scenario {
	kept := func(steps []scenario.Step) []scenario.Step {
		return slices.DeleteFunc(slices.Clone(steps), match)
	}
	c := *s
	c.Events = slices.Clone(s.Events)
	for i := range c.Events {
		c.Events[i].Do = kept(c.Events[i].Do)
	}
	c.Hooks = slices.Clone(s.Hooks)
	for i := range c.Hooks {
		c.Hooks[i].Do = kept(c.Hooks[i].Do)
	}
	if s.Handlers != nil {
		c.Handlers = make(map[scenario.Signal][]scenario.Step, len(s.Handlers))
		for signal, steps := range s.Handlers {
			c.Handlers[signal] = kept(steps)
		}
	}
	c.Outside = nil
	for _, o := range s.Outside {
		if o.Send == "" {
			if o.Do = kept(o.Do); len(o.Do) == 0 {
				continue
			}
		}
		c.Outside = append(c.Outside, o)
	}
	c.End = kept(s.End)
	return &c
}
