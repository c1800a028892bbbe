package trace

import "lastcall/engine/internal/json"

// elements calls each with the text of every item of a JSON array, or of every
// member of an object, and where it begins. A log can be long, and is never
// all in memory as a tree. It returns the first error of each, or what is wrong
// with the commas and such; the items' own syntax is for each to check.
func elements(text []byte, open byte, each func(name string, offset int, item []byte) error) error {
	w := walker{text: text}
	if w.next() != open {
		return &json.SyntaxError{Offset: w.at, Message: "this must be " + kindOf(open).String()}
	}
	w.at++
	end := open + 2 // the bracket or brace that closes
	for first := true; w.next() != end; first = false {
		if !first {
			if w.next() != ',' {
				return w.expected("a comma or " + string(end))
			}
			w.at++
		}
		name := ""
		if open == '{' {
			w.next()
			offset, item := w.value()
			n, err := parse(offset, item)
			if err != nil || n.Kind != json.String {
				return &json.SyntaxError{Offset: offset, Message: "a name in double quotes should be here"}
			}
			if w.next() != ':' {
				return w.expected("a colon")
			}
			w.at++
			name = n.Text
		}
		w.next()
		offset, item := w.value()
		if err := each(name, offset, item); err != nil {
			return err
		}
	}
	w.at++
	if w.next() != 0 || w.at < len(text) {
		return &json.SyntaxError{Offset: w.at, Message: "there is something after the end of the document"}
	}
	return nil
}

func kindOf(open byte) json.Kind {
	if open == '{' {
		return json.Object
	}
	return json.Array
}

// parse parses part of a text, which begins at an offset.
func parse(offset int, part []byte) (json.Node, error) {
	n, err := json.Parse(part)
	if syntax, ok := err.(*json.SyntaxError); ok {
		return n, &json.SyntaxError{Offset: offset + syntax.Offset, Message: syntax.Message}
	}
	return n, err
}

// A walker goes through a text from value to value.
type walker struct {
	text []byte
	at   int
}

func (w *walker) expected(what string) error {
	return &json.SyntaxError{Offset: w.at, Message: what + " should be here"}
}

// next skips white space and returns the byte after it, 0 at the end.
func (w *walker) next() byte {
	for ; w.at < len(w.text); w.at++ {
		switch c := w.text[w.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// value goes to the end of the value that begins here, if it is one, and
// returns where it began, and its text.
func (w *walker) value() (offset int, text []byte) {
	offset = w.at
	depth := 0
	for ; w.at < len(w.text); w.at++ {
		switch w.text[w.at] {
		case '"':
			w.quoted()
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth < 0 {
				return offset, w.text[offset:w.at]
			}
		case ',', ':':
			if depth == 0 {
				return offset, w.text[offset:w.at]
			}
		}
	}
	return offset, w.text[offset:]
}

// quoted goes to the closing quotes of a string.
func (w *walker) quoted() {
	for w.at++; w.at < len(w.text) && w.text[w.at] != '"'; w.at++ {
		if w.text[w.at] == '\\' {
			w.at++
		}
	}
}
