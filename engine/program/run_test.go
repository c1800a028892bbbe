package program_test

import (
	"slices"
	"sync"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// The trace that a run returns and the records that it emits are the same.
func TestEmitAndTraceAreOne(t *testing.T) {
	for _, s := range everything(t) {
		for _, limit := range []int{0, 5} {
			var emitted []trace.Record
			streamed := program.Run(s, program.Options{MaxRecords: limit, Emit: func(r trace.Record) { emitted = append(emitted, r) }})
			if streamed.Records != nil {
				t.Errorf("%s: records were emitted and kept", s.Title)
			}
			streamed.Records = emitted
			whole := program.Run(s, program.Options{MaxRecords: limit})
			if got, want := lines(streamed), lines(whole); !slices.Equal(got, want) {
				t.Errorf("%s: %s", s.Title, diff(got, want))
			}
		}
	}
}

// The same scenario gives the same trace, byte for byte, and may be run by
// several goroutines at once.
func TestRunsAreTheSame(t *testing.T) {
	for _, s := range everything(t) {
		want := lines(program.Run(s, program.Options{}))
		var runs sync.WaitGroup
		for range 4 {
			runs.Go(func() {
				if got := lines(program.Run(s, program.Options{})); !slices.Equal(got, want) {
					t.Errorf("%s: %s", s.Title, diff(got, want))
				}
			})
		}
		runs.Wait()
	}
}

// everything is all scenarios that are here, and each story in both profiles.
func everything(t *testing.T) (all []*scenario.Scenario) {
	for _, file := range goldens(t) {
		all = append(all, load(t, file))
	}
	for _, s := range stories {
		for _, profile := range profiles {
			decoded := s.decode(t, profile)
			decoded.Title = s.name
			all = append(all, decoded)
		}
	}
	return all
}
