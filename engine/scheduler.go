package engine

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// Errors that a caller can test for with errors.Is.
var (
	// ErrNotQueued is what Cancel returns for an event that is not in the
	// queue: it ran, is running, or was cancelled before. Python raises
	// ValueError.
	ErrNotQueued = errors.New("event is not in the queue")

	// ErrNaN is what entering returns for a time or priority that is not a
	// number.
	ErrNaN = errors.New("time and priority must not be NaN")

	// ErrNoAction is what entering returns for a nil action.
	ErrNoAction = errors.New("action must not be nil")
)

// An Action is what an event does. An error it returns ends the run.
type Action func() error

// An Event says when an action runs, and is the handle for cancelling it.
type Event[T Number] struct {
	Time     T
	Priority float64 // lower runs first
	Sequence uint64  // from 0, in the order entered; breaks ties
	slot     uint32
}

// A Scheduler runs events in the order (Time, Priority, Sequence). All its
// methods may be called from any goroutine, and from actions. An action, and
// the clock, run with no lock held.
type Scheduler[T Number] struct {
	clock Clock[T]

	mu       sync.Mutex
	queue    queue[T]
	sequence uint64
}

// New returns a scheduler that tells the time by clock and waits with it.
func New[T Number](clock Clock[T]) *Scheduler[T] {
	return &Scheduler[T]{clock: clock}
}

// EnterAbs enters an action for an absolute time. A time in the past runs as
// soon as the scheduler gets to it. O(log n).
func (s *Scheduler[T]) EnterAbs(time T, priority float64, action Action) (Event[T], error) {
	switch {
	case time != time || priority != priority:
		return Event[T]{}, ErrNaN
	case action == nil:
		return Event[T]{}, ErrNoAction
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	event := Event[T]{Time: time, Priority: priority, Sequence: s.sequence}
	s.sequence++
	return s.queue.push(event, action), nil
}

// Enter enters an action for delay after the clock's present reading. A
// negative delay lies in the past. O(log n).
func (s *Scheduler[T]) Enter(delay T, priority float64, action Action) (Event[T], error) {
	return s.EnterAbs(s.clock.Now()+delay, priority, action)
}

// Cancel takes an event off the queue, or returns [ErrNotQueued]. It does not
// shorten a wait that is under way. O(1) amortised.
func (s *Scheduler[T]) Cancel(event Event[T]) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.queue.cancel(event) {
		return ErrNotQueued
	}
	return nil
}

// Empty reports whether no event is queued.
func (s *Scheduler[T]) Empty() bool { return s.Len() == 0 }

// Len returns how many events are queued. The one running is not.
func (s *Scheduler[T]) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue.len()
}

// Queue returns the queued events in the order in which they would run. The
// slice is the caller's. O(n log n).
func (s *Scheduler[T]) Queue() []Event[T] {
	s.mu.Lock()
	events := s.queue.events()
	s.mu.Unlock()
	slices.SortFunc(events, func(a, b Event[T]) int {
		if a.before(&b) {
			return -1
		}
		return 1
	})
	return events
}

// Run runs events until none is queued, waiting for each; what actions enter
// runs too. It returns nil, or the first error: an action's (its event is
// gone, the others stay queued), the clock's while waiting (the event stays
// queued) or ctx's. After an error Run may be called again.
//
// Run may be called from an action; the inner call then drains the queue.
func (s *Scheduler[T]) Run(ctx context.Context) error {
	for {
		wait, more, err := s.RunNonBlocking(ctx)
		if err != nil || !more {
			return err
		}
		if err := s.clock.Delay(ctx, wait); err != nil {
			return err
		}
	}
}

// RunNonBlocking runs the events that are due, those that become due
// meanwhile included, without waiting. It returns how long from now the next
// event is due (not when); more is false if none is queued. Errors are as for
// Run.
func (s *Scheduler[T]) RunNonBlocking(ctx context.Context) (wait T, more bool, err error) {
	for {
		if err := ctx.Err(); err != nil {
			return 0, false, err
		}
		action, wait, more := s.next(s.clock.Now())
		if action == nil {
			return wait, more, nil
		}
		if err := action(); err != nil {
			return 0, false, err
		}
		if err := s.clock.Delay(ctx, 0); err != nil {
			return 0, false, err
		}
	}
}

// next takes the first event off the queue if it is due at now. If it is not,
// action is nil and wait the time until it is; more is false if there is none.
func (s *Scheduler[T]) next(now T) (action Action, wait T, more bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	first, ok := s.queue.peek()
	switch {
	case !ok:
		return nil, 0, false
	case first.Time > now:
		return nil, first.Time - now, true
	}
	return s.queue.pop(), 0, true
}
