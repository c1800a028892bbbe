package engine_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"lastcall/engine"
)

// A stage is where the stories of these tests are told: a scheduler, a virtual
// clock that can be told to misbehave, and a log of what was seen.
type stage struct {
	*engine.Scheduler[float64]
	t     *testing.T
	clock *stageClock
	log   []string
}

// A stageClock is a virtual clock. delay, if not nil, is told of each delay
// and returns what becomes of it.
type stageClock struct {
	engine.VirtualClock[float64]
	delay func(d float64) (passes float64, err error)
	now   func()
}

func (c *stageClock) Now() float64 {
	if c.now != nil {
		c.now()
	}
	return c.VirtualClock.Now()
}

func (c *stageClock) Delay(ctx context.Context, d float64) error {
	if c.delay == nil {
		return c.VirtualClock.Delay(ctx, d)
	}
	passes, err := c.delay(d)
	c.Advance(passes)
	return err
}

func newStage(t *testing.T) *stage {
	clock := &stageClock{}
	return &stage{Scheduler: engine.New(clock), t: t, clock: clock}
}

// logDelays has every delay in the log.
func (s *stage) logDelays() {
	s.clock.delay = func(d float64) (float64, error) {
		s.say("delay %v", d)
		return d, nil
	}
}

func (s *stage) say(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// says returns an action that logs what and when, and does the rest.
func (s *stage) says(what string, rest ...func() error) engine.Action {
	return func() error {
		s.say("%s@%v", what, s.clock.VirtualClock.Now())
		for _, do := range rest {
			if err := do(); err != nil {
				return err
			}
		}
		return nil
	}
}

// enter enters an event that logs what, and does the rest.
func (s *stage) enter(delay, priority float64, what string, rest ...func() error) engine.Event[float64] {
	s.t.Helper()
	return s.must(s.Enter(delay, priority, s.says(what, rest...)))
}

func (s *stage) must(event engine.Event[float64], err error) engine.Event[float64] {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return event
}

func (s *stage) run() error { return s.Run(context.Background()) }

// poll logs what RunNonBlocking returns.
func (s *stage) poll() error {
	wait, more, err := s.RunNonBlocking(context.Background())
	s.say("%v %v %v", wait, more, err)
	return nil
}

// queued logs the queue.
func (s *stage) queued() {
	for _, event := range s.Queue() {
		s.say("%v/%v/%d", event.Time, event.Priority, event.Sequence)
	}
}

// A story is told on a stage; want is the log of it.
type story struct {
	name string
	tell func(s *stage)
	want string
}

func tell(t *testing.T, stories []story) {
	for _, story := range stories {
		t.Run(story.name, func(t *testing.T) {
			s := newStage(t)
			story.tell(s)
			if got := strings.Join(s.log, ", "); got != story.want {
				t.Errorf("log is\n%s, want\n%s", got, story.want)
			}
		})
	}
}

var errBoom = errors.New("boom")

func boom() error { return errBoom }
