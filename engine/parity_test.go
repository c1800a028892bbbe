package engine_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// Programs that CPython ran, and what they logged there. See
// testdata/parity.py.
func TestWhatPythonDoes(t *testing.T) {
	file, err := os.Open("testdata/parity.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var golden struct {
			Program program `json:"program"`
			Log     [][]any `json:"log"`
		}
		if err := json.Unmarshal(lines.Bytes(), &golden); err != nil {
			t.Fatal(err)
		}
		compareLogs(t, interpret(golden.Program, newScheduler[float64]), golden.Log)
		compareLogs(t, interpret(golden.Program, newModel[float64]), golden.Log)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// compareLogs fails the test at the first entry that differs.
func compareLogs(t interface {
	Helper()
	Fatalf(string, ...any)
}, got, want [][]any) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("log ends after %d entries, want %v next", i, want[i])
		case i >= len(want):
			t.Fatalf("log goes on after %d entries with %v", i, got[i])
		case fmt.Sprint(got[i]) != fmt.Sprint(want[i]):
			t.Fatalf("log[%d] = %v, want %v, after %v", i, got[i], want[i], got[:i])
		}
	}
}
