package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"

	"lastcall/engine"
)

// The kinds of work. All times and priorities are random; events do nothing.
// What takes time is given in ns an event.
const (
	batch  = "batch"  // enter n events, run them
	steady = "steady" // n events are queued; run one, enter one
	cancel = "cancel" // enter n events, cancel half in random order, run the rest
	size   = "size"   // bytes an event takes in memory while n are queued
	allocs = "allocs" // allocations an event makes when entered and run
)

// measure has a scheduler do a kind of work with n events. It is compiled
// twice, for ours and for the one with a heap: through an interface each event
// would cost another 15 ns.
func measure(kind string, n int) float64 {
	w := newWork(n)
	switch kind {
	case batch:
		return timed(n, w.batch)
	case steady:
		w.enter(w.again)
		return timed(n, w.steady)
	case cancel:
		w.events = make([]event, n)
		return timed(n, w.cancel)
	case size:
		runtime.GC()
		before := memory().HeapAlloc
		w.enter(nop)
		runtime.GC()
		each := float64(memory().HeapAlloc-before) / float64(n)
		w.run()
		return each
	case allocs:
		w.batch()
		before := memory().Mallocs
		w.batch()
		return float64(memory().Mallocs-before) / float64(n)
	}
	panic("no such work: " + kind)
}

// A work is what is done with n events.
type work struct {
	clock     *engine.VirtualClock[float64]
	scheduler *scheduler
	times     []float64 // 0 to n
	priority  []float64 // 0 to 9
	doomed    []int     // half of the events
	events    []event
	left      int           // of the steady work
	again     engine.Action // its action
}

func newWork(n int) *work {
	clock := engine.NewVirtualClock(0.0)
	w := &work{clock: clock, scheduler: newScheduler(clock), doomed: rand.Perm(n)[:n/2]}
	w.again = w.runOneEnterOne
	for range n {
		w.times = append(w.times, rand.Float64()*float64(n))
		w.priority = append(w.priority, float64(rand.IntN(10)))
	}
	return w
}

func nop() error { return nil }

func (w *work) enter(action engine.Action) {
	w.clock.Advance(-w.clock.Now())
	for i, time := range w.times {
		w.scheduler.EnterAbs(time, w.priority[i], action)
	}
}

func (w *work) run() { w.scheduler.Run(context.Background()) }

func (w *work) batch() {
	w.enter(nop)
	w.run()
}

func (w *work) cancel() {
	w.clock.Advance(-w.clock.Now())
	for i, time := range w.times {
		w.events[i], _ = w.scheduler.EnterAbs(time, w.priority[i], nop)
	}
	for _, i := range w.doomed {
		w.scheduler.Cancel(w.events[i])
	}
	w.run()
}

func (w *work) steady() {
	w.left = len(w.times)
	w.run()
}

var errEnough = errors.New("enough")

// runOneEnterOne ends the run when n events ran, and n are queued still.
func (w *work) runOneEnterOne() error {
	w.left--
	w.scheduler.Enter(w.times[w.left], w.priority[w.left], w.again)
	if w.left == 0 {
		return errEnough
	}
	return nil
}

func memory() (m runtime.MemStats) {
	runtime.ReadMemStats(&m)
	return m
}
