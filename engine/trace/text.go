package trace

import (
	"math"
	"strconv"
	"unicode/utf8"

	"lastcall/engine/scenario"
)

// charWidth is an estimate of the width of a character at 12.5 px, on the
// large side: a label that is given room must fit.
const charWidth = 7.3

// textWidth estimates the width of s.
func textWidth(s string) float64 {
	cells := 0
	for _, r := range s {
		cells++
		if r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x1f300) {
			cells++ // East Asian, emoji
		}
	}
	return float64(cells) * charWidth
}

// shorten cuts s to a number of characters.
func shorten(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	kept := 0
	for i := range s {
		if kept == limit-1 {
			return s[:i] + "…"
		}
		kept++
	}
	return s
}

// Number writes an amount for people: three decimals at most.
func Number(f float64) string {
	switch a := math.Abs(f); {
	case a >= 1e15, a < 1e-3 && a > 0:
		return strconv.FormatFloat(f, 'g', 4, 64)
	}
	return strconv.FormatFloat(math.Round(f*1000)/1000+0, 'f', -1, 64)
}

// Count writes how many a mark stands for in four characters at most, so that
// it fits the mark: 42, 1.2k, 50k, 2M.
func Count(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n)
	case n < 10_000 && n/100%10 > 0:
		return strconv.Itoa(n/1000) + "." + strconv.Itoa(n/100%10) + "k"
	case n < 1_000_000:
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n/1_000_000) + "M"
}

// labels are what people see for the ids of events and hooks that have a
// label of their own.
type labels map[string]string

func newLabels(s *scenario.Scenario) labels {
	named := make(labels)
	if s == nil {
		return named
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.Label != "" {
			named[e.ID] = e.Label
		}
	}
	for i := range s.Hooks {
		if h := &s.Hooks[i]; h.Label != "" {
			named[h.ID] = h.Label
		}
	}
	return named
}

// of returns what people see for an id, in limit characters at most.
func (l labels) of(id string, limit int) string {
	if label, ok := l[id]; ok {
		return shorten(label, limit)
	}
	return shorten(id, limit)
}
