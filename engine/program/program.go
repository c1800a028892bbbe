// Package program runs a scenario on engine and hooks, as CPython would run
// the same program on sched and atexit, and says what happened as it happens.
//
// Under the virtual clock a run is a pure function: the same scenario gives
// the same trace, byte for byte.
//
//	t := program.Run(s, program.Options{})
//
// With [Options].Real a program runs in real time, in ticks of the scenario's
// clock, and can be reached while it waits:
//
//	p := program.New(s, program.Options{Real: true})
//	go p.Run(ctx)
//	p.Send(scenario.SIGTERM)
//
// Unlike CPython, which takes an infinite time and fails once it waits for
// that, entering an event for one raises OverflowError at once: a sum of two
// finite numbers got too large. And handlers that interrupt one another are
// stopped by RecursionError at a depth of 1000 of them; CPython counts frames.
package program

import (
	"context"
	"errors"
	"time"

	"lastcall/engine"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/hooks"
)

// Limits that keep a run from going on for ever.
const (
	// MaxRecords is how many records a run may make.
	MaxRecords = 2_000_000

	// maxStill is how many entries steps may make while the clock stands
	// still. A program that needs more than this at one moment is far more
	// likely to be re-entering without end.
	maxStill = 10_000

	// maxNesting is how deep signal handlers may interrupt one another, as
	// CPython's recursion limit.
	maxNesting = 1000
)

// Options say how to run.
type Options struct {
	// MaxRecords stops the run when it has made so many records. If zero, or
	// above it, [MaxRecords].
	MaxRecords int

	// Emit, if not nil, is called with each record as it happens; the trace
	// that Run returns then has none.
	Emit func(trace.Record)

	// Real lets the program run in real time, whatever the scenario's
	// clock.mode: waits and works take as long as their ticks, what is sent
	// arrives at once, and a program that never waits still lets other
	// goroutines, and a browser's event loop, have their turn. If false, it
	// runs under the virtual clock.
	Real bool

	// CoarseClock says that the machine's clock stands still for long, as
	// browsers let theirs do for up to a millisecond. No two readings of real
	// time are the same then, as in CPython: of two events entered with the
	// same delay, the first is due first.
	CoarseClock bool

	// Idle, if not nil, is called before each wait of real time: records that
	// are held back can be passed on.
	Idle func()
}

// Run runs s under the virtual clock to its end and returns its trace.
func Run(s *scenario.Scenario, o Options) *trace.Trace {
	o.Real = false
	return New(s, o).Run(context.Background())
}

// A Program is one process: a scenario that is run once.
type Program struct {
	scenario *scenario.Scenario
	options  Options
	trace    trace.Trace

	clock     clock
	scheduler *engine.Scheduler[float64]
	hooks     hooks.Registry
	events    map[string]*scenario.Event
	hookByID  map[string]*scenario.Hook
	entries   []entry // by sequence
	latest    map[string]engine.Event[float64]

	place   string // what is running, for errors: an event, hook, signal, "outside" or "main"
	nesting int    // how many handlers are interrupted or running
	exiting bool   // hooks run
	killed  bool   // ended on the spot
	status  int
	cause   trace.Cause // of the last exit

	life  context.Context // done when the process is dead
	death context.CancelFunc

	limits limits
	inbox  inbox
}

// An entry is what the scheduler's event of the same sequence is to the
// scenario.
type entry struct {
	event *scenario.Event
	with  *scenario.Arguments
}

// New returns a program that has not begun.
func New(s *scenario.Scenario, o Options) *Program {
	p := &Program{
		scenario: s,
		options:  o,
		events:   make(map[string]*scenario.Event, len(s.Events)),
		hookByID: make(map[string]*scenario.Hook, len(s.Hooks)),
		latest:   make(map[string]engine.Event[float64]),
		place:    "main",
		limits:   newLimits(o.MaxRecords),
		inbox:    newInbox(),
	}
	for i := range s.Events {
		p.events[s.Events[i].ID] = &s.Events[i]
	}
	for i := range s.Hooks {
		p.hookByID[s.Hooks[i].ID] = &s.Hooks[i]
	}
	p.clock = newClock(p, s, &virtualTime{s.Clock.Start})
	p.scheduler = engine.New(&p.clock)
	if s.Python == scenario.Python314 {
		p.hooks.Profile = hooks.Python314
	}
	return p
}

// Send sends a signal to the program, closes or discards it. It is delivered
// at the program's next wait or work, in real time also in the middle of one.
// Send may be called from any goroutine.
func (p *Program) Send(what scenario.Sending) { p.inbox.put(what) }

// Close sends [scenario.Close] to a program in real time that has budget to
// come to its end, and no event loop: from now on it waits by keeping its
// thread busy, as it must in a browser's beforeunload event. When the budget is
// used up the program is destroyed, as by [scenario.Discard]. Close does not
// wait for the end; called again, it gives no more time.
func (p *Program) Close(budget time.Duration) {
	p.inbox.close(time.Now().Add(budget))
	p.Send(scenario.Close)
}

// Run runs the program to its end. When ctx is done the program is destroyed,
// as by [scenario.Discard].
func (p *Program) Run(ctx context.Context) *trace.Trace {
	p.life, p.death = context.WithCancel(ctx)
	defer p.death()
	if p.options.Real {
		p.clock.time = newRealTime(p, p.scenario.Clock, p.options.Idle)
	}

	if err := p.main(); !p.dead() {
		p.exit(err)
	}
	skipped := p.hooks.Run(p.life, p.hookFailed)
	if ctx.Err() != nil && !p.killed && p.trace.Stopped == nil {
		p.die(trace.CauseDiscard, -9)
	}
	for _, hook := range skipped {
		p.emit(trace.Record{Kind: trace.Skip, ID: hook, Cause: p.cause})
	}
	p.emit(trace.Record{Kind: trace.End, Status: p.status})
	if p.trace.Stopped == nil { // the last record found room
		p.trace.Status = &p.status
	}
	return &p.trace
}

// main is the main program: it returns what ended it, nil for a return.
func (p *Program) main() error {
	for i := range p.scenario.Hooks {
		if h := &p.scenario.Hooks[i]; !h.Unregistered {
			p.register(h, h.With)
		}
		if err := p.rest(); err != nil {
			return err
		}
	}
	for i := range p.scenario.Events {
		e := &p.scenario.Events[i]
		if e.Unqueued {
			continue
		}
		if err := p.enter(e, e.When, e.Priority, e.With); err != nil {
			return err
		}
		if err := p.rest(); err != nil {
			return err
		}
	}
	if err := p.scheduler.Run(p.life); err != nil {
		return err
	}
	return p.do("main", scenario.Arguments{}, p.scenario.End)
}

// exit ends the main program: hooks are next.
func (p *Program) exit(err error) {
	p.cause, p.status = trace.CauseReturn, 0
	if errors.Is(err, errClose) {
		p.cause = trace.CauseClose
	} else if raised, ok := errors.AsType[*exception](err); ok {
		p.cause, p.status = raised.outcome()
		if text, ok := raised.stderr(); ok {
			p.emit(trace.Record{Kind: trace.Error, Text: text, In: raised.place})
		}
	}
	p.exiting = true
	p.emit(trace.Record{Kind: trace.Exit, Cause: p.cause, HookRun: true, Queued: p.scheduler.Len()})
}

// die ends the process on the spot: no hook will run. It returns errDead, for
// the step to hand up.
func (p *Program) die(cause trace.Cause, status int) error {
	p.cause, p.status, p.killed = cause, status, true
	p.emit(trace.Record{Kind: trace.Exit, Cause: cause, Queued: p.scheduler.Len()})
	p.death()
	return errDead
}

// dead reports whether the process has ended on the spot, or was stopped.
func (p *Program) dead() bool { return p.life.Err() != nil }

// hookFailed reports a hook that raised, unless the process died in it.
func (p *Program) hookFailed(hook string, err error) {
	if p.dead() {
		return
	}
	raised, ok := errors.AsType[*exception](err)
	if !ok {
		panic(err) // a fault of this package, not of the scenario
	}
	p.emit(trace.Record{Kind: trace.Error, Text: raised.text(), In: raised.place})
	p.emit(trace.Record{Kind: trace.HookFailed, ID: hook})
}
