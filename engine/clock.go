package engine

import "context"

// A Clock is what a [Scheduler] tells the time by and waits with: Python's
// timefunc and delayfunc. The unit is the clock's own affair.
//
// A clock may call the scheduler, and may go backwards: the scheduler then
// waits again.
type Clock[T Number] interface {
	// Now returns the reading.
	Now() T

	// Delay waits for d, or until ctx is done, and says why it stopped early.
	// It may return early without an error: the scheduler waits again for
	// what is left. The scheduler calls Delay(ctx, 0) after each action, and
	// never with a negative d.
	Delay(ctx context.Context, d T) error
}
