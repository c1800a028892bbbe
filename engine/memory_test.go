package engine_test

import (
	"context"
	"math/rand/v2"
	"runtime"
	"testing"

	"lastcall/engine"
)

// A scheduler that has been as full before allocates nothing.
func TestNothingIsAllocatedOnceWarm(t *testing.T) {
	const n = 2000
	clock := engine.NewVirtualClock(0.0)
	s := engine.New(clock)
	ctx := context.Background()
	events := make([]engine.Event[float64], n)
	enter := func(i int, action engine.Action) {
		events[i], _ = s.Enter(float64(i*7919%n), float64(i%3), action)
	}
	left := 0
	var again engine.Action
	again = func() error {
		if left--; left > 0 {
			s.Enter(float64(left*31%n), 0, again)
		}
		return nil
	}
	for _, test := range []struct {
		name string
		do   func()
	}{
		{"enter and run", func() {
			for i := range n {
				enter(i, nop)
			}
			s.Run(ctx)
		}},
		{"enter, cancel half, run", func() {
			for i := range n {
				enter(i, nop)
			}
			for i := range n / 2 {
				s.Cancel(events[i*2])
			}
			s.Run(ctx)
		}},
		{"all at once", func() {
			for i := range n {
				s.EnterAbs(clock.Now(), float64(i%3), nop)
			}
			s.Run(ctx)
		}},
		{"one for one", func() {
			left = 5 * n
			for i := range n {
				enter(i, again)
			}
			s.Run(ctx)
		}},
	} {
		do := func() {
			clock.Advance(-clock.Now()) // the same again
			test.do()
		}
		do()
		if allocs := testing.AllocsPerRun(3, do); allocs != 0 {
			t.Errorf("%s: %v allocations, want none", test.name, allocs)
		}
	}
}

// An event takes at most 64 bytes, beside what its action closes over: when
// entered, when the first have been sorted, and when as many have run as are
// queued, each of which entered another.
func TestAnEventIsSmall(t *testing.T) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		s := engine.New(engine.NewVirtualClock(0.0))
		r := rand.New(rand.NewPCG(1, 2))
		left := n
		var again engine.Action
		again = func() error {
			s.Enter(r.Float64(), 0, again)
			if left--; left == 0 {
				return errBoom
			}
			return nil
		}
		before := heap()
		check := func(when string) {
			t.Helper()
			const limit = 64
			if each := float64(heap()-before) / float64(n); each > limit {
				t.Errorf("an event of %d takes %.1f bytes %s, want at most %d", n, each, when, limit)
			}
		}
		for range n {
			s.Enter(r.Float64(), 0, again)
		}
		check("when entered")
		s.RunNonBlocking(t.Context())
		check("when sorted")
		if err := s.Run(t.Context()); err != errBoom || s.Len() != n {
			t.Fatalf("Run() = %v with %d events left, want %v with %d", err, s.Len(), errBoom, n)
		}
		check("under steady load")
		runtime.KeepAlive(s)
	}
}

// Cancelling gives its memory back to those that are entered next.
func TestCancelledMemoryIsUsedAgain(t *testing.T) {
	const n = 100_000
	s := engine.New(engine.NewVirtualClock(0.0))
	keep, _ := s.EnterAbs(0, 0, nop) // so that the queue is never empty
	events := make([]engine.Event[float64], n)
	round := func() {
		for i := range events {
			events[i], _ = s.EnterAbs(float64(i), 0, nop)
		}
		for _, event := range events {
			s.Cancel(event)
		}
	}
	round()
	before := heap()
	for range 10 {
		round()
	}
	if grown := int64(heap()) - int64(before); grown > n {
		t.Errorf("a million cancels later the heap has grown by %d bytes", grown)
	}
	if s.Cancel(keep) != nil || !s.Empty() {
		t.Errorf("%d events are left", s.Len())
	}
}

// An action is let go of when it ran or was cancelled.
func TestActionsAreLetGo(t *testing.T) {
	s := newStage(t)
	s.enter(100, 0, "later")
	collected := 0
	enter := func(delay float64) engine.Event[float64] {
		big := new([1 << 10]int)
		runtime.SetFinalizer(big, func(*[1 << 10]int) { collected++ })
		return s.must(s.Enter(delay, 0, func() error { big[0]++; return nil }))
	}
	enter(0)
	s.Cancel(enter(1))
	s.poll()
	for range 10 {
		runtime.GC()
	}
	// The finalizers run in a goroutine of their own; this asks for its turn.
	done := make(chan bool)
	runtime.SetFinalizer(new([16]int), func(*[16]int) { close(done) })
	runtime.GC()
	<-done
	if collected != 2 {
		t.Errorf("%d actions were let go of, want 2", collected)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC() // what package sync pools goes with the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
