package engine

import (
	"context"
	"math"
	"runtime"
	"sync"
	"time"
)

// Number is what times can be: any integer or float, time.Duration included.
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64
}

// A Clock is what a [Scheduler] tells the time by and waits with: Python's
// timefunc and delayfunc. The unit is the clock's own affair.
type Clock[T Number] interface {
	// Now returns the reading.
	Now() T

	// Delay waits for d, or until ctx is done, and says why it stopped early.
	// It may return early without an error: the scheduler waits again for
	// what is left. The scheduler calls Delay(ctx, 0) after each action.
	Delay(ctx context.Context, d T) error
}

// A VirtualClock stands still until it is told to wait, and then is there at
// once. The zero value reads 0. It is safe for concurrent use.
type VirtualClock[T Number] struct {
	mu  sync.Mutex
	now T
}

// NewVirtualClock returns a clock whose first reading is start.
func NewVirtualClock[T Number](start T) *VirtualClock[T] {
	return &VirtualClock[T]{now: start}
}

// Now returns the reading.
func (c *VirtualClock[T]) Now() T {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Delay moves the reading on by d at once. It fails only if ctx is done.
func (c *VirtualClock[T]) Delay(ctx context.Context, d T) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c.Advance(d)
	return nil
}

// Advance moves the reading by d: what an action calls to take time.
func (c *VirtualClock[T]) Advance(d T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now += d
}

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

// Delay sleeps for d ticks, or until ctx is done. A d beyond what a
// [time.Duration] holds (292 years) is cut to that; the scheduler then waits
// again.
func (c *RealClock[T]) Delay(ctx context.Context, d T) error {
	if d <= 0 {
		runtime.Gosched()
		return ctx.Err()
	}
	timer := time.NewTimer(c.duration(d))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *RealClock[T]) duration(d T) time.Duration {
	if float64(d)*float64(c.tick) >= math.MaxInt64 {
		return math.MaxInt64
	}
	if isInteger[T]() {
		return time.Duration(d) * c.tick
	}
	return time.Duration(math.Ceil(float64(d) * float64(c.tick)))
}

func isInteger[T Number]() bool {
	var one T = 1
	return one/2 == 0
}
