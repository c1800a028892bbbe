package main

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// A verb is a kind of step as the inspector edits it: how a fresh one looks,
// and its fields.
type verb struct {
	name   string
	fresh  func(*scenario.Scenario) scenario.Step // nil if the scenario has nothing to name
	fields []field
}

// A field is one part of a step. Its text is what a person types or chooses.
type field struct {
	label   func(*locales.Words) string
	choices func(*scenario.Scenario) []string // nil if it is typed
	number  bool
	get     func(scenario.Step) string
	set     func(scenario.Step, string) (scenario.Step, error)
}

// The verbs, in the order in which they are offered.
var verbs = []verb{
	{"print", always(scenario.Print{Text: "…"}), []field{{
		label: text,
		get:   func(s scenario.Step) string { return s.(scenario.Print).Text },
		set:   func(_ scenario.Step, t string) (scenario.Step, error) { return scenario.Print{Text: t}, nil },
	}}},
	{"work", always(scenario.Work{Units: 1}), []field{numberField(units,
		func(s scenario.Step) float64 { return s.(scenario.Work).Units },
		func(_ scenario.Step, n float64) scenario.Step { return scenario.Work{Units: n} },
	)}},
	{"enter", forEvent(func(id string) scenario.Step { return scenario.Enter{Event: id, When: scenario.When{Time: 1}} }), []field{
		{
			label:   event,
			choices: eventIDs,
			get:     func(s scenario.Step) string { return s.(scenario.Enter).Event },
			set: func(s scenario.Step, id string) (scenario.Step, error) {
				step := s.(scenario.Enter)
				step.Event = id
				return step, nil
			},
		},
		{
			label:   when,
			choices: func(*scenario.Scenario) []string { return []string{"after", "at"} },
			get: func(s scenario.Step) string {
				if s.(scenario.Enter).When.Absolute {
					return "at"
				}
				return "after"
			},
			set: func(s scenario.Step, choice string) (scenario.Step, error) {
				step := s.(scenario.Enter)
				step.When.Absolute = choice == "at"
				return step, nil
			},
		},
		numberField(units,
			func(s scenario.Step) float64 { return s.(scenario.Enter).When.Time },
			func(s scenario.Step, n float64) scenario.Step {
				step := s.(scenario.Enter)
				step.When.Time = n
				return step
			},
		),
	}},
	{"cancel", forEvent(func(id string) scenario.Step { return scenario.Cancel{Event: id} }), []field{{
		label: event, choices: eventIDs,
		get: func(s scenario.Step) string { return s.(scenario.Cancel).Event },
		set: func(_ scenario.Step, id string) (scenario.Step, error) { return scenario.Cancel{Event: id}, nil },
	}}},
	{"register", forHook(func(id string) scenario.Step { return scenario.Register{Hook: id} }), []field{{
		label: hook, choices: hookIDs,
		get: func(s scenario.Step) string { return s.(scenario.Register).Hook },
		set: func(s scenario.Step, id string) (scenario.Step, error) {
			step := s.(scenario.Register)
			step.Hook = id
			return step, nil
		},
	}}},
	{"unregister", forHook(func(id string) scenario.Step { return scenario.Unregister{Hook: id} }), []field{{
		label: hook, choices: hookIDs,
		get: func(s scenario.Step) string { return s.(scenario.Unregister).Hook },
		set: func(_ scenario.Step, id string) (scenario.Step, error) { return scenario.Unregister{Hook: id}, nil },
	}}},
	{"raise", always(scenario.Raise{Type: "ValueError"}), []field{
		{
			label: class, choices: func(*scenario.Scenario) []string { return scenario.ExceptionTypes },
			get: func(s scenario.Step) string { return s.(scenario.Raise).Type },
			set: func(s scenario.Step, t string) (scenario.Step, error) {
				step := s.(scenario.Raise)
				step.Type = t
				return step, nil
			},
		},
		{
			label: message,
			get: func(s scenario.Step) string {
				if m := s.(scenario.Raise).Message; m != nil {
					return *m
				}
				return ""
			},
			set: func(s scenario.Step, m string) (scenario.Step, error) {
				step := s.(scenario.Raise)
				step.Message = &m
				if m == "" {
					step.Message = nil
				}
				return step, nil
			},
		},
	}},
	{"exit", always(scenario.Exit{Code: scenario.Int(0)}), []field{{
		label: code,
		get:   func(s scenario.Step) string { return s.(scenario.Exit).Code.Str() },
		set: func(_ scenario.Step, t string) (scenario.Step, error) {
			if n, err := strconv.ParseInt(t, 10, 64); err == nil {
				return scenario.Exit{Code: scenario.Int(n)}, nil
			}
			if t == "" || t == "None" {
				return scenario.Exit{}, nil
			}
			return scenario.Exit{Code: scenario.String(t)}, nil
		},
	}}},
	{"_exit", always(scenario.HardExit{Code: scenario.Int(0)}), []field{{
		label: code, number: true,
		get: func(s scenario.Step) string { return s.(scenario.HardExit).Code.Str() },
		set: func(_ scenario.Step, t string) (scenario.Step, error) {
			n, err := strconv.ParseInt(t, 10, 64)
			return scenario.HardExit{Code: scenario.Int(n)}, notNumber(err)
		},
	}}},
	{"abort", always(scenario.Abort{}), nil},
	{"kill", always(scenario.Kill{Signal: scenario.SIGTERM}), []field{{
		label: signal,
		choices: func(*scenario.Scenario) []string {
			return []string{"SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGKILL"}
		},
		get: func(s scenario.Step) string { return string(s.(scenario.Kill).Signal) },
		set: func(_ scenario.Step, name string) (scenario.Step, error) {
			return scenario.Kill{Signal: scenario.Signal(name)}, nil
		},
	}}},
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

// errNotNumber is an input that should be a number and is not.
var errNotNumber = errors.New("not a number")

func notNumber(err error) error {
	if err != nil {
		return errNotNumber
	}
	return nil
}

// parseNumber reads a number as people type it: a comma may stand for the
// point, unless three digits follow: that is a thousand to half the world.
func parseNumber(text string) (float64, error) {
	if _, fraction, ok := strings.Cut(text, ","); ok && len(fraction) == 3 {
		return 0, errNotNumber
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, errNotNumber
	}
	return n, nil
}

func numberField(label func(*locales.Words) string, get func(scenario.Step) float64,
	set func(scenario.Step, float64) scenario.Step,
) field {
	return field{
		label: label, number: true,
		get: func(s scenario.Step) string { return formatTime(get(s)) },
		set: func(s scenario.Step, t string) (scenario.Step, error) {
			n, err := parseNumber(t)
			if err != nil {
				return nil, err
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

func eventIDs(s *scenario.Scenario) (ids []string) {
	for _, e := range s.Events {
		ids = append(ids, e.ID)
	}
	return ids
}

func hookIDs(s *scenario.Scenario) (ids []string) {
	for _, h := range s.Hooks {
		ids = append(ids, h.ID)
	}
	return ids
}

// Labels of fields.
func text(w *locales.Words) string    { return w.Text }
func units(w *locales.Words) string   { return w.Units }
func event(w *locales.Words) string   { return w.Event }
func hook(w *locales.Words) string    { return w.Hook }
func when(w *locales.Words) string    { return w.When }
func class(w *locales.Words) string   { return w.Class }
func message(w *locales.Words) string { return w.Message }
func code(w *locales.Words) string    { return w.Code }
func signal(w *locales.Words) string  { return w.Signal }
