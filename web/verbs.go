package main

import (
	"strconv"

	"lastcall/engine/scenario"
)

// verbs are all there are, in the order in which they are offered.
var verbs = []verb{
	{"print", always(scenario.Print{Text: "…"}), true, []field{{
		name: "text", label: text,
		get: func(s scenario.Step) string { return s.(scenario.Print).Text },
		set: func(_ scenario.Step, t string) (scenario.Step, complaint) { return scenario.Print{Text: t}, nil },
	}}},
	{"work", always(scenario.Work{Units: 1}), false, []field{numberField("units", units,
		func(s scenario.Step) float64 { return s.(scenario.Work).Units },
		func(_ scenario.Step, n float64) scenario.Step { return scenario.Work{Units: n} },
	)}},
	{"enter", forEvent(func(id string) scenario.Step { return scenario.Enter{Event: id, When: scenario.When{Time: 1}} }), true, []field{
		reference("event", event, (*scenario.Scenario).EventIDs),
		{
			name: "when", label: when,
			choices: func(*scenario.Scenario) []string { return []string{"after", "at"} },
			get: func(s scenario.Step) string {
				if s.(scenario.Enter).When.Absolute {
					return "at"
				}
				return "after"
			},
			set: enterSetter(func(e *scenario.Enter, choice string) complaint {
				e.When.Absolute = choice == "at"
				return nil
			}),
		},
		numberField("time", units,
			func(s scenario.Step) float64 { return s.(scenario.Enter).When.Time },
			func(s scenario.Step, n float64) scenario.Step {
				step := s.(scenario.Enter)
				step.When.Time = n
				return step
			},
		),
		{
			name: "priority", label: priority, optional: ownPriority, number: true,
			get: func(s scenario.Step) string {
				if p := s.(scenario.Enter).Priority; p != nil {
					return formatTime(*p)
				}
				return ""
			},
			set: enterSetter(func(e *scenario.Enter, t string) (why complaint) {
				e.Priority = nil
				if t != "" {
					var n float64
					n, why = parseNumber(t)
					e.Priority = &n
				}
				return why
			}),
		},
		{
			name: "with", label: callWith, optional: noArguments,
			get: func(s scenario.Step) string { return formatArguments(s.(scenario.Enter).With) },
			set: enterSetter(func(e *scenario.Enter, t string) (why complaint) {
				e.With, why = parseArguments(t)
				return why
			}),
		},
	}},
	{"cancel", forEvent(func(id string) scenario.Step { return scenario.Cancel{Event: id} }), true, []field{reference("event", event, (*scenario.Scenario).EventIDs)}},
	{"register", forHook(func(id string) scenario.Step { return scenario.Register{Hook: id} }), true, []field{
		reference("hook", hook, (*scenario.Scenario).HookIDs),
		{
			name: "with", label: callWith, optional: noArguments,
			get: func(s scenario.Step) string { return formatArguments(s.(scenario.Register).With) },
			set: func(s scenario.Step, t string) (scenario.Step, complaint) {
				step := s.(scenario.Register)
				with, why := parseArguments(t)
				step.With = with
				return step, why
			},
		},
	}},
	{"unregister", forHook(func(id string) scenario.Step { return scenario.Unregister{Hook: id} }), true, []field{reference("hook", hook, (*scenario.Scenario).HookIDs)}},
	{"raise", always(scenario.Raise{Type: "ValueError"}), false, []field{
		{
			name: "type", label: class, choices: func(*scenario.Scenario) []string { return scenario.ExceptionTypes },
			get: func(s scenario.Step) string { return s.(scenario.Raise).Type },
			set: func(s scenario.Step, t string) (scenario.Step, complaint) {
				step := s.(scenario.Raise)
				step.Type = t
				return step, nil
			},
		},
		{
			name: "message", label: message, optional: nothing,
			get: func(s scenario.Step) string {
				if m := s.(scenario.Raise).Message; m != nil {
					return *m
				}
				return ""
			},
			set: func(s scenario.Step, m string) (scenario.Step, complaint) {
				step := s.(scenario.Raise)
				step.Message = &m
				if m == "" {
					step.Message = nil
				}
				return step, nil
			},
		},
	}},
	{"exit", always(scenario.Exit{Code: scenario.Int(0)}), false, []field{{
		name: "code", label: code,
		get: func(s scenario.Step) string { return formatCode(s.(scenario.Exit).Code) },
		set: func(_ scenario.Step, t string) (scenario.Step, complaint) {
			code, why := parseCode(t)
			return scenario.Exit{Code: code}, why
		},
	}}},
	{"_exit", always(scenario.HardExit{Code: scenario.Int(0)}), false, []field{{
		name: "code", label: code, number: true,
		get: func(s scenario.Step) string { return s.(scenario.HardExit).Code.Str() },
		set: func(_ scenario.Step, t string) (scenario.Step, complaint) {
			with, why := parseArguments(t)
			if why != nil || len(with.Args) != 1 || with.Args[0].Kind() != scenario.IntKind {
				return nil, notInteger(t)
			}
			return scenario.HardExit{Code: with.Args[0]}, nil
		},
	}}},
	{"abort", always(scenario.Abort{}), false, nil},
	{"kill", always(scenario.Kill{Signal: scenario.SIGTERM}), false, []field{{
		name: "signal", label: signal,
		choices: func(*scenario.Scenario) []string {
			names := make([]string, len(scenario.Signals))
			for i, signal := range scenario.Signals {
				names[i] = string(signal)
			}
			return names
		},
		get: func(s scenario.Step) string { return string(s.(scenario.Kill).Signal) },
		set: func(_ scenario.Step, name string) (scenario.Step, complaint) {
			return scenario.Kill{Signal: scenario.Signal(name)}, nil
		},
	}}},
}

// enterSetter is the setter of a field of an enter step.
func enterSetter(change func(e *scenario.Enter, text string) complaint) func(scenario.Step, string) (scenario.Step, complaint) {
	return func(s scenario.Step, text string) (scenario.Step, complaint) {
		step := s.(scenario.Enter)
		why := change(&step, text)
		return step, why
	}
}

// formatCode writes what a program exits with as parseCode reads it: a text
// stands there as it is, unless that would be read as something else.
func formatCode(code scenario.Value) string {
	if code.Kind() != scenario.StringKind {
		return code.Str()
	}
	if again, why := parseCode(code.Str()); why == nil && again == code {
		return code.Str()
	}
	return code.Repr()
}

func parseCode(text string) (scenario.Value, complaint) {
	if _, err := strconv.ParseFloat(text, 64); err != nil && text != "None" && text != "" && text[0] != '"' && text[0] != '\'' {
		return scenario.String(text), nil
	}
	with, why := parseArguments(text)
	switch {
	case why != nil:
		return scenario.Null, why
	case len(with.Args) == 0:
		return scenario.Null, nil
	case len(with.Args) > 1 || with.Args[0].Kind() == scenario.FloatKind:
		return scenario.Null, notInteger(text)
	}
	return with.Args[0], nil
}
