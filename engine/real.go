package engine

import (
	"context"
	"math"
	"runtime"
	"time"
)

// A RealClock reads the time since it was made, in ticks, and really waits.
// It is monotonic: setting the computer's clock does not move it.
type RealClock[T Number] struct {
	origin time.Time
	tick   time.Duration
}

// NewRealClock returns a clock that reads 0 now and counts one for each tick;
// an integer T counts whole ticks. With T [time.Duration] and a tick of one
// nanosecond, readings are durations. A tick that is not positive is a
// programmer's error and panics.
func NewRealClock[T Number](tick time.Duration) *RealClock[T] {
	if tick <= 0 {
		panic("engine: the tick of a RealClock must be positive")
	}
	return &RealClock[T]{origin: time.Now(), tick: tick}
}

// Now returns how many ticks have passed.
func (c *RealClock[T]) Now() T {
	passed := time.Since(c.origin)
	if isInteger[T]() {
		return T(passed / c.tick)
	}
	return T(float64(passed) / float64(c.tick))
}

// Delay sleeps for d ticks, or until ctx is done. Of an integer T the present
// tick counts as the first, however little is left of it, so that the reading
// is then d more. A d beyond what a [time.Duration] holds (292 years) is cut
// to that; the scheduler then waits again.
func (c *RealClock[T]) Delay(ctx context.Context, d T) error {
	return sleep(ctx, c.duration(d))
}

func (c *RealClock[T]) duration(d T) time.Duration {
	switch {
	case float64(d)*float64(c.tick) >= math.MaxInt64:
		return math.MaxInt64
	case d > 0 && isInteger[T]():
		return time.Duration(d)*c.tick - time.Since(c.origin)%c.tick
	}
	return time.Duration(math.Ceil(float64(d) * float64(c.tick)))
}

// sleep waits for d, or until ctx is done. With a d of 0 it lets other
// goroutines run.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		runtime.Gosched()
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
