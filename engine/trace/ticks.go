package trace

import (
	"math"
	"strconv"
)

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

// ticks returns ticks at multiples of 1, 2 or 5 times a power of ten.
func (s scale) ticks(width float64) []Tick {
	plot := s.right - s.left
	span := s.to - s.from
	if math.IsInf(span, 0) {
		span = math.MaxFloat64
	}
	apart := max(tickApart, plot/(maxTicks-2))
	for power := int(math.Floor(math.Log10(span / plot * apart))); power <= 308; power++ {
		for _, digit := range []float64{1, 2, 5} {
			step := nice(digit, power)
			pixels := plot / span * step
			if pixels < apart {
				continue
			}
			if ticks, room := s.every(digit, power); pixels >= room+tickGap {
				return keepInside(ticks, width)
			}
		}
	}
	return nil
}

// nice returns n times a power of ten, as exactly as it goes.
func nice(n float64, power int) float64 {
	if power < 0 {
		return n / math.Pow10(-power)
	}
	return n * math.Pow10(power)
}

// every returns the ticks of one step and the width of their widest label.
func (s scale) every(digit float64, power int) (ticks []Tick, widest float64) {
	step := nice(digit, power)
	first, last := math.Ceil(s.from/step), math.Floor(s.to/step)
	for i := first; i <= last && len(ticks) < maxTicks; i++ {
		t := nice(i*digit, power)
		if len(ticks) > 0 && t <= ticks[len(ticks)-1].T {
			break // the step is too small for numbers as large as these
		}
		label := tickLabel(t)
		x := s.x(t)
		ticks = append(ticks, Tick{T: t, X: x, Label: label, Mid: x})
		widest = max(widest, textWidth(label))
	}
	return ticks, widest
}

func tickLabel(t float64) string {
	if a := math.Abs(t); a >= 1e15 || a < 1e-6 && a > 0 {
		return strconv.FormatFloat(t, 'g', -1, 64)
	}
	return strconv.FormatFloat(t+0, 'f', -1, 64) // +0: no -0
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
