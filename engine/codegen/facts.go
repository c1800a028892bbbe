package codegen

import (
	"math"
	"slices"
	"sort"
	"strconv"

	"lastcall/engine/scenario"
)

// facts are what a program must know of the whole scenario before its first
// line is written.
type facts struct {
	*scenario.Scenario
	verbs     map[string]bool
	sent      map[scenario.Sending]bool
	cancelled map[string]bool // events whose latest entry is to be kept
	calls     map[string][]scenario.Arguments
	outside   []int // places in Outside, in order of arrival
	huge      bool  // a sum of times may be infinite
}

func factsOf(s *scenario.Scenario) *facts {
	f := &facts{
		Scenario:  s,
		verbs:     map[string]bool{},
		sent:      map[scenario.Sending]bool{},
		cancelled: map[string]bool{},
		calls:     map[string][]scenario.Arguments{},
	}
	for i := range s.Hooks {
		if h := &s.Hooks[i]; !h.Unregistered {
			f.calls[h.ID] = append(f.calls[h.ID], h.With)
		}
	}
	for i := range s.Events {
		e := &s.Events[i]
		f.measure(e.When.Time)
		if !e.Unqueued {
			f.calls[e.ID] = append(f.calls[e.ID], e.With)
		}
	}
	for i, o := range s.Outside {
		f.outside = append(f.outside, i)
		f.sent[o.Send] = true
		f.measure(o.At)
	}
	sort.SliceStable(f.outside, func(i, k int) bool { return s.Outside[f.outside[i]].At < s.Outside[f.outside[k]].At })
	f.measure(s.Clock.Start)
	lists(s, f.steps)
	return f
}

func (f *facts) steps(steps []scenario.Step) {
	for _, step := range steps {
		f.verbs[scenario.Verb(step)] = true
		switch step := step.(type) {
		case scenario.Work:
			f.measure(step.Units)
		case scenario.Enter:
			f.calls[step.Event] = append(f.calls[step.Event], step.With)
			f.measure(step.When.Time)
		case scenario.Register:
			f.calls[step.Hook] = append(f.calls[step.Hook], step.With)
		case scenario.Cancel:
			f.cancelled[step.Event] = true
		case scenario.Kill:
			f.sent[scenario.Sending(step.Signal)] = true
		}
	}
}

// measure notes a time that sums could make infinite: a run has not enough
// records to get there with smaller ones.
func (f *facts) measure(t float64) { f.huge = f.huge || math.Abs(t) > 1e300 }

// deadly reports whether the program may end on the spot, with what it printed
// still in a buffer.
func (f *facts) deadly() bool {
	return f.verbs["_exit"] || f.verbs["abort"] || f.verbs["kill"] || len(f.Outside) > 0
}

// sends reports whether signal is sent, by the program or from outside.
func (f *facts) sends(signal scenario.Signal) bool { return f.sent[scenario.Sending(signal)] }

// mayFail reports whether the steps of another thread may end in an error.
func mayFail(steps []scenario.Step) bool {
	return slices.ContainsFunc(steps, func(step scenario.Step) bool {
		switch step := step.(type) {
		case scenario.Cancel:
			return true
		case scenario.Print:
			return len(fields(step)) > 0
		}
		return false
	})
}

// fields returns what stands in the braces of a print.
func fields(p scenario.Print) (names []string) {
	for part := range p.Parts() {
		if part.Argument {
			names = append(names, part.Text)
		}
	}
	return names
}

// A shape is how a function is called: always with as many arguments by
// place, and the same ones by name. Then they can be its parameters.
type shape struct {
	args   int
	kwargs []string // sorted
}

// shape returns that of all calls of an event or hook, if they have the same
// and its prints name no other.
func (f *facts) shape(id string, do []scenario.Step) (all shape, ok bool) {
	for i, call := range f.calls[id] {
		s := shapeOf(call)
		if i > 0 && (s.args != all.args || !slices.Equal(s.kwargs, all.kwargs)) {
			return all, false
		}
		all = s
	}
	for _, step := range do {
		p, _ := step.(scenario.Print)
		for _, name := range fields(p) {
			if _, found := all.find(name); !found {
				return all, false
			}
		}
	}
	return all, true
}

func shapeOf(with scenario.Arguments) shape {
	s := shape{args: len(with.Args)}
	for _, kwarg := range with.Kwargs {
		at, _ := slices.BinarySearch(s.kwargs, kwarg.Name)
		s.kwargs = slices.Insert(s.kwargs, at, kwarg.Name)
	}
	return s
}

// find returns which parameter {field} is, those by place first.
func (s shape) find(field string) (i int, ok bool) {
	if i, err := strconv.Atoi(field); err == nil {
		return i, i < s.args
	}
	i, ok = slices.BinarySearch(s.kwargs, field)
	return s.args + i, ok
}

// place names parameter i of those by place.
func (s shape) place(i int) string {
	if s.args == 1 {
		return "arg"
	}
	return "arg" + digits(i)
}

// values returns the arguments of a call in the order of the parameters.
func (s shape) values(with scenario.Arguments) []scenario.Value {
	values := slices.Clone(with.Args)
	for _, name := range s.kwargs {
		for _, kwarg := range with.Kwargs {
			if kwarg.Name == name {
				values = append(values, kwarg.Value)
			}
		}
	}
	return values
}

func digits(i int) string { return strconv.Itoa(i) }

// number writes a time or a priority: a whole one without a fraction.
func number(f float64) string {
	if f == math.Trunc(f) && math.Abs(f) < 1e15 {
		return strconv.FormatFloat(f+0, 'f', -1, 64)
	}
	return scenario.FormatFloat(f)
}
