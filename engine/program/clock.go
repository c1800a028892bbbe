package program

import (
	"context"
	"math"
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// clock is the program's virtual clock. Time passes only in its pass method,
// and what comes from outside arrives there.
type clock struct {
	program *Program
	now     float64
	outside []scenario.Outside // still to come, in order of arrival
}

func newClock(p *Program, s *scenario.Scenario) clock {
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
	return clock{program: p, now: s.Clock.Start, outside: outside}
}

// Now returns the reading: engine's timefunc.
func (c *clock) Now() float64 { return c.now }

// Delay lets d pass: engine's delayfunc.
func (c *clock) Delay(_ context.Context, d float64) error { return c.pass(d) }

// pass lets units go by, in a wait or a work. What arrives meanwhile is
// delivered at its moment; a handler may take time of its own, and as in
// Python (PEP 475) the wait then goes on to the moment it was meant for.
func (c *clock) pass(units float64) error {
	until := c.now + units
	if math.IsInf(until, 0) {
		return c.program.raise("OverflowError", "timestamp out of range for platform time_t")
	}
	if err := c.program.receive(); err != nil {
		return err
	}
	for len(c.outside) > 0 && c.outside[0].At <= until {
		next := c.outside[0]
		c.outside = c.outside[1:]
		c.now = max(c.now, next.At)
		if err := c.program.deliver(next); err != nil {
			return err
		}
	}
	c.now = max(c.now, until)
	return nil
}

// receive delivers what Send was called with.
func (p *Program) receive() error {
	p.inbox.mu.Lock()
	sent := p.inbox.sent
	p.inbox.sent = nil
	p.inbox.mu.Unlock()
	for _, what := range sent {
		if err := p.deliver(scenario.Outside{Send: what}); err != nil {
			return err
		}
	}
	return nil
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
