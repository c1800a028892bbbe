package scenario

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"lastcall/engine/internal/text"
)

// A Problem is something wrong with a document.
type Problem struct {
	// Path is the place as a JSON pointer, such as /events/1/do/0/enter. It
	// is "" for the document as a whole, of which a mistake in the JSON
	// itself is one.
	Path string

	// Message is a sentence that says what is allowed there.
	Message string

	// Line is where that is in the text, from 1.
	Line int

	parts *parts
}

// The parts of a message, for those who say it in another language.
type parts struct {
	format string // as for fmt.Sprintf
	args   []any
}

func newProblem(path, format string, args ...any) Problem {
	return Problem{Path: path, Message: text.Sprintf(format, args...), parts: &parts{format, args}}
}

// Translate says the message in another language. It asks for each of its
// parts: a sentence, with the verbs of fmt.Sprintf for the others, or a word
// such as "a string". What words has no translation for, it must return as it
// is; names and texts out of the document are asked for as well.
func (p Problem) Translate(words func(english string) string) string {
	if p.parts == nil {
		return p.Message
	}
	args := slices.Clone(p.parts.args)
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
			args[i] = words(arg)
		case enumeration:
			args[i] = enumeration{arg.words, words(arg.and)}
		case hint:
			args[i] = arg.say(words(didYouMean))
		case interface{ String() string }:
			args[i] = words(arg.String())
		}
	}
	return text.Sprintf(words(p.parts.format), args...)
}

// String returns the problem in one line.
func (p Problem) String() string {
	if p.Path == "" {
		return p.Message
	}
	return p.Path + ": " + p.Message
}

// Problems are what is wrong with a document, in the order of its text. Of
// more than [MaxProblems] the rest is counted in a last one. They are the
// error of [Decode].
type Problems []Problem

// Error returns the problems, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// A notebook collects problems while a document is read, which need not be in
// the order of its text. It keeps the first in that order, twice as many as
// are asked for at most, and counts the others.
type notebook struct {
	notes   []note
	dropped int
	horizon int // the offset of the last note kept, once some were dropped
}

type note struct {
	Problem
	offset int
}

// add notes a problem at a place.
func (b *notebook) add(p *place, format string, args ...any) {
	if b.dropped > 0 && p.Offset >= b.horizon {
		b.dropped++ // without the cost of saying what it is
		return
	}
	problem := newProblem(p.path(), format, args...)
	b.notes = append(b.notes, note{problem, p.Offset})
	if len(b.notes) > 2*MaxProblems {
		b.sort()
		b.dropped += len(b.notes) - MaxProblems
		b.notes = b.notes[:MaxProblems]
		b.horizon = b.notes[MaxProblems-1].offset
	}
}

func (b *notebook) sort() {
	slices.SortStableFunc(b.notes, func(x, y note) int { return cmp.Compare(x.offset, y.offset) })
}

// problems returns what was noted about text.
func (b *notebook) problems(document []byte) Problems {
	b.sort()
	var list Problems
	line, seen := 1, 0
	for i, n := range b.notes {
		line += bytes.Count(document[seen:n.offset], []byte("\n"))
		seen, n.Line = n.offset, line
		if i == MaxProblems {
			b.dropped += len(b.notes) - MaxProblems
			break
		}
		list = append(list, n.Problem)
	}
	if b.dropped > 0 {
		last := newProblem("", "there are %d more problems", b.dropped)
		last.Line = line
		list = append(list, last)
	}
	return list
}
