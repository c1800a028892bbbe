package program

import (
	"math"
	"runtime"
	"time"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

const (
	// restAfter is how long a program may run without a wait: it leaves a page
	// of the same thread half of each frame.
	restAfter = 8 * time.Millisecond

	// restFor is long enough that a browser's event loop gets its turn: it
	// counts in milliseconds.
	restFor = time.Millisecond

	// nearest is how far apart two readings of a coarse clock are at least.
	// CPython's clock counts in these, and no two calls of it get the same.
	nearest = time.Nanosecond
)

// realTime goes with real time, by the monotonic clock, and really waits.
type realTime struct {
	program *Program
	idle    func() // called before each wait
	start   float64
	tick    time.Duration
	origin  time.Time
	rested  time.Time // when others could last run

	coarse bool
	last   float64 // of a coarse clock, the latest reading
}

func newRealTime(p *Program, c scenario.Clock, idle func()) *realTime {
	if idle == nil {
		idle = func() {}
	}
	tick := c.Tick
	if tick <= 0 { // of a scenario that was not decoded
		tick = scenario.DefaultTick
	}
	now := time.Now()
	return &realTime{
		program: p, idle: idle, start: c.Start, tick: tick, origin: now, rested: now,
		coarse: p.options.CoarseClock, last: math.Inf(-1),
	}
}

func (r *realTime) now() float64 {
	reading := r.start + float64(time.Since(r.origin))/float64(r.tick)
	if !r.coarse {
		return reading
	}
	next := r.last + float64(nearest)/float64(r.tick)
	if next <= r.last { // it is lost in a large number
		next = math.Nextafter(r.last, math.Inf(1))
	}
	r.last = max(reading, next)
	return r.last
}

func (r *realTime) wait(t float64) error {
	r.idle()
	if deadline, closing := r.program.inbox.closing(); closing {
		return r.spin(t, deadline)
	}
	return r.sleep(r.duration(t - r.now()))
}

// sleep sleeps for d, or until something is sent.
func (r *realTime) sleep(d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	defer func() { r.rested = time.Now() }()
	select {
	case <-timer.C:
	case <-r.program.inbox.wake:
	case <-r.program.life.Done():
		return errDead
	}
	return nil
}

// spin is a wait of a program that is being closed: no timer fires until the
// browser's event is over, so it keeps the thread busy.
func (r *realTime) spin(t float64, deadline time.Time) error {
	for r.now() < t {
		select {
		case <-r.program.inbox.wake:
			return nil
		case <-r.program.life.Done():
			return errDead
		default:
		}
		if err := r.keep(deadline); err != nil {
			return err
		}
		runtime.Gosched()
	}
	return nil
}

// keep destroys the program when its deadline has passed.
func (r *realTime) keep(deadline time.Time) error {
	if time.Now().Before(deadline) {
		return nil
	}
	return r.program.die(trace.CauseDiscard, -9)
}

func (r *realTime) rest() error {
	if deadline, closing := r.program.inbox.closing(); closing {
		return r.keep(deadline)
	}
	if time.Since(r.rested) < restAfter {
		return nil
	}
	r.idle()
	return r.sleep(restFor)
}

// duration is how long units last. What a [time.Duration] cannot hold (292
// years) is cut: the clock then waits again.
func (r *realTime) duration(units float64) time.Duration {
	d := math.Ceil(units * float64(r.tick))
	if d >= math.MaxInt64 {
		return math.MaxInt64
	}
	return time.Duration(d)
}
