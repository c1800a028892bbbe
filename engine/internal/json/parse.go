package json

import (
	"bytes"
	"strconv"
)

// MaxDepth is how deep arrays and objects may be nested. What we read needs
// six; the limit keeps hostile text from exhausting the stack.
const MaxDepth = 64

// Parse reads one JSON value, and nothing after it, as RFC 8259 has it. Text
// that is not UTF-8, escapes that stand for half a character, and a byte
// order mark are refused. An error is a [*SyntaxError]: the first mistake,
// for what follows one is guesswork.
//
// A name that an object gives twice is no error; it is [Node.Repeated].
func Parse(text []byte) (Node, error) {
	p := parser{text: text, source: string(text)}
	if bytes.HasPrefix(text, []byte("\ufeff")) {
		p.fail("a byte order mark stands before the document; save it as UTF-8 without one")
	}
	n := p.value(0)
	p.space()
	if p.at < len(text) {
		p.expect("the end of the document")
	}
	if p.err != nil {
		return Node{}, p.err
	}
	return n, nil
}

// A parser reads on from at. After an error it stands at the end of the text,
// so that nothing more is read.
type parser struct {
	text   []byte
	source string // the same: what is read is a part of it
	at     int
	err    *SyntaxError
}

func (p *parser) fail(message string) {
	if p.err == nil {
		p.err = &SyntaxError{p.at, message}
	}
	p.at = len(p.text)
}

// expect fails because something else than what stands here.
func (p *parser) expect(what string) {
	message := what + " should be here"
	switch rest := p.text[p.at:]; {
	case len(rest) == 0:
		message += ", but the text ends"
	case rest[0] == '\'':
		message += "; strings stand in double quotes"
	case rest[0] == '#' || rest[0] == '/':
		message += "; JSON has no comments"
	}
	p.fail(message)
}

func (p *parser) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// peek returns the next byte after white space, 0 at the end.
func (p *parser) peek() byte {
	p.space()
	if p.at == len(p.text) {
		return 0
	}
	return p.text[p.at]
}

func (p *parser) value(depth int) Node {
	c := p.peek()
	n := Node{Offset: p.at}
	switch {
	case (c == '{' || c == '[') && depth == MaxDepth:
		p.fail("arrays and objects are nested more than " + strconv.Itoa(MaxDepth) + " deep")
	case c == '{':
		p.object(&n, depth)
	case c == '[':
		p.array(&n, depth)
	case c == '"':
		n.Kind, n.Text = String, p.str()
	case c == '-' || isDigit(c):
		n.Kind, n.Text = Number, p.number()
	case p.word("true"), p.word("false"):
		n.Kind, n.Text = Bool, p.source[n.Offset:p.at]
	case p.word("null"):
	default:
		p.expect("a value")
	}
	return n
}

func (p *parser) word(word string) bool {
	if !bytes.HasPrefix(p.text[p.at:], []byte(word)) {
		return false
	}
	p.at += len(word)
	return true
}

func (p *parser) array(n *Node, depth int) {
	n.Kind = Array
	p.at++
	if p.peek() == ']' {
		p.at++
		return
	}
	for {
		n.Items = append(n.Items, p.value(depth+1))
		if !p.more(']', "a comma or ]") {
			return
		}
	}
}

func (p *parser) object(n *Node, depth int) {
	n.Kind = Object
	p.at++
	if p.peek() == '}' {
		p.at++
		return
	}
	var given nameSet
	for {
		if p.peek() != '"' {
			p.expect("a name in double quotes")
			return
		}
		name := Node{Kind: String, Offset: p.at}
		name.Text = p.str()
		name.Repeated = given.has(name.Text, n.Names)
		if p.peek() != ':' {
			p.expect("a colon")
			return
		}
		p.at++
		n.Names = append(n.Names, name)
		n.Items = append(n.Items, p.value(depth+1))
		if !p.more('}', "a comma or }") {
			return
		}
	}
}

// more reads a comma, or the end of an array or object.
func (p *parser) more(end byte, expected string) bool {
	switch p.peek() {
	case ',':
		p.at++
		return true
	case end:
		p.at++
	default:
		p.expect(expected)
	}
	return false
}
