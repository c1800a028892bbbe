// Package json reads and writes JSON for documents that people edit.
//
// Unlike encoding/json it keeps what a good message about a document needs:
// the order of fields, where each value stands, numbers as they were written,
// and names that are given twice. A reader walks the tree and can report all
// that is wrong at once. It is strict, so that no text means one thing here
// and another in Python or JavaScript. And it is small: encoding/json would
// add a third of a megabyte to the WebAssembly that every visitor downloads.
//
//	root, err := json.Parse(data)
//	for name, v := range root.Get("records").Items() { ... }
//	t, ok := root.Get("t").Float()
package json

import (
	"iter"
	"strconv"
)

// A Kind is the type of a Value.
type Kind uint8

// The kinds. Missing is that of the zero Value: what is not there.
const (
	Missing Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"nothing", "null", "boolean", "number", "string", "array", "object"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// A Value is a value in a document, or the name of a field. It is small, to
// be passed around, but it keeps the whole document's text alive. The zero
// Value is of kind [Missing]; all its methods work and find nothing.
type Value struct {
	doc   *document
	index uint32
}

// A document is its text and its nodes in the order of the text: a list is
// followed by its items, an object by names and values in turn. That takes 16
// bytes a value, so a document of megabytes is no strain on a browser.
type document struct {
	text  string
	nodes []node
}

type node struct {
	kind       Kind
	escaped    bool   // a string with a backslash in it
	repeated   bool   // a name that its object had already
	start, end uint32 // in the text; a string's quotes belong to it
	next       uint32 // the first node that is not in this one
}

func (v Value) node() node {
	if v.doc == nil {
		return node{}
	}
	return v.doc.nodes[v.index]
}

// Kind returns v's type.
func (v Value) Kind() Kind { return v.node().kind }

// Offset returns where v begins in the text, in bytes.
func (v Value) Offset() int { return int(v.node().start) }

// Raw returns v as it stands in the text.
func (v Value) Raw() string {
	if v.doc == nil {
		return ""
	}
	n := v.node()
	return v.doc.text[n.start:n.end]
}

// Text returns a string's text, without quotes and escapes; ok is false if v
// is no string.
func (v Value) Text() (s string, ok bool) {
	n := v.node()
	if n.kind != String {
		return "", false
	}
	s = v.doc.text[n.start+1 : n.end-1]
	if n.escaped {
		s = unescape(s)
	}
	return s, true
}

// Float returns a number; ok is false if v is none or is beyond float64.
func (v Value) Float() (f float64, ok bool) {
	if v.Kind() != Number {
		return 0, false
	}
	f, err := strconv.ParseFloat(v.Raw(), 64)
	return f, err == nil
}

// Int returns a number that was written without fraction and exponent; ok is
// false if v is none or does not fit.
func (v Value) Int() (n int, ok bool) {
	if v.Kind() != Number {
		return 0, false
	}
	n, err := strconv.Atoi(v.Raw())
	return n, err == nil
}

// Bool returns a boolean; ok is false if v is none.
func (v Value) Bool() (b, ok bool) {
	return v.Raw() == "true", v.Kind() == Bool
}

// Repeated reports whether v is the name of a field whose object had one of
// the same name before.
func (v Value) Repeated() bool { return v.node().repeated }

// Items returns the items of an array with their indices. There are none if v
// is no array.
func (v Value) Items() iter.Seq2[int, Value] {
	return func(yield func(int, Value) bool) {
		n := v.node()
		if n.kind != Array {
			return
		}
		for i, at := 0, v.index+1; at < n.next; i++ {
			if !yield(i, Value{v.doc, at}) {
				return
			}
			at = v.doc.nodes[at].next
		}
	}
}

// Fields returns the names and values of an object's fields, in the order of
// the text, with those that are repeated. There are none if v is no object.
func (v Value) Fields() iter.Seq2[Value, Value] {
	return func(yield func(name, value Value) bool) {
		n := v.node()
		if n.kind != Object {
			return
		}
		for at := v.index + 1; at < n.next; at = v.doc.nodes[at+1].next {
			if !yield(Value{v.doc, at}, Value{v.doc, at + 1}) {
				return
			}
		}
	}
}

// Get returns the value of an object's first field of that name, or the zero
// Value. It looks at one field after the other.
func (v Value) Get(name string) Value {
	for n, value := range v.Fields() {
		if text, _ := n.Text(); text == name {
			return value
		}
	}
	return Value{}
}

// Len returns how many items or fields v has. It counts them.
func (v Value) Len() int {
	count := 0
	for range v.Items() {
		count++
	}
	for range v.Fields() {
		count++
	}
	return count
}
