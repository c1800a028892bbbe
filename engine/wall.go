package engine

import (
	"context"
	"time"
)

// A WallClock tells the time of day, for events at a [time.Time]. Its readings
// are durations since the Unix epoch, which At and Time turn to and from:
//
//	var clock engine.WallClock
//	s := engine.New(clock)
//	s.EnterAbs(clock.At(noon), 0, bell)
//	s.Enter(10*time.Minute, 0, snooze)
//
// It follows the computer's clock when that is set. A test takes a
// [VirtualClock] that starts at clock.At(some time) in its place.
type WallClock struct{}

// Now returns the present time.
func (c WallClock) Now() time.Duration { return c.At(time.Now()) }

// At returns the reading at t. Before 1677 and after 2262 it is the nearest
// there is.
func (WallClock) At(t time.Time) time.Duration { return t.Sub(time.Unix(0, 0)) }

// Time returns the time, in the local zone, at which the clock reads reading.
func (WallClock) Time(reading time.Duration) time.Time {
	return time.Unix(0, int64(reading))
}

// Delay waits for d, or until ctx is done, but for a minute at most: in that
// time a run notices that the computer's clock was set, or the computer asleep.
func (WallClock) Delay(ctx context.Context, d time.Duration) error {
	return sleep(ctx, min(d, time.Minute))
}
