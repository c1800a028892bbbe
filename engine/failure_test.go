package engine_test

import (
	"errors"
	"math"
	"testing"

	"lastcall/engine"
)

// The three fates of an event, and what else can go wrong.
func TestFailure(t *testing.T) {
	// failing has the clock fail for delays that are or are not 0.
	failing := func(s *stage, zero bool) {
		s.clock.delay = func(d float64) (float64, error) {
			s.say("delay %v", d)
			if (d == 0) == zero {
				return 0, errBoom
			}
			return d, nil
		}
	}
	tell(t, []story{
		{"an event whose action fails is gone; the others are still queued", func(s *stage) { // S14
			s.logDelays()
			s.enter(1, 0, "a", boom)
			s.enter(2, 0, "b")
			s.say("%v", s.run())
			s.queued()
			s.say("%v", s.run())
		}, "delay 1, a@1, boom, 2/0/1, delay 1, b@2, delay 0, <nil>"},

		{"an event that is waited for stays when the delay fails", func(s *stage) { // S15
			failing(s, false)
			s.enter(1, 0, "a")
			s.say("%v", s.run())
			s.logDelays()
			s.run()
		}, "delay 1, boom, delay 1, a@1, delay 0"},

		{"an event is done when the delay after it fails", func(s *stage) { // S16
			failing(s, true)
			s.enter(0, 0, "a")
			s.enter(0, 0, "b")
			s.say("%v", s.run())
			s.queued()
			s.poll()
		}, "a@0, delay 0, boom, 0/0/1, b@0, delay 0, 0 false boom"},

		{"an event stays when the clock cannot be read", func(s *stage) { // S17
			s.enter(0, 0, "a")
			s.clock.now = func() { panic("no clock") }
			s.say("%v", recovered(func() { s.run() }))
			s.clock.now = nil
			s.run()
		}, "no clock, a@0"},

		{"an event whose action panics is gone; the others are still queued", func(s *stage) { // S14
			s.enter(0, 0, "a", func() error { panic("oh") })
			s.enter(0, 0, "b")
			s.say("%v", recovered(func() { s.run() }))
			s.run()
		}, "a@0, oh, b@0"},

		{"an error within two runs comes out of both", func(s *stage) { // S14, S29
			s.enter(1, 0, "a", s.run)
			s.enter(2, 0, "b", boom)
			s.enter(3, 0, "c")
			s.say("%v", s.run())
			s.queued()
		}, "a@1, b@2, boom, 3/0/2"},

		{"the error of an action is returned as it is", func(s *stage) { // S14
			s.enter(0, 0, "a", boom)
			s.say("%v", s.run() == errBoom)
		}, "a@0, true"},

		{"what is refused leaves nothing behind", func(s *stage) { // S26, S27
			refused := func(_ engine.Event[float64], err error) { s.say("%v", err) }
			refused(s.EnterAbs(math.NaN(), 0, boom))
			refused(s.Enter(math.NaN(), 0, boom))
			refused(s.Enter(0, math.NaN(), boom))
			refused(s.Enter(0, 0, nil))
			s.say("%d, then %d", s.Len(), s.enter(0, 0, "a").Sequence)
		}, "time and priority must not be NaN, time and priority must not be NaN, " +
			"time and priority must not be NaN, action must not be nil, 0, then 0"},

		{"with a clock that reads NaN everything is due", func(s *stage) { // S27
			s.enter(1, 0, "a")
			s.enter(math.Inf(1), 0, "never")
			s.clock.Advance(math.NaN())
			s.poll()
		}, "a@NaN, never@NaN, 0 false <nil>"},
	})

	if _, err := newStage(t).EnterAbs(math.NaN(), 0, boom); !errors.Is(err, engine.ErrNaN) {
		t.Errorf("EnterAbs(NaN) = %v, want ErrNaN", err)
	}
	if _, err := newStage(t).Enter(0, 0, nil); !errors.Is(err, engine.ErrNoAction) {
		t.Errorf("Enter(nil) = %v, want ErrNoAction", err)
	}
}

func recovered(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}
