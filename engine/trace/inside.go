package trace

import (
	"slices"
	"sort"

	"lastcall/engine/scenario"
)

// A RunStep is one thing that run() does between two records, or while one is
// made. Stepping through them is finer than stepping through the records.
type RunStep struct {
	Kind  RunStepKind
	N     int     // how many records have happened
	T     float64 // the clock, as run() knows it
	Seq   int     // the entry that it is about, -1 if none
	Delay float64 // of RunDelay and RunWait
}

// A RunStepKind says what run() does.
type RunStepKind uint8

// The kinds. A turn of run()'s loop is peek, delay and wait, or peek, delay,
// pop, action and yield; an empty queue ends it.
const (
	RunMain   RunStepKind = iota // not run(): the main program, before or after it
	RunPeek                      // looks at the first entry of the queue
	RunDelay                     // works out how long that is away
	RunWait                      // delayfunc(delay); what arrives meanwhile is a step each
	RunPop                       // takes it off the queue
	RunAction                    // calls its action; a step for each record that makes
	RunYield                     // delayfunc(0), which lets others have their turn
	RunRaise                     // the action or the wait raised: run() is left
	RunReturn                    // the queue is empty
)

// Inside are the steps that run() took, by CPython's algorithm, to make a log.
// What a log does not say is when a wait was looked at: it is over when the
// entry that was waited for is due, and what happens before that belongs to it.
//
// Inside does not follow an Index that grows. It is not safe for concurrent use.
type Inside struct {
	ix    *Index
	steps []RunStep

	heap heap // after
	n    int  // records
}

// NewInside works out the steps of s's run, of which ix is the log.
func NewInside(s *scenario.Scenario, ix *Index) *Inside {
	in := &Inside{ix: ix, heap: heap{ix: ix}}
	w := insideWalk{Inside: in, heap: heap{ix: ix}, last: -1}
	if n := len(ix.started); n > 0 {
		w.last = int(ix.entries[ix.started[n-1]].start)
	}
	if len(ix.records) > 0 {
		w.now = ix.records[0].T
	}
	w.main(prologue(s))
	w.run()
	for w.next() != nil {
		w.take(RunMain, -1)
	}
	return in
}

// prologue is how many records the main program makes before it calls run().
func prologue(s *scenario.Scenario) (n int) {
	for i := range s.Hooks {
		if !s.Hooks[i].Unregistered {
			n++
		}
	}
	for i := range s.Events {
		if !s.Events[i].Unqueued {
			n++
		}
	}
	return n
}

// Len returns how many steps there are.
func (in *Inside) Len() int { return len(in.steps) }

// Step returns step i.
func (in *Inside) Step(i int) RunStep { return in.steps[i] }

// At returns what run() is at while n records have happened and the next one
// has not: the step that takes the time until then, if there is one, or else
// the last.
func (in *Inside) At(n int) int {
	last := max(0, sort.Search(len(in.steps), func(i int) bool { return in.steps[i].N > n })-1)
	for i := last; i >= 0 && in.steps[i].N == in.steps[last].N; i-- {
		if in.steps[i].Kind == RunWait {
			return i
		}
	}
	return last
}

// A HeapEntry is an entry of the queue and its place in CPython's list. The
// children of the one at place p are at 2p+1 and 2p+2.
type HeapEntry struct {
	Entry
	Place int
}

// Heap returns the first limit entries of the queue at step i as CPython's
// list has them, and how many there are in all.
func (in *Inside) Heap(i, limit int) (entries []HeapEntry, length int) {
	in.fold(in.steps[i].N)
	for place, e := range in.heap.list[:min(limit, len(in.heap.list))] {
		entries = append(entries, HeapEntry{in.ix.entry(int(e)), place})
	}
	return entries, len(in.heap.list)
}

// Sorted returns the first limit entries of the queue at step i in the order in
// which they are to run.
func (in *Inside) Sorted(i, limit int) (entries []HeapEntry) {
	in.fold(in.steps[i].N)
	for _, e := range in.ix.first(slices.Clone(in.heap.list), limit) {
		entries = append(entries, HeapEntry{in.ix.entry(int(e)), slices.Index(in.heap.list, e)})
	}
	return entries
}

// fold makes in.heap that after n records.
func (in *Inside) fold(n int) {
	if n < in.n {
		in.n, in.heap.list = 0, in.heap.list[:0]
	}
	for ; in.n < n; in.n++ {
		in.heap.apply(in.n)
	}
}

// An insideWalk goes through the log once.
type insideWalk struct {
	*Inside
	heap heap
	n    int     // records that have happened
	now  float64 // the clock
	last int     // the last record that starts an action
}

// next is the record that comes next, nil if there is none.
func (w *insideWalk) next() *Record {
	if w.n == len(w.ix.records) {
		return nil
	}
	return &w.ix.records[w.n]
}

// note adds a step that makes no record.
func (w *insideWalk) note(kind RunStepKind, seq int, delay float64) {
	w.steps = append(w.steps, RunStep{kind, w.n, w.now, seq, delay})
}

// take adds the step that makes the next record.
func (w *insideWalk) take(kind RunStepKind, seq int) {
	w.now = max(w.now, w.ix.records[w.n].T)
	w.heap.apply(w.n)
	w.n++
	w.note(kind, seq, 0)
}

// main is the main program up to its call of run().
func (w *insideWalk) main(records int) {
	w.note(RunMain, -1, 0)
	for range records {
		if r := w.next(); r == nil || r.Kind != Register && r.Kind != Enter {
			return
		}
		w.take(RunMain, -1)
	}
}

// run is run(), until it returns, is left, or the log breaks off.
func (w *insideWalk) run() {
	for {
		r := w.next()
		switch {
		case len(w.heap.list) == 0 && w.n > w.last:
			w.note(RunPeek, -1, 0)
			w.note(RunReturn, -1, 0)
			return
		case r == nil:
			return
		case r.Kind == Exit || w.failed():
			w.now = max(w.now, r.T)
			w.note(RunRaise, -1, 0)
			return
		case len(w.heap.list) == 0:
			w.take(RunYield, -1) // something entered from outside just in time
			continue
		}
		first := w.ix.entry(int(w.heap.list[0]))
		w.note(RunPeek, first.Seq, 0)
		w.note(RunDelay, first.Seq, first.Time-w.now)
		if r.Kind != Start || r.T > w.now && first.Time > w.now {
			w.wait(first)
		} else if !w.act(r.Seq) {
			return
		}
	}
}

// wait is delayfunc(delay) and what happens meanwhile, up to the start of an
// action, the end of the program, or what can only be in a later wait.
func (w *insideWalk) wait(first Entry) {
	until := max(first.Time, w.now)
	w.note(RunWait, first.Seq, until-w.now)
	w.pass(RunWait, first.Seq, until)
	r := w.next()
	if r == nil || r.Kind == Exit || w.failed() {
		return
	}
	w.now = until
	if r.Kind == Start && w.due() {
		w.now = r.T // a wait can overshoot its end
	}
	for w.due() && w.goesOn() { // a signal handler takes longer than the wait
		w.take(RunWait, first.Seq)
	}
}

// goesOn reports whether there is a record next that no action of the queue
// makes, nor the end of the program.
func (w *insideWalk) goesOn() bool {
	r := w.next()
	return r != nil && r.Kind != Start && r.Kind != Exit && !w.failed()
}

// due reports whether the first entry of the queue is to run now.
func (w *insideWalk) due() bool {
	return len(w.heap.list) > 0 && w.ix.entry(int(w.heap.list[0])).Time <= w.now
}

// pass takes the records up to a time that no action of the queue makes.
func (w *insideWalk) pass(kind RunStepKind, seq int, until float64) {
	for w.goesOn() && w.next().T <= until {
		w.take(kind, seq)
	}
}

// failed reports whether the next record says how the program fails: an error
// of the main program is written once run() is left.
func (w *insideWalk) failed() bool {
	r := w.next()
	return r.Kind == Error && r.In != "outside" && w.n+1 < len(w.ix.records) && w.ix.records[w.n+1].Kind == Exit
}

// act is the pop, the action, and delayfunc(0). It reports whether the action
// returned.
func (w *insideWalk) act(seq int) bool {
	w.take(RunPop, seq)
	w.note(RunAction, seq, 0)
	for {
		r := w.next()
		if r == nil {
			return false
		}
		if r.Kind == Exit || w.failed() {
			w.note(RunRaise, seq, 0)
			return false
		}
		w.take(RunAction, seq)
		if r.Kind == Finish && r.Seq == seq {
			break
		}
	}
	w.note(RunYield, seq, 0)
	if len(w.heap.list) > 0 { // else what follows is the main program's
		w.pass(RunYield, seq, w.now)
	}
	return true
}
