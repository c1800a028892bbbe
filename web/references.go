package main

import (
	"slices"

	"lastcall/engine/scenario"
)

// Steps name events and hooks. What follows keeps the names right when
// something is renamed or removed.

// referent is the event or hook that a step names; ok is false if it names none.
func referent(step scenario.Step) (t target, ok bool) {
	switch step := step.(type) {
	case scenario.Enter:
		return target{id: step.Event}, true
	case scenario.Cancel:
		return target{id: step.Event}, true
	case scenario.Register:
		return target{kind: hookKind, id: step.Hook}, true
	case scenario.Unregister:
		return target{kind: hookKind, id: step.Hook}, true
	}
	return target{}, false
}

// naming returns a step that names an event or hook, naming another.
func naming(step scenario.Step, id string) scenario.Step {
	switch step := step.(type) {
	case scenario.Enter:
		step.Event = id
		return step
	case scenario.Cancel:
		return scenario.Cancel{Event: id}
	case scenario.Register:
		step.Hook = id
		return step
	case scenario.Unregister:
		return scenario.Unregister{Hook: id}
	}
	return step
}

// renamed returns s with another id for an event or hook, in all steps as well.
func renamed(s *scenario.Scenario, t target, id string) *scenario.Scenario {
	c := mapSteps(s, func(step scenario.Step) scenario.Step {
		if of, ok := referent(step); ok && of == t {
			return naming(step, id)
		}
		return step
	})
	if t.kind == hookKind {
		return withHook(c, t.id, func(h *scenario.Hook) { h.ID = id })
	}
	return withEvent(c, t.id, func(e *scenario.Event) { e.ID = id })
}

// without returns s without some targets, and without the steps that name
// them. An outside entry that had nothing else to do goes as well.
func without(s *scenario.Scenario, gone ...target) *scenario.Scenario {
	kept := *s
	kept.Events = slices.DeleteFunc(slices.Clone(s.Events), func(e scenario.Event) bool {
		return slices.Contains(gone, target{id: e.ID})
	})
	kept.Hooks = slices.DeleteFunc(slices.Clone(s.Hooks), func(h scenario.Hook) bool {
		return slices.Contains(gone, target{kind: hookKind, id: h.ID})
	})
	kept.Outside = nil
	for i, o := range s.Outside {
		if !slices.Contains(gone, target{kind: outsideKind, index: i}) {
			kept.Outside = append(kept.Outside, o)
		}
	}
	kept.Handlers = make(map[scenario.Signal][]scenario.Step)
	for signal, steps := range s.Handlers {
		if !slices.Contains(gone, target{kind: handlerKind, id: string(signal)}) {
			kept.Handlers[signal] = steps
		}
	}
	c := mapSteps(&kept, func(step scenario.Step) scenario.Step {
		if of, ok := referent(step); ok && slices.Contains(gone, of) {
			return nil
		}
		return step
	})
	list := c.Outside
	c.Outside = nil
	for i, o := range list {
		if len(o.Do) > 0 || len(kept.Outside[i].Do) == 0 {
			c.Outside = append(c.Outside, o)
		}
	}
	return c
}

// mapSteps returns s with fresh lists in which every step is what change makes
// of it. What it makes nil is left out.
func mapSteps(s *scenario.Scenario, change func(scenario.Step) scenario.Step) *scenario.Scenario {
	changed := func(steps []scenario.Step) (list []scenario.Step) {
		for _, step := range steps {
			if step = change(step); step != nil {
				list = append(list, step)
			}
		}
		return list
	}
	c := *s
	c.Events = slices.Clone(s.Events)
	for i := range c.Events {
		c.Events[i].Do = changed(c.Events[i].Do)
	}
	c.Hooks = slices.Clone(s.Hooks)
	for i := range c.Hooks {
		c.Hooks[i].Do = changed(c.Hooks[i].Do)
	}
	if s.Handlers != nil {
		c.Handlers = make(map[scenario.Signal][]scenario.Step, len(s.Handlers))
		for signal, steps := range s.Handlers {
			c.Handlers[signal] = changed(steps)
		}
	}
	c.Outside = slices.Clone(s.Outside)
	for i := range c.Outside {
		c.Outside[i].Do = changed(c.Outside[i].Do)
	}
	c.End = changed(s.End)
	return &c
}
