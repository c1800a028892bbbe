//go:build !js

package parity_test

import (
	"os"
	"os/exec"
	"testing"

	"lastcall/engine/codegen"
	"lastcall/engine/parity"
	"lastcall/engine/scenario"
)

// The Go programs and tests of scenarios do what their traces say.
func TestGo(t *testing.T) {
	var all []*scenario.Scenario
	for _, s := range gallery(t) {
		all = append(all, s)
	}
	for seed := range uint64(8) {
		all = append(all, parity.Generate(seed, profiles[seed%2]))
	}
	wrong, err := parity.Go(t.Context(), t.TempDir(), all)
	if err != nil {
		t.Fatal(err)
	}
	if wrong != "" {
		t.Error(wrong)
	}
}

// Without the switch a script takes real time, and does the same.
func TestScriptInRealTime(t *testing.T) {
	interpreters, err := parity.Interpreters()
	if err != nil || len(interpreters) == 0 {
		t.Log("NOT RUN in CPython, for there is none: ", err)
		return
	}
	document, err := os.ReadFile("../codegen/testdata/cleanup.json")
	if err != nil {
		t.Fatal(err)
	}
	s, err := scenario.Decode(document)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), interpreters[0].Path, "-c", codegen.Python(s).Text)
	out, err := cmd.Output()
	const want = "poll\nsales: 3 pages\npoll\nSIGTERM\nbye\nclosing main.db (wait=True)\n"
	if string(out) != want || cmd.ProcessState.ExitCode() != 3 {
		t.Errorf("it printed %q and ended with %v, want %q and 3", out, err, want)
	}
}
