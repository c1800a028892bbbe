// Package parity compares program with CPython on random scenarios.
//
//	found, err := parity.Interpreters()
//	python, err := parity.Start(ctx, found[0])
//	s := parity.Generate(seed, python.Profile)
//	difference, err := python.Compare(s)
//
// Two scenarios on which both sides agree say little; thousands say that they
// are the same. [Shrink] makes one on which they do not small enough to read.
//
// It is for tests and for the command in cmd; nothing that is shipped imports
// it.
package parity

import (
	"fmt"
	"strings"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// maxRecords is as many as a generated program may make: enough for all it
// does, and few enough to read.
const maxRecords = 300

// Document returns s as a document, and as what is read from that: the
// scenario that both sides run.
func Document(s *scenario.Scenario) ([]byte, *scenario.Scenario, error) {
	text := scenario.Encode(s)
	read, err := scenario.Decode(text)
	return text, read, err
}

// fit reports whether s can be compared: it is valid, ends soon, and has
// nothing on which versions of CPython differ.
func fit(s *scenario.Scenario) bool {
	_, s, err := Document(s)
	if err != nil {
		return false
	}
	t := program.Run(s, program.Options{MaxRecords: maxRecords})
	if t.Stopped != nil {
		return false
	}
	for _, r := range t.Records {
		if r.Kind == trace.Error && strings.HasPrefix(r.Text, "RecursionError") {
			return false // the depth and the words differ
		}
	}
	return true
}

// Difference returns the first line in which two traces differ, "" if none.
func Difference(ours, theirs *trace.Trace) string {
	a, b := lines(ours), lines(theirs)
	for i := range max(len(a), len(b)) {
		if got, want := line(a, i), line(b, i); got != want {
			return fmt.Sprintf("line %d\n   ours %s\nCPython %s", i+1, got, want)
		}
	}
	return ""
}

// lines is a trace with a record a line, as canonical JSON: so that traces
// written by others compare as text.
func lines(t *trace.Trace) []string {
	return strings.Split(string(t.AppendJSON(nil)), "\n")
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
