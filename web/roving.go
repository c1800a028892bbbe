package main

import "slices"

// The keyboard on the timeline: the Tab key leads to one mark, the arrows from
// there to the others.

// focused is the key of the mark that the Tab key leads to: the one that had
// the focus last, if it is still there.
func (s *session) focused() string {
	if _, ok := s.markOf(s.sight.focus); ok {
		return s.sight.focus
	}
	if order := s.inRunOrder(); len(order) > 0 {
		return order[0].key
	}
	return ""
}

// focusOn moves the focus to a mark.
func (s *session) focusMark(key string) {
	s.touch()
	s.sight.focus = key
}

// keys that are pressed together with another one.
type modifiers uint8

const (
	altKey modifiers = 1 << iota
	shiftKey
	controlKey
)

// timelineKey does what a key does on the timeline, and reports whether it does
// anything.
func (s *session) timelineKey(key string, with modifiers) (taken bool) {
	if with&controlKey != 0 {
		return false
	}
	if with&shiftKey != 0 && s.shiftedKey(key, with&altKey != 0) {
		return true
	}
	if with&altKey != 0 {
		return false
	}
	for _, sc := range shortcuts {
		if sc.act != nil && slices.Contains(sc.keys, key) {
			sc.act(s)
			return true
		}
	}
	return false
}

// shiftedKey does with the focused mark what a drag of it does.
func (s *session) shiftedKey(key string, free bool) (taken bool) {
	m, ok := s.markOf(s.focused())
	if !ok || s.live() || s.run.going && s.run.next == nil {
		return false
	}
	g, steps := s.gripOf(m), 0.0
	switch key {
	case "ArrowLeft":
		steps = -1
	case "ArrowRight":
		steps = 1
	case "ArrowUp", "ArrowDown":
		if m.kind != barMark && m.kind != pinMark {
			return false
		}
		g, steps = s.workGripOfEvent(m), 1
		if key == "ArrowDown" {
			steps = -1
		}
	default:
		return false
	}
	return s.nudge(g, steps, free)
}

// workGripOfEvent holds the work of the event that a mark is about.
func (s *session) workGripOfEvent(m mark) grip {
	t := s.timeline()
	for i := range t.Bars {
		if b := &t.Bars[i]; b.ID == m.about.id {
			return s.workGripOf(m, b)
		}
	}
	return grip{}
}

// step moves the focus through the marks in run order.
func (s *session) stepFocus(by int) {
	order := s.inRunOrder()
	if len(order) == 0 {
		return
	}
	key := s.focused()
	i := slices.IndexFunc(order, func(m mark) bool { return m.key == key })
	s.focusMark(order[min(max(i+by, 0), len(order)-1)].key)
}

// crossFocus moves the focus to the nearest mark of the lane above or below.
func (s *session) crossFocus(down bool) {
	from, ok := s.markOf(s.focused())
	if !ok {
		return
	}
	middle := func(m mark) float64 { return m.hit.X + m.hit.W/2 }
	best, found := mark{}, false
	for _, m := range s.marks() {
		if m.kind == from.kind || (m.kind > from.kind) != down {
			continue
		}
		nearer := max(middle(m)-middle(from), middle(from)-middle(m)) < max(middle(best)-middle(from), middle(from)-middle(best))
		closer := (m.kind < best.kind) == down && m.kind != best.kind
		if !found || closer || m.kind == best.kind && nearer {
			best, found = m, true
		}
	}
	if found {
		s.focusMark(best.key)
	}
}

// openFocused chooses the focused mark, as a click does.
func (s *session) openFocused() {
	if m, ok := s.markOf(s.focused()); ok {
		s.activate(m)
	}
}

// seekFocused moves the cursor to where the focused mark begins.
func (s *session) seekFocused() {
	if m, ok := s.markOf(s.focused()); ok && m.first >= 0 {
		s.seek(m.first + 1)
	}
}

// removeFocused removes what the focused mark is about.
func (s *session) removeFocused() {
	if m, ok := s.markOf(s.focused()); ok && m.about != (target{}) && m.about.in(s.scenario) {
		s.choose(m.about)
		s.remove()
	}
}
