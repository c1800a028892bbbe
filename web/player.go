package main

import (
	"sort"

	"lastcall/engine/trace"
)

// Playing shows a run at a pace that people can follow: a unit of the clock
// takes a second unless the whole would take too long, and each record stays
// on screen for a moment although it takes no time.
const (
	unitMillis   = 1000.0
	maxClockTime = 12_000.0 // all waiting and working together, in ms
	maxDwellTime = 30_000.0 // all records together, in ms
)

// dwell is how long a record of each kind stays, in ms. What teaches most
// stays longest.
var dwell = [...]float64{
	trace.Register: 220, trace.Unregister: 400, trace.Enter: 160, trace.Cancel: 500,
	trace.Start: 450, trace.Finish: 160, trace.Print: 420, trace.Error: 700,
	trace.Signal: 900, trace.Exit: 900, trace.HookStart: 550, trace.HookDone: 350,
	trace.HookFailed: 450, trace.Skip: 500, trace.End: 200,
}

// A player says which record is on screen at which moment of playing.
type player struct {
	moments []float64 // moments[n] is when n records have happened, in ms
}

// newPlayer paces records.
func newPlayer(records []trace.Record) player {
	clock, still := 0.0, 0.0
	for i, r := range records {
		still += dwell[r.Kind]
		if i > 0 {
			clock += r.T - records[i-1].T
		}
	}
	perUnit, perRecord := unitMillis, 1.0
	if clock*perUnit > maxClockTime {
		perUnit = maxClockTime / clock
	}
	if still > maxDwellTime {
		perRecord = maxDwellTime / still
	}
	moments := make([]float64, len(records)+1)
	for i, r := range records {
		moments[i+1] = moments[i]
		if i > 0 {
			moments[i+1] += (r.T-records[i-1].T)*perUnit + dwell[records[i-1].Kind]*perRecord
		}
	}
	return player{moments}
}

// at returns how many records have happened at a moment, and which part of
// the way to the next one is covered.
func (p player) at(moment float64) (n int, part float64) {
	n = sort.Search(len(p.moments), func(i int) bool { return p.moments[i] > moment }) - 1
	if n < 0 {
		return 0, 0
	}
	if n+1 < len(p.moments) {
		part = (moment - p.moments[n]) / (p.moments[n+1] - p.moments[n])
	}
	return n, part
}

// moment is when n records have happened.
func (p player) moment(n int) float64 { return p.moments[n] }
