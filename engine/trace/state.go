package trace

import (
	"slices"
	"sort"

	"lastcall/engine/scenario"
)

// A State is what is on screen after the first N records. It is a small value
// that reads its [Index], and stays right when that grows.
type State struct {
	N int     // how many records
	T float64 // the clock; before the first record, as at it

	Running int // sequence number of the entry whose action is on the thread, -1 if none
	Hook    int // order of the registration whose hook runs, 0 if none

	Exited  bool  // the main program is over
	Cause   Cause // of the latest exit
	HookRun bool  // at the latest exit: hooks are to run
	Queued  int   // at the latest exit: entries left in the queue

	Ended  bool // the process is over
	Status int

	ix *Index
}

// An Entry is an event in the queue.
type Entry struct {
	Seq      int
	Event    string
	Time     float64
	Priority float64
	With     *scenario.Arguments // nil if there are none
	Enter    int                 // number of the enter record
}

// A Phase is how far a registration has come.
type Phase uint8

// The phases.
const (
	PhaseWaiting Phase = iota
	PhaseRunning
	PhaseDone
	PhaseFailed
	PhaseInterrupted // the process died in it
	PhaseSkipped     // never ran, and never will
)

// A Registration is one call of register that was not taken back.
type Registration struct {
	Order int // counts all registrations of the log, from 1
	Hook  string
	With  *scenario.Arguments // nil if there are none
	Phase Phase

	// Unregistered marks one that waits but was unregistered while hooks run.
	// It will run or not, as the profile has it; the log does not say yet.
	Unregistered bool

	// Late marks one registered while hooks run. It will never run.
	Late bool

	Register, Start, Settled int // record numbers, -1 if there is none yet
}

// At returns the state after the first n records.
func (ix *Index) At(n int) State {
	n = min(max(n, 0), len(ix.records))
	s := State{N: n, Running: -1, ix: ix}
	if len(ix.records) > 0 {
		s.T = ix.records[max(n-1, 0)].T
	}
	exits := sort.SearchInts(ix.exits, n)
	if exits > 0 {
		r := &ix.records[ix.exits[exits-1]]
		s.Exited, s.Cause, s.HookRun, s.Queued = true, r.Cause, r.HookRun, r.Queued
	} else if i := ix.runningAt(n); i >= 0 {
		s.Running = ix.entries[i].seq
	}
	if i := ix.hooks.runningAt(n); i >= 0 {
		s.Hook = i + 1
	}
	if ix.end < n {
		s.Ended, s.Status = true, ix.records[ix.end].Status
	}
	return s
}

// runningAt returns the place of the entry that runs after n records, -1 if
// none.
func (ix *Index) runningAt(n int) int {
	k := sort.Search(len(ix.started), func(k int) bool { return int(ix.entries[ix.started[k]].start) >= n })
	if k == 0 || int(ix.entries[ix.started[k-1]].finish) < n {
		return -1
	}
	return int(ix.started[k-1])
}

// QueueLen returns how many entries are in the queue.
func (s State) QueueLen() int {
	if s.ix == nil {
		return 0
	}
	return s.ix.entered(s.N) - before(s.ix.left, s.N)
}

// Queue returns the entries in the queue in the order in which they are to
// run: by time, then priority, then sequence number. It returns the first
// limit of them, or all if limit is not positive.
func (s State) Queue(limit int) []Entry {
	if s.ix == nil {
		return nil
	}
	places := s.ix.queued(s.N, nil)
	places = s.ix.first(places, limit)
	entries := make([]Entry, len(places))
	for k, i := range places {
		entries[k] = s.ix.entry(int(i))
	}
	return entries
}

// Hooks returns the registrations in the order in which they are to run, the
// last one first. Those that have run or were skipped stay in the list; those
// that were unregistered do not.
func (s State) Hooks() []Registration {
	if s.ix == nil {
		return nil
	}
	places := s.ix.registered(s.N, nil)
	list := make([]Registration, 0, len(places))
	for _, i := range slices.Backward(places) {
		list = append(list, s.ix.registration(int(i), s.N))
	}
	return list
}

// registration returns registration i as it is after n records.
func (ix *Index) registration(i, n int) Registration {
	r := &ix.hooks.all[i]
	g := Registration{
		Order: i + 1, Hook: r.hook, With: ix.records[r.register].With,
		Register: int(r.register), Start: -1, Settled: -1, Late: r.late,
	}
	if int(r.start) < n {
		g.Phase, g.Start = PhaseRunning, int(r.start)
	}
	if int(r.settled) < n {
		g.Phase, g.Settled = r.how, int(r.settled)
	}
	g.Unregistered = g.Phase == PhaseWaiting && int(r.unregister) < n
	return g
}
