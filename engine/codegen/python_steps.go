package codegen

import (
	"strings"

	"lastcall/engine/scenario"
)

// body writes the steps of a function.
func (p *python) body(path string, steps []scenario.Step, text func(scenario.Print) string) {
	if len(steps) == 0 {
		p.line("", "pass")
	}
	p.steps(path, steps, text)
}

// steps writes steps, a line each; text says how one prints.
func (p *python) steps(path string, steps []scenario.Step, text func(scenario.Print) string) {
	for i, step := range steps {
		line := p.step(step)
		if printed, ok := step.(scenario.Print); ok {
			line = "print(" + text(printed) + ")"
		}
		p.line(stepPath(path, i), line)
	}
}

func (p *python) step(step scenario.Step) string {
	switch step := step.(type) {
	case scenario.Work:
		return "clock.sleep(" + number(step.Units) + ")"
	case scenario.Enter:
		return p.enter(step.Event, step.When, p.priority(step), step.With)
	case scenario.Cancel:
		return "scheduler.cancel(entries.get(" + pythonString(step.Event) + "))"
	case scenario.Register:
		return p.register(step.Hook, step.With)
	case scenario.Unregister:
		return "atexit.unregister(" + p.names.of[step.Hook] + ")"
	case scenario.Raise:
		if step.Message == nil {
			return "raise " + step.Type
		}
		return "raise " + step.Type + "(" + pythonString(*step.Message) + ")"
	case scenario.Exit:
		if step.Code == scenario.Null {
			return "sys.exit()"
		}
		return "sys.exit(" + pythonValue(step.Code) + ")"
	case scenario.HardExit:
		return "os._exit(" + pythonValue(step.Code) + ")"
	case scenario.Abort:
		return "os.abort()"
	case scenario.Kill:
		return "os.kill(os.getpid(), signal." + string(step.Signal) + ")"
	}
	return "pass"
}

// priority is that of an enter step: its own, or the event's.
func (f *facts) priority(step scenario.Enter) float64 {
	if step.Priority != nil {
		return *step.Priority
	}
	for i := range f.Events {
		if f.Events[i].ID == step.Event {
			return f.Events[i].Priority
		}
	}
	return 0
}

func (p *python) enter(id string, when scenario.When, priority float64, with scenario.Arguments) string {
	call := "scheduler.enter("
	if when.Absolute {
		call = "scheduler.enterabs("
	}
	if p.cancelled[id] {
		call = "entries[" + pythonString(id) + "] = " + call
	}
	call += number(when.Time) + ", " + number(priority) + ", " + p.names.of[id]
	if len(with.Args) > 0 {
		call += ", argument=(" + strings.Join(pythonValues(with.Args), ", ")
		if len(with.Args) == 1 {
			call += ","
		}
		call += ")"
	}
	if len(with.Kwargs) > 0 {
		var members []string
		for _, kwarg := range with.Kwargs {
			members = append(members, pythonString(kwarg.Name)+": "+pythonValue(kwarg.Value))
		}
		call += ", kwargs={" + strings.Join(members, ", ") + "}"
	}
	return call + ")"
}

func (p *python) register(id string, with scenario.Arguments) string {
	arguments := append([]string{p.names.of[id]}, pythonValues(with.Args)...)
	for _, kwarg := range with.Kwargs {
		arguments = append(arguments, kwarg.Name+"="+pythonValue(kwarg.Value))
	}
	return "atexit.register(" + strings.Join(arguments, ", ") + ")"
}

// plain is the text of a print where there are no arguments.
func (p *python) plain(text scenario.Print) string { return p.formatCall(text, "") }

// formatCall is the text of a print that gets its arguments as a call does.
func (p *python) formatCall(text scenario.Print, arguments string) string {
	if len(fields(text)) == 0 {
		return p.formatted(text, shape{})
	}
	return pythonString(text.Text) + ".format(" + arguments + ")"
}

// formatted is the text of a print that has the parameters of shape.
func (p *python) formatted(text scenario.Print, s shape) string {
	formatted := len(fields(text)) > 0
	var b strings.Builder
	for part := range text.Parts() {
		switch {
		case part.Argument:
			i, _ := s.find(part.Text)
			b.WriteString("{" + p.parameterNames(s)[i] + "}")
		case formatted && strings.ContainsAny(part.Text, "{}"):
			b.WriteString(part.Text + part.Text)
		default:
			b.WriteString(pythonEscape(part.Text))
		}
	}
	if formatted {
		return `f"` + b.String() + `"`
	}
	return `"` + b.String() + `"`
}

func pythonValues(values []scenario.Value) (texts []string) {
	for _, v := range values {
		texts = append(texts, pythonValue(v))
	}
	return texts
}

func pythonValue(v scenario.Value) string {
	if v.Kind() == scenario.StringKind {
		return pythonString(v.Str())
	}
	return v.Repr()
}

func pythonString(s string) string { return `"` + pythonEscape(s) + `"` }

// pythonEscape writes s as it stands between double quotes.
func pythonEscape(s string) string {
	quoted := scenario.Quote("'" + `"` + s) // both quotes: repr then takes the single one
	quoted = strings.TrimSuffix(strings.TrimPrefix(quoted, `'\'"`), "'")
	return strings.ReplaceAll(strings.ReplaceAll(quoted, `"`, `\"`), `\'`, "'")
}
