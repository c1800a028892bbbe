package trace

import (
	"cmp"
	"math"
	"slices"
)

// A Gap is a long time in which nothing happens and nothing is planned. Folded,
// it takes little room whatever its length. Its mark stands on the axis.
type Gap struct {
	From, To float64 // the clock
	Folded   bool
	X1, X2   float64
	Hit      Rect // of what folds and unfolds it
}

const (
	foldedGap = 30.0 // the width of a folded gap
	longGap   = 0.4  // how much of the time that is not folded a gap is at least
	manySpans = 4    // with less around it, a gap squashes nothing
)

// foldGaps finds the gaps, and folds those that the view says.
func (l *layout) foldGaps(outside []sent) {
	var gaps []Gap
	busy := l.busy(outside)
	for i := 1; i < len(busy); i++ {
		from, to := busy[i-1].To, busy[i].From
		if len(busy) >= manySpans && from >= l.From && to <= l.To {
			gaps = append(gaps, Gap{From: from, To: to, Folded: l.view.folds(from)})
		}
	}
	l.Gaps = longest(gaps, l.To-l.From)
	l.bend()
	for i := range l.Gaps {
		g := &l.Gaps[i]
		g.X1, g.X2 = l.scale.x(g.From), l.scale.x(g.To)
		g.Hit = Rect{(g.X1+g.X2)/2 - target/2, 1, target, target}
	}
}

// clearGaps takes away the labels of ticks where the marks of gaps are.
func (l *layout) clearGaps() {
	for i := range l.Ticks {
		t := &l.Ticks[i]
		half := textWidth(t.Label)/2 + target/2
		for _, g := range l.Gaps {
			if math.Abs(t.Mid-(g.X1+g.X2)/2) < half {
				t.Label = ""
			}
		}
	}
}

// busy returns the times at which something happens or is planned, apart and
// in order.
func (l *layout) busy(outside []sent) []Span {
	start, end := l.lived()
	spans := []Span{{start, start}, {end, end}}
	add := func(from, to float64) {
		if to >= l.From && from <= l.To {
			spans = append(spans, Span{from, to})
		}
	}
	for i := range l.ix.entries {
		e := l.ix.history(i)
		add(e.Time, e.Time)
		if e.Start >= 0 {
			add(e.Began, e.Ended)
		}
	}
	for _, o := range outside {
		add(o.at, o.at)
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	merged := spans[:1]
	for _, s := range spans[1:] {
		last := &merged[len(merged)-1]
		if s.From <= last.To {
			last.To = max(last.To, s.To)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}

// longest returns the long ones of some gaps, in order of time, but no more than
// maxGaps. A gap is long by what is left of the time once longer ones are folded.
func longest(gaps []Gap, time float64) []Gap {
	slices.SortFunc(gaps, func(a, b Gap) int { return cmp.Compare(b.To-b.From, a.To-a.From) })
	n := 0
	for ; n < min(len(gaps), maxGaps) && gaps[n].To-gaps[n].From >= longGap*time; n++ {
		if gaps[n].Folded {
			time -= gaps[n].To - gaps[n].From
		}
	}
	gaps = gaps[:n]
	slices.SortFunc(gaps, func(a, b Gap) int { return cmp.Compare(a.From, b.From) })
	return gaps
}

// bend gives folded gaps their width on the scale, and the rest what is left.
func (l *layout) bend() {
	room, time := l.Right-l.Left, l.To-l.From
	folded := false
	for _, g := range l.Gaps {
		if g.Folded {
			folded = true
			room -= foldedGap
			time -= g.To - g.From
		}
	}
	if !folded {
		return
	}
	if time <= 0 {
		time = 1
	}
	at := knot{l.From, l.Left}
	knots := []knot{at}
	to := func(t, x float64) {
		if t > at.t {
			at = knot{t, x}
			knots = append(knots, at)
		}
	}
	for _, g := range l.Gaps {
		if g.Folded {
			to(g.From, at.x+(g.From-at.t)/time*room)
			to(g.To, at.x+foldedGap)
		}
	}
	to(l.To, l.Right)
	l.scale.knots = knots
}
