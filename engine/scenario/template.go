package scenario

import (
	"strconv"
	"strings"
)

// A FormatError is the Python exception that printing a text ends in.
type FormatError struct {
	Type    string // IndexError or KeyError
	Message string
}

func (e *FormatError) Error() string { return e.Type + ": " + e.Message }

// Format returns the text with the arguments in place of {0} and {name}, as
// str.format does. An error is a [*FormatError]: one of them is missing.
func (p Print) Format(with Arguments) (string, error) {
	if !strings.ContainsAny(p.Text, "{}") {
		return p.Text, nil
	}
	return expand(p.Text, func(name string) (string, error) { return with.named(name) })
}

// named returns the argument that {name} stands for.
func (a Arguments) named(name string) (string, error) {
	if i, err := strconv.Atoi(name); err == nil {
		if i >= len(a.Args) {
			return "", &FormatError{"IndexError", "Replacement index " + strconv.Itoa(i) + " out of range for positional args tuple"}
		}
		return a.Args[i].Str(), nil
	}
	for _, kwarg := range a.Kwargs {
		if kwarg.Name == name {
			return kwarg.Value.Str(), nil
		}
	}
	return "", &FormatError{"KeyError", Quote(name)}
}

const templateHelp = "{0} and {name} stand for arguments, {{ and }} for braces; nothing else may stand in braces"

type templateError struct{}

func (templateError) Error() string { return templateHelp }

// checkTemplate says what is wrong with the text of a print step, "" if
// nothing is.
func checkTemplate(text string) string {
	if _, err := expand(text, func(string) (string, error) { return "", nil }); err != nil {
		return err.Error()
	}
	return ""
}

// expand replaces what stands in braces.
func expand(text string, argument func(name string) (string, error)) (string, error) {
	var b strings.Builder
	for {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			b.WriteString(text)
			return b.String(), nil
		}
		b.WriteString(text[:i])
		if i+1 < len(text) && text[i+1] == text[i] {
			b.WriteByte(text[i])
			text = text[i+2:]
			continue
		}
		name, rest, closed := strings.Cut(text[i+1:], "}")
		if text[i] == '}' || !closed || !replaceable(name) {
			return "", templateError{}
		}
		value, err := argument(name)
		if err != nil {
			return "", err
		}
		b.WriteString(value)
		text = rest
	}
}

// maxIndexDigits keeps an index within an int; Python has a limit as well.
const maxIndexDigits = 6

// replaceable reports whether name may stand in braces.
func replaceable(name string) bool {
	if identifier(name) {
		return true
	}
	return name != "" && len(name) <= maxIndexDigits && strings.Trim(name, "0123456789") == ""
}
