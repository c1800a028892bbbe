package scenario

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"lastcall/engine/internal/json"
)

// A Value is an argument: null, a boolean, a number or a string. It prints as
// Python prints it. The zero Value is null. Values are comparable.
type Value struct {
	kind ValueKind
	text string // a string's text, an integer's digits
	num  float64
}

// A ValueKind is the type of a Value.
type ValueKind uint8

// The kinds. A JSON number without fraction or exponent is an Int of any
// size; every other number is a Float.
const (
	NullKind ValueKind = iota
	BoolKind
	IntKind
	FloatKind
	StringKind
)

// Null is Python's None.
var Null Value

// Bool returns b as a Value.
func Bool(b bool) Value {
	if b {
		return Value{kind: BoolKind, num: 1}
	}
	return Value{kind: BoolKind}
}

// Int returns n as a Value.
func Int(n int64) Value { return Value{kind: IntKind, text: strconv.FormatInt(n, 10)} }

// Float returns f, which must be finite, as a Value.
func Float(f float64) Value { return Value{kind: FloatKind, num: f} }

// String returns s as a Value.
func String(s string) Value { return Value{kind: StringKind, text: s} }

// number returns the Value of a JSON number literal.
func number(literal string) (Value, error) {
	if !strings.ContainsAny(literal, ".eE") {
		if literal == "-0" {
			literal = "0"
		}
		return Value{kind: IntKind, text: literal}, nil
	}
	f, err := strconv.ParseFloat(literal, 64)
	return Float(f), err
}

// Kind returns v's type.
func (v Value) Kind() ValueKind { return v.kind }

// Int64 returns an integer's value; ok is false if v is no integer or does
// not fit.
func (v Value) Int64() (n int64, ok bool) {
	if v.kind != IntKind {
		return 0, false
	}
	n, err := strconv.ParseInt(v.text, 10, 64)
	return n, err == nil
}

// Str returns what Python's str prints: None, True, 1.5, 1e-05.
func (v Value) Str() string {
	switch v.kind {
	case BoolKind:
		if v.num == 1 {
			return "True"
		}
		return "False"
	case IntKind, StringKind:
		return v.text
	case FloatKind:
		return FormatFloat(v.num)
	}
	return "None"
}

// Repr returns what Python's repr prints; only a string differs from Str.
func (v Value) Repr() string {
	if v.kind == StringKind {
		return Quote(v.text)
	}
	return v.Str()
}

// JSON returns v as JSON. A Float keeps its fraction or exponent, so that it
// is a Float again when read.
func (v Value) JSON() string {
	switch v.kind {
	case NullKind:
		return "null"
	case BoolKind:
		return strconv.FormatBool(v.num == 1)
	case StringKind:
		return string(json.AppendString(nil, v.text))
	}
	return v.Str()
}

// FormatFloat writes a finite f as Python's repr does: the shortest digits
// that read back as f, with an exponent below 1e-4 and from 1e16 on.
func FormatFloat(f float64) string {
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// Quote writes s as Python's repr does: in single quotes unless only double
// quotes avoid an escape.
func Quote(s string) string {
	quote := '\''
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteRune(quote)
	for _, r := range s {
		switch {
		case r == quote || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == ' ' || unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			b.WriteString(escape(r))
		}
	}
	b.WriteRune(quote)
	return b.String()
}

func escape(r rune) string {
	hex := strconv.FormatInt(int64(r), 16)
	switch {
	case r <= 0xff:
		return `\x` + strings.Repeat("0", 2-len(hex)) + hex
	case r <= 0xffff:
		return `\u` + strings.Repeat("0", 4-len(hex)) + hex
	}
	return `\U` + strings.Repeat("0", 8-len(hex)) + hex
}
