package trace

import "slices"

// A Decider is what decided which of two entries was to run first.
type Decider uint8

// The deciders. The first three are the fields that the queue compares, in
// that order.
const (
	ByTime     Decider = iota
	ByPriority         // the times are equal; the lower number is first
	BySequence         // time and priority are equal: a tie. The one entered first is first
	ByArrival          // one had left the queue before the other was entered
)

// An Order is two entries in the order in which they ran. One that never did
// stands where it would have run, had it not been cancelled or left behind.
type Order struct {
	First, Second History
	By            Decider
}

// Compare returns in which order two entries came, and why; ok is false if one
// is unknown, or both are the same.
func (ix *Index) Compare(a, b int) (o Order, ok bool) {
	i, j := ix.find(a), ix.find(b)
	if i < 0 || j < 0 || i == j {
		return Order{}, false
	}
	if p, q := &ix.entries[i], &ix.entries[j]; p.left() < q.enter {
		return Order{ix.history(i), ix.history(j), ByArrival}, true
	} else if q.left() < p.enter {
		return Order{ix.history(j), ix.history(i), ByArrival}, true
	}
	if ix.compare(int32(i), int32(j)) > 0 {
		i, j = j, i
	}
	return Order{ix.history(i), ix.history(j), decider(ix.entry(i), ix.entry(j))}, true
}

// decider is the first field in which two entries differ.
func decider(a, b Entry) Decider {
	switch {
	case a.Time != b.Time:
		return ByTime
	case a.Priority != b.Priority:
		return ByPriority
	}
	return BySequence
}

// Tied returns the sequence numbers of the entries that waited together with
// one, and differ from it by nothing but those: it is among them, and they are
// in order. It returns nil if there is no other.
func (ix *Index) Tied(seq int) (group []int) {
	i := ix.find(seq)
	if i < 0 {
		return nil
	}
	one, life := ix.entry(i), &ix.entries[i]
	for j := range ix.entries {
		l := &ix.entries[j]
		if l.enter >= life.left() || l.left() <= life.enter {
			continue
		}
		if decider(one, ix.entry(j)) == BySequence {
			group = append(group, l.seq)
		}
	}
	if len(group) == 1 {
		return nil
	}
	return group
}

// Ties returns the first limit groups of entries that waited together and
// differ by nothing but their sequence numbers. A group, and the groups, are in
// order of those.
func (ix *Index) Ties(limit int) (groups [][]int) {
	type key struct{ time, priority float64 }
	type group struct {
		members []int
		last    int // place of the last of them
	}
	open := make(map[key]*group)
	var found []*group
	for i := range ix.entries {
		e := &ix.records[ix.entries[i].enter]
		k := key{e.Time, e.Priority}
		g := open[k]
		if g == nil || ix.entries[g.last].left() <= ix.entries[i].enter {
			g = new(group)
			open[k] = g
		}
		g.members, g.last = append(g.members, ix.entries[i].seq), i
		if len(g.members) == 2 {
			found = append(found, g)
		}
	}
	slices.SortFunc(found, func(a, b *group) int { return a.members[0] - b.members[0] })
	for _, g := range found[:min(limit, len(found))] {
		groups = append(groups, g.members)
	}
	return groups
}

// Before returns the entry whose action began last before that of another;
// ok is false if there is none. For one that never began it is the last that
// did.
func (ix *Index) Before(seq int) (before int, ok bool) {
	k := len(ix.started)
	if i := ix.find(seq); i < 0 {
		return 0, false
	} else if ix.entries[i].start != never {
		k = ix.rank(i)
	}
	if k == 0 {
		return 0, false
	}
	return ix.entries[ix.started[k-1]].seq, true
}

// rank is the place among those that started of an entry that did.
func (ix *Index) rank(i int) int {
	k, _ := slices.BinarySearchFunc(ix.started, ix.entries[i].start, func(place, start int32) int {
		return int(ix.entries[place].start) - int(start)
	})
	return k
}

// Of returns the sequence numbers of an event's entries, in order.
func (ix *Index) Of(event string) (list []int) {
	for i := range ix.entries {
		if ix.records[ix.entries[i].enter].ID == event {
			list = append(list, ix.entries[i].seq)
		}
	}
	return list
}

// Ran returns the sequence numbers of up to limit entries around one, in the
// order in which they ran, then those that never did, as they were entered.
func (ix *Index) Ran(around, limit int) (list []int) {
	all := slices.Clone(ix.started)
	for i := range ix.entries {
		if ix.entries[i].start == never {
			all = append(all, int32(i))
		}
	}
	at := max(0, slices.Index(all, int32(ix.find(around))))
	from := max(0, min(at-limit/2, len(all)-limit))
	for _, i := range all[from:min(from+limit, len(all))] {
		list = append(list, ix.entries[i].seq)
	}
	return list
}
