// Package json reads and writes JSON for the scenario and the trace.
//
//	root, err := json.Parse(text)
//	for i, name := range root.Names {
//		value := &root.Items[i] ...
//	}
//	t, ok := root.Get("t").Float()
//
// Unlike encoding/json it keeps what a document that people write needs:
// members stay in their order, every value knows where in the text it stands,
// numbers are as they were written, and a name that is given twice is seen. A
// reader walks the tree and can report all that is wrong at once. It is also
// strict, so that no text means one thing here and another in Python or
// JavaScript; and small, where encoding/json would add a third of a megabyte
// to the WebAssembly that every visitor downloads.
package json

import "strconv"

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
	Kind     Kind
	Repeated bool   // a name that its object has given before
	Offset   int    // where its text begins, in bytes
	Text     string // a string's value; a number as it was written; "true" or "false"
	Items    []Node // of an array, or the values of an object's members
	Names    []Node // of an object's members: strings
}

// Get returns the member of that name, nil if there is none. The last counts
// if there are several, as in Python and JavaScript.
func (n *Node) Get(name string) *Node {
	if n == nil {
		return nil
	}
	for i := len(n.Names) - 1; i >= 0; i-- {
		if n.Names[i].Text == name {
			return &n.Items[i]
		}
	}
	return nil
}

// Float returns a number's value; ok is false if n is none, nil included, or
// is not finite as a float64.
func (n *Node) Float() (f float64, ok bool) {
	if n == nil || n.Kind != Number {
		return 0, false
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	return f, err == nil
}

// Int returns the value of a number without fraction and exponent; ok is
// false if n is none, nil included, or does not fit.
func (n *Node) Int() (i int, ok bool) {
	if n == nil || n.Kind != Number {
		return 0, false
	}
	i, err := strconv.Atoi(n.Text)
	return i, err == nil
}
