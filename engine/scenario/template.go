package scenario

import (
	"iter"
	"strconv"
	"strings"
)

// A FormatError is the Python exception that printing a text ends in.
type FormatError struct {
	Type    string // IndexError, KeyError or MemoryError
	Message string // what str() of the exception returns
}

// Error returns the last line of the traceback.
func (e *FormatError) Error() string {
	if e.Message == "" {
		return e.Type
	}
	return e.Type + ": " + e.Message
}

// Format returns the text with the arguments in place of {0} and {name}, as
// str.format does. An error is a [*FormatError]: an argument is missing, or
// the line would be longer than [MaxPrint].
func (p Print) Format(with Arguments) (string, error) {
	if !strings.ContainsAny(p.Text, "{}") {
		return p.Text, nil
	}
	var b strings.Builder
	for part := range p.Parts() {
		text := part.Text
		if part.Argument {
			value, err := with.find(text)
			if err != nil {
				return "", err
			}
			text = value.Str()
		}
		if b.Len()+len(text) > MaxPrint {
			return "", &FormatError{Type: "MemoryError"}
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// find returns the argument that {field} stands for.
func (a Arguments) find(field string) (Value, error) {
	if isIdentifier(field) {
		for _, kwarg := range a.Kwargs {
			if kwarg.Name == field {
				return kwarg.Value, nil
			}
		}
		return Null, &FormatError{"KeyError", Quote(field)}
	}
	i, err := strconv.Atoi(field)
	if err != nil || i >= len(a.Args) {
		return Null, &FormatError{"IndexError", "Replacement index " + strconv.Itoa(i) + " out of range for positional args tuple"}
	}
	return a.Args[i], nil
}

// A Part is a piece of the text of a print.
type Part struct {
	// Text is to be printed as it is or, of an Argument, its index or name.
	Text     string
	Argument bool
}

// Parts returns the pieces of the text in order. It ends early at what is not
// allowed, which a text that [Decode] has seen does not hold.
func (p Print) Parts() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		for text := p.Text; text != ""; {
			part, rest, ok := cutPart(text)
			if !ok || !yield(part) {
				return
			}
			text = rest
		}
	}
}

// cutPart cuts off the first part. If that is not allowed, ok is false and
// the part is what is wrong.
func cutPart(text string) (part Part, rest string, ok bool) {
	i := strings.IndexAny(text, "{}")
	switch {
	case i < 0:
		return Part{Text: text}, "", true
	case i > 0:
		return Part{Text: text[:i]}, text[i:], true
	case strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "}}"):
		return Part{Text: text[:1]}, text[2:], true
	}
	field, rest, closed := strings.Cut(text[1:], "}")
	if text[0] == '}' || !closed {
		return Part{Text: text[:1]}, "", false
	}
	if !isIdentifier(field) && !isIndex(field) {
		return Part{Text: text[:len(field)+2]}, "", false
	}
	return Part{field, true}, rest, true
}

// maxIndexDigits keeps an index within an int. Python has a limit as well.
const maxIndexDigits = 6

func isIndex(field string) bool {
	return field != "" && len(field) <= maxIndexDigits && strings.Trim(field, "0123456789") == ""
}

// template reads the text of a print.
func (p *place) template() string {
	text := p.text()
	for rest := text; rest != ""; {
		part, after, ok := cutPart(rest)
		if !ok {
			p.wrong("in a print {0} and {name} stand for arguments, {{ and }} for braces; %s is none of them", quote(part.Text))
			break
		}
		rest = after
	}
	return text
}
