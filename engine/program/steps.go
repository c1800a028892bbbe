package program

import (
	"errors"
	"math"

	"lastcall/engine"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// do does steps as the event, hook, handler or part of the program that place
// names. It returns what kept it from doing them all.
func (p *Program) do(place string, with scenario.Arguments, steps []scenario.Step) error {
	outer := p.place
	p.place = place
	defer func() { p.place = outer }()
	for _, step := range steps {
		if err := p.step(step, with); err != nil {
			return err
		}
		if err := p.rest(); err != nil {
			return err
		}
	}
	return nil
}

func (p *Program) step(step scenario.Step, with scenario.Arguments) error {
	switch step := step.(type) {
	case scenario.Print:
		return p.print(step, with)
	case scenario.Work:
		return p.clock.pass(step.Units)
	case scenario.Enter:
		return p.enterStep(step)
	case scenario.Cancel:
		return p.cancel(step.Event)
	case scenario.Register:
		p.register(p.hookByID[step.Hook], step.With)
	case scenario.Unregister:
		removed := p.hooks.Unregister(step.Hook)
		p.emit(trace.Record{Kind: trace.Unregister, ID: step.Hook, Removed: removed})
	case scenario.Raise:
		return p.raiseStep(step)
	case scenario.Exit:
		return p.systemExit(step.Code)
	case scenario.HardExit:
		return p.hardExit(step.Code)
	case scenario.Abort:
		return p.die(trace.CauseAbort, -6)
	case scenario.Kill:
		return p.signal(step.Signal)
	}
	return nil
}

func (p *Program) print(step scenario.Print, with scenario.Arguments) error {
	text, err := step.Format(with)
	if failed, ok := errors.AsType[*scenario.FormatError](err); ok {
		return p.raise(failed.Type, failed.Message)
	}
	p.emit(trace.Record{Kind: trace.Print, Text: text})
	return nil
}

func (p *Program) enterStep(step scenario.Enter) error {
	event := p.events[step.Event]
	priority := event.Priority
	if step.Priority != nil {
		priority = *step.Priority
	}
	if err := p.enter(event, step.When, priority, step.With); err != nil {
		return err
	}
	if p.limits.entered(event.ID, p.clock.Now()) && !p.options.Real { // real time goes on by itself
		p.stop(trace.LimitStuck)
	}
	return nil
}

// enter enters an event into the scheduler.
func (p *Program) enter(e *scenario.Event, when scenario.When, priority float64, with scenario.Arguments) error {
	time := when.Time
	if !when.Absolute {
		time += p.clock.Now()
	}
	if math.IsInf(time, 0) {
		return p.raise("OverflowError", "timestamp out of range for platform time_t")
	}
	sequence := len(p.entries)
	p.entries = append(p.entries, entry{e, given(with)})
	entered, err := p.scheduler.EnterAbs(time, priority, func() error { return p.act(sequence, time, priority) })
	if err != nil {
		return err // a scenario's numbers are finite, so it never comes to this
	}
	p.latest[e.ID] = entered
	p.emit(trace.Record{Kind: trace.Enter, ID: e.ID, Seq: sequence, Time: time, Priority: priority, With: given(with)})
	return nil
}

// act is the action of the event that was entered as sequence.
func (p *Program) act(sequence int, time, priority float64) error {
	entry := p.entries[sequence]
	p.emit(trace.Record{Kind: trace.Start, ID: entry.event.ID, Seq: sequence, Time: time, Priority: priority, With: entry.with})
	if err := p.do(entry.event.ID, passed(entry.with), entry.event.Do); err != nil {
		return err
	}
	p.emit(trace.Record{Kind: trace.Finish, ID: entry.event.ID, Seq: sequence})
	return nil
}

func (p *Program) cancel(event string) error {
	latest, entered := p.latest[event]
	if !entered || errors.Is(p.scheduler.Cancel(latest), engine.ErrNotQueued) {
		return p.raise("ValueError", "list.remove(x): x not in list")
	}
	p.emit(trace.Record{Kind: trace.Cancel, ID: event, Seq: int(latest.Sequence)})
	return nil
}

// register registers a hook with atexit.
func (p *Program) register(h *scenario.Hook, with scenario.Arguments) {
	p.hooks.Register(h.ID, func() error {
		p.emit(trace.Record{Kind: trace.HookStart, ID: h.ID, With: given(with)})
		if err := p.do(h.ID, with, h.Do); err != nil {
			return err
		}
		p.emit(trace.Record{Kind: trace.HookDone, ID: h.ID})
		return nil
	})
	p.emit(trace.Record{Kind: trace.Register, ID: h.ID, With: given(with)})
}

func (p *Program) hardExit(code scenario.Value) error {
	n, ok := code.Int64()
	if !ok || n != int64(int32(n)) {
		return p.raise("OverflowError", "Python int too large to convert to C int")
	}
	return p.die(trace.CauseHardExit, int(n&0xff))
}

// given is with as a record carries it: nil if there is nothing.
func given(with scenario.Arguments) *scenario.Arguments {
	if with.Empty() {
		return nil
	}
	return &with
}

// passed is the opposite of given.
func passed(with *scenario.Arguments) scenario.Arguments {
	if with == nil {
		return scenario.Arguments{}
	}
	return *with
}
