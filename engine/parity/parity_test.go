package parity_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/parity"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

var profiles = []scenario.Profile{scenario.Python313, scenario.Python314}

// A random scenario is valid, ends, leaves a whole log, and is the same every
// time.
func TestGenerate(t *testing.T) {
	for seed := range uint64(400) {
		for _, profile := range profiles {
			generated := parity.Generate(seed, profile)
			text, s, err := parity.Document(generated)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if again := scenario.Encode(parity.Generate(seed, profile)); !bytes.Equal(again, text) {
				t.Errorf("seed %d gives another scenario the second time", seed)
			}
			got := program.Run(s, program.Options{})
			if got.Stopped != nil || got.Status == nil {
				t.Errorf("seed %d: stopped %v", seed, got.Stopped)
			}
			if err := parity.Check(got.Records); err != nil {
				t.Errorf("seed %d: %v\n%s", seed, err, text)
			}
		}
	}
}

// Random scenarios hold all that the contract has, and all comes to happen.
func TestGenerateHasEverything(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(900) {
		s := parity.Generate(seed, scenario.Python313)
		text := scenario.Encode(s)
		for _, word := range words {
			if bytes.Contains(text, []byte(`"`+word+`":`)) {
				seen[word]++
			}
		}
		exits := 0
		for _, r := range program.Run(s, program.Options{}).Records {
			seen["kind "+r.Kind.String()]++
			if r.Kind == trace.Exit {
				exits++
				seen[fmt.Sprintf("exit %d %s", exits, r.Cause)]++
			}
			if r.Kind == trace.Signal {
				seen[fmt.Sprintf("%s %t", r.Signal, r.Handled)]++
			}
			if r.Kind == trace.Error {
				class, _, _ := strings.Cut(r.Text, ":")
				seen[class]++
			}
		}
	}
	for _, want := range slices.Concat(words, happenings()) {
		if seen[want] == 0 {
			t.Errorf("there is no %s among %d others", want, len(seen))
		}
	}
	if t.Failed() {
		t.Log(slices.Sorted(maps.Keys(seen)))
	}
}

// words are the names in a document.
var words = strings.Fields(`version title clock start events hooks handlers outside end id label at after priority queued
	registered args kwargs do print work enter cancel register unregister raise message exit _exit abort kill send
	SIGINT SIGTERM SIGHUP SIGUSR1`)

// happenings are what records tell.
func happenings() (all []string) {
	for kind := trace.Register; kind <= trace.End; kind++ {
		all = append(all, "kind "+kind.String())
	}
	for _, cause := range strings.Fields("return exit exception signal _exit abort close discard") {
		all = append(all, "exit 1 "+cause)
	}
	for _, cause := range strings.Fields("signal _exit abort discard") {
		all = append(all, "exit 2 "+cause)
	}
	all = append(all, "SIGINT true", "SIGTERM true", "SIGTERM false", "SIGHUP true", "SIGHUP false", "SIGUSR1 true",
		"SIGUSR1 false", "SIGKILL false", "IndexError", "OverflowError", "SystemExit")
	return append(all, scenario.ExceptionTypes...)
}

// CPython does what we do.
func TestParity(t *testing.T) {
	interpreters, err := parity.Interpreters()
	if err != nil {
		t.Fatal(err)
	}
	if len(interpreters) == 0 {
		t.Log("NOT COMPARED with CPython, for there is none")
		return
	}
	python, err := parity.Start(t.Context(), interpreters[0])
	if err != nil {
		t.Fatal(err)
	}
	defer python.Close()
	for seed := range uint64(150) {
		difference, err := python.Compare(parity.Generate(seed, python.Profile))
		if err != nil {
			t.Fatal(err)
		}
		if difference != "" {
			t.Errorf("seed %d: %s\nmade small by: go run ./engine/parity/cmd -n 1 -seed %d -python %s", seed, difference, seed, python.Path)
		}
	}
}

// A difference that is there is found: what CPython did is compared with
// another scenario.
func TestDifferenceIsFound(t *testing.T) {
	run := func(s *scenario.Scenario) *trace.Trace { return program.Run(s, program.Options{}) }
	a, b := run(parity.Generate(1, scenario.Python313)), run(parity.Generate(2, scenario.Python313))
	if d := parity.Difference(a, b); !strings.HasPrefix(d, "line ") {
		t.Errorf("the difference is %q", d)
	}
	if d := parity.Difference(a, a); d != "" {
		t.Errorf("a trace differs from itself: %s", d)
	}
}

// What is shrunk keeps what it is about, and next to nothing else.
func TestShrink(t *testing.T) {
	for _, kind := range []trace.Kind{trace.HookStart, trace.HookFailed, trace.Cancel, trace.Signal, trace.Skip} {
		late := func(s *scenario.Scenario) bool {
			records := program.Run(s, program.Options{}).Records
			return slices.ContainsFunc(records, func(r trace.Record) bool { return r.Kind == kind && r.T > 0 })
		}
		for seed, shrunk := uint64(0), 0; shrunk < 10; seed++ {
			s := parity.Generate(seed, scenario.Python313)
			if !late(s) {
				continue
			}
			shrunk++
			small := parity.Shrink(s, late)
			if !late(small) {
				t.Fatalf("seed %d: no %s is left in\n%s", seed, kind, scenario.Encode(small))
			}
			if text := scenario.Encode(small); len(text) > 300 {
				t.Errorf("seed %d: one %s takes %d bytes:\n%s", seed, kind, len(text), text)
			}
		}
	}
}

// Everything that plays no part is cut, and numbers become simple.
func TestShrinkExactly(t *testing.T) {
	s, err := scenario.Decode([]byte(`{"version": 1, "title": "t", "clock": {"start": 3.25}, "events": [
		{"id": "a", "label": "A", "at": 5.123, "priority": 2, "args": [1], "kwargs": {"k": null}, "do": [{"print": "x"}, {"enter": "b", "after": 7, "priority": 3, "args": [2]}]},
		{"id": "b", "queued": false, "do": [{"work": 2.5}]}, {"id": "c", "at": 9}],
		"hooks": [{"id": "h", "args": [1], "do": [{"register": "g"}, {"raise": "ValueError", "message": "m"}]}, {"id": "g"}],
		"handlers": {"SIGHUP": [{"print": "hup"}]}, "outside": [{"at": 4, "send": "SIGHUP"}], "end": [{"exit": "text"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	late := func(s *scenario.Scenario) bool {
		records := program.Run(s, program.Options{}).Records
		return slices.ContainsFunc(records, func(r trace.Record) bool { return r.Kind == trace.HookFailed && r.T >= 2.5 })
	}
	want, _ := scenario.Decode([]byte(`{"version": 1, "clock": {"start": 3}, "hooks": [{"id": "h", "do": [{"raise": "ValueError"}]}]}`))
	if got, want := scenario.Encode(parity.Shrink(s, late)), scenario.Encode(want); !bytes.Equal(got, want) {
		t.Errorf("got %swant %s", got, want)
	}
}
