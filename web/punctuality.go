package main

import (
	"math"
	"strconv"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// slowTimer is from how many ms on a timer is later than timers are wont to be
// in a page that is seen and has little to do.
const slowTimer = 100

// A punctuality is how late the timers of a run in real time were.
type punctuality struct {
	records     int // of the run, when it was looked at
	timers      int
	least, most float64 // ms
	throttled   delays  // while the tab was hidden
	stalled     delays  // while it was not
}

// delays are slow timers.
type delays struct {
	timers int
	worst  float64 // ms
}

func (d *delays) add(ms float64) {
	d.timers++
	d.worst = max(d.worst, ms)
}

// punctuality looks at the run as far as it has come.
func (s *session) punctuality() punctuality {
	if p := s.run.window.punctual; p.records == s.total() {
		return p
	}
	p := punctuality{records: s.total(), least: math.Inf(1)}
	for _, wait := range trace.Waits(s.run.index.Records(), works(s.scenario)) {
		late := s.millis(wait.Timer)
		p.timers++
		p.least, p.most = min(p.least, late), max(p.most, late)
		switch {
		case late < slowTimer:
		case s.run.window.hid(wait.Record):
			p.throttled.add(late)
		default:
			p.stalled.add(late)
		}
	}
	s.run.window.punctual = p
	return p
}

// works is for how long the action of each event works.
func works(c *scenario.Scenario) map[string]float64 {
	units := make(map[string]float64, len(c.Events))
	for _, e := range c.Events {
		for _, step := range e.Do {
			if work, ok := step.(scenario.Work); ok {
				units[e.ID] += work.Units
			}
		}
	}
	return units
}

// millis is how long units of the clock last in real time.
func (s *session) millis(units float64) float64 {
	tick := s.scenario.Clock.Tick
	if tick <= 0 {
		tick = scenario.DefaultTick
	}
	return units * float64(tick) / 1e6
}

// span writes ms as people read them: two digits that count.
func (s *session) span(ms float64) string {
	unit := s.words.Milliseconds
	if ms >= 1000 {
		ms, unit = ms/1000, s.words.Seconds
	}
	digits := 0
	switch {
	case ms < 0.005:
	case ms < 0.995:
		digits = 2
	case ms < 9.95:
		digits = 1
	}
	return strconv.FormatFloat(ms, 'f', digits, 64) + "\u00a0" + unit
}
