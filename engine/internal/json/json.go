// Package json reads and writes JSON for the scenario and the trace.
//
// It is not encoding/json, for what a document that people write needs:
// members keep their order, every value knows where in the text it stands,
// and a name that is given twice is seen. It is also a fifth of the size in
// WebAssembly.
package json

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Kind is a type of JSON value.
type Kind uint8

// The kinds.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"null", "a boolean", "a number", "a string", "an array", "an object"}

// String returns the kind with its article.
func (k Kind) String() string { return kindNames[k] }

// A Node is a JSON value in a text.
type Node struct {
	Kind   Kind
	Offset int    // where its text begins, in bytes
	Text   string // a string's value; a number's digits; "true" or "false"
	Items  []Node // of an array, or the values of an object's members
	Names  []Node // of an object's members: strings
}

// Get returns the member of that name, nil if there is none. The last counts
// if there are several.
func (n *Node) Get(name string) *Node {
	for i := len(n.Names) - 1; i >= 0; i-- {
		if n.Names[i].Text == name {
			return &n.Items[i]
		}
	}
	return nil
}

// Float returns a number's value; ok is false if n is none, or not finite as
// a float64.
func (n *Node) Float() (f float64, ok bool) {
	if n.Kind != Number {
		return 0, false
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	return f, err == nil
}

// Int returns the value of a number without fraction and exponent; ok is
// false if n is none, or does not fit.
func (n *Node) Int() (i int, ok bool) {
	if n.Kind != Number {
		return 0, false
	}
	i, err := strconv.Atoi(n.Text)
	return i, err == nil
}

// A SyntaxError is text that is not JSON.
type SyntaxError struct {
	Offset  int // in bytes
	Message string
}

func (e *SyntaxError) Error() string { return e.Message }

// Position turns an offset into a line and a column, both from 1. The column
// counts characters.
func Position(text []byte, offset int) (line, column int) {
	before := string(text[:min(offset, len(text))])
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

// MaxDepth is how deep arrays and objects may be nested. What we read needs
// six; the limit keeps hostile text from exhausting the stack.
const MaxDepth = 64
