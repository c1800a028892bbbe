package json

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	notUTF8       = "the text is not valid UTF-8"
	halfSurrogate = "half of a surrogate pair is no character; write both halves, as in \\ud83d\\ude00"
)

// string reads a string or name.
func (p *parser) string() error {
	index := p.begin(String)
	open := p.pos
	p.pos++
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == '"':
			p.pos++
			p.end(index)
			return nil
		case c == '\\':
			p.nodes[index].escaped = true
			if err := p.escape(); err != nil {
				return err
			}
		case c < 0x20:
			return p.fail("a control character in a string must be escaped, as in " + escapes(c))
		case c < utf8.RuneSelf:
			p.pos++
		default:
			r, size := utf8.DecodeRuneInString(p.text[p.pos:])
			if r == utf8.RuneError && size == 1 {
				return p.fail(notUTF8)
			}
			p.pos += size
		}
	}
	p.pos = open
	return p.fail("the string that begins here has no closing quote")
}

// escapes shows how a control character is escaped.
func escapes(c byte) string {
	return strings.Trim(string(AppendString(nil, string(rune(c)))), `"`)
}

// escape moves past a backslash and what belongs to it.
func (p *parser) escape() error {
	rest := p.text[p.pos:]
	if len(rest) < 2 || !strings.Contains(`"\/bfnrtu`, rest[1:2]) {
		return p.fail(`after a backslash must come one of " \ / b f n r t u`)
	}
	if rest[1] != 'u' {
		p.pos += 2
		return nil
	}
	r, ok := hex4(rest)
	if !ok {
		return p.fail(`after \u must come four hexadecimal digits`)
	}
	p.pos += 6
	if utf16.IsSurrogate(r) {
		low, _ := hex4(rest[6:])
		if utf16.DecodeRune(r, low) == utf8.RuneError {
			p.pos -= 6
			return p.fail(halfSurrogate)
		}
		p.pos += 6
	}
	return nil
}

// hex4 reads the \uXXXX that s begins with.
func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		if !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
			return 0, false
		}
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}

// unescape returns what a valid string between its quotes stands for.
func unescape(s string) string {
	b := make([]byte, 0, len(s))
	for {
		plain, rest, found := strings.Cut(s, `\`)
		b = append(b, plain...)
		if !found {
			return string(b)
		}
		s = rest[1:]
		switch c := rest[0]; c {
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r, _ := hex4(`\` + rest[:5])
			s = rest[5:]
			if utf16.IsSurrogate(r) {
				low, _ := hex4(s)
				r, s = utf16.DecodeRune(r, low), s[6:]
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, c)
		}
	}
}

// number reads a number.
func (p *parser) number() error {
	index := p.begin(Number)
	p.take('-')
	switch {
	case p.take('0'):
		if isDigit(p.peek()) {
			return p.fail("a number must not have a 0 in front")
		}
	case !p.digits():
		return p.unexpected("a digit")
	}
	if p.take('.') && !p.digits() {
		return p.unexpected("a digit after the point")
	}
	if p.take('e') || p.take('E') {
		_ = p.take('+') || p.take('-')
		if !p.digits() {
			return p.unexpected("a digit of the exponent")
		}
	}
	p.end(index)
	return nil
}

// digits moves past digits and reports whether there were any.
func (p *parser) digits() bool {
	start := p.pos
	for isDigit(p.peek()) {
		p.pos++
	}
	return p.pos > start
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
