package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"lastcall/engine"
)

func Example() {
	clock := engine.NewVirtualClock(0.0)
	s := engine.New(clock)
	say := func(what string) engine.Action {
		return func() error {
			fmt.Println(clock.Now(), what)
			return nil
		}
	}
	s.Enter(5, 0, say("report"))
	s.Enter(2, 1, say("backup"))
	s.Enter(2, 0, say("rotate")) // the same moment: the lower priority runs first
	s.Enter(2, 1, say("upload")) // a tie: after backup, which was entered first
	if err := s.Run(context.Background()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 2 rotate
	// 2 backup
	// 2 upload
	// 5 report
}

// A periodic job that does not drift enters itself for the time of its next
// turn. With Enter it would start at 10, 23 and 36: each time later by what it
// takes.
func ExampleScheduler_EnterAbs() {
	clock := engine.NewVirtualClock(0.0)
	s := engine.New(clock)

	const period = 10
	turn := 10.0
	var job engine.Action
	job = func() error {
		fmt.Println("starts at", clock.Now())
		clock.Advance(3) // what the job takes
		turn += period
		if turn > 30 {
			return nil
		}
		_, err := s.EnterAbs(turn, 0, job)
		return err
	}
	s.EnterAbs(turn, 0, job)
	s.Run(context.Background())
	// Output:
	// starts at 10
	// starts at 20
	// starts at 30
}

// When an action overruns, those that became due meanwhile are late, and would
// run one right after the other. The action that knows it was slow cancels
// those that are not worth running any more.
func ExampleScheduler_Cancel() {
	clock := engine.NewVirtualClock(0.0)
	s := engine.New(clock)
	for minute := 1.0; minute <= 6; minute++ {
		s.EnterAbs(minute, 1, func() error {
			fmt.Println("poll at", clock.Now())
			return nil
		})
	}
	s.EnterAbs(2, 0, func() error {
		fmt.Println("backup at", clock.Now())
		clock.Advance(3.5)
		for _, event := range s.Queue() {
			if event.Time < clock.Now() {
				s.Cancel(event)
			}
		}
		return nil
	})
	s.Run(context.Background())
	// Output:
	// poll at 1
	// backup at 2
	// poll at 6
}

// A cancelled event is gone, as is one that has run.
func ExampleScheduler_Cancel_twice() {
	s := engine.New(engine.NewVirtualClock(0.0))
	event, _ := s.Enter(1, 0, func() error { return nil })
	fmt.Println(s.Cancel(event), s.Empty())
	fmt.Println(errors.Is(s.Cancel(event), engine.ErrNotQueued))
	// Output:
	// <nil> true
	// true
}

// A loop of your own, such as that of a game, asks for what is due and goes on.
func ExampleScheduler_RunNonBlocking() {
	clock := engine.NewVirtualClock(0.0)
	s := engine.New(clock)
	s.Enter(1, 0, func() error { fmt.Println("spawn"); return nil })
	s.Enter(2.5, 0, func() error { fmt.Println("wave"); return nil })
	for {
		wait, more, err := s.RunNonBlocking(context.Background())
		if err != nil || !more {
			break
		}
		fmt.Println("next in", wait)
		clock.Advance(1) // draws a frame
	}
	// Output:
	// next in 1
	// spawn
	// next in 1.5
	// next in 0.5
	// wave
}

// An action that fails ends the run. Its event is gone, the others stay, and
// Run may be called again.
func ExampleScheduler_Run_error() {
	s := engine.New(engine.NewVirtualClock(0.0))
	s.Enter(1, 0, func() error { return errors.New("disk full") })
	s.Enter(2, 0, func() error { fmt.Println("the next one"); return nil })

	fmt.Println(s.Run(context.Background()))
	fmt.Println(s.Run(context.Background()))
	// Output:
	// disk full
	// the next one
	// <nil>
}

// A server's scheduler waits for what other goroutines enter. An event that is
// never due keeps Run from returning when there is nothing to do.
func ExampleScheduler_Wake() {
	s := engine.New(engine.NewRealClock[time.Duration](time.Nanosecond))
	s.Wake = true
	s.EnterAbs(math.MaxInt64, 0, func() error { return nil })

	ctx, stop := context.WithCancel(context.Background())
	go s.Enter(10*time.Millisecond, 0, func() error {
		fmt.Println("a request is served")
		stop()
		return nil
	})
	fmt.Println(s.Run(ctx))
	// Output:
	// a request is served
	// context canceled
}

// remind is to be tested. It takes the scheduler, and with it the clock: in
// the program a WallClock or a RealClock.
func remind(s *engine.Scheduler[time.Duration], send func(text string)) {
	s.Enter(24*time.Hour, 0, func() error {
		send("your trial has begun a day ago")
		return nil
	})
}

// In a test a day takes no time, and passes when the test says so.
func ExampleVirtualClock() {
	clock := engine.NewVirtualClock(time.Duration(0))
	s := engine.New(clock)
	remind(s, func(text string) { fmt.Println("sent:", text) })

	clock.Advance(23 * time.Hour)
	wait, _, _ := s.RunNonBlocking(context.Background())
	fmt.Println("nothing for", wait)

	clock.Advance(time.Hour)
	s.RunNonBlocking(context.Background())
	// Output:
	// nothing for 1h0m0s
	// sent: your trial has begun a day ago
}

// Events at a time of day. The clock is virtual here, for the example to end;
// in a program it is wall itself.
func ExampleWallClock() {
	var wall engine.WallClock
	morning := time.Date(2026, time.March, 1, 8, 0, 0, 0, time.UTC)
	clock := engine.NewVirtualClock(wall.At(morning))
	s := engine.New(clock)
	ring := func() error {
		fmt.Println("ring at", wall.Time(clock.Now()).UTC().Format(time.TimeOnly))
		return nil
	}
	s.EnterAbs(wall.At(morning.Add(4*time.Hour)), 0, ring)
	s.Enter(10*time.Minute, 0, ring)
	s.Run(context.Background())
	// Output:
	// ring at 08:10:00
	// ring at 12:00:00
}

// A clock of your own is two methods. This one counts turns: it does not wait
// for a turn, it takes it.
type turns struct{ taken int }

func (t *turns) Now() int { return t.taken }

func (t *turns) Delay(ctx context.Context, d int) error {
	for range d {
		if err := ctx.Err(); err != nil {
			return err
		}
		t.taken++
		fmt.Println("turn", t.taken)
	}
	return nil
}

func ExampleClock() {
	s := engine.New(&turns{})
	s.Enter(2, 0, func() error { fmt.Println("the king arrives"); return nil })
	s.Run(context.Background())
	// Output:
	// turn 1
	// turn 2
	// the king arrives
}
