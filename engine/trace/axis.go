package trace

import (
	"iter"
	"math"
	"strconv"
	"time"
)

// An Axis says how the clock's readings are written. The zero Axis writes them
// as they are: plain numbers.
type Axis struct {
	Kind  AxisKind
	Tick  time.Duration // how long one unit of the clock lasts; a second if zero
	Zero  float64       // the reading at which the axis begins: 0 s, or Start
	Start time.Time     // for AxisDates; it is written as the wall clock there
}

// An AxisKind is a way to write the clock's readings.
type AxisKind uint8

// The kinds of axes.
const (
	AxisNumbers   AxisKind = iota // 0, 0.5, 1
	AxisDurations                 // 30s, 1m 00s
	AxisDates                     // 09:30, or 2026-11-24 when days pass
)

// A step is the distance of ticks: they are at its multiples.
type step struct {
	size float64 // in units of the clock

	digit, power int     // of AxisNumbers: the size is digit times ten to the power
	seconds      float64 // of the other kinds
	axis         *Axis
}

// at returns the i-th multiple, as exactly as it goes.
func (s step) at(i float64) float64 {
	if s.axis == nil {
		return nice(i*float64(s.digit), s.power)
	}
	return s.axis.clock(i * s.seconds)
}

// reach returns the first and the last multiple between two readings.
func (s step) reach(from, to float64) (first, last float64) {
	if s.axis == nil {
		return math.Ceil(from / s.size), math.Floor(to / s.size)
	}
	return math.Ceil(s.axis.seconds(from)/s.seconds - 1e-9), math.Floor(s.axis.seconds(to)/s.seconds + 1e-9)
}

// nice returns n times a power of ten, as exactly as it goes.
func nice(n float64, power int) float64 {
	if power < 0 {
		return n / math.Pow10(-power)
	}
	return n * math.Pow10(power)
}

// longSteps are the steps of durations and dates from a second on, in seconds.
var longSteps = [...]float64{
	1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800,
	3600, 7200, 3 * 3600, 6 * 3600, 12 * 3600, day, 2 * day, 5 * day,
}

const day = 86400.0

// steps returns the steps that a person would count in, from a little less
// than least units on, each larger than the one before it.
func (a Axis) steps(least float64) iter.Seq[step] {
	if a.Kind == AxisNumbers {
		return decades(least, 308, func(digit, power int) step {
			return step{size: nice(float64(digit), power), digit: digit, power: power}
		})
	}
	unit := a.unit()
	of := func(seconds float64) step { return step{size: seconds / unit, seconds: seconds, axis: &a} }
	return func(yield func(step) bool) {
		for s := range decades(least*unit, -1, func(digit, power int) step { return of(nice(float64(digit), power)) }) {
			if !yield(s) {
				return
			}
		}
		for _, seconds := range longSteps {
			if seconds >= least*unit && !yield(of(seconds)) {
				return
			}
		}
		for s := range decades(max(least*unit/day, 10), 300, func(digit, power int) step { return of(day * nice(float64(digit), power)) }) {
			if !yield(s) {
				return
			}
		}
	}
}

// decades returns 1, 2 and 5 times powers of ten, from about least to the power
// of most.
func decades(least float64, most int, make func(digit, power int) step) iter.Seq[step] {
	return func(yield func(step) bool) {
		for power := int(math.Floor(math.Log10(least))); power <= most; power++ {
			for _, digit := range [...]int{1, 2, 5} {
				if !yield(make(digit, power)) {
					return
				}
			}
		}
	}
}

// Snap returns the reading nearest to t at which something would be put by
// hand on an axis where a pixel is as long as a time: the multiple of a step of
// some pixels.
func (a Axis) Snap(t, pixel, pixels float64) float64 {
	for s := range a.steps(pixel * pixels) {
		if s.size < pixel*pixels {
			continue
		}
		i := math.Round(t / s.size)
		if s.axis != nil {
			i = math.Round(a.seconds(t) / s.seconds)
		}
		return s.at(i) + 0 // no -0
	}
	return t
}

// SnapStep returns the length of the step that Snap counts in.
func (a Axis) SnapStep(pixel, pixels float64) float64 {
	for s := range a.steps(pixel * pixels) {
		if s.size >= pixel*pixels {
			return s.size
		}
	}
	return pixel * pixels
}

// unit is how many seconds one unit of the clock lasts.
func (a Axis) unit() float64 {
	if a.Tick <= 0 {
		return 1
	}
	return a.Tick.Seconds()
}

// seconds is how far t is from the axis's beginning or, for dates, from the
// beginning of 1970.
func (a Axis) seconds(t float64) float64 { return (t-a.Zero)*a.unit() + a.epoch() }

// clock is the opposite of seconds.
func (a Axis) clock(seconds float64) float64 {
	return a.Zero + math.Round((seconds-a.epoch())/a.unit()*1e9)/1e9
}

func (a Axis) epoch() float64 {
	if a.Kind != AxisDates || a.Start.IsZero() {
		return 0
	}
	return float64(a.Start.Unix())
}

// writer returns what writes the labels of ticks between two readings, all in
// the same format.
func (a Axis) writer(s step, from, to float64) func(t float64) string {
	switch a.Kind {
	case AxisNumbers:
		return numbers(s, max(math.Abs(from), math.Abs(to)))
	case AxisDates:
		days := math.Floor(a.seconds(from)/day) != math.Floor(a.seconds(to)/day)
		return func(t float64) string { return a.date(t, s.seconds, days) }
	}
	longest := max(math.Abs(a.seconds(from)), math.Abs(a.seconds(to)))
	return func(t float64) string { return duration(a.seconds(t), s.seconds, longest) }
}

// numbers writes plain numbers up to most with as many decimals as the step
// has or, if they would be long, all with an exponent.
func numbers(s step, most float64) func(t float64) string {
	if most >= 1e15 || most < 1e-6 {
		return func(t float64) string { return strconv.FormatFloat(t+0, 'g', -1, 64) }
	}
	decimals := max(0, -s.power)
	return func(t float64) string { return strconv.FormatFloat(t+0, 'f', decimals, 64) } // +0: no -0
}

// Text writes one reading: for durations and dates to the thousandth of a
// second.
func (a Axis) Text(t float64) string {
	switch a.Kind {
	case AxisDurations:
		return duration(a.seconds(t), finest(a.seconds(t)), math.Abs(a.seconds(t)))
	case AxisDates:
		return a.date(t, finest(a.seconds(t)), true)
	}
	return Number(t)
}

// finest is the largest of a second, a tenth and so on that seconds are a
// multiple of.
func finest(seconds float64) float64 {
	for _, s := range [...]float64{1, 0.1, 0.01} {
		if r := math.Remainder(seconds, s); math.Abs(r) < 0.0005 {
			return s
		}
	}
	return 0.001
}
