package engine_test

import (
	"testing"

	"lastcall/engine"
)

func TestCancel(t *testing.T) {
	tell(t, []story{
		{"a cancelled event does not run", func(s *stage) {
			a := s.enter(1, 0, "a")
			s.enter(2, 0, "b")
			s.say("%v", s.Cancel(a))
			s.run()
		}, "<nil>, b@2"},

		{"only what is queued can be cancelled", func(s *stage) { // S7
			s.say("unknown: %v", s.Cancel(engine.Event[float64]{}))
			a := s.enter(1, 0, "a")
			s.Cancel(a)
			s.say("twice: %v", s.Cancel(a))
			var b engine.Event[float64]
			b = s.enter(1, 0, "b", func() error {
				s.say("running: %v", s.Cancel(b))
				return nil
			})
			s.run()
			s.say("run: %v", s.Cancel(b))
		}, "unknown: event is not in the queue, twice: event is not in the queue, b@1, " +
			"running: event is not in the queue, run: event is not in the queue"},

		{"a handle does not reach the events that come after its own", func(s *stage) { // S7
			a := s.enter(1, 0, "a")
			s.run()
			s.enter(1, 0, "b")
			s.say("%v", s.Cancel(a))
			s.run()
		}, "a@1, event is not in the queue, b@2"},

		{"any copy of an event will do", func(s *stage) { // S8
			s.enter(1, 0, "a")
			s.say("%v", s.Cancel(s.Queue()[0]))
			s.run()
		}, "<nil>"},

		{"an equal event of another scheduler will not", func(s *stage) { // S8, a difference
			a, b := newStage(s.t), newStage(s.t)
			foreign := a.enter(1, 0, "a")
			b.enter(1, 0, "b")
			s.say("%v, %d left", b.Cancel(foreign), b.Len())
		}, "event is not in the queue, 1 left"},

		{"a pile-up can be cut short", func(s *stage) { // S19
			var rest []engine.Event[float64]
			for range 3 {
				rest = append(rest, s.enter(1, 1, "again"))
			}
			s.enter(1, 0, "stop", func() error {
				for _, event := range rest {
					s.Cancel(event)
				}
				return nil
			})
			s.enter(2, 0, "next")
			s.run()
		}, "stop@1, next@2"},

		{"to cancel the event waited for in the delay is to wait for the next", func(s *stage) { // S9
			a := s.enter(1, 0, "a")
			s.enter(5, 0, "b")
			s.clock.delay = func(d float64) (float64, error) {
				s.say("delay %v", d)
				s.Cancel(a)
				return d, nil
			}
			s.run()
		}, "delay 1, delay 4, b@5, delay 0"},
	})
}

// The dead never outnumber the living by more than a page, whatever is
// cancelled in whatever order; and the living are as they were.
func TestTheDeadAreBuried(t *testing.T) {
	const n = 10_000
	for name, doomed := range map[string]func(i int) bool{
		"first":  func(i int) bool { return i < n*9/10 },
		"last":   func(i int) bool { return i > n/10 },
		"spread": func(i int) bool { return i%10 != 0 },
		"all":    func(i int) bool { return true },
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			var events []engine.Event[float64]
			for i := range n {
				events = append(events, s.enter(float64(i*7919%n), 0, ""))
			}
			s.poll() // has it sort some
			live := n - 1
			for i, event := range events[1:] {
				if !doomed(i) {
					continue
				}
				if err := s.Cancel(event); err != nil {
					t.Fatal(err)
				}
				live--
				if keys := s.Keys(); keys > max(2*live, live+engine.PageKeys)+1 {
					t.Fatalf("%d events are %d keys", live, keys)
				}
			}
			if s.log = nil; s.run() != nil || len(s.log) != live {
				t.Errorf("%d events ran, want %d", len(s.log), live)
			}
		})
	}
}
