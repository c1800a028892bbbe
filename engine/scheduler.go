package engine

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// A Scheduler runs events in the order (Time, Priority, Sequence). All its
// methods may be called from any goroutine, and from actions and clocks, which
// are called with no lock held.
type Scheduler[T Number] struct {
	// Wake, set before Run, ends a wait early when another goroutine enters
	// an earlier event or cancels one, so that Run looks again. If false, as
	// in Python, the wait goes on to its end and the event entered is late.
	Wake bool

	clock Clock[T]

	mu       sync.Mutex // guards all below
	queue    queue
	sequence uint64                        // of the next event
	waiting  map[uint64]context.CancelFunc // wakes the runs that wait

	// The run that knows when the first event is due, 0 if none does. It
	// reads this without the lock.
	informed atomic.Uint64
	due      uint64        // what it knows
	runs     atomic.Uint64 // how many there were, which numbers them
}

// New returns a scheduler that tells the time by clock and waits with it.
func New[T Number](clock Clock[T]) *Scheduler[T] {
	return &Scheduler[T]{clock: clock}
}

// EnterAbs enters an action for an absolute time. A time in the past runs as
// soon as the scheduler gets to it, before what is due later. O(1) amortised,
// O(log n) for a time that the scheduler has all but reached.
//
// The error is [ErrNaN] or [ErrNoAction]; then nothing was entered, and no
// sequence number used up.
func (s *Scheduler[T]) EnterAbs(time T, priority float64, action Action) (Event[T], error) {
	switch {
	case time != time || priority != priority:
		return Event[T]{}, ErrNaN
	case action == nil:
		return Event[T]{}, ErrNoAction
	}
	event := Event[T]{Time: time, Priority: priority, scheduler: s}
	at := order(time)

	s.mu.Lock()
	event.Sequence = s.sequence
	s.sequence++
	event.slot = s.queue.push(at, order(priority), event.Sequence, action)
	if at < s.due {
		s.unlockChanged()
	} else {
		s.mu.Unlock()
	}
	return event, nil
}

// Enter enters an action for delay after the clock's present reading. A
// negative delay lies in the past. It is otherwise as EnterAbs.
func (s *Scheduler[T]) Enter(delay T, priority float64, action Action) (Event[T], error) {
	return s.EnterAbs(later(s.clock.Now(), delay), priority, action)
}

// Cancel takes an event off the queue, or returns [ErrNotQueued]. It does not
// end a wait that is under way, unless Wake is set. O(1) amortised.
func (s *Scheduler[T]) Cancel(event Event[T]) error {
	if event.scheduler != s {
		return ErrNotQueued
	}
	s.mu.Lock()
	if !s.queue.cancel(event.slot, event.Sequence) {
		s.mu.Unlock()
		return ErrNotQueued
	}
	s.unlockChanged()
	return nil
}

// Empty reports whether no event is queued. O(1).
func (s *Scheduler[T]) Empty() bool { return s.Len() == 0 }

// Len returns how many events are queued. The one running is not. O(1).
func (s *Scheduler[T]) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue.live()
}

// Queue returns the queued events in the order in which they would run. The
// slice is the caller's. O(n log n).
func (s *Scheduler[T]) Queue() []Event[T] {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := s.queue.keys()
	slices.SortFunc(keys, s.queue.compare)
	events := make([]Event[T], len(keys))
	for i, k := range keys {
		events[i] = Event[T]{
			Time:      fromOrder[T](k.time),
			Priority:  fromOrder[float64](k.priority),
			Sequence:  s.queue.slots.all[k.slot].sequence,
			scheduler: s,
			slot:      k.slot,
		}
	}
	return events
}
