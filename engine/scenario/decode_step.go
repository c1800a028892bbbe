package scenario

import (
	"slices"
	"strconv"

	"lastcall/engine/internal/json"
)

// A verbReader reads the steps of one verb: value is what stands behind the
// verb, step the whole.
type verbReader struct {
	name    string
	options []string
	read    func(d *decoder, step, value *place) Step
}

// The verbs. They are a function's result because reading a step needs them.
func verbReaders() []verbReader {
	return []verbReader{
		{"print", nil, (*decoder).print},
		{"work", nil, (*decoder).work},
		{"enter", []string{"after", "at", "priority", "args", "kwargs"}, (*decoder).enter},
		{"cancel", nil, func(d *decoder, _, v *place) Step { return Cancel{d.reference(v, "event", &d.events)} }},
		{"register", []string{"args", "kwargs"}, func(d *decoder, step, v *place) Step {
			return Register{d.reference(v, "hook", &d.hooks), d.arguments(step)}
		}},
		{"unregister", nil, func(d *decoder, _, v *place) Step { return Unregister{d.reference(v, "hook", &d.hooks)} }},
		{"raise", []string{"message"}, (*decoder).raise},
		{"exit", nil, (*decoder).exit},
		{"_exit", nil, (*decoder).hardExit},
		{"abort", nil, (*decoder).abort},
		{"kill", nil, func(d *decoder, _, v *place) Step {
			return Kill{Signal(d.choice(v, "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGKILL"))}
		}},
	}
}

// verbs are what steps can do.
var verbs = func() (names []string) {
	for _, v := range verbReaders() {
		names = append(names, v.name)
	}
	return names
}()

// ExceptionTypes are what a raise step can raise.
var ExceptionTypes = []string{
	"ValueError", "RuntimeError", "KeyError", "OSError", "TypeError", "ZeroDivisionError", "KeyboardInterrupt",
}

// steps reads a list of steps; where only some verbs are allowed, they are
// given.
func (d *decoder) steps(p *place, allowed ...string) (steps []Step) {
	readers := verbReaders()
	d.list(p, MaxSteps, "steps", func(p *place) {
		if step := d.step(p, readers, allowed); step != nil {
			steps = append(steps, step)
		}
	})
	return steps
}

func (d *decoder) step(p *place, readers []verbReader, allowed []string) Step {
	if !d.is(p, json.Object) {
		return nil
	}
	if len(allowed) == 0 {
		allowed = verbs
	}
	var found []verbReader
	for _, r := range readers {
		if _, ok := p.member(r.name); ok {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		hint := ""
		if len(found) == 0 && len(p.Names) > 0 {
			hint = didYouMean(p.Names[0].Text, allowed)
		}
		d.complain(p, "a step has exactly one verb: "+oneOf(allowed)+hint)
		return nil
	}
	r := found[0]
	if !slices.Contains(allowed, r.name) {
		d.complain(p, strconv.Quote(r.name)+" cannot be done from outside; that is "+oneOf(allowed))
		return nil
	}
	d.object(p, "a "+r.name+" step", append([]string{r.name}, r.options...)...)
	value, _ := p.member(r.name)
	return r.read(d, p, value)
}

// reference reads the id of an event or a hook.
func (d *decoder) reference(p *place, what string, ids *ids) string {
	id := d.string(p)
	if p.Kind == json.String && !ids.known[id] {
		article := "a "
		if what == "event" {
			article = "an "
		}
		d.complain(p, "this must be "+article+what+"’s id, and none is "+strconv.Quote(id)+didYouMean(id, ids.list))
	}
	return id
}

func (d *decoder) print(_, value *place) Step {
	text := d.string(value)
	if problem := checkTemplate(text); problem != "" {
		d.complain(value, problem)
	}
	return Print{text}
}

func (d *decoder) work(_, value *place) Step {
	units := d.number(value)
	if units < 0 {
		d.complain(value, "work cannot take less than 0 units")
	}
	return Work{units}
}

func (d *decoder) enter(step, value *place) Step {
	e := Enter{Event: d.reference(value, "event", &d.events), When: d.when(step), With: d.arguments(step)}
	if m, ok := step.member("priority"); ok {
		priority := d.number(m)
		e.Priority = &priority
	}
	return e
}

func (d *decoder) raise(step, value *place) Step {
	r := Raise{Type: d.choice(value, ExceptionTypes...)}
	if m, ok := step.member("message"); ok {
		message := d.string(m)
		r.Message = &message
	}
	return r
}

func (d *decoder) exit(_, value *place) Step {
	code, ok := FromJSON(value.Node)
	if !ok || code.kind == BoolKind || code.kind == FloatKind {
		d.complain(value, "exit takes an integer, a string or null")
	}
	return Exit{code}
}

func (d *decoder) hardExit(_, value *place) Step {
	code, ok := FromJSON(value.Node)
	if !ok || code.kind != IntKind {
		d.complain(value, "_exit takes an integer")
	}
	return HardExit{code}
}

func (d *decoder) abort(_, value *place) Step {
	if !d.bool(value) && value.Kind == json.Bool {
		d.complain(value, "abort takes true")
	}
	return Abort{}
}
