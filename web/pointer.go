package main

// What a pointer does on the timeline: a press that does not move chooses what
// is there, one that does is a drag.

// A press is a pointer that is down.
type press struct {
	x, y  float64
	mark  mark
	found bool // there is a mark
	grip  grip
}

// apart is how far a pointer must move for a press to become a drag.
const apart = 4.0

// pointerDown notes where a press begins; key is that of what is drawn there.
func (s *session) pointerDown(x, y float64, key string) {
	if s.drag != nil {
		s.callOff()
	}
	p := &press{x: x, y: y}
	p.mark, p.found = s.markAt(x, y, key)
	if !s.live() && !s.run.going {
		p.grip = s.gripAt(x, p.mark, p.found)
	}
	s.press = p
}

// pointerMove drags what is pressed.
func (s *session) pointerMove(x, y float64, free bool) {
	p := s.press
	if p == nil {
		return
	}
	if s.drag == nil {
		if p.grip.kind == noGrip || max(x-p.x, p.x-x, y-p.y, p.y-y) < apart {
			return
		}
		s.grab(p.grip, p.x)
	}
	s.dragTo(x, y, free)
}

// pointerUp drops what is dragged, or else chooses what was pressed: with
// others, while Shift or Ctrl is held.
func (s *session) pointerUp(x, y float64, with modifiers) {
	p := s.press
	s.press = nil
	switch {
	case s.drag != nil:
		s.drop()
	case p == nil:
	case p.found && with&controlKey != 0 && p.mark.about != (target{}):
		s.pick(p.mark.about)
	case p.found && with&shiftKey != 0 && p.mark.about != (target{}):
		s.pickTo(p.mark.about)
	case p.found:
		s.sight.focus = p.mark.key
		s.activate(p.mark)
	case y < s.timeline().Lanes[0].Y:
		s.addEventAt(x)
	default:
		s.seek(s.timeline().RecordAt(x) + 1)
	}
}

// pointerCancel calls the drag off.
func (s *session) pointerCancel() {
	s.press = nil
	if s.drag != nil {
		s.callOff()
	}
}

// activate does what a click on a mark does.
func (s *session) activate(m mark) {
	switch {
	case m.kind == gapMark:
		s.turnFold(&s.timeline().Gaps[m.i])
	case m.about != (target{}):
		s.choose(m.about)
	case m.first >= 0:
		s.seek(m.first + 1)
	}
}

// addEventAt adds an event where the axis was clicked.
func (s *session) addEventAt(x float64) {
	t := s.timeline()
	if s.live() || x < t.Left-coarse || x > t.Right+coarse {
		return
	}
	at := s.axis().Snap(t.TimeAt(x), t.PerPixel(), coarse)
	c, id := newEvent(s.scenario, at)
	if s.edit(c) {
		s.choose(target{id: id})
	}
}

// A hint is what is said of what is below the pointer, and how the pointer
// looks there.
type hint struct{ text, cursor string }

func (s *session) hintAt(x, y float64, key string) hint {
	w := &s.words.Chart
	if s.drag != nil {
		return hint{s.dragText(), "grabbing"}
	}
	m, ok := s.markAt(x, y, key)
	if !ok {
		switch {
		case y >= 0 && y < s.timeline().Lanes[0].Y && !s.live():
			t := s.timeline()
			at := s.axis().Snap(t.TimeAt(x), t.PerPixel(), coarse)
			return hint{w.AddAt(s.reading(at)), "add"}
		case s.zoomed():
			return hint{"", "grab"}
		}
		return hint{}
	}
	if s.live() || s.run.going {
		return hint{m.name, "press"}
	}
	switch s.gripAt(x, m, ok).kind {
	case timeGrip:
		return hint{m.name + " · " + w.DragTime, "move"}
	case workGrip:
		return hint{m.name + " · " + w.DragWork, "stretch"}
	case orderGrip:
		return hint{m.name + " · " + w.DragOrder, "move"}
	}
	return hint{m.name, "press"}
}

// dragText says what a drag has come to.
func (s *session) dragText() string {
	d, w := s.drag, &s.words.Chart
	name := s.labelOf(d.grip.about)
	if d.grip.about.kind == outsideKind {
		if m, ok := s.markOf(d.grip.mark); ok {
			name = s.flagText(&s.timeline().Flags[m.i])
		}
	}
	switch d.grip.kind {
	case timeGrip:
		return w.DragsTime(name, s.reading(d.value))
	case workGrip:
		return w.DragsWork(name, s.length(d.value))
	case orderGrip:
		return w.DragsOrder(name, int(d.value)+1)
	}
	return ""
}
