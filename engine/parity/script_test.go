package parity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lastcall/engine/parity"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

// The script of a scenario prints in CPython what the trace says.
func TestScript(t *testing.T) {
	interpreters, err := parity.Interpreters()
	if err != nil {
		t.Fatal(err)
	}
	if len(interpreters) == 0 {
		t.Log("NOT COMPARED with CPython, for there is none")
		return
	}
	python := interpreters[0]
	check := func(name string, s *scenario.Scenario) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			difference, err := python.Script(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			if difference != "" {
				t.Error(difference)
			}
		})
	}
	for name, s := range gallery(t) {
		if program.Run(s, program.Options{}).Stopped == nil {
			check(name, s)
		}
	}
	for seed := range uint64(40) {
		check(fmt.Sprint("seed ", seed), parity.Generate(seed, python.Profile))
	}
}

// gallery returns the scenarios that the page offers.
func gallery(t *testing.T) map[string]*scenario.Scenario {
	t.Helper()
	files, err := filepath.Glob("../../web/gallery/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no gallery: %v", err)
	}
	all := map[string]*scenario.Scenario{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenario.Decode(data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[filepath.Base(file)] = s
	}
	return all
}
