package trace

import (
	"cmp"
	"slices"
)

// A History is what became of an entry, as far as the log goes.
type History struct {
	Entry
	Outcome               Outcome
	Start, Finish, Cancel int     // record numbers, -1 if there is none
	Began, Ended          float64 // the clock, if the action began; Ended at the end of the log if it still runs
}

// Late is how long after its time the action began.
func (h *History) Late() float64 { return h.Began - h.Time }

// An Outcome is what became of an entry.
type Outcome uint8

// The outcomes.
const (
	OutcomeLeft        Outcome = iota // in the queue when the log ends
	OutcomeRunning                    // its action still runs when the log ends
	OutcomeRan                        // its action returned
	OutcomeInterrupted                // its action did not return: the program ended in it
	OutcomeCancelled
)

// Entries returns the history of every entry, in order of entering.
func (ix *Index) Entries() []History {
	all := make([]History, len(ix.entries))
	for i := range all {
		all[i] = ix.history(i)
	}
	return all
}

// EntryCount returns how many entries there are.
func (ix *Index) EntryCount() int { return len(ix.entries) }

// EntriesInOrder returns the histories of limit entries at most, in the order
// in which they are to run, from a place in that order on.
func (ix *Index) EntriesInOrder(from, limit int) []History {
	places := make([]int32, len(ix.entries))
	for i := range places {
		places[i] = int32(i)
	}
	places = ix.first(places, from+limit)
	list := make([]History, 0, limit)
	for _, i := range places[min(from, len(places)):] {
		list = append(list, ix.history(int(i)))
	}
	return list
}

// Entry returns the history of the entry with a sequence number; ok is false
// if there is none.
func (ix *Index) Entry(seq int) (h History, ok bool) {
	i := ix.find(seq)
	if i < 0 {
		return History{}, false
	}
	return ix.history(i), true
}

// Latest returns the history of an event's latest entry; ok is false if it was
// never entered.
func (ix *Index) Latest(event string) (h History, ok bool) {
	for i := len(ix.entries) - 1; i >= 0; i-- {
		if ix.records[ix.entries[i].enter].ID == event {
			return ix.history(i), true
		}
	}
	return History{}, false
}

func (ix *Index) entry(i int) Entry {
	l := &ix.entries[i]
	r := &ix.records[l.enter]
	return Entry{r.Seq, r.ID, r.Time, r.Priority, r.With, int(l.enter)}
}

func (ix *Index) history(i int) History {
	l := &ix.entries[i]
	h := History{Entry: ix.entry(i), Start: known(l.start), Finish: known(l.finish), Cancel: known(l.cancel)}
	if l.cancel != never {
		h.Outcome = OutcomeCancelled
	}
	if l.start == never {
		return h
	}
	h.Began = ix.records[l.start].T
	end := len(ix.records) - 1
	switch {
	case l.finish != never:
		h.Outcome, end = OutcomeRan, int(l.finish)
	case len(ix.exits) > 0:
		h.Outcome, end = OutcomeInterrupted, max(ix.exits[0], int(l.start))
	default:
		h.Outcome = OutcomeRunning
	}
	h.Ended = ix.records[end].T
	return h
}

func known(record int32) int {
	if record == never {
		return -1
	}
	return int(record)
}

// first sorts entries, given by their places, in the order in which they are
// to run, and returns the first limit of them, or all if limit is not
// positive. It reuses places.
func (ix *Index) first(places []int32, limit int) []int32 {
	if limit > 0 && limit < len(places)/4 {
		places = ix.smallest(places, limit)
	}
	slices.SortFunc(places, ix.compare)
	if limit > 0 && limit < len(places) {
		places = places[:limit]
	}
	return places
}

// compare orders two entries as the queue does.
func (ix *Index) compare(a, b int32) int {
	p, q := &ix.records[ix.entries[a].enter], &ix.records[ix.entries[b].enter]
	switch {
	case p.Time != q.Time:
		return cmp.Compare(p.Time, q.Time)
	case p.Priority != q.Priority:
		return cmp.Compare(p.Priority, q.Priority)
	}
	return cmp.Compare(p.Seq, q.Seq)
}

// smallest moves the entries that come first to the front, in no order, and
// returns limit of them: a list of the best so far, its worst on top of a heap.
func (ix *Index) smallest(places []int32, limit int) []int32 {
	heap := places[:limit]
	sink := func(i int) {
		for {
			child := 2*i + 1
			if child+1 < limit && ix.compare(heap[child], heap[child+1]) < 0 {
				child++
			}
			if child >= limit || ix.compare(heap[i], heap[child]) >= 0 {
				return
			}
			heap[i], heap[child] = heap[child], heap[i]
			i = child
		}
	}
	for i := limit/2 - 1; i >= 0; i-- {
		sink(i)
	}
	for _, place := range places[limit:] {
		if ix.compare(place, heap[0]) < 0 {
			heap[0] = place
			sink(0)
		}
	}
	return heap
}
