package scenario

import (
	"slices"
	"strings"

	"lastcall/engine/internal/json"
)

// FromJSON returns a JSON value as an argument; ok is false for an array, an
// object, or a number that Python would not read.
func FromJSON(n *json.Node) (v Value, ok bool) {
	switch n.Kind {
	case json.Null:
		return Null, true
	case json.Bool:
		return Bool(n.Text == "true"), true
	case json.String:
		return String(n.Text), true
	case json.Number:
		v, err := number(n.Text)
		return v, err == nil && (v.kind != IntKind || len(strings.TrimPrefix(v.text, "-")) <= MaxDigits)
	}
	return Null, false
}

// value reads an argument or another value that a program holds; what says
// which are allowed.
func (p *place) value(what string) Value {
	v, ok := FromJSON(p.Node)
	switch {
	case ok:
	case p.Kind != json.Number:
		p.wrong("%s must be %s, not %s", p.noun, what, p.Kind)
	case strings.ContainsAny(p.Text, ".eE"):
		p.number() // says what is wrong
	default:
		p.wrong("an integer has at most %d digits, as in Python", MaxDigits)
	}
	return v
}

// code reads what a program exits with.
func (p *place) code(what string, kinds ...ValueKind) Value {
	switch v, _ := FromJSON(p.Node); {
	case slices.Contains(kinds, v.kind):
		return p.value(what)
	case v.kind == FloatKind:
		p.wrong("%s must be %s; this number has a fraction or exponent", p.noun, what)
	default:
		p.wrong("%s must be %s, not %s", p.noun, what, p.Kind)
	}
	return Null
}

// arguments reads args and kwargs of an event, hook or step.
func (p *place) arguments() (a Arguments) {
	const what = "a string, a number, true, false or null"
	p.get("args").list(MaxArguments, "an argument", func(item *place) {
		a.Args = append(a.Args, item.value(what))
	})
	kwargs := p.get("kwargs")
	if !kwargs.is(json.Object) {
		return a
	}
	if n := len(kwargs.Names); n > MaxArguments {
		kwargs.wrong("kwargs has %d members; at most %d are allowed", n, MaxArguments)
		return a
	}
	for i := range kwargs.Names {
		name := kwargs.name(i)
		switch {
		case !isIdentifier(name.Text):
			name.wrong("the name of an argument is made of the letters a to z and A to Z, digits and _, and begins with no digit; %s is not", quote(name.Text))
		case isPythonKeyword(name.Text):
			name.wrong("%s is a keyword of Python, which no argument may be called", quote(name.Text))
		}
		kwargs.once(i)
		value := place{&kwargs.Items[i], p.of, kwargs, name.Text, "an argument"}
		a.Kwargs = append(a.Kwargs, Kwarg{name.Text, value.value(what)})
	}
	return a
}
