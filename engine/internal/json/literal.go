package json

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number reads a number and returns it as it is written.
func (p *parser) number() string {
	start := p.at
	p.next("-")
	ok := p.next("0") || p.digits()
	if ok && p.next(".") {
		ok = p.digits()
	}
	if ok && p.next("eE") {
		p.next("+-")
		ok = p.digits()
	}
	switch {
	case !ok:
		p.expect("a digit")
		return ""
	case p.at < len(p.text) && isDigit(p.text[p.at]):
		p.at = start
		p.fail("a number has no 0 in front")
		return ""
	}
	return p.source[start:p.at]
}

// next reads one of the bytes, if it is next.
func (p *parser) next(bytes string) bool {
	for i := range len(bytes) {
		if p.at < len(p.text) && p.text[p.at] == bytes[i] {
			p.at++
			return true
		}
	}
	return false
}

// digits reads digits and reports whether there were any.
func (p *parser) digits() bool {
	start := p.at
	for p.at < len(p.text) && isDigit(p.text[p.at]) {
		p.at++
	}
	return p.at > start
}

// str reads a string, the quotes included, and returns what is in it.
func (p *parser) str() string {
	open := p.at
	p.at++
	for p.at < len(p.text) { // most strings are plain
		switch c := p.text[p.at]; {
		case c == '"':
			p.at++
			return p.source[open+1 : p.at-1]
		case c == '\\' || c < ' ' || c >= utf8.RuneSelf:
			return p.slowString(open)
		}
		p.at++
	}
	p.unclosed(open)
	return ""
}

// slowString reads on in a string that needs a closer look.
func (p *parser) slowString(open int) string {
	b := append([]byte(nil), p.text[open+1:p.at]...)
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '"':
			p.at++
			return string(b)
		case c < ' ':
			p.fail(`a line break or control character stands in a string; write it as an escape, such as \n`)
		case c == '\\':
			b = p.escape(b)
		case c < utf8.RuneSelf:
			b = append(b, c)
			p.at++
		default:
			r, size := utf8.DecodeRune(p.text[p.at:])
			if r == utf8.RuneError && size == 1 {
				p.fail("the text is not UTF-8")
				break
			}
			b = append(b, p.text[p.at:p.at+size]...)
			p.at += size
		}
	}
	p.unclosed(open)
	return ""
}

func (p *parser) unclosed(open int) {
	p.at = open
	p.fail("the string that begins here is not closed")
}

var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escape reads an escape and appends what it stands for.
func (p *parser) escape(b []byte) []byte {
	start := p.at
	if start+1 < len(p.text) {
		if c := escapes[p.text[start+1]]; c != 0 {
			p.at += 2
			return append(b, c)
		}
	}
	r, ok := p.unicode()
	if !ok {
		p.fail(`this is no escape; there are \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits`)
		return b
	}
	if utf16.IsSurrogate(r) {
		low, _ := p.unicode()
		if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
			p.at = start
			p.fail(`this escape is half of a surrogate pair; write both halves, as in \ud83d\ude00`)
			return b
		}
	}
	return utf8.AppendRune(b, r)
}

// unicode reads \u and four hexadecimal digits.
func (p *parser) unicode() (rune, bool) {
	if p.at+6 > len(p.text) || p.text[p.at] != '\\' || p.text[p.at+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(p.text[p.at+2:p.at+6]), 16, 16)
	if err != nil {
		return 0, false
	}
	p.at += 6
	return rune(n), true
}
