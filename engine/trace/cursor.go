package trace

import "sort"

// A Cursor is a vertical line from Y1 to Y2 that marks a moment.
type Cursor struct{ X, Y1, Y2 float64 }

// Cursor returns where the cursor stands after n records: by the clock until
// hooks run, then on the box of the hook that runs or ran last. It is as high
// as the picture unless boxes do not follow the exit line from left to right;
// then it is as high as the row of its box.
func (t *Timeline) Cursor(n int) Cursor {
	records := t.ix.records
	n = min(n, len(records))
	c := Cursor{t.Left, axisHeight - 4, t.Height}
	if n <= 0 {
		if len(records) > 0 {
			c.X = t.scale.x(records[0].T)
		}
		return c
	}
	b := t.boxAt(n)
	if b == nil {
		c.X = t.before(n)
		return c
	}
	c.X = b.progress(n)
	if t.banded {
		c.Y1, c.Y2 = b.Y-2, b.Y+b.H+2
	}
	return c
}

// X returns the x of the cursor after n records. It never falls as n grows
// while there is nothing but the clock, nor along a row of boxes.
func (t *Timeline) X(n int) float64 { return t.Cursor(n).X }

// before is the cursor's x while no hook has run: by the clock, but no farther
// than the exit line once the program is over.
func (t *Timeline) before(n int) float64 {
	at := t.ix.records[n-1].T
	if exits := t.ix.exits; len(exits) > 0 && exits[0] < n {
		at = t.ix.records[exits[0]].T
	}
	return t.scale.x(at)
}

// boxAt returns the box of the hook that runs or ran last after n records, nil
// if none has.
func (t *Timeline) boxAt(n int) *Box {
	i := sort.Search(t.ran, func(i int) bool { return t.Boxes[i].First >= n })
	if i == 0 {
		return nil
	}
	return &t.Boxes[i-1]
}

// progress is how far through the box n records are: in the middle while its
// hook runs, at the end after that.
func (b *Box) progress(n int) float64 {
	part := 0.5
	switch {
	case b.Last >= 0 && n > b.Last:
		part = 1
	case b.Count > 1 && b.Last > b.First:
		part = float64(n-b.First) / float64(b.Last-b.First+1)
	}
	return b.X + part*b.W
}

// RecordAt returns the number of the record nearest to x, the last of those
// that stand there: with it and all before it, everything that happened at
// that moment has. It returns -1 for an empty log.
func (t *Timeline) RecordAt(x float64) int {
	n := len(t.ix.records)
	if n == 0 {
		return -1
	}
	last := func(x float64) int { // the last record not right of x
		return sort.Search(n, func(i int) bool { return t.forward(i+1) > x }) - 1
	}
	left := last(x)
	if left == n-1 {
		return left
	}
	right := t.forward(left + 2)
	if left >= 0 && x-t.forward(left+1) <= right-x {
		return left
	}
	return last(right)
}

// forward is the cursor's x where that only grows: it stays at the exit line
// if the boxes do not follow that.
func (t *Timeline) forward(n int) float64 {
	if t.banded {
		return t.before(n)
	}
	return t.X(n)
}
