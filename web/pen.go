package main

import (
	"encoding/json"
	"strconv"

	"lastcall/engine/trace"
)

// A pen writes a picture for picture.js, which draws it: an array of elements,
// each ["tag", {attributes}, [children]] with text as a child that is a string.
//
// The timeline is not drawn by go-app, whose diff waits for its next frame and
// costs more than the whole of a layout: a drag is to be followed at once.
// What the elements look like is the style sheet's business, by kind.
type pen struct{ out []byte }

// begin opens an element. Attributes are names and values in turns; one whose
// value is empty is left out.
func (p *pen) begin(tag string, attributes ...string) {
	p.next()
	p.out = append(p.out, '[')
	p.quote(tag)
	p.out = append(p.out, ",{"...)
	first := true
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		if !first {
			p.out = append(p.out, ',')
		}
		first = false
		p.quote(attributes[i])
		p.out = append(p.out, ':')
		p.quote(attributes[i+1])
	}
	p.out = append(p.out, "},["...)
}

func (p *pen) end() { p.out = append(p.out, "]]"...) }

// text writes text into the element that is open.
func (p *pen) text(text string) {
	p.next()
	p.quote(text)
}

// element writes an element with nothing in it.
func (p *pen) element(tag string, attributes ...string) {
	p.begin(tag, attributes...)
	p.end()
}

// next separates what follows from what is there.
func (p *pen) next() {
	if n := len(p.out); n > 0 && p.out[n-1] != '[' {
		p.out = append(p.out, ',')
	}
}

// quote writes a string of JSON's.
func (p *pen) quote(s string) {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' {
			quoted, _ := json.Marshal(s) // of a string it does not fail
			p.out = append(p.out, quoted...)
			return
		}
	}
	p.out = append(p.out, '"')
	p.out = append(p.out, s...)
	p.out = append(p.out, '"')
}

// num writes a coordinate.
func num(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func shift(x, y float64) string { return "translate(" + num(x) + "," + num(y) + ")" }

func (p *pen) line(key, kind string, x1, y1, x2, y2 float64) {
	p.element("line", "data-key", key, "data-kind", kind, "x1", num(x1), "y1", num(y1), "x2", num(x2), "y2", num(y2))
}

func (p *pen) rect(key, kind string, r trace.Rect, radius float64) {
	p.element("rect", "data-key", key, "data-kind", kind, "x", num(r.X), "y", num(r.Y),
		"width", num(max(r.W, 0)), "height", num(r.H), "rx", num(radius))
}

func (p *pen) circle(kind string, x, y, radius float64) {
	p.element("circle", "data-kind", kind, "cx", num(x), "cy", num(y), "r", num(radius))
}

func (p *pen) path(key, kind, d string) {
	if d != "" {
		p.element("path", "data-key", key, "data-kind", kind, "d", d)
	}
}

// An anchor is where text stands from its point; its start is the zero value.
type anchor string

const (
	fromStart  anchor = ""
	fromMiddle anchor = "middle"
	fromEnd    anchor = "end"
)

// words writes text at a baseline.
func (p *pen) words(key, kind string, x, y float64, at anchor, text string) {
	p.begin("text", "data-key", key, "data-kind", kind, "x", num(x), "y", num(y), "text-anchor", string(at))
	p.text(text)
	p.end()
}

// label writes words into the room that the layout keeps for them, if it keeps
// any.
func (p *pen) label(key, kind string, l trace.Label, text string) {
	if l.W == 0 {
		return
	}
	at := fromStart
	if l.End {
		at = fromEnd
	}
	p.words(key, kind, l.X, l.Y, at, text)
}

// through is the path through points.
func through(points []trace.Point) string {
	d := ""
	for i, p := range points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		d += command + num(p.X) + " " + num(p.Y)
	}
	return d
}

// upright is the path of a vertical line.
func upright(x, y1, y2 float64) string { return "M" + num(x) + " " + num(y1) + "V" + num(y2) }

func itoa(n int) string { return strconv.Itoa(n) }
