package engine_test

import (
	"math"
	"testing"
)

func TestOrder(t *testing.T) {
	tell(t, []story{
		{"time goes before priority, priority before sequence", func(s *stage) { // S1
			s.enter(2, 0, "late")
			s.enter(1, 5, "low")
			s.enter(1, 5, "low too")
			s.enter(1, -5, "high")
			s.run()
		}, "high@1, low@1, low too@1, late@2"},

		{"priorities are any numbers", func(s *stage) { // S1
			s.enter(1, math.Inf(1), "never mind")
			s.enter(1, 0.5, "half")
			s.enter(1, math.Inf(-1), "above all")
			s.enter(1, math.Copysign(0, -1), "minus zero")
			s.enter(1, 0, "zero")
			s.run()
		}, "above all@1, minus zero@1, zero@1, half@1, never mind@1"},

		{"ties run first come first served, whatever is cancelled", func(s *stage) { // S2
			s.enter(1, 0, "a")
			b := s.enter(1, 0, "b")
			s.enter(1, 0, "c")
			d := s.enter(1, 0, "d")
			s.enter(1, 0, "e")
			s.Cancel(d)
			s.Cancel(b)
			s.enter(1, 0, "f")
			s.run()
		}, "a@1, c@1, e@1, f@1"},

		{"sequence numbers begin at 0 and only ever grow", func(s *stage) { // S2
			s.Cancel(s.enter(1, 0, "a"))
			s.enter(2, 0, "b")
			s.run()
			s.say("%d", s.enter(3, 0, "c").Sequence)
		}, "b@2, 2"},

		{"an event in the past runs at once, and never waits for less than nothing", func(s *stage) { // S3
			s.logDelays()
			s.enter(0, 0, "now")
			s.enter(-5, 9, "past")
			s.run()
		}, "past@0, delay 0, now@0, delay 0"},

		{"an event is due at its time, not after", func(s *stage) { // S4
			s.enter(1, 0, "due")
			s.clock.Advance(1)
			s.poll()
		}, "due@1, 0 false <nil>"},

		{"what an action enters takes its place at once", func(s *stage) { // S5
			s.enter(1, 0, "a", func() error {
				s.enter(0, 9, "a's last child")
				s.enter(0, 0, "a's first child")
				return nil
			})
			s.enter(1, 1, "b")
			s.enter(1, 5, "c")
			s.run()
		}, "a@1, a's first child@1, b@1, c@1, a's last child@1"},

		{"what an action enters into the past goes before all that is due", func(s *stage) { // S5
			s.enter(5, 0, "a", func() error {
				s.must(s.EnterAbs(1, 9, s.says("past")))
				return nil
			})
			s.enter(5, 0, "b")
			s.run()
		}, "a@5, past@5, b@5"},

		{"-Inf is long ago, +Inf never", func(s *stage) { // S28
			s.enter(math.Inf(1), 0, "never")
			s.enter(1, 0, "soon")
			s.enter(math.Inf(-1), 0, "long ago")
			s.clock.Advance(1)
			s.poll()
		}, "long ago@1, soon@1, +Inf true <nil>"},

		{"time adds up as floats do", func(s *stage) { // S36
			n := 0
			var again func() error
			again = func() error {
				if n++; n < 10 {
					s.must(s.Enter(0.1, 0, again))
				}
				return nil
			}
			s.must(s.Enter(0.1, 0, again))
			s.run()
			s.say("%v", s.clock.Now())
		}, "0.9999999999999999"},
	})
}

func TestQueue(t *testing.T) {
	tell(t, []story{
		{"it lists what is queued in the order it would run", func(s *stage) { // S10
			s.enter(2, 1, "c")
			s.enter(1, 0, "a")
			s.Cancel(s.enter(1, 1, "b"))
			s.enter(2, 0, "d")
			s.queued()
		}, "1/0/1, 2/0/3, 2/1/0"},

		{"it is the caller's to change", func(s *stage) { // S10
			s.enter(2, 0, "b")
			s.enter(1, 0, "a")
			q := s.Queue()
			q[0], q[1] = q[1], q[0]
			s.queued()
			s.run()
		}, "1/0/1, 2/0/0, a@1, b@2"},

		{"asking changes nothing", func(s *stage) { // S10
			for i := range 200 {
				s.enter(float64(i%7), float64(i%3), "")
			}
			s.clock.Advance(3)
			before := s.Queue()
			for i, event := range s.Queue() {
				if event != before[i] {
					s.say("queue[%d] was %v and is %v", i, before[i], event)
				}
			}
		}, ""},

		{"the event that runs is not in it", func(s *stage) { // S7, S10, S11
			look := func() error {
				s.queued()
				s.say("%d %v", s.Len(), s.Empty())
				return nil
			}
			s.enter(1, 0, "a", look)
			s.enter(2, 0, "b", look)
			look()
			s.run()
		}, "1/0/0, 2/0/1, 2 false, a@1, 2/0/1, 1 false, b@2, 0 true"},
	})
}

func TestEvent(t *testing.T) {
	s := newStage(t)
	a, b := s.enter(1.5, 2, "a"), s.enter(1.5, 2, "b")

	// S34: it is a value: comparable, a key, and shown as in Python.
	if q := s.Queue(); q[0] != a || q[1] != b || a == b {
		t.Errorf("Queue() = %v, want %v and %v, which differ", q, a, b)
	}
	if got, want := a.String(), "Event(time=1.5, priority=2, sequence=0)"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
}
