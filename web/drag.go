package main

import (
	"math"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A drag is a change of the scenario in the making: while it lasts, the page
// shows the scenario as it would be, and its run. What was before comes back if
// it is called off; if it is dropped, the change is one edit.
type drag struct {
	grip   grip
	from   float64 // x of the pointer at its start
	scale  *trace.Timeline
	base   version
	run    run
	follow bool // the cursor stays at the end

	value   float64 // what the grip changes: as it was, then as it is
	start   float64
	patch   patch
	patched bool // there is a patch; else the scenario is written anew
	running bool // a run is under way
	stale   bool // the scenario has changed since that began
}

const (
	coarse   = 24.0 // how many pixels a step is at least
	fine     = 1.0  // the same with Alt
	maxTrial = 20_000
)

// grab begins a drag at x.
func (s *session) grab(g grip, x float64) {
	s.drag = &drag{grip: g, from: x, scale: s.timeline(), base: s.version, run: s.run, follow: s.atEnd(), value: g.value, start: g.value}
	if g.kind != windowGrip {
		s.playing = false
	}
	s.drag.outline()
	s.touch()
}

// outline makes a patch, if what is dragged is one item of a list.
func (d *drag) outline() {
	list := "events"
	switch {
	case d.grip.kind != timeGrip && d.grip.kind != workGrip:
		return
	case d.grip.about.kind == outsideKind:
		list = "outside"
	}
	place, _ := d.grip.about.place(d.base.scenario)
	d.patch, d.patched = newPatch(d.base.scenario, list, place)
}

// text is the scenario as it would be.
func (d *drag) text(c *scenario.Scenario) string {
	if !d.patched {
		return string(scenario.Encode(c))
	}
	place, _ := d.grip.about.place(c)
	if d.patch.list == "outside" {
		return d.patch.with(&scenario.Scenario{Outside: c.Outside[place : place+1]})
	}
	return d.patch.with(&scenario.Scenario{Events: c.Events[place : place+1]})
}

// window is the part of the clock that is shown during a drag: the scale stays,
// but a mark that is dragged to its end is not lost.
func (d *drag) window() (from, to float64) {
	from, to = d.scale.From, d.scale.To
	if d.grip.kind == timeGrip {
		from, to = min(from, d.value), max(to, d.value)
	}
	return from, to
}

// dragTo goes on to a point. What is dragged snaps to steps; fine ones, if it
// is to.
func (s *session) dragTo(x, y float64, free bool) {
	d := s.drag
	pixels := coarse
	if free {
		pixels = fine
	}
	pixel := d.scale.PerPixel()
	switch d.grip.kind {
	case windowGrip:
		s.drag = nil
		s.panPixels(d.from - x)
		d.from, d.scale = x, s.timeline()
		s.drag = d
		s.looked()
		return
	case timeGrip:
		at := d.scale.TimeAt(d.scale.XAt(d.start) + x - d.from)
		if right := d.scale.XAt(d.start) + x - d.from; right > d.scale.Right {
			at = d.scale.To + (right-d.scale.Right)*pixel
		}
		s.hold(s.axis().Snap(at, pixel, pixels))
	case workGrip:
		amount := trace.Axis{Kind: min(s.sight.axis, trace.AxisDurations), Tick: s.scenario.Clock.Tick}
		s.hold(max(0, amount.Snap(d.start+(x-d.from)*pixel, pixel, pixels)))
	case orderGrip:
		if place, ok := s.placeAt(x, y); ok {
			s.hold(float64(place))
		}
	}
}

func (s *session) panPixels(pixels float64) {
	t := s.timeline()
	s.pan(pixels / (t.Right - t.Left))
}

// placeAt is the place of the hook whose box is nearest to a point.
func (s *session) placeAt(x, y float64) (place int, ok bool) {
	best := math.Inf(1)
	for _, b := range s.timeline().Boxes {
		far := math.Abs(b.X+b.W/2-x) + 4*math.Abs(b.Y+b.H/2-y)
		if i, registered := s.hookPlace(b.Order); registered && far < best {
			best, place, ok = far, i, true
		}
	}
	return place, ok
}

// hold gives what is dragged a value, and shows what would become of it.
func (s *session) hold(value float64) {
	d := s.drag
	if value == d.value {
		return
	}
	d.value = value
	s.looked()
	s.version.scenario = d.grip.changed(d.base.scenario, value)
	s.tryOut()
}

// tryOut runs the scenario as it would be. While one such run is under way,
// the next waits: of those that come meanwhile only the newest is run.
func (s *session) tryOut() {
	d := s.drag
	if d.running {
		d.stale = true
		return
	}
	d.running, d.stale = true, false
	s.engine.try(d.text(s.scenario), maxTrial, func(index *trace.Index) {
		if s.drag != d {
			return
		}
		d.running = false
		s.looked()
		s.run.index, s.run.pace = index, nil
		if d.follow {
			s.n = s.total()
		}
		if d.stale {
			s.tryOut()
		}
		s.repaint()
	})
}

// trying reports whether the run of what is dragged is still to come, so that
// there is nothing new to draw before.
func (s *session) trying() bool { return s.drag != nil && s.drag.running }

// drop ends the drag: the change is made.
func (s *session) drop() {
	d := s.drag
	c := s.scenario
	s.callOff()
	if d.grip.kind != windowGrip && d.value != d.start {
		s.n = min(s.n, s.total())
		s.edit(c)
	}
}

// callOff ends the drag: everything is as it was.
func (s *session) callOff() {
	d := s.drag
	s.drag = nil
	s.looked()
	if d.grip.kind != windowGrip {
		s.version, s.run = d.base, d.run
		s.run.layout = nil
	}
}

// nudge does with the keyboard what a drag does: one step on or back.
func (s *session) nudge(g grip, steps float64, free bool) bool {
	t := s.timeline()
	pixel, pixels := t.PerPixel(), coarse
	if free {
		pixels = fine
	}
	value := g.value
	switch g.kind {
	case timeGrip:
		value = tidy(value + steps*s.axis().SnapStep(pixel, pixels))
	case workGrip:
		value = max(0, tidy(value+steps*s.axis().SnapStep(pixel, pixels)))
	case orderGrip: // a hook runs earlier that is registered later
		value = min(max(value-steps, 0), float64(len(s.scenario.Hooks)-1))
	default:
		return false
	}
	if value != g.value {
		s.edit(g.changed(s.scenario, value))
	}
	return true
}
