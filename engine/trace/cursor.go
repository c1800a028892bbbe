package trace

import "sort"

// A Cursor is a vertical line from Y1 to Y2 that marks a moment.
type Cursor struct {
	X, Y1, Y2 float64
	Hidden    bool // the moment is not in the picture
}

// Cursor returns where the cursor stands after n records: by the clock until
// hooks run, then on the box of the hook that runs or ran last, and as high as
// its row.
func (t *Timeline) Cursor(n int) Cursor {
	records := t.ix.records
	n = min(n, len(records))
	c := Cursor{X: t.Left, Y1: axisHeight - 4, Y2: t.hooksTop()}
	if n <= 0 {
		if len(records) > 0 {
			c.X, c.Hidden = t.scale.x(records[0].T), !t.scale.holds(records[0].T)
		}
		return c
	}
	b := t.boxAt(n)
	if b == nil {
		at := t.moment(n)
		c.X, c.Hidden = t.scale.x(at), !t.scale.holds(at)
		return c
	}
	c.X = b.progress(n)
	c.Y1, c.Y2 = b.Y-2, b.Y+b.H+2
	return c
}

// X returns the x of the cursor after n records. It never falls as n grows
// while there is nothing but the clock, nor along a row of boxes.
func (t *Timeline) X(n int) float64 { return t.Cursor(n).X }

// hooksTop is where the lane of hooks begins: what is above is to scale.
func (t *Timeline) hooksTop() float64 { return t.Lanes[len(t.Lanes)-1].Y }

// moment is what the cursor shows of the clock while no hook has run: no more
// than at the exit line, once the program is over.
func (t *Timeline) moment(n int) float64 {
	if exits := t.ix.exits; len(exits) > 0 && exits[0] < n {
		n = exits[0] + 1
	}
	return t.ix.records[n-1].T
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
// while hooks run.
func (t *Timeline) forward(n int) float64 {
	if n <= 0 {
		return t.X(n)
	}
	return t.scale.x(t.moment(n))
}
