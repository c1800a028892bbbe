package trace_test

import (
	"slices"
	"testing"

	"lastcall/engine/trace"
)

func TestWaits(t *testing.T) {
	enter := func(t, at float64) trace.Record { return trace.Record{T: t, Kind: trace.Enter, Time: at} }
	start := func(t, at float64) trace.Record { return trace.Record{T: t, Kind: trace.Start, Time: at} }
	finish := func(t float64) trace.Record { return trace.Record{T: t, Kind: trace.Finish, ID: "idle"} }
	worked := func(t float64) trace.Record { return trace.Record{T: t, Kind: trace.Finish, ID: "works for 4"} }
	line := func(t float64) trace.Record { return trace.Record{T: t, Kind: trace.Print} }
	signal := func(t float64) trace.Record { return trace.Record{T: t, Kind: trace.Signal, Handled: true} }
	tests := []struct {
		name string
		log  []trace.Record
		want []trace.Wait
	}{
		{"nothing", nil, nil},
		{"on time", []trace.Record{enter(0, 2), start(2, 2), finish(2)}, []trace.Wait{{1, 0, 0}, {2, 0, 0}}},
		{"a late timer", []trace.Record{enter(0, 2), start(2.5, 2), finish(2.5)}, []trace.Wait{{1, 0, 0.5}, {2, 0, 0}}},
		{"a busy thread", []trace.Record{enter(0, 2), enter(0, 3), start(2, 2), worked(6), start(6, 3), finish(6)},
			[]trace.Wait{{2, 0, 0}, {3, 0, 0}, {4, 3, 0}, {5, 0, 0}}},
		{"both", []trace.Record{enter(0, 2), enter(0, 3), start(2, 2), worked(6.5), start(6.75, 3)},
			[]trace.Wait{{2, 0, 0}, {3, 0, 0.5}, {4, 3.5, 0.25}}},
		{"what others do takes the thread no time", []trace.Record{enter(0, 1), start(1, 1), finish(1), line(2.5), enter(2.5, 9), start(2.5, 2)},
			[]trace.Wait{{1, 0, 0}, {2, 0, 0}, {5, 0, 0.5}}},
		{"the main program sets up", []trace.Record{enter(0.5, 0), enter(0.75, 0), start(0.75, 0)}, []trace.Wait{{2, 0.75, 0}}},
		{"a handler may have had the thread", []trace.Record{enter(0, 2), signal(1), start(4, 2), signal(5), worked(9), start(9, 9)},
			[]trace.Wait{{5, 0, 0}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := trace.Waits(tt.log, map[string]float64{"works for 4": 4}); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
