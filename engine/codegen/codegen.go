// Package codegen writes a scenario as a program that people can read, change
// and run without Lastcall: a Python script on sched and atexit, a Go program
// on engine and hooks, or a Go test of the order in which things happen.
//
//	source := codegen.Python(s)
//	os.WriteFile("backup.py", []byte(source.Text), 0o666)
//
// A program takes real time. With the switch --virtual (-virtual in Go) it
// carries a clock of its own that jumps to the next event, and prints what the
// console of the scenario's trace shows, in the same order; of an exception
// Python prints the whole traceback, of which the trace has the last line.
//
// What comes from outside, from another process or thread, is part of the
// program too: a timer in Python, the clock itself in Go.
//
// # Differences
//
// In Python, a sum of times beyond all floats is met by the wait for it, as
// CPython does, and not by the call of enter as in the trace. A Go program
// that a signal would kill exits with 128 and the signal's number, as a shell
// reports it; it reports errors in Go's words, on stderr; and steps that can
// never be reached are left out, as go vet demands.
package codegen

import (
	"strings"

	"lastcall/engine/scenario"
)

// A Source is a program as text.
type Source struct {
	Text string

	// Lines says of each line of Text which part of the scenario it does: a
	// JSON pointer, such as /events/0/do/1 for a step, or /events/0 for the
	// line that defines or enters an event; "" if none.
	Lines []string
}

// A writer writes lines.
type writer struct {
	text   strings.Builder
	lines  []string
	unit   string // of the indentation
	indent int
}

// line writes a line, or several, that do the part of the scenario at path.
func (w *writer) line(path string, parts ...string) {
	for text := range strings.SplitSeq(strings.Join(parts, ""), "\n") {
		if text != "" {
			w.text.WriteString(strings.Repeat(w.unit, w.indent))
			w.text.WriteString(text)
		}
		w.text.WriteByte('\n')
		w.lines = append(w.lines, path)
	}
}

// block writes lines that come from no part of the scenario.
func (w *writer) block(text string) {
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		w.line("", line)
		text = rest
	}
}

func (w *writer) source() Source { return Source{w.text.String(), w.lines} }

// stepPath is the path of step i of the list at path.
func stepPath(path string, i int) string { return path + "/" + digits(i) }

// steps calls each with every list of steps, and what the prints in it can
// name.
func lists(s *scenario.Scenario, each func([]scenario.Step)) {
	for i := range s.Events {
		each(s.Events[i].Do)
	}
	for i := range s.Hooks {
		each(s.Hooks[i].Do)
	}
	for _, steps := range s.Handlers {
		each(steps)
	}
	for i := range s.Outside {
		each(s.Outside[i].Do)
	}
	each(s.End)
}
