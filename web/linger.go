package main

import "lastcall/engine/trace"

// After an edit the page goes on showing the run from before, until the new one
// is known: most are over within a frame or two, and nothing is to flash.

// linger shows the records of the run before while those of the new one come.
func (s *session) linger(before *trace.Index) {
	if before != nil && before.Len() > 0 && s.run.on == worker {
		s.run.index, s.run.next = before, trace.NewIndex(nil)
	}
}

// lingers takes a batch while the run before is shown, and reports whether it
// still is: a run that is long is shown as it comes.
func (s *session) lingers(batch []trace.Record) bool {
	if s.run.next == nil {
		return false
	}
	s.run.next.Append(batch...)
	if s.run.next.Len() >= smallLog {
		s.arrived()
	}
	return true
}

// arrived shows the records of the new run.
func (s *session) arrived() {
	if s.run.next == nil {
		return
	}
	s.run.index, s.run.next = s.run.next, nil
	s.run.pace, s.run.layout = nil, nil
	if s.run.follow {
		s.n, s.part = s.total(), 0
	}
}

// forget lets nothing of the scenario before be seen.
func (s *session) forget() {
	s.run.index = trace.NewIndex(nil)
	s.run.layout = nil
	s.sight.from, s.sight.to, s.sight.except, s.sight.focus = 0, 0, nil, ""
	s.press, s.drag = nil, nil
	s.said = said{}
}
