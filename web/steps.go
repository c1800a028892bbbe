package main

import (
	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// A verb is a kind of step as the inspector edits it: how a fresh one looks,
// and its fields.
type verb struct {
	name    string
	fresh   func(*scenario.Scenario) scenario.Step // nil if the scenario has nothing to name
	outside bool                                   // another thread can do it too
	fields  []field
}

// A field is one part of a step. Its text is what a person types or chooses.
type field struct {
	name     string
	label    func(*locales.Words) string
	choices  func(*scenario.Scenario) []string // nil if it is typed
	number   bool
	optional func(*locales.Words) string // what an empty one means; nil if it must not be empty
	get      func(scenario.Step) string
	set      func(scenario.Step, string) (scenario.Step, complaint)
}

// verbOf returns how a step is edited.
func verbOf(s scenario.Step) verb {
	for _, v := range verbs {
		if v.name == scenario.Verb(s) {
			return v
		}
	}
	panic("web: no editor for the verb " + scenario.Verb(s))
}

// reference is a field that chooses the event or hook that a step names.
func reference(name string, label func(*locales.Words) string, ids func(*scenario.Scenario) []string) field {
	return field{
		name: name, label: label, choices: ids,
		get: func(s scenario.Step) string {
			t, _ := referent(s)
			return t.id
		},
		set: func(s scenario.Step, id string) (scenario.Step, complaint) { return naming(s, id), nil },
	}
}

func numberField(name string, label func(*locales.Words) string, get func(scenario.Step) float64,
	set func(scenario.Step, float64) scenario.Step,
) field {
	return field{
		name: name, label: label, number: true,
		get: func(s scenario.Step) string { return formatTime(get(s)) },
		set: func(s scenario.Step, t string) (scenario.Step, complaint) {
			n, why := parseNumber(t)
			if why != nil {
				return nil, why
			}
			return set(s, n), nil
		},
	}
}

func always(s scenario.Step) func(*scenario.Scenario) scenario.Step {
	return func(*scenario.Scenario) scenario.Step { return s }
}

func forEvent(fresh func(id string) scenario.Step) func(*scenario.Scenario) scenario.Step {
	return func(s *scenario.Scenario) scenario.Step {
		if len(s.Events) == 0 {
			return nil
		}
		return fresh(s.Events[0].ID)
	}
}

func forHook(fresh func(id string) scenario.Step) func(*scenario.Scenario) scenario.Step {
	return func(s *scenario.Scenario) scenario.Step {
		if len(s.Hooks) == 0 {
			return nil
		}
		return fresh(s.Hooks[0].ID)
	}
}

// Labels of fields, and what empty ones mean.
func text(w *locales.Words) string        { return w.Text }
func units(w *locales.Words) string       { return w.Units }
func event(w *locales.Words) string       { return w.Event }
func hook(w *locales.Words) string        { return w.Hook }
func when(w *locales.Words) string        { return w.When }
func priority(w *locales.Words) string    { return w.Priority }
func ownPriority(w *locales.Words) string { return w.OwnPriority }
func callWith(w *locales.Words) string    { return w.CallWith }
func noArguments(w *locales.Words) string { return w.NoArguments }
func class(w *locales.Words) string       { return w.Class }
func message(w *locales.Words) string     { return w.Message }
func nothing(w *locales.Words) string     { return w.Nothing }
func code(w *locales.Words) string        { return w.Code }
func signal(w *locales.Words) string      { return w.Signal }
