package program_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// goldens are the scenarios whose traces were recorded from CPython.
func goldens(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/scenarios/*.json")
	if err != nil || len(files) < 60 {
		t.Fatalf("found %d recorded scenarios, want at least 60 (%v)", len(files), err)
	}
	return files
}

func load(t *testing.T, file string) *scenario.Scenario {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, text)
}

// golden is the trace of a recorded scenario.
func golden(t *testing.T, file string) *trace.Trace {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/traces", filepath.Base(file)))
	if err != nil {
		t.Fatal(err)
	}
	recorded, err := trace.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return recorded
}

// lines is a trace with a record a line, as canonical JSON: so that traces
// written by others compare as text.
func lines(t *trace.Trace) []string {
	return strings.Split(string(t.AppendJSON(nil)), "\n")
}

func diff(got, want []string) string {
	for i := range max(len(got), len(want)) {
		g, w := "(nothing)", "(nothing)"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			return "line " + strconv.Itoa(i+1) + "\n   got " + g + "\nCPython " + w
		}
	}
	return ""
}

// Every scenario gives the trace that CPython gave.
func TestGoldenTraces(t *testing.T) {
	for _, file := range goldens(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			got := program.Run(load(t, file), program.Options{})
			if d := diff(lines(got), lines(golden(t, file))); d != "" {
				t.Error(d)
			}
		})
	}
}
