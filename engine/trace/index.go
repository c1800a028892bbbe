package trace

import (
	"math"
	"slices"
	"sort"
)

// An Index answers what the first n records of a log say, for any n, without
// reading them all again: stepping and scrubbing cost the same anywhere.
//
// It keeps when each entry and each registration came and went, as record
// numbers, so that the state after n records is a matter of comparing with n.
// Records are counted from 0. A log that contradicts itself is taken as far as
// it makes sense: a record about something unknown changes nothing but the
// clock.
//
// An Index may grow by [Index.Append] while a run is streaming. It is not safe
// for concurrent use.
type Index struct {
	records []Record

	entries []life  // in order of entering
	started []int32 // of those, the ones that started, in that order
	left    []int32 // records that took an entry off the queue

	hooks hookLog

	console []int // records that print a line
	exits   []int
	end     int // the end record, or never

	marks []checkpoint
}

// never stands for the number of a record that has not come.
const never = math.MaxInt32

// A life is the record numbers of an entry.
type life struct {
	seq                          int
	enter, start, finish, cancel int32
}

// left is the record that took the entry off the queue.
func (l *life) left() int32 { return min(l.start, l.cancel) }

// NewIndex returns the index of a log. The Index keeps records and does not
// change them.
func NewIndex(records []Record) *Index {
	ix := &Index{hooks: newHookLog(), end: never, marks: []checkpoint{{}}}
	ix.Append(records...)
	return ix
}

// Append adds records that came since.
func (ix *Index) Append(records ...Record) {
	if ix.records == nil {
		ix.records = slices.Clip(records)
	} else {
		ix.records = append(ix.records, records...)
	}
	for n := len(ix.records) - len(records); n < len(ix.records); n++ {
		if last := ix.marks[len(ix.marks)-1]; n >= last.next() {
			ix.marks = append(ix.marks, ix.checkpoint(n))
		}
		ix.read(int32(n), &ix.records[n])
	}
}

// read takes note of record n.
func (ix *Index) read(n int32, r *Record) {
	switch r.Kind {
	case Enter:
		ix.entries = append(ix.entries, life{r.Seq, n, never, never, never})
	case Start:
		if i := ix.find(r.Seq); i >= 0 && ix.entries[i].left() == never {
			ix.entries[i].start = n
			ix.started = append(ix.started, int32(i))
			ix.left = append(ix.left, n)
		}
	case Cancel:
		if i := ix.find(r.Seq); i >= 0 && ix.entries[i].left() == never {
			ix.entries[i].cancel = n
			ix.left = append(ix.left, n)
		}
	case Finish:
		if i := ix.find(r.Seq); i >= 0 && ix.entries[i].start != never && ix.entries[i].finish == never {
			ix.entries[i].finish = n
		}
	case Print, Error:
		ix.console = append(ix.console, int(n))
	case Exit:
		ix.exits = append(ix.exits, int(n))
		ix.hooks.exit(n, r.HookRun)
	case Register:
		ix.hooks.register(n, r.ID)
	case Unregister:
		ix.hooks.unregister(n, r.ID)
	case HookStart:
		ix.hooks.begin(n, r.ID)
	case HookDone:
		ix.hooks.settle(n, r.ID, PhaseDone)
	case HookFailed:
		ix.hooks.settle(n, r.ID, PhaseFailed)
	case Skip:
		ix.hooks.skip(n, r.ID)
	case End:
		ix.end = min(ix.end, int(n))
		ix.hooks.end(n)
	}
}

// find returns the place of an entry in ix.entries, -1 if it is unknown.
// Sequence numbers grow, and in a whole log they are the places.
func (ix *Index) find(seq int) int {
	if seq >= 0 && seq < len(ix.entries) && ix.entries[seq].seq == seq {
		return seq
	}
	i := sort.Search(len(ix.entries), func(i int) bool { return ix.entries[i].seq >= seq })
	if i < len(ix.entries) && ix.entries[i].seq == seq {
		return i
	}
	return -1
}

// Len returns how many records there are.
func (ix *Index) Len() int { return len(ix.records) }

// Records returns the log, which is not to be changed.
func (ix *Index) Records() []Record { return ix.records }

// Exits returns the numbers of the exit records: one if the program is over,
// two if the process died in its hooks.
func (ix *Index) Exits() []int { return slices.Clip(ix.exits) }

// Console returns the numbers of the records among the first n that print a
// line, on stdout or stderr. It is a view, not to be changed.
func (ix *Index) Console(n int) []int {
	i := sort.SearchInts(ix.console, n)
	return ix.console[:i:i]
}

// entered returns how many entries the first n records made.
func (ix *Index) entered(n int) int {
	return sort.Search(len(ix.entries), func(i int) bool { return int(ix.entries[i].enter) >= n })
}

// before returns how many of some ascending record numbers are less than n.
func before(numbers []int32, n int) int {
	return sort.Search(len(numbers), func(i int) bool { return int(numbers[i]) >= n })
}
