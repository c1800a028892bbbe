package scenario

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lastcall/engine/internal/json"
)

// object checks that p is an object with members of the names alone, each
// given once.
func (d *decoder) object(p *place, what string, names ...string) bool {
	if !d.is(p, json.Object) {
		return false
	}
	for i, name := range p.Names {
		at := &place{&p.Names[i], p, name.Text}
		switch {
		case !slices.Contains(names, name.Text):
			d.complain(at, "unknown field "+strconv.Quote(name.Text)+"; "+what+" can have "+oneOf(names)+didYouMean(name.Text, names))
		case slices.ContainsFunc(p.Names[:i], func(n json.Node) bool { return n.Text == name.Text }):
			d.complain(at, strconv.Quote(name.Text)+" is given twice")
		}
	}
	return true
}

// is checks the type of p.
func (d *decoder) is(p *place, kind json.Kind) bool {
	if p.Kind != kind {
		d.complain(p, "this must be "+kind.String()+", not "+p.Kind.String())
	}
	return p.Kind == kind
}

// list calls each with the items of p, an array.
func (d *decoder) list(p *place, limit int, what string, each func(*place)) {
	if !d.is(p, json.Array) {
		return
	}
	if len(p.Items) > limit {
		d.complain(p, "there are "+strconv.Itoa(len(p.Items))+" "+what+"; at most "+strconv.Itoa(limit)+" are allowed")
		return
	}
	for i := range p.Items {
		each(p.item(i))
	}
}

func (d *decoder) string(p *place) string {
	if !d.is(p, json.String) {
		return ""
	}
	return p.Text
}

func (d *decoder) bool(p *place) bool {
	return d.is(p, json.Bool) && p.Text == "true"
}

func (d *decoder) number(p *place) float64 {
	if !d.is(p, json.Number) {
		return 0
	}
	f, ok := p.Float()
	if !ok {
		d.complain(p, "this number is too large for a float64; the largest is 1.7976931348623157e+308")
	}
	return f
}

func (d *decoder) choice(p *place, choices ...string) string {
	if p.Kind == json.String && slices.Contains(choices, p.Text) {
		return p.Text
	}
	hint := ""
	if p.Kind == json.String {
		hint = didYouMean(p.Text, choices)
	}
	d.complain(p, "this must be "+oneOf(quoted(choices))+hint)
	return choices[0]
}

func quoted(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = strconv.Quote(name)
	}
	return list
}

// duration reads how long a tick lasts.
func (d *decoder) duration(p *place) time.Duration {
	tick, err := time.ParseDuration(p.Text)
	if p.Kind != json.String || err != nil || tick <= 0 || tick > 24*time.Hour {
		d.complain(p, `this must be a Go duration above zero and up to 24h, such as "1s" or "20ms"`)
		return DefaultTick
	}
	return tick
}

func (d *decoder) id(p *place) string {
	m, ok := p.member("id")
	if !ok {
		d.complain(p, `an "id" is needed`)
		return ""
	}
	if m.Kind != json.String || !identifier(m.Text) || len(m.Text) > maxID || pythonKeywords[m.Text] || goKeywords[m.Text] {
		d.complain(m, "an id is a name as in Python or Go: letters, digits and _, not beginning with a digit, at most "+
			strconv.Itoa(maxID)+" long, and no keyword of either language")
	}
	return m.Text
}

// identifier reports whether s is [A-Za-z_][A-Za-z0-9_]*.
func identifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

var pythonKeywords = words("False None True and as assert async await break class continue def del elif else except " +
	"finally for from global if import in is lambda nonlocal not or pass raise return try while with yield")

var goKeywords = words("break case chan const continue default defer else fallthrough for func go goto if import " +
	"interface map package range return select struct switch type var")

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

func (d *decoder) label(p *place) string {
	m, ok := p.member("label")
	if !ok {
		return ""
	}
	label := d.string(m)
	if n := utf8.RuneCountInString(label); n > maxLabel {
		d.complain(m, "this label has "+strconv.Itoa(n)+" characters; at most "+strconv.Itoa(maxLabel)+" are allowed")
	}
	return label
}

// when reads "at" or "after".
func (d *decoder) when(p *place) (w When) {
	at, absolute := p.member("at")
	after, relative := p.member("after")
	switch {
	case absolute && relative:
		d.complain(after, `give "at" or "after", not both`)
	case absolute:
		return When{Absolute: true, Time: d.number(at)}
	case relative:
		return When{Time: d.number(after)}
	}
	return w
}

func (d *decoder) arguments(p *place) (a Arguments) {
	if m, ok := p.member("args"); ok {
		d.list(m, MaxSteps, "arguments", func(m *place) { a.Args = append(a.Args, d.value(m)) })
	}
	m, ok := p.member("kwargs")
	if !ok || !d.is(m, json.Object) {
		return a
	}
	seen := make(map[string]bool, len(m.Names))
	for i, name := range m.Names {
		at := &place{&m.Names[i], m, name.Text}
		if !identifier(name.Text) || pythonKeywords[name.Text] {
			d.complain(at, "the name of a keyword argument is a name as in Python, and no keyword")
		}
		if seen[name.Text] {
			d.complain(at, strconv.Quote(name.Text)+" is given twice")
		}
		seen[name.Text] = true
		a.Kwargs = append(a.Kwargs, Kwarg{name.Text, d.value(&place{&m.Items[i], m, name.Text})})
	}
	return a
}

// value reads an argument: anything but a list or an object.
func (d *decoder) value(p *place) Value {
	v, ok := FromJSON(p.Node)
	if !ok {
		d.complain(p, "an argument is a string, a boolean, null, or a number: an integer of at most "+
			strconv.Itoa(maxDigits)+" digits, or one that fits a float64")
	}
	return v
}

// maxDigits is how many digits CPython reads of an integer.
const maxDigits = 4300

// FromJSON returns a JSON value as an argument; ok is false for an array, an
// object, or a number that Python could not hold.
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
		return v, err == nil && (v.kind != IntKind || len(strings.TrimPrefix(n.Text, "-")) <= maxDigits)
	}
	return Null, false
}
