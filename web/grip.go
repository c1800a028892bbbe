package main

import (
	"math"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A grip is what a drag takes hold of.
type grip struct {
	kind  gripKind
	about target
	mark  string  // its key
	value float64 // a time, an amount of work, or a place in a list
}

// A gripKind is what a drag changes.
type gripKind uint8

const (
	noGrip     gripKind = iota
	timeGrip            // when an event, or something from outside, is due
	workGrip            // how long an action works
	orderGrip           // the place of a hook
	windowGrip          // the part of the run that is shown
)

// barEnd is how far from a bar's end one can take hold of it.
const barEnd = 10.0

// gripAt is what there is to take hold of at a point, where a mark is or none.
func (s *session) gripAt(x float64, m mark, marked bool) grip {
	switch {
	case marked && m.kind == barMark:
		if b := &s.timeline().Bars[m.i]; x >= b.X+b.W-barEnd && b.Count == 1 {
			return s.workGripOf(m, b)
		}
		return s.gripOf(m)
	case marked:
		return s.gripOf(m)
	case s.zoomed():
		return grip{kind: windowGrip}
	}
	return grip{}
}

// gripOf is what a drag of a mark changes: of an entry, its event's time if the
// main program entered it.
func (s *session) gripOf(m mark) grip {
	t := s.timeline()
	switch m.kind {
	case pinMark:
		return s.timeGripOf(m, t.Pins[m.i].Seq, t.Pins[m.i].Count)
	case barMark:
		return s.timeGripOf(m, t.Bars[m.i].Seq, t.Bars[m.i].Count)
	case flagMark:
		if f := &t.Flags[m.i]; f.Count == 1 && f.Outside >= 0 {
			return grip{timeGrip, m.about, m.key, s.scenario.Outside[f.Outside].At}
		}
	case boxMark:
		if place, ok := s.hookPlace(t.Boxes[m.i].Order); ok && t.Boxes[m.i].Count == 1 {
			return grip{orderGrip, m.about, m.key, float64(place)}
		}
	}
	return grip{}
}

// timeGripOf holds the event whose first entry has a sequence number: the main
// program enters its events before anything else can.
func (s *session) timeGripOf(m mark, seq, count int) grip {
	entered := 0
	for _, e := range s.scenario.Events {
		if e.Unqueued {
			continue
		}
		if entered == seq && count == 1 {
			return grip{timeGrip, target{id: e.ID}, m.key, s.dueAt(e.When)}
		}
		entered++
	}
	return grip{}
}

// dueAt is the reading of the clock that a time of the main program's means.
func (s *session) dueAt(w scenario.When) float64 {
	if w.Absolute {
		return w.Time
	}
	return s.scenario.Clock.Start + w.Time
}

func (s *session) workGripOf(m mark, b *trace.Bar) grip {
	e := findEvent(s.scenario, b.ID)
	if e == nil {
		return grip{}
	}
	units := 0.0
	if i := lastWork(e.Do); i >= 0 {
		units = e.Do[i].(scenario.Work).Units
	}
	return grip{workGrip, m.about, m.key, units}
}

// hookPlace is the place in the scenario of the hook with a registration: the
// main program registers its hooks before anything else can.
func (s *session) hookPlace(order int) (place int, ok bool) {
	for i, h := range s.scenario.Hooks {
		if h.Unregistered {
			continue
		}
		if order--; order == 0 {
			return i, true
		}
	}
	return 0, false
}

// changed is the scenario with the grip at another value.
func (g grip) changed(c *scenario.Scenario, value float64) *scenario.Scenario {
	switch {
	case g.kind == timeGrip && g.about.kind == outsideKind:
		return withOutside(c, g.about.index, func(o *scenario.Outside) { o.At = value })
	case g.kind == timeGrip:
		return withEvent(c, g.about.id, func(e *scenario.Event) {
			e.When.Time = value
			if !e.When.Absolute {
				e.When.Time = tidy(value - c.Clock.Start)
			}
		})
	case g.kind == workGrip:
		return withEvent(c, g.about.id, func(e *scenario.Event) { e.Do = withWork(e.Do, value) })
	case g.kind == orderGrip:
		return moved(c, g.about, int(value))
	}
	return c
}

// tidy takes away what rounding has added to a difference.
func tidy(f float64) float64 { return math.Round(f*1e9)/1e9 + 0 }
