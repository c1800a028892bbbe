package trace

import "lastcall/engine/scenario"

// A View says which part of a log is drawn, and how. The zero View, but for
// its width, is the whole log to scale.
type View struct {
	Width float64 // of the picture; below 280 it counts as 280

	// From and To are what the clock reads at the ends of the plot. If To is
	// not after From, the plot holds the whole log.
	From, To float64

	// Fold folds idle gaps, all but those that begin at one of Except; without
	// it only those are folded.
	Fold   bool
	Except []float64

	Axis Axis
}

// Whole reports whether v shows all of a log.
func (v View) Whole() bool { return !(v.To > v.From) }

// folds reports whether v folds the gap that begins at a time.
func (v View) folds(from float64) bool {
	for _, t := range v.Except {
		if t == from {
			return !v.Fold
		}
	}
	return v.Fold
}

// Layout draws what v shows of a log. The scenario gives labels and what was
// to come from outside; it may be nil.
func (v View) Layout(s *scenario.Scenario, ix *Index) *Timeline {
	t := &Timeline{Width: max(v.Width, minWidth), ix: ix}
	t.Left, t.Right = 116, t.Width-20
	if t.Width < narrow {
		t.Left, t.Right = 14, t.Width-14
	}
	l := layout{Timeline: t, view: v, scenario: s, labels: newLabels(s)}
	outside := l.outside()
	l.fitTime(outside)
	flow := l.newFlow()
	l.placeBoxes(flow)

	l.Height = axisHeight
	l.planned()
	l.thread()
	l.fromOutside(outside)
	l.exitHooks(flow)
	l.exitLines(flow)
	return t
}

// shows reports whether anything between two readings of the clock is in the
// picture. What is beyond the ends of the whole log is, at its edge.
func (l *layout) shows(from, to float64) bool {
	return l.view.Whole() || to >= l.From && from <= l.To
}
