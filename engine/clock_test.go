package engine_test

import (
	"context"
	"math"
	"testing"
	"testing/synctest"
	"time"

	"lastcall/engine"
)

func TestVirtualClock(t *testing.T) {
	var clock engine.VirtualClock[int8] // the zero value is ready
	if got := clock.Now(); got != 0 {
		t.Errorf("Now() = %v, want 0", got)
	}
	clock.Advance(-100)
	if err := clock.Delay(t.Context(), 30); err != nil {
		t.Errorf("Delay() = %v", err)
	}
	if got := clock.Now(); got != -70 {
		t.Errorf("Now() = %v, want -70", got)
	}
	if got := engine.NewVirtualClock(float32(-2.5)).Now(); got != -2.5 {
		t.Errorf("Now() = %v, want -2.5", got)
	}
}

// A RealClock waits for what it is told, in ticks. S35
func TestRealClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		floats := engine.NewRealClock[float64](time.Second)
		ints := engine.NewRealClock[int](time.Second)
		durations := engine.NewRealClock[time.Duration](1)
		for _, test := range []struct {
			name  string
			delay func() error
			want  time.Duration
		}{
			{"part of a tick", func() error { return floats.Delay(t.Context(), 0.25) }, 250 * time.Millisecond},
			{"the rest of a whole tick", func() error { return ints.Delay(t.Context(), 1) }, 750 * time.Millisecond},
			{"whole ticks", func() error { return ints.Delay(t.Context(), 3) }, 3 * time.Second},
			{"a duration", func() error { return durations.Delay(t.Context(), time.Hour) }, time.Hour},
			{"nothing", func() error { return floats.Delay(t.Context(), 0) }, 0},
			{"less than nothing", func() error { return ints.Delay(t.Context(), -1) }, 0},
		} {
			before := time.Now()
			if err := test.delay(); err != nil {
				t.Errorf("%s: Delay() = %v", test.name, err)
			}
			if got := time.Since(before); got != test.want {
				t.Errorf("%s: Delay took %v, want %v", test.name, got, test.want)
			}
		}
		if got := floats.Now(); got != 3604 {
			t.Errorf("Now() = %v, want 3604", got)
		}
		if got := ints.Now(); got != 3604 {
			t.Errorf("Now() = %v, want 3604", got)
		}
	})
}

// A run on a real clock has each event on time, however long the actions are.
func TestRealTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		clock := engine.NewRealClock[int](time.Millisecond)
		s := engine.New(clock)
		var at []int
		for i := range 5 {
			s.EnterAbs(10*i, 0, func() error {
				at = append(at, clock.Now())
				time.Sleep(time.Millisecond * 7)
				return nil
			})
		}
		if err := s.Run(t.Context()); err != nil {
			t.Errorf("Run() = %v", err)
		}
		for i, got := range at {
			if got != 10*i {
				t.Errorf("event %d ran at %d, want %d", i, got, 10*i)
			}
		}
	})
}

// A wait ends when the context is done, and the event stays. S15
func TestRealClockHeedsItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		clock := engine.NewRealClock[float64](time.Second)
		s := engine.New(clock)
		s.Enter(math.Inf(1), 0, func() error { panic("never") }) // S28
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if err := s.Run(ctx); err != context.DeadlineExceeded {
			t.Errorf("Run() = %v, want %v", err, context.DeadlineExceeded)
		}
		if clock.Now() != 5 || s.Len() != 1 {
			t.Errorf("Run ended at %v with %d events left, want 5 and 1", clock.Now(), s.Len())
		}
		if err := clock.Delay(ctx, 0); err != context.DeadlineExceeded {
			t.Errorf("Delay(0) = %v, want %v", err, context.DeadlineExceeded)
		}
	})
}

func TestATickMustBePositive(t *testing.T) {
	if recovered(func() { engine.NewRealClock[int](0) }) == nil {
		t.Error("NewRealClock(0) does not panic")
	}
}

// Times of day work as datetime and timedelta do in Python. S25
func TestWallClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var clock engine.WallClock
		s := engine.New(clock)
		start := time.Now()
		var ran []time.Duration
		note := func() error {
			ran = append(ran, time.Since(start))
			return nil
		}
		s.EnterAbs(clock.At(start.Add(24*time.Hour)), 0, note)
		s.Enter(90*time.Second, 0, note)
		s.EnterAbs(clock.At(start.Add(-time.Hour)), 0, note)
		if got := clock.Time(s.Queue()[1].Time); !got.Equal(start.Add(90 * time.Second)) {
			t.Errorf("the second event is at %v", got)
		}
		if err := s.Run(t.Context()); err != nil {
			t.Errorf("Run() = %v", err)
		}
		if len(ran) != 3 || ran[0] != 0 || ran[1] != 90*time.Second || ran[2] != 24*time.Hour {
			t.Errorf("events ran after %v", ran)
		}

		// It looks at the time again after a minute, in case it was set.
		before := time.Now()
		clock.Delay(t.Context(), time.Hour)
		if got := time.Since(before); got != time.Minute {
			t.Errorf("Delay took %v, want a minute", got)
		}
	})
}

func TestWallClockRange(t *testing.T) {
	var clock engine.WallClock
	far := time.Date(3000, 1, 1, 0, 0, 0, 0, time.UTC)
	if got := clock.At(far); got != math.MaxInt64 {
		t.Errorf("At(3000) = %v, want the last duration", got)
	}
}
