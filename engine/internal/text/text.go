// Package text puts messages together. It is the part of package fmt that our
// messages need, without reflection: in engine.wasm, fmt and what it keeps
// alive would be a fifth of all there is.
package text

import (
	"strconv"
	"strings"
)

// Sprintf returns format with its verbs replaced by the arguments, in order:
//
//	%s, %v  a string, an error, or what has a method String
//	%q      a string, quoted as Go does
//	%d      an int or uint64
//	%g      a float64, in as few digits as say it
//	%%      a percent sign
//
// %s and %v also take what %d and %g do. A mistake in a call shows in the
// text, as with fmt.
func Sprintf(format string, args ...any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(format, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if rest == "" {
			b.WriteString("%!(NOVERB)")
			break
		}
		verb := rest[0]
		format = rest[1:]
		switch {
		case verb == '%':
			b.WriteByte('%')
		case len(args) == 0:
			b.WriteString("%!" + string(verb) + "(MISSING)")
		default:
			b.WriteString(written(verb, args[0]))
			args = args[1:]
		}
	}
	if len(args) > 0 {
		b.WriteString("%!(EXTRA)")
	}
	return b.String()
}

// written returns a as a verb writes it.
func written(verb byte, a any) string {
	switch s := Of(a); {
	case verb == 'q':
		return strconv.Quote(s)
	case strings.IndexByte("svdg", verb) >= 0:
		return s
	}
	return "%!" + string(verb)
}

// Of returns a value as %v writes it.
func Of(a any) string {
	switch a := a.(type) {
	case error:
		return a.Error()
	case interface{ String() string }:
		return a.String()
	case string:
		return a
	case int:
		return strconv.Itoa(a)
	case uint64:
		return strconv.FormatUint(a, 10)
	case float64:
		return strconv.FormatFloat(a, 'g', -1, 64)
	}
	return "(a value of another type)"
}
