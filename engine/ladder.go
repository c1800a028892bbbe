package engine

import (
	"math/bits"
	"slices"
)

// A ladder holds keys in piles. Each rung is a row of piles for equal spans of
// time; the lower the rung, the nearer and the shorter its spans. A key is put
// on the pile its time falls into, or on far if it lies beyond all rungs.
//
// When it is a pile's turn and it fills more than a page, it is spread over a
// new rung. That is a radix sort by the most significant digit, done only when
// needed and as far as needed, and open to new keys all along. The idea is the
// ladder queue of Tang, Goh and Thng (2005); dividing by shifting makes it
// exact for every [Number].
type ladder struct {
	rungs []rung // the lowest is the last; 32 at most, as each takes 2 bits
	far   pile
	free  *page // to be used again
}

// A rung holds a time in the pile row[time>>shift - base].
type rung struct {
	shift uint
	base  uint64
	row   []pile
	turn  int // of this pile; those before it are empty
}

// add adds a key that is later than all that next has returned.
func (l *ladder) add(k key) {
	for i := len(l.rungs) - 1; i >= 0; i-- {
		r := &l.rungs[i]
		if n := k.time>>r.shift - r.base; n < uint64(len(r.row)) {
			l.put(&r.row[n], k)
			return
		}
	}
	l.put(&l.far, k)
}

// next removes the keys whose turn it is and returns their first page, nil if
// the ladder is empty. They fill one page, or have one time.
func (l *ladder) next() *page {
	for {
		pages := l.take()
		if pages == nil || pages.next == nil || !l.spread(pages) {
			return pages
		}
	}
}

// take removes the pile whose turn it is.
func (l *ladder) take() *page {
	for i := len(l.rungs) - 1; i >= 0; i-- {
		r := &l.rungs[i]
		for ; r.turn < len(r.row); r.turn++ {
			if pages := r.row[r.turn].take(); pages != nil {
				return pages
			}
		}
		l.rungs = l.rungs[:i]
	}
	return l.far.take()
}

// takeAll removes every key.
func (l *ladder) takeAll() *page {
	for _, r := range l.rungs {
		for i := range r.row {
			l.far.join(&r.row[i])
		}
	}
	l.reset()
	return l.far.take()
}

// reset takes down the rungs, which hold nothing.
func (l *ladder) reset() { l.rungs = l.rungs[:0] }

// spread spreads keys over a new rung, unless they all have one time.
func (l *ladder) spread(pages *page) bool {
	n, first, last := 0, ^uint64(0), uint64(0)
	for p := pages; p != nil; p = p.next {
		for i := range p.keys[:p.n] {
			first = min(first, p.keys[i].time)
			last = max(last, p.keys[i].time)
		}
		n += p.n
	}
	if first == last {
		return false
	}
	// Four to eight keys a pile, but no more piles than stay in the cache.
	// Twice or half as many of either are no faster.
	digit := min(bits.Len(uint(n))-3, 8)
	shift := uint(max(bits.Len64(last-first)-digit, 0))
	r := l.newRung(int(last>>shift-first>>shift) + 1)
	r.shift, r.base = shift, first>>shift
	for ; pages != nil; pages = l.recycle(pages) {
		for i := range pages.keys[:pages.n] {
			k := &pages.keys[i]
			l.put(&r.row[k.time>>shift-r.base], *k)
		}
	}
	return true
}

// newRung adds a rung of n empty piles, in the memory of an earlier one if
// there is one.
func (l *ladder) newRung(n int) *rung {
	i := len(l.rungs)
	l.rungs = slices.Grow(l.rungs, 1)[:i+1]
	r := &l.rungs[i]
	r.row = slices.Grow(r.row[:0], n)[:n]
	r.turn = 0
	return r
}
