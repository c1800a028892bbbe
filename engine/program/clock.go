package program

import (
	"context"
	"math"
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// clock is what the program's waits and works take their time from. Time
// passes for the program in the clock's pass method, and what comes from
// outside arrives there.
type clock struct {
	program *Program
	time    timekeeper
	outside []scenario.Outside // still to come, in order of arrival
}

// A timekeeper tells the time and lets it pass.
type timekeeper interface {
	// now returns the reading.
	now() float64

	// wait lets time pass until the reading is t, or something was sent.
	wait(t float64) error

	// rest is called between steps. A program that runs for long without a
	// wait lets others run there.
	rest() error
}

// virtualTime stands still until it is told to wait, and is there at once.
type virtualTime struct{ reading float64 }

func (v *virtualTime) now() float64 { return v.reading }
func (v *virtualTime) rest() error  { return nil }

func (v *virtualTime) wait(t float64) error {
	v.reading = max(v.reading, t)
	return nil
}

func newClock(p *Program, s *scenario.Scenario, time timekeeper) clock {
	outside := slices.Clone(s.Outside)
	slices.SortStableFunc(outside, func(a, b scenario.Outside) int {
		switch {
		case a.At < b.At:
			return -1
		case a.At > b.At:
			return 1
		}
		return 0
	})
	return clock{program: p, time: time, outside: outside}
}

// Now returns the reading: engine's timefunc.
func (c *clock) Now() float64 { return c.time.now() }

// Delay lets d pass: engine's delayfunc.
func (c *clock) Delay(_ context.Context, d float64) error { return c.pass(d) }

// pass lets units go by, in a wait or a work. What arrives meanwhile is
// delivered at its moment; a handler may take time of its own, and as in
// Python (PEP 475) the wait then goes on to the moment it was meant for.
func (c *clock) pass(units float64) error {
	until := c.Now() + units
	if math.IsInf(until, 0) {
		return c.program.raise("OverflowError", "timestamp out of range for platform time_t")
	}
	for {
		if err := c.program.rest(); err != nil {
			return err
		}
		if err := c.program.receive(); err != nil {
			return err
		}
		arrives := len(c.outside) > 0 && c.outside[0].At <= until
		next := until
		if arrives {
			next = c.outside[0].At
		}
		switch {
		case c.Now() < next:
			if err := c.time.wait(next); err != nil {
				return err
			}
		case arrives:
			o := c.outside[0]
			c.outside = c.outside[1:]
			if err := c.program.deliver(o); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// receive delivers what Send was called with, one after the other: what a
// handler that raises leaves behind meets the next wait.
func (p *Program) receive() error {
	for what, ok := p.inbox.next(); ok; what, ok = p.inbox.next() {
		if err := p.deliver(scenario.Outside{Send: what}); err != nil {
			return err
		}
	}
	return nil
}

// rest lets others run if the program has run for long, and reports whether
// the process still lives.
func (p *Program) rest() error {
	if p.dead() {
		return errDead
	}
	return p.clock.time.rest()
}

// deliver lets the program meet what comes from outside.
func (p *Program) deliver(o scenario.Outside) error {
	switch o.Send {
	case "":
		err := p.do("outside", scenario.Arguments{}, o.Do)
		if raised, ok := err.(*exception); ok { // it ends that thread only
			p.emit(trace.Record{Kind: trace.Error, Text: raised.text(), In: raised.place})
			return nil
		}
		return err
	case scenario.Close:
		if p.exiting {
			return nil // it is closing already
		}
		return errClose
	case scenario.Discard:
		return p.die(trace.CauseDiscard, -9)
	}
	return p.signal(scenario.Signal(o.Send))
}

// signal is the arrival of a signal: a handler runs on the main thread, in the
// middle of whatever that does, or the default action is taken.
func (p *Program) signal(s scenario.Signal) error {
	handler, handled := p.scenario.Handlers[s]
	p.emit(trace.Record{Kind: trace.Signal, Signal: s, Handled: handled || s == scenario.SIGINT})
	switch {
	case handled && p.nesting == maxNesting:
		return p.raise("RecursionError", "maximum recursion depth exceeded")
	case handled:
		p.nesting++
		defer func() { p.nesting-- }()
		return p.do(string(s), scenario.Arguments{}, handler)
	case s == scenario.SIGINT: // Python's own handler
		return p.raise("KeyboardInterrupt", "")
	}
	return p.die(trace.CauseSignal, -signalNumbers[s])
}

// signalNumbers are Linux's on most machines.
var signalNumbers = map[scenario.Signal]int{
	scenario.SIGHUP: 1, scenario.SIGINT: 2, scenario.SIGKILL: 9, scenario.SIGUSR1: 10, scenario.SIGTERM: 15,
}
