package trace

import "math"

// A Tick is a mark of the axis.
type Tick struct {
	T, X  float64
	Label string  // empty if there is no room
	Mid   float64 // the x of the label's middle
}

const (
	tickApart = 56.0 // the least distance of two ticks
	tickGap   = 12.0 // the least distance of two tick labels
)

// ticks returns ticks at the smallest of the axis's steps that leaves room for
// their labels.
func (s scale) ticks(axis Axis, width float64) []Tick {
	plot, span := s.stretch()
	apart := max(tickApart, plot/(maxTicks-2))
	for step := range axis.steps(span / plot * apart) {
		pixels := plot / span * step.size
		if pixels < apart {
			continue
		}
		if ticks, room := s.every(axis, step); pixels >= room+tickGap {
			return keepInside(ticks, width)
		}
	}
	return nil
}

// stretch is how many pixels there are for how much time, but for what is
// folded.
func (s scale) stretch() (plot, span float64) {
	plot, span = s.right-s.left, s.to-s.from
	if math.IsInf(span, 0) {
		span = math.MaxFloat64
	}
	for i := 1; i < len(s.knots); i++ {
		if a, b := s.knots[i-1], s.knots[i]; s.folded(a, b) {
			plot -= b.x - a.x
			span -= b.t - a.t
		}
	}
	return plot, span
}

// folded reports whether the scale between two knots is that of a folded gap:
// it is the steepest by far.
func (s scale) folded(a, b knot) bool {
	return b.x-a.x <= foldedGap+0.01 && b.x-a.x >= foldedGap-0.01 && (b.t-a.t)/(b.x-a.x) > (s.to-s.from)/(s.right-s.left)
}

// every returns the ticks of one step and the width of their widest label.
func (s scale) every(axis Axis, step step) (ticks []Tick, widest float64) {
	knots := s.knots
	if knots == nil {
		knots = []knot{{s.from, s.left}, {s.to, s.right}}
	}
	for k := 1; k < len(knots); k++ {
		a, b := knots[k-1], knots[k]
		if s.knots != nil && s.folded(a, b) {
			continue
		}
		first, last := step.reach(a.t, b.t)
		for i := first; i <= last && len(ticks) < maxTicks; i++ {
			t := step.at(i)
			if n := len(ticks); n > 0 && t <= ticks[n-1].T && k == 1 {
				break // the step is too small for numbers as large as these
			}
			x := s.x(t)
			if n := len(ticks); n > 0 && x < ticks[n-1].X+tickApart-0.1 {
				continue // it is just behind a fold
			}
			ticks = append(ticks, Tick{T: t, X: x, Mid: x})
		}
	}
	write := axis.writer(step, s.from, s.to)
	for i := range ticks {
		ticks[i].Label = write(ticks[i].T)
		widest = max(widest, textWidth(ticks[i].Label))
	}
	return ticks, widest
}

// keepInside moves labels that would leave the picture, and drops those that
// come too close then.
func keepInside(ticks []Tick, width float64) []Tick {
	end := math.Inf(-1)
	for i := range ticks {
		t := &ticks[i]
		half := textWidth(t.Label) / 2
		t.Mid = min(max(t.Mid, half), width-half)
		if t.Mid-half < end {
			t.Label = ""
			continue
		}
		end = t.Mid + half
	}
	return ticks
}
