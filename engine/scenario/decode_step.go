package scenario

import (
	"slices"

	"lastcall/engine/internal/json"
)

// The words of steps, in the order in which they are listed to people.
var (
	verbs = []string{
		"print", "work", "enter", "cancel", "register", "unregister", "raise", "exit", "_exit", "abort", "kill",
	}
	outsideVerbs = []string{"print", "enter", "cancel", "register", "unregister"}

	// options are what steps of a verb have beside it.
	options = map[string][]string{
		"enter":    {"at", "after", "priority", "args", "kwargs"},
		"register": {"args", "kwargs"},
		"raise":    {"message"},
	}
)

// ExceptionTypes are what a raise step can raise.
var ExceptionTypes = []string{
	"ValueError", "RuntimeError", "KeyError", "OSError", "TypeError", "ZeroDivisionError", "KeyboardInterrupt",
}

// steps reads a list of steps of some verbs.
func (p *place) steps(allowed []string) (steps []Step) {
	p.list(MaxSteps, "a step", func(item *place) {
		if step := item.aStep(allowed); step != nil {
			steps = append(steps, step)
		}
	})
	return steps
}

func (p *place) aStep(allowed []string) Step {
	if !p.is(json.Object) {
		return nil
	}
	verb := p.verb(allowed)
	if verb == "" {
		return nil
	}
	p.noun = article(verb + " step")
	p.object(append([]string{verb}, options[verb]...), verbs...)
	switch m := p.get(verb); verb {
	case "print":
		return Print{m.template()}
	case "work":
		return Work{m.work()}
	case "enter":
		return p.enter()
	case "cancel":
		return Cancel{m.event()}
	case "register":
		return Register{m.hook(), p.arguments()}
	case "unregister":
		return Unregister{m.hook()}
	case "raise":
		return p.raise()
	case "exit":
		return Exit{m.code("an integer, a string or null", IntKind, StringKind, NullKind)}
	case "_exit":
		return HardExit{m.code("an integer", IntKind)}
	case "abort":
		if !m.truth(true) {
			m.wrong("abort must be true")
		}
		return Abort{}
	default:
		return Kill{Signal(m.choice(retyped[string](Signals)...))}
	}
}

// verb returns the one verb of a step, "" if there is none to go on with.
func (p *place) verb(allowed []string) string {
	verb := ""
	for i, name := range p.Names {
		switch {
		case !slices.Contains(verbs, name.Text):
		case verb == "":
			verb = name.Text
		case verb == name.Text:
			// said by object
		default:
			p.name(i).wrong("a step has one verb; this is %s already", article(verb+" step"))
		}
	}
	switch {
	case verb == "" && len(p.Names) > 0:
		p.wrong("a step needs a verb: %s%s", enumeration{allowed, "or"}, hint{p.Names[0].Text, allowed})
	case verb == "":
		p.wrong("a step needs a verb: %s", enumeration{allowed, "or"})
	case !slices.Contains(allowed, verb):
		p.get(verb).wrong("%s is not for outside, where steps are %s", verb, enumeration{allowed, "or"})
		return ""
	}
	return verb
}

func (p *place) work() float64 {
	units := p.number()
	if units < 0 {
		p.wrong("work must be 0 or more")
	}
	return units
}

func (p *place) enter() Step {
	e := Enter{Event: p.get("enter").event(), When: p.when(), With: p.arguments()}
	if m := p.get("priority"); m != nil {
		priority := m.number()
		e.Priority = &priority
	}
	return e
}

func (p *place) raise() Step {
	r := Raise{Type: p.get("raise").choice(ExceptionTypes...)}
	if m := p.get("message"); m != nil {
		message := m.text()
		r.Message = &message
	}
	return r
}
