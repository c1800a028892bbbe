package engine_test

import (
	"context"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"lastcall/engine"
)

// realStory is told in a bubble where the real clock takes no time.
func realStory(t *testing.T, wake bool, tell func(s *engine.Scheduler[time.Duration], at func(string) engine.Action), want string) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		clock := engine.NewRealClock[time.Duration](1)
		s := engine.New(clock)
		s.Wake = wake
		var mu sync.Mutex
		var log string
		tell(s, func(what string) engine.Action {
			return func() error {
				mu.Lock()
				defer mu.Unlock()
				log += what + "@" + clock.Now().String() + " "
				return nil
			}
		})
		if err := s.Run(t.Context()); err != nil {
			t.Errorf("Run() = %v", err)
		}
		mu.Lock()
		defer mu.Unlock()
		log += "end@" + clock.Now().String()
		if log != want {
			t.Errorf("log is %q, want %q", log, want)
		}
	})
}

// meanwhile does something while the run waits.
func meanwhile(do func()) {
	go func() {
		time.Sleep(300 * time.Millisecond)
		do()
	}()
}

// A wait does not notice what other goroutines do, unless Wake is set.
func TestWaiting(t *testing.T) {
	enterEarlier := func(s *engine.Scheduler[time.Duration], at func(string) engine.Action) {
		s.Enter(time.Second, 0, at("planned"))
		meanwhile(func() { s.Enter(0, 0, at("urgent")) })
	}
	cancelAll := func(s *engine.Scheduler[time.Duration], at func(string) engine.Action) {
		planned, _ := s.Enter(time.Second, 0, at("planned"))
		meanwhile(func() { s.Cancel(planned) })
	}
	enterLater := func(s *engine.Scheduler[time.Duration], at func(string) engine.Action) {
		s.Enter(time.Second, 0, at("planned"))
		meanwhile(func() { s.Enter(time.Second, 0, at("later")) })
	}
	// Two goroutines run the same events; the first that runs waits for long.
	twoRuns := func(s *engine.Scheduler[time.Duration], at func(string) engine.Action) {
		s.Enter(time.Second, 0, at("planned"))
		go s.Run(context.Background())
		meanwhile(func() { s.Enter(0, 0, at("urgent")) })
	}
	for _, test := range []struct {
		name string
		wake bool
		tell func(*engine.Scheduler[time.Duration], func(string) engine.Action)
		want string
	}{
		{"an earlier event is late", false, enterEarlier, "urgent@1s planned@1s end@1s"},                  // S22
		{"a cancelled event is waited for", false, cancelAll, "end@1s"},                                   // S9
		{"a later event changes nothing", false, enterLater, "planned@1s later@1.3s end@1.3s"},            // S22
		{"an earlier event is on time if it wakes", true, enterEarlier, "urgent@300ms planned@1s end@1s"}, // S22
		{"a cancelled event is not waited for if that wakes", true, cancelAll, "end@300ms"},               // S9
		{"a later event does not wake", true, enterLater, "planned@1s later@1.3s end@1.3s"},               // S22
		{"every run wakes", true, twoRuns, "urgent@300ms planned@1s end@1s"},                              // S22
	} {
		t.Run(test.name, func(t *testing.T) { realStory(t, test.wake, test.tell, test.want) })
	}
}

// With Wake an event that is never due keeps Run from ending while other
// goroutines enter events.
func TestServing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		clock := engine.NewRealClock[float64](time.Second)
		s := engine.New(clock)
		s.Wake = true
		s.EnterAbs(math.Inf(1), 0, func() error { panic("never") })
		ctx, cancel := context.WithCancel(t.Context())
		var ran []float64
		go func() {
			for range 3 {
				time.Sleep(10 * time.Second)
				s.Enter(1, 0, func() error {
					ran = append(ran, clock.Now())
					return nil
				})
			}
			time.Sleep(10 * time.Second)
			cancel()
		}()
		if err := s.Run(ctx); err != context.Canceled {
			t.Errorf("Run() = %v, want context.Canceled", err)
		}
		if len(ran) != 3 || ran[0] != 11 || ran[1] != 21 || ran[2] != 31 || clock.Now() != 40 {
			t.Errorf("events ran at %v, Run ended at %v", ran, clock.Now())
		}
	})
}

// With Wake, an error of the clock's own is not taken for a waking.
func TestWakeKeepsErrors(t *testing.T) {
	s := newStage(t)
	s.Wake = true
	a := s.enter(1, 0, "a")
	s.clock.delay = func(float64) (float64, error) {
		s.Cancel(a)
		return 0, errBoom
	}
	if err := s.run(); err != errBoom {
		t.Errorf("Run() = %v, want %v", err, errBoom)
	}
}

// What is entered between the look at the queue and the wait is not missed.
func TestWakeBeforeTheWait(t *testing.T) {
	s := newStage(t)
	s.Wake = true
	s.enter(2, 0, "a")
	entered := false
	s.Run(meddler{t.Context(), func() {
		if !entered {
			entered = true
			s.enter(1, 0, "b")
		}
	}})
	if got := strings.Join(s.log, " "); got != "b@1 a@2" {
		t.Errorf("log is %q", got)
	}
}

// A meddler is a context that does something when it is made use of.
type meddler struct {
	context.Context
	meddle func()
}

func (m meddler) Done() <-chan struct{} {
	m.meddle()
	return m.Context.Done()
}

// Actions and clocks hold no lock, so they may call everything, and other
// goroutines go on meanwhile.
func TestNoLockIsHeld(t *testing.T) { // S30, S32
	s := newStage(t)
	touch := func() { // deadlocks if the lock is held
		done := make(chan bool)
		go func() {
			s.Len()
			s.Cancel(s.must(s.EnterAbs(100, 0, boom)))
			close(done)
		}()
		<-done
	}
	s.clock.now = touch
	s.clock.delay = func(d float64) (float64, error) {
		touch()
		return d, nil
	}
	s.enter(1, 0, "a", func() error {
		touch()
		return nil
	})
	if err := s.run(); err != nil || len(s.log) != 1 {
		t.Errorf("Run() = %v, and %v ran", err, s.log)
	}
}

// Many goroutines enter, cancel, run and look at once: each event that is not
// cancelled runs once.
func TestManyGoroutines(t *testing.T) {
	const goroutines, each = 4, 300
	for _, wake := range []bool{false, true} {
		clock := engine.NewVirtualClock(0)
		s := engine.New(clock)
		s.Wake = wake
		var ran, cancelled atomic.Int64
		var wait sync.WaitGroup
		for g := range goroutines {
			wait.Go(func() {
				for i := range each {
					event, err := s.Enter(i*(g+1)%50-10, float64(i%3), func() error {
						ran.Add(1)
						return nil
					})
					if err != nil {
						t.Error(err)
					}
					if i%3 == 0 && s.Cancel(event) == nil {
						cancelled.Add(1)
					}
				}
			})
			wait.Go(func() {
				for range each {
					if err := s.Run(t.Context()); err != nil {
						t.Error(err)
					}
					s.Queue()
					clock.Advance(1)
				}
			})
		}
		wait.Wait()
		if err := s.Run(t.Context()); err != nil {
			t.Error(err)
		}
		if got := ran.Load() + cancelled.Load(); got != goroutines*each || !s.Empty() {
			t.Errorf("%d events ran or were cancelled, want %d; %d are left", got, goroutines*each, s.Len())
		}
	}
}
