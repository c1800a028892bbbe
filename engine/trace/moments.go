package trace

import (
	"math"
	"strconv"
	"time"
)

// The two ways to write seconds: durations and dates.

// parts are those of a duration.
var parts = [...]struct {
	name string
	size float64 // in seconds
}{{"d", day}, {"h", 3600}, {"m", 60}, {"s", 1}}

// duration writes seconds in parts: from the first that the longest of its kind
// has any of to one as fine as the step.
func duration(seconds, step, longest float64) string {
	if longest >= 1e15 {
		return strconv.FormatFloat(seconds+0, 'g', 4, 64) + "s"
	}
	sign := ""
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	decimals := decimalsOf(step)
	scale := math.Pow10(decimals)
	left := math.Round(seconds*scale) / scale
	text := ""
	for i, part := range parts {
		last := i == len(parts)-1
		if longest < part.size && !last {
			continue
		}
		n := math.Floor(left / part.size)
		left -= n * part.size
		number := strconv.FormatFloat(n, 'f', 0, 64)
		if text != "" {
			number = " " + padded(int(n), 2)
		}
		if last {
			number += strconv.FormatFloat(left, 'f', decimals, 64)[1:] // ".25"
		}
		text += number + part.name
		if step >= part.size {
			break
		}
	}
	return sign + text
}

// decimalsOf is how many decimals tell multiples of a step apart.
func decimalsOf(step float64) int {
	if step >= 1 {
		return 0
	}
	return int(math.Ceil(-math.Log10(step) - 1e-9))
}

// padded writes n with zeros before it.
func padded(n, digits int) string {
	text := strconv.Itoa(n)
	for len(text) < digits {
		text = "0" + text
	}
	return text
}

// date writes a moment as the wall clock reads, not finer than the step: the
// date if that is a day or if days pass, the time if it is less.
func (a Axis) date(t, step float64, days bool) string {
	seconds := a.seconds(t)
	if math.Abs(seconds) > 2.5e11 { // some 8,000 years
		return duration((t-a.Zero)*a.unit(), step, math.Abs(seconds))
	}
	decimals := decimalsOf(step)
	scale := math.Pow10(decimals)
	seconds = math.Round(seconds*scale) / scale
	whole := math.Floor(seconds)
	moment := time.Unix(int64(whole), int64(math.Round((seconds-whole)*1e9))).UTC()
	layout := "15:04"
	switch {
	case step >= day:
		return moment.Format("2006-01-02")
	case step < 1:
		layout = "15:04:05." + "000000000"[:min(decimals, 9)]
	case step < 60:
		layout = "15:04:05"
	}
	if days {
		layout = "01-02 " + layout
	}
	return moment.Format(layout)
}
