package json

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxDepth is how deep arrays and objects may be nested: far deeper than any
// document of ours, far from exhausting the stack.
const MaxDepth = 64

// maxLen keeps offsets within 32 bits.
const maxLen = 1<<31 - 1

// Parse reads a text that is one JSON value, as RFC 8259 has it. Invalid
// UTF-8, halves of surrogate pairs, a byte order mark and nesting beyond
// [MaxDepth] are refused. The error is a [*SyntaxError]: the first mistake,
// for what comes after one is guesswork.
//
// A name that an object has twice is no error; see [Value.Repeated].
func Parse(data []byte) (Value, error) {
	if len(data) > maxLen {
		return Value{}, &SyntaxError{maxLen, "the text is longer than 2 GiB"}
	}
	p := parser{text: string(data)}
	if strings.HasPrefix(p.text, "\ufeff") {
		return Value{}, &SyntaxError{0, "a byte order mark must not stand before the value"}
	}
	if err := p.value(0); err != nil {
		return Value{}, err
	}
	if p.space(); p.pos < len(p.text) {
		return Value{}, p.unexpected("nothing after the value")
	}
	return Value{doc: &document{p.text, p.nodes}}, nil
}

// A parser appends a node for each value that it has begun to read.
type parser struct {
	text  string
	pos   int // of the next byte to read
	nodes []node
}

// begin appends a node that starts here and returns its index.
func (p *parser) begin(kind Kind) int {
	p.nodes = append(p.nodes, node{kind: kind, start: uint32(p.pos)})
	return len(p.nodes) - 1
}

// end completes a node: it ends here, and what is in it has been appended.
func (p *parser) end(index int) {
	p.nodes[index].end = uint32(p.pos)
	p.nodes[index].next = uint32(len(p.nodes))
}

func (p *parser) value(depth int) error {
	p.space()
	switch c := p.peek(); {
	case c == '{' || c == '[':
		if depth == MaxDepth {
			return p.fail(fmt.Sprintf("arrays and objects must not be nested more than %d deep", MaxDepth))
		}
		if c == '{' {
			return p.object(depth + 1)
		}
		return p.array(depth + 1)
	case c == '"':
		return p.string()
	case c == '-' || isDigit(c):
		return p.number()
	}
	for _, word := range []string{"null", "true", "false"} {
		if strings.HasPrefix(p.text[p.pos:], word) {
			kind := Bool
			if word == "null" {
				kind = Null
			}
			index := p.begin(kind)
			p.pos += len(word)
			p.end(index)
			return nil
		}
	}
	return p.unexpected("a value")
}

func (p *parser) array(depth int) error {
	index := p.begin(Array)
	p.pos++
	if p.space(); p.take(']') {
		p.end(index)
		return nil
	}
	for {
		if err := p.value(depth); err != nil {
			return err
		}
		if p.space(); p.take(']') {
			p.end(index)
			return nil
		}
		if !p.take(',') {
			return p.unexpected("a comma or ]")
		}
	}
}

func (p *parser) object(depth int) error {
	index := p.begin(Object)
	names := nameSet{parser: p}
	p.pos++
	if p.space(); p.take('}') {
		p.end(index)
		return nil
	}
	for {
		if p.space(); p.peek() != '"' {
			return p.unexpected("a name in double quotes")
		}
		name := len(p.nodes)
		if err := p.string(); err != nil {
			return err
		}
		p.nodes[name].repeated = !names.add(name)
		if p.space(); !p.take(':') {
			return p.unexpected("a colon")
		}
		if err := p.value(depth); err != nil {
			return err
		}
		if p.space(); p.take('}') {
			p.end(index)
			return nil
		}
		if !p.take(',') {
			return p.unexpected("a comma or }")
		}
	}
}

// space moves past white space.
func (p *parser) space() {
	for p.pos < len(p.text) {
		switch p.text[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

// peek returns the next byte, 0 at the end of the text.
func (p *parser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

// take moves past the next byte if it is c.
func (p *parser) take(c byte) bool {
	if p.peek() != c || p.pos == len(p.text) {
		return false
	}
	p.pos++
	return true
}

// fail returns an error at the next byte.
func (p *parser) fail(message string) error {
	return &SyntaxError{Offset: p.pos, Message: message}
}

// unexpected returns the error that something else than wanted comes next.
func (p *parser) unexpected(wanted string) error {
	rest := p.text[p.pos:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return p.fail("expected " + wanted + ", but the text ends")
	case r == utf8.RuneError && size == 1:
		return p.fail(notUTF8)
	case strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*") || r == '#':
		return p.fail("expected " + wanted + "; JSON has no comments")
	case r == '\'':
		return p.fail("expected " + wanted + "; strings stand in double quotes")
	}
	return p.fail(fmt.Sprintf("expected %s, not %q", wanted, string(r)))
}
