package scenario

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"lastcall/engine/internal/json"
)

// A place is a value in the document and the way to it. Its methods read the
// value, note what is wrong with it, and then return something to go on with,
// so that one problem hides no other.
//
// A nil place is a value that is not there. Its methods return what goes
// without saying.
type place struct {
	*json.Node
	of   *decoder
	up   *place
	step string // from up, in the path
	noun string // what messages call the value
}

// get returns the place of a member, nil if there is none.
func (p *place) get(name string) *place {
	node := p.Get(name)
	if node == nil {
		return nil
	}
	return &place{node, p.of, p, name, name}
}

// name returns the place of a member's name.
func (p *place) name(i int) *place {
	return &place{&p.Names[i], p.of, p, p.Names[i].Text, "a name"}
}

// path returns the place as a JSON pointer.
func (p *place) path() string {
	if p.up == nil {
		return ""
	}
	return p.up.path() + "/" + pointer.Replace(p.step)
}

// pointer escapes a name as RFC 6901 has it.
var pointer = strings.NewReplacer("~", "~0", "/", "~1")

// wrong notes a problem.
func (p *place) wrong(format string, args ...any) { p.of.notes.add(p, format, args...) }

// is checks the type.
func (p *place) is(kind json.Kind) bool {
	if p == nil {
		return false
	}
	if p.Kind != kind {
		p.wrong("%s must be %s, not %s", p.noun, kind, p.Kind)
	}
	return p.Kind == kind
}

// object checks that there is an object, with members of the names alone and
// each once. Members that others check are passed over.
func (p *place) object(names []string, others ...string) bool {
	if !p.is(json.Object) {
		return false
	}
	for i, name := range p.Names {
		switch {
		case slices.Contains(names, name.Text):
			p.once(i)
		case !slices.Contains(others, name.Text):
			p.name(i).wrong("unknown field %s; %s has %s%s", quote(name.Text), p.noun, enumeration{names, "and"}, hint{name.Text, names})
		}
	}
	return true
}

// once checks that a member's name is not there for the second time.
func (p *place) once(i int) {
	if name := p.name(i); name.Repeated {
		name.wrong("%s has %s already", p.noun, quote(name.Text))
	}
}

// notBoth checks that an object has one of two members at most.
func (p *place) notBoth(one, other string) {
	a, b := p.get(one), p.get(other)
	if a == nil || b == nil {
		return
	}
	if a.Offset > b.Offset {
		b = a
	}
	b.wrong("%s has %s or %s, not both", p.noun, one, other)
}

// list calls each with the items of an array. Noun is what one is called.
func (p *place) list(limit int, noun string, each func(item *place)) {
	if !p.is(json.Array) {
		return
	}
	if n := len(p.Items); n > limit {
		p.wrong("%s has %d items; at most %d are allowed", p.noun, n, limit)
		return
	}
	for i := range p.Items {
		each(&place{&p.Items[i], p.of, p, strconv.Itoa(i), noun})
	}
}

// text reads a string, "" by default.
func (p *place) text() string {
	if !p.is(json.String) {
		return ""
	}
	return p.Text
}

// truth reads a boolean.
func (p *place) truth(byDefault bool) bool {
	if !p.is(json.Bool) {
		return byDefault
	}
	return p.Text == "true"
}

// number reads a finite number, 0 by default.
func (p *place) number() float64 {
	if !p.is(json.Number) {
		return 0
	}
	f, ok := p.Float()
	if !ok {
		p.wrong("%s must be between -%g and %g", p.noun, math.MaxFloat64, math.MaxFloat64)
	}
	return f + 0 // -0 is 0
}

// choice reads one of some strings, the first by default.
func (p *place) choice(choices ...string) string {
	switch {
	case p == nil:
	case p.Kind == json.String && slices.Contains(choices, p.Text):
		return p.Text
	case p.Kind == json.String:
		p.wrong("%s must be %s%s", p.noun, enumeration{quoted(choices), "or"}, hint{p.Text, choices})
	default:
		p.wrong("%s must be %s, not %s", p.noun, enumeration{quoted(choices), "or"}, p.Kind)
	}
	return choices[0]
}

// tick reads how long a unit lasts.
func (p *place) tick() time.Duration {
	if p == nil {
		return DefaultTick
	}
	d, err := time.ParseDuration(p.Text)
	if p.Kind != json.String || err != nil || d <= 0 || d > MaxTick {
		p.wrong(`%s must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`, p.noun)
		return DefaultTick
	}
	return d
}
