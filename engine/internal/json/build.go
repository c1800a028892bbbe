package json

import (
	"bytes"
	"unicode/utf8"
)

// Values to write, which [AppendPretty] takes.

// StringOf returns s as a value.
func StringOf(s string) Node { return Node{Kind: String, Text: s} }

// NumberOf returns a finite f as a value.
func NumberOf(f float64) Node { return Node{Kind: Number, Text: string(AppendNumber(nil, f))} }

// BoolOf returns v as a value.
func BoolOf(v bool) Node {
	if v {
		return Node{Kind: Bool, Text: "true"}
	}
	return Node{Kind: Bool, Text: "false"}
}

// Literal returns a value whose text is a number already.
func Literal(digits string) Node { return Node{Kind: Number, Text: digits} }

// Add adds a member to an object. A zero Node becomes one.
func (n *Node) Add(name string, value Node) {
	n.Kind = Object
	n.Names = append(n.Names, StringOf(name))
	n.Items = append(n.Items, value)
}

// lineWidth is how many characters a line may have before what is on it is
// written over several.
const lineWidth = 100

// AppendPretty appends n over as many lines as it takes, indented by two
// spaces from indent on. What fits on the line stays there, but for the
// document itself, which is what has no indent.
func AppendPretty(b []byte, n *Node, indent int) []byte {
	start := len(b)
	b = appendLine(b, n)
	line := b[bytes.LastIndexByte(b, '\n')+1:]
	if len(n.Items) == 0 || indent > 0 && (utf8.RuneCount(line) < lineWidth || n.plain()) {
		return b
	}
	left, right := n.brackets()
	b = append(b[:start], left)
	for i := range n.Items {
		if i > 0 {
			b = append(b, ',')
		}
		b = n.appendName(newLine(b, indent+2), i)
		b = AppendPretty(b, &n.Items[i], indent+2)
	}
	return append(newLine(b, indent), right)
}

// appendLine appends n in one line.
func appendLine(b []byte, n *Node) []byte {
	switch n.Kind {
	case Null:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, n.Text...)
	case String:
		return AppendString(b, n.Text)
	}
	space := ""
	if len(n.Items) > 0 && (n.Kind == Object || !n.plain()) {
		space = " "
	}
	left, right := n.brackets()
	b = append(append(b, left), space...)
	for i := range n.Items {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendLine(n.appendName(b, i), &n.Items[i])
	}
	return append(append(b, space...), right)
}

// plain reports whether n gains nothing by being written over several lines:
// an array of values that have no items, or an object of one such.
func (n *Node) plain() bool {
	for i := range n.Items {
		if k := n.Items[i].Kind; k == Array || k == Object {
			return false
		}
	}
	return n.Kind == Array || len(n.Items) <= 1
}

func (n *Node) brackets() (left, right byte) {
	if n.Kind == Object {
		return '{', '}'
	}
	return '[', ']'
}

// appendName appends the name of member i, if n is an object.
func (n *Node) appendName(b []byte, i int) []byte {
	if n.Kind != Object {
		return b
	}
	return append(AppendString(b, n.Names[i].Text), ": "...)
}

func newLine(b []byte, indent int) []byte {
	b = append(b, '\n')
	for range indent {
		b = append(b, ' ')
	}
	return b
}
