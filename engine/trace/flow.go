package trace

import "slices"

// A flow is the boxes before they have places.
type flow struct {
	boxes []Box
	died  int // the box after which the process died, -1 if none
}

// newFlow sizes the boxes: with labels, else with short ones, else with order
// numbers, else as many as there is room for and one for the rest.
func (l *layout) newFlow() *flow {
	f := &flow{boxes: l.hookBoxes(), died: -1}
	if exits := l.ix.exits; len(exits) > 1 {
		for i := range f.boxes {
			if first := f.boxes[i].First; first >= 0 && first < exits[len(exits)-1] {
				f.died = i
			}
		}
	}
	plot := l.Right - l.Left
	for _, limit := range []int{18, 9, 0} {
		for i := range f.boxes {
			f.boxes[i].measure(l.labels, limit)
		}
		if len(f.boxes) <= maxBoxes && f.wrap(plot) <= boxRows {
			return f
		}
	}
	f.cut(plot)
	f.wrap(plot)
	return f
}

// measure gives b a label of limit characters at most, or its order number if
// that is 0, and the width for it and the sign of its state.
func (b *Box) measure(labels labels, limit int) {
	b.Label.Text = Number(float64(b.Order))
	if limit > 0 {
		b.Label.Text = labels.of(b.ID, limit)
	}
	b.Label.W = textWidth(b.Label.Text) + boxSign*charWidth
	b.W = max(minBox, b.Label.W+2*boxPad)
}

// wrap gives the boxes their rows and their places in them, and returns how
// many rows that takes.
func (f *flow) wrap(plot float64) (rows int) {
	x, row := 0.0, 0
	for i := range f.boxes {
		b := &f.boxes[i]
		gap := boxGap
		if i == f.died {
			gap = deathGap
		}
		if x > 0 && x+b.W > plot {
			x, row = 0, row+1
		}
		b.X, b.Row = x, row
		x += b.W + gap
	}
	return row + 1
}

// cut merges the boxes that there is no room for into the last that there is.
func (f *flow) cut(plot float64) {
	f.wrap(plot)
	keep := min(len(f.boxes), maxBoxes)
	for keep > 1 && f.boxes[keep-1].Row >= boxRows {
		keep--
	}
	for ; keep > 0; keep-- {
		rest := f.boxes[keep-1]
		for i := range f.boxes[keep:] {
			rest.add(&f.boxes[keep+i])
		}
		rest.Label.Text = "+" + Count(rest.Count)
		rest.Label.W = textWidth(rest.Label.Text) + boxSign*charWidth
		rest.W = max(minBox, rest.Label.W+2*boxPad)
		boxes := append(slices.Clone(f.boxes[:keep-1]), rest)
		if trial := (&flow{boxes: boxes, died: f.died}); trial.wrap(plot) <= boxRows {
			f.boxes, f.died = boxes, min(f.died, keep-1)
			return
		}
	}
}
