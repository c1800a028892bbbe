package parity

import (
	"math"
	"slices"

	"lastcall/engine/scenario"
)

// Shrink returns a scenario as small as it gets on which the two sides still
// disagree, as s does.
func Shrink(s *scenario.Scenario, disagree func(*scenario.Scenario) bool) *scenario.Scenario {
	for smaller := s; smaller != nil; {
		s, smaller = smaller, nil
		for i := 0; ; i++ {
			try, more := cut(s, i)
			if !more {
				break
			}
			if try != nil && fit(try) && disagree(try) {
				smaller = try
				break
			}
		}
	}
	return s
}

// cut returns a copy of s with the i-th thing cut that can be; nil if that
// would change nothing. There are no more once i is past the last one.
func cut(s *scenario.Scenario, i int) (*scenario.Scenario, bool) {
	_, s, err := Document(s)
	if err != nil {
		return nil, false
	}
	k := knife{at: i}
	k.scenario(s)
	switch {
	case k.at >= 0:
		return nil, false
	case !k.cut:
		return nil, true
	}
	return s, true
}

// A knife goes over a scenario and cuts at one place.
type knife struct {
	at  int // places to go, negative once past
	cut bool
}

// here reports whether to cut here.
func (k *knife) here() bool {
	k.at--
	return k.at == -1
}

func (k *knife) scenario(s *scenario.Scenario) {
	for i := len(s.Events) - 1; i >= 0; i-- {
		if k.here() {
			k.forget(s, s.Events[i].ID)
			s.Events = slices.Delete(s.Events, i, i+1)
		}
	}
	for i := len(s.Hooks) - 1; i >= 0; i-- {
		if k.here() {
			k.forget(s, s.Hooks[i].ID)
			s.Hooks = slices.Delete(s.Hooks, i, i+1)
		}
	}
	drop(k, &s.Outside)
	for _, signal := range scenario.Handleable {
		if _, handled := s.Handlers[signal]; handled && k.here() {
			delete(s.Handlers, signal)
			k.cut = true
		}
	}
	eachList(s, func(steps []scenario.Step) []scenario.Step {
		drop(k, &steps)
		return steps
	})
	eachList(s, func(steps []scenario.Step) []scenario.Step {
		for i := range steps {
			steps[i] = k.step(steps[i])
		}
		return steps
	})
	zero(k, &s.Title)
	k.number(&s.Clock.Start)
	for i := range s.Events {
		e := &s.Events[i]
		zero(k, &e.Label)
		zero(k, &e.Unqueued)
		k.when(&e.When)
		k.number(&e.Priority)
		k.arguments(&e.With)
	}
	for i := range s.Hooks {
		h := &s.Hooks[i]
		zero(k, &h.Label)
		zero(k, &h.Unregistered)
		k.arguments(&h.With)
	}
	for i := range s.Outside {
		k.number(&s.Outside[i].At)
	}
}

// forget drops the steps that name an event or hook.
func (k *knife) forget(s *scenario.Scenario, id string) {
	k.cut = true
	eachList(s, func(steps []scenario.Step) []scenario.Step {
		return slices.DeleteFunc(steps, func(step scenario.Step) bool { return named(step) == id })
	})
}

// named returns the event or hook that a step names.
func named(step scenario.Step) string {
	switch step := step.(type) {
	case scenario.Enter:
		return step.Event
	case scenario.Cancel:
		return step.Event
	case scenario.Register:
		return step.Hook
	case scenario.Unregister:
		return step.Hook
	}
	return ""
}

// eachList puts each list of steps in s through a function.
func eachList(s *scenario.Scenario, through func([]scenario.Step) []scenario.Step) {
	for i := range s.Events {
		s.Events[i].Do = through(s.Events[i].Do)
	}
	for i := range s.Hooks {
		s.Hooks[i].Do = through(s.Hooks[i].Do)
	}
	for _, signal := range scenario.Handleable {
		if steps, handled := s.Handlers[signal]; handled {
			s.Handlers[signal] = through(steps)
		}
	}
	for i := range s.Outside {
		s.Outside[i].Do = through(s.Outside[i].Do)
	}
	s.End = through(s.End)
}

// step returns a step, a simpler one if it is to be cut.
func (k *knife) step(step scenario.Step) scenario.Step {
	switch step := step.(type) {
	case scenario.Print:
		zero(k, &step.Text)
		return step
	case scenario.Work:
		k.number(&step.Units)
		return step
	case scenario.Enter:
		k.when(&step.When)
		zero(k, &step.Priority)
		k.arguments(&step.With)
		return step
	case scenario.Register:
		k.arguments(&step.With)
		return step
	case scenario.Raise:
		zero(k, &step.Message)
		return step
	case scenario.Exit:
		zero(k, &step.Code)
		return step
	}
	return step
}

func (k *knife) when(w *scenario.When) {
	k.number(&w.Time)
	zero(k, &w.Absolute)
}

func (k *knife) arguments(a *scenario.Arguments) {
	drop(k, &a.Args)
	drop(k, &a.Kwargs)
}

// number makes a number simpler: 0, 1, or one with fewer digits.
func (k *knife) number(x *float64) {
	for _, simpler := range []float64{0, 1, math.Trunc(*x), math.Round(*x*10) / 10} {
		if k.here() && complexity(simpler) < complexity(*x) {
			*x, k.cut = simpler, true
			return
		}
	}
}

func complexity(x float64) int {
	switch x {
	case 0:
		return 0
	case 1:
		return 1
	}
	return len(scenario.FormatFloat(x))
}

// drop drops one item of a list.
func drop[T any](k *knife, list *[]T) {
	for i := len(*list) - 1; i >= 0; i-- {
		if k.here() {
			*list, k.cut = slices.Delete(*list, i, i+1), true
		}
	}
}

// zero makes a value that of its type.
func zero[T comparable](k *knife, value *T) {
	var none T
	if k.here() && *value != none {
		*value, k.cut = none, true
	}
}
