package engine_test

import (
	"context"
	"testing"
)

func TestRun(t *testing.T) {
	tell(t, []story{
		{"a delay of 0 follows every event, the last too", func(s *stage) { // S13, S33
			s.logDelays()
			s.enter(1, 0, "a")
			s.enter(1, 0, "b")
			s.say("%v", s.run())
		}, "delay 1, a@1, delay 0, b@1, delay 0, <nil>"},

		{"an event that enters itself with delay 0 runs for ever while the clock stands", func(s *stage) { // S6
			s.logDelays()
			ctx, cancel := context.WithCancel(context.Background())
			n := 0
			var again func() error
			again = func() error {
				if n++; n == 3 {
					cancel()
				}
				s.enter(0, 0, "again", again)
				return nil
			}
			s.enter(0, 0, "again", again)
			s.say("%v", s.Run(ctx))
		}, "again@0, delay 0, again@0, delay 0, again@0, delay 0, context canceled"},

		{"a delay that ends early is restarted", func(s *stage) { // S18
			s.clock.delay = func(d float64) (float64, error) {
				s.say("delay %v", d)
				if d > 0.1 {
					return d / 2, nil
				}
				return d, nil
			}
			s.enter(1, 0, "a")
			s.run()
		}, "delay 1, delay 0.5, delay 0.25, delay 0.125, delay 0.0625, a@1, delay 0"},

		{"actions that overrun make events late, and none is dropped", func(s *stage) { // S19
			for i := range 5 {
				s.enter(float64(i+1), 0, "a", func() error {
					s.clock.Advance(2.5)
					return nil
				})
			}
			s.run()
		}, "a@1, a@3.5, a@6, a@8.5, a@11"},

		{"a delay that ends late makes events late, and none is dropped", func(s *stage) { // S19
			s.clock.delay = func(d float64) (float64, error) { return d * 3, nil }
			s.enter(1, 0, "a")
			s.enter(2, 0, "b")
			s.enter(4, 0, "c")
			s.run()
		}, "a@3, b@3, c@6"},

		{"with a clock that stands still it waits for ever, the same each time", func(s *stage) { // S20
			ctx, cancel := context.WithCancel(context.Background())
			s.clock.delay = func(d float64) (float64, error) {
				if s.say("delay %v", d); len(s.log) == 3 {
					cancel()
				}
				return 0, nil
			}
			s.enter(1, 0, "a")
			s.say("%v", s.Run(ctx))
		}, "delay 1, delay 1, delay 1, context canceled"},

		{"when the clock goes backwards it waits again", func(s *stage) { // S21
			s.enter(1, 0, "a", func() error {
				s.clock.Advance(-5)
				return nil
			})
			s.enter(2, 0, "b")
			s.logDelays()
			s.run()
		}, "delay 1, a@1, delay 0, delay 6, b@2, delay 0"},

		{"a run within an action drains the queue", func(s *stage) { // S29
			s.enter(1, 0, "a", func() error {
				err := s.run()
				s.say("end of a")
				return err
			})
			s.enter(2, 0, "b")
			s.enter(3, 0, "c")
			s.run()
		}, "a@1, b@2, c@3, end of a"},

		{"what is left by a run within an action the outer run does", func(s *stage) { // S29
			s.enter(1, 0, "a", s.poll)
			s.enter(1, 1, "b")
			s.enter(3, 0, "c")
			s.run()
		}, "a@1, b@1, 2 true <nil>, c@3"},

		{"an empty queue is done", func(s *stage) { // S13
			s.say("%v", s.run())
		}, "<nil>"},

		{"when the context is done nothing runs", func(s *stage) {
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			s.enter(0, 0, "a")
			s.say("%v", s.Run(ctx))
			s.say("%d left", s.Len())
		}, "context canceled, 1 left"},

		{"an action sees what it closes over as it is when it runs", func(s *stage) { // S23, S24
			name := "before"
			s.enter(1, 0, "a", func() error {
				s.say("%s", name)
				return nil
			})
			name = "after"
			s.run()
		}, "a@1, after"},
	})
}

func TestRunNonBlocking(t *testing.T) {
	tell(t, []story{
		{"it runs what is due and returns how long it is to the next", func(s *stage) { // S12
			s.logDelays()
			s.enter(1, 0, "a")
			s.enter(2, 0, "b")
			s.enter(7, 0, "c")
			s.clock.Advance(3)
			s.poll()
		}, "a@3, delay 0, b@3, delay 0, 4 true <nil>"},

		{"it runs what becomes due meanwhile", func(s *stage) { // S12
			s.enter(0, 0, "a", func() error {
				s.clock.Advance(2)
				return nil
			})
			s.enter(2, 0, "b")
			s.enter(3, 0, "c")
			s.poll()
		}, "a@0, b@2, 1 true <nil>"},

		{"there is nothing to wait for in an empty queue", func(s *stage) { // S12
			s.poll()
			s.enter(0, 0, "a")
			s.poll()
		}, "0 false <nil>, a@0, 0 false <nil>"},

		{"it waits for nothing, so it may be called again and again", func(s *stage) { // S12
			s.logDelays()
			s.enter(1, 0, "a")
			s.poll()
			s.clock.Advance(0.5)
			s.poll()
			s.clock.Advance(0.5)
			s.poll()
		}, "1 true <nil>, 0.5 true <nil>, a@1, delay 0, 0 false <nil>"},
	})
}
