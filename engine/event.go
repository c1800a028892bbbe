package engine

import (
	"errors"
	"strconv"
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
// Events are values: a copy is as good, and == tells whether two are the same.
type Event[T Number] struct {
	Time     T
	Priority float64 // lower runs first
	Sequence uint64  // from 0, in the order entered; breaks ties

	scheduler *Scheduler[T]
	slot      uint32
}

// String returns the event as Python shows it, without action and arguments.
func (e Event[T]) String() string {
	return "Event(time=" + text(e.Time) + ", priority=" + text(e.Priority) +
		", sequence=" + strconv.FormatUint(e.Sequence, 10) + ")"
}
