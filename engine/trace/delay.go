package trace

import "sort"

// A Hold is a stretch of time for which an entry that was due had to wait.
type Hold struct {
	From, To float64
	Why      HoldKind
	Seq      int // HoldAction: whose action; HoldAsleep: what was waited for, which can be the entry itself; -1 if none
}

// A HoldKind says what an entry had to wait for.
type HoldKind uint8

// The kinds.
const (
	HoldEntered HoldKind = iota // it was entered when its time had passed
	HoldAction                  // another action held the thread
	HoldAsleep                  // run() was asleep, until something else was due
)

// Holds returns why an entry began late, or has not begun although it is due:
// the stretches between its time and its start, in order. A log does not say
// how long a signal handler takes; that counts as run() being asleep. It
// returns none for one that was cancelled, or left for ever.
func (ix *Index) Holds(seq int) (holds []Hold) {
	i := ix.find(seq)
	if i < 0 || ix.entries[i].start == never {
		return nil
	}
	h := ix.history(i)
	at := h.Time
	if entered := ix.records[h.Enter].T; entered > at {
		at = min(entered, h.Began)
		holds = append(holds, Hold{h.Time, at, HoldEntered, -1})
	}
	rank := ix.rank(i)
	k := sort.Search(rank, func(k int) bool { return ix.history(int(ix.started[k])).Ended > at })
	for ; k < rank; k++ {
		other := ix.history(int(ix.started[k]))
		if other.Began > at {
			holds = append(holds, ix.asleep(at, other.Began, k))
			at = other.Began
		}
		if to := min(other.Ended, h.Began); to > at {
			holds = append(holds, Hold{at, to, HoldAction, other.Seq})
			at = to
		}
	}
	if h.Began > at {
		holds = append(holds, ix.asleep(at, h.Began, rank))
	}
	return holds
}

// asleep is run()'s wait before the start of ix.started[k]: for what was first
// in the queue when it began to wait, which was when the action before it had
// returned, or else when time began to pass.
func (ix *Index) asleep(from, to float64, k int) Hold {
	n := sort.Search(len(ix.records), func(n int) bool { return ix.records[n].T > ix.records[0].T })
	if k > 0 {
		n = int(ix.entries[ix.started[k-1]].finish) + 1
	}
	hold := Hold{from, to, HoldAsleep, -1}
	if first := ix.At(n).Queue(1); len(first) > 0 {
		hold.Seq = first[0].Seq
	}
	return hold
}
