package trace_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// The list inside CPython's own scheduler, after every call, recorded by
// testdata/heap.py: ours is the same list.
func TestTheHeapIsThatOfCPython(t *testing.T) {
	text, err := os.ReadFile("testdata/heap.json")
	if err != nil {
		t.Fatal(err)
	}
	var stories [][][]any
	if err := json.Unmarshal(text, &stories); err != nil {
		t.Fatal(err)
	}
	for i, story := range stories {
		var records []trace.Record
		for _, line := range story {
			r := trace.Record{Seq: int(line[1].(float64))}
			switch line[0] {
			case "enter":
				r.Kind, r.Time, r.Priority = trace.Enter, line[2].(float64), line[3].(float64)
			case "cancel":
				r.Kind = trace.Cancel
			case "start":
				r.Kind = trace.Start
			}
			records = append(records, r)
		}
		in := trace.NewInside(&scenario.Scenario{}, trace.NewIndex(records))
		for n, line := range story {
			var want []int
			for _, seq := range line[len(line)-1].([]any) {
				want = append(want, int(seq.(float64)))
			}
			if got := seqs(in.Heap(in.At(n+1), len(records))); !slices.Equal(got, want) {
				t.Fatalf("story %d, after %v: the list is %v, want %v", i, line[:2], got, want)
			}
		}
		checkSorted(t, in, len(story)/2)
		if got := seqs(in.Heap(0, 9)); len(got) != 0 {
			t.Errorf("story %d, back at its start: the list is %v, want none", i, got)
		}
	}
}

// checkSorted compares the sorted queue with the list that it is of.
func checkSorted(t *testing.T, in *trace.Inside, i int) {
	t.Helper()
	list, length := in.Heap(i, in.Len())
	sorted := in.Sorted(i, 0)
	if len(sorted) != length || length != len(list) {
		t.Fatalf("%d entries sorted, %d of %d in the list", len(sorted), len(list), length)
	}
	for k, e := range sorted {
		if list[e.Place] != e {
			t.Errorf("entry %d is said to be at %d, where %d is", e.Seq, e.Place, list[e.Place].Seq)
		}
		if k > 0 && (sorted[k-1].Time > e.Time || sorted[k-1].Time == e.Time && sorted[k-1].Priority > e.Priority) {
			t.Errorf("entry %d is sorted before %d", sorted[k-1].Seq, e.Seq)
		}
	}
}

func seqs(entries []trace.HeapEntry, _ int) (list []int) {
	for _, e := range entries {
		list = append(list, e.Seq)
	}
	return list
}

var runStepNames = [...]string{
	trace.RunMain: "main", trace.RunPeek: "peek", trace.RunDelay: "delay", trace.RunWait: "wait", trace.RunPop: "pop",
	trace.RunAction: "action", trace.RunYield: "yield", trace.RunRaise: "raise", trace.RunReturn: "return",
}

// said writes the steps of run(), without those of the main program.
func said(in *trace.Inside) string {
	var words []string
	for i := range in.Len() {
		step := in.Step(i)
		word := runStepNames[step.Kind]
		if step.Kind == trace.RunWait || step.Kind == trace.RunDelay {
			word += "(" + trace.Number(step.Delay) + ")"
		}
		if step.Kind != trace.RunMain {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func TestInsideRun(t *testing.T) {
	events := func(n int) *scenario.Scenario { return &scenario.Scenario{Events: make([]scenario.Event, n)} }
	enter := func(now, time float64, seq int) trace.Record {
		return trace.Record{T: now, Kind: trace.Enter, Time: time, Seq: seq}
	}
	start := func(now, time float64, seq int) trace.Record {
		return trace.Record{T: now, Kind: trace.Start, Time: time, Seq: seq}
	}
	finish := func(now float64, seq int) trace.Record { return trace.Record{T: now, Kind: trace.Finish, Seq: seq} }
	exit := func(now float64, cause trace.Cause) trace.Record {
		return trace.Record{T: now, Kind: trace.Exit, Cause: cause}
	}
	tests := []struct {
		name    string
		events  int
		records []trace.Record
		want    string
	}{
		{"nothing is queued", 0, []trace.Record{exit(0, trace.CauseReturn)}, "peek return"},
		{
			"two at one moment: one wait, and a zero delay after each", 2,
			[]trace.Record{enter(0, 3, 0), enter(0, 3, 1), start(3, 3, 0), finish(3, 0), start(3, 3, 1), finish(3, 1), exit(3, trace.CauseReturn)},
			"peek delay(3) wait(3) peek delay(0) pop action action yield peek delay(0) pop action action yield peek return",
		},
		{
			"one that is overdue is not waited for", 2,
			[]trace.Record{enter(0, 0, 0), enter(0, 1, 1), start(0, 0, 0), finish(4, 0), start(4, 1, 1), finish(4, 1), exit(4, trace.CauseReturn)},
			"peek delay(0) pop action action yield peek delay(-3) pop action action yield peek return",
		},
		{
			"what is entered from outside does not cut the wait short", 1,
			[]trace.Record{enter(0, 8, 0), enter(2, 4, 1), start(8, 4, 1), finish(8, 1), start(8, 8, 0), finish(8, 0), exit(8, trace.CauseReturn)},
			"peek delay(8) wait(8) wait(0) peek delay(-4) pop action action yield peek delay(0) pop action action yield peek return",
		},
		{
			"all is cancelled during the wait, which goes on", 1,
			[]trace.Record{enter(0, 8, 0), {T: 2, Kind: trace.Cancel, Seq: 0}, exit(8, trace.CauseReturn)},
			"peek delay(8) wait(8) wait(0) peek return",
		},
		{
			"the first is cancelled during the wait: then it waits for the next", 2,
			[]trace.Record{enter(0, 3, 0), enter(0, 9, 1), {T: 1, Kind: trace.Cancel, Seq: 0}, start(9, 9, 1), finish(9, 1), exit(9, trace.CauseReturn)},
			"peek delay(3) wait(3) wait(0) peek delay(6) wait(6) peek delay(0) pop action action yield peek return",
		},
		{
			"an action raises: it is gone, and no zero delay follows", 2,
			[]trace.Record{enter(0, 0, 0), enter(0, 1, 1), start(0, 0, 0), {T: 0, Kind: trace.Error, Text: "ValueError", In: "a"}, exit(0, trace.CauseException)},
			"peek delay(0) pop action raise",
		},
		{
			"a signal ends the wait, and leaves the event queued", 1,
			[]trace.Record{enter(0, 8, 0), {T: 2, Kind: trace.Signal, Signal: scenario.SIGTERM}, exit(2, trace.CauseSignal)},
			"peek delay(8) wait(8) wait(0) raise",
		},
		{
			"the main program prints after run()", 1,
			[]trace.Record{enter(0, 0, 0), start(0, 0, 0), finish(0, 0), {Kind: trace.Print, Text: "bye"}, exit(0, trace.CauseReturn)},
			"peek delay(0) pop action action yield peek return",
		},
		{
			"an event is entered from outside during the last zero delay", 1,
			[]trace.Record{enter(0, 0, 0), start(0, 0, 0), finish(0, 0), enter(0, 0, 1), start(0, 0, 1), finish(0, 1), exit(0, trace.CauseReturn)},
			"peek delay(0) pop action action yield yield peek delay(0) pop action action yield peek return",
		},
		{
			"a handler goes on beyond the end of the wait", 1,
			[]trace.Record{
				enter(0, 2, 0), {T: 1, Kind: trace.Signal, Signal: scenario.SIGUSR1, Handled: true}, {T: 4, Kind: trace.Print, Text: "handled"},
				start(4, 2, 0), finish(4, 0), exit(4, trace.CauseReturn),
			},
			"peek delay(2) wait(2) wait(0) wait(0) peek delay(-2) pop action action yield peek return",
		},
		{
			"a log that has only come so far", 2,
			[]trace.Record{enter(0, 0, 0), enter(0, 5, 1), start(0, 0, 0)},
			"peek delay(0) pop action",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := trace.NewInside(events(test.events), trace.NewIndex(test.records))
			if got := said(in); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			checkInside(t, in, test.records)
		})
	}
}

// Whatever CPython did in the recorded scenarios, run()'s steps account for
// every record, and what they pop is what they had looked at.
func TestInsideRunOfRecordedTraces(t *testing.T) {
	files, err := filepath.Glob("../program/testdata/traces/*.json")
	if err != nil || len(files) < 60 {
		t.Fatalf("found %d recorded traces (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s, log := recorded(t, file)
			checkInside(t, trace.NewInside(s, trace.NewIndex(log.Records)), log.Records)
		})
	}
}

// recorded is a scenario of program's, and its trace from CPython.
func recorded(t *testing.T, file string) (*scenario.Scenario, *trace.Trace) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	log, err := trace.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	text, err = os.ReadFile(filepath.Join("../program/testdata/scenarios", filepath.Base(file)))
	if err != nil {
		t.Fatal(err)
	}
	s, err := scenario.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return s, log
}

func checkInside(t *testing.T, in *trace.Inside, records []trace.Record) {
	t.Helper()
	last := in.Step(0)
	looked, pops := -1, 0
	for i := range in.Len() {
		step := in.Step(i)
		if step.N < last.N || step.N > last.N+1 || step.T < last.T {
			t.Errorf("step %d is at record %d, time %v, after record %d, time %v", i, step.N, step.T, last.N, last.T)
		}
		switch step.Kind {
		case trace.RunPeek:
			looked = step.Seq
		case trace.RunPop:
			pops++
			if r := records[step.N-1]; step.Seq != looked || r.Kind != trace.Start {
				t.Errorf("step %d pops entry %d by a %v record, having looked at %d", i, step.Seq, r.Kind, looked)
			}
		}
		last = step
	}
	if last.N != len(records) {
		t.Errorf("the steps account for %d of %d records", last.N, len(records))
	}
	starts := 0
	for _, r := range records {
		if r.Kind == trace.Start {
			starts++
		}
	}
	if pops != starts {
		t.Errorf("%d pops, %d actions", pops, starts)
	}
}
