package trace

import (
	"math"
	"slices"
)

// A scale turns the clock into pixels. Times outside are at its ends.
type scale struct {
	from, to, left, right float64
	knots                 []knot // where the scale changes, its ends among them; nil if it never does
}

// A knot is where a reading of the clock stands.
type knot struct{ t, x float64 }

func (s scale) x(t float64) float64 {
	a, b := knot{s.from, s.left}, knot{s.to, s.right}
	for i := 1; i < len(s.knots); i++ {
		if a, b = s.knots[i-1], s.knots[i]; t <= b.t {
			break
		}
	}
	// Halves, because the difference of two finite numbers can be infinite.
	part := (t/2 - a.t/2) / (b.t/2 - a.t/2)
	x := a.x + min(max(part, 0), 1)*(b.x-a.x)
	return math.Round(x*100) / 100
}

func (s scale) t(x float64) float64 {
	a, b := knot{s.from, s.left}, knot{s.to, s.right}
	for i := 1; i < len(s.knots); i++ {
		if a, b = s.knots[i-1], s.knots[i]; x <= b.x {
			break
		}
	}
	part := min(max((x-a.x)/(b.x-a.x), 0), 1)
	return a.t*(1-part) + b.t*part
}

// holds reports whether t is on the scale.
func (s scale) holds(t float64) bool { return t >= s.from && t <= s.to }

// XAt returns the x of a reading of the clock.
func (t *Timeline) XAt(clock float64) float64 { return t.scale.x(clock) }

// TimeAt returns the reading of the clock at x.
func (t *Timeline) TimeAt(x float64) float64 { return t.scale.t(x) }

// PerPixel returns how much time a pixel is, but for where it is folded.
func (t *Timeline) PerPixel() float64 {
	plot, span := t.scale.stretch()
	return span / plot
}

const (
	// far is how much of the time that the program lived a planned time may be
	// away from its start; beyond that it would squash all the rest, and its
	// mark stands at the edge.
	far = 1.5

	// jump is how many times farther than the one before it a planned time may
	// be, while it is not known how long the program will live.
	jump = 10

	// instant is the difference between two times, as a part of them, that
	// rounding alone may make.
	instant = 1e-12
)

// fitTime sets the scale.
func (l *layout) fitTime(outside []sent) {
	start, end := l.lived()
	planned := l.plannedTimes(outside)
	reach := end - start
	if len(l.ix.exits) == 0 || reach <= 0 {
		reach = grow(start, reach, planned)
	}
	from, to := start, end
	for _, t := range planned {
		if t >= start-far*reach && t <= start+far*reach {
			from, to = min(from, t), max(to, t)
		}
	}
	l.Full = spanOf(from, to)
	l.From, l.To = l.Full.From, l.Full.To
	if !l.view.Whole() {
		window := spanOf(l.view.From, l.view.To)
		l.From, l.To = window.From, window.To
	}
	l.scale = scale{from: l.From, to: l.To, left: l.Left, right: l.Right}
	l.foldGaps(outside)
	l.Ticks = l.scale.ticks(l.view.Axis, l.Width)
	l.clearGaps()
}

// spanOf is the span between two times, or one that is just long enough to be
// drawn.
func spanOf(from, to float64) Span {
	if least := instant * max(math.Abs(from), math.Abs(to), 1); to-from < least {
		if to == from {
			least = max(least, 1)
		}
		to = from + least
	}
	return Span{from, to}
}

// lived returns when the clock started and when the program was over, or where
// the log ends.
func (l *layout) lived() (start, end float64) {
	records := l.ix.records
	if l.scenario != nil {
		start = l.scenario.Clock.Start
	}
	if len(records) == 0 {
		return start, start
	}
	if first := records[0].T; l.scenario == nil || first < start {
		start = first
	}
	end = records[len(records)-1].T
	if len(l.ix.exits) > 0 {
		end = records[l.ix.exits[0]].T
	}
	return start, max(start, end)
}

// plannedTimes returns the moments of what was to happen.
func (l *layout) plannedTimes(outside []sent) []float64 {
	times := make([]float64, 0, len(l.ix.entries)+len(outside))
	for i := range l.ix.entries {
		times = append(times, l.ix.records[l.ix.entries[i].enter].Time)
	}
	for _, o := range outside {
		if o.missed {
			times = append(times, o.at)
		}
	}
	return times
}

// grow returns how far from start the times go, beginning with reach, if none
// is followed by a jump.
func grow(start, reach float64, times []float64) float64 {
	distances := make([]float64, len(times))
	for i, t := range times {
		distances[i] = math.Abs(t - start)
	}
	slices.Sort(distances)
	for _, d := range distances {
		if reach > 0 && d > jump*reach {
			break
		}
		reach = max(reach, d)
	}
	return reach
}
