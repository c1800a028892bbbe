package engine_test

import (
	"context"
	"errors"
	"fmt"

	"lastcall/engine"
)

// A program is a random user of a scheduler: what the main program does, what
// each event's action does, and how the clock misbehaves. The same program
// gives the same log on every scheduler that is one. testdata/parity.py holds
// the same interpreter in Python.
type program struct {
	Main   []step   `json:"main"`
	Bodies [][]step `json:"bodies"`
	Faults []fault  `json:"faults"` // of the first delays that are not 0
}

// A step is one call.
type step struct {
	Do       string  `json:"do"` // one of verbs
	Event    int     `json:"event,omitempty"`
	Time     float64 `json:"time,omitempty"`
	Priority float64 `json:"priority,omitempty"`
}

var verbs = []string{"enter", "enterabs", "burst", "cancel", "cull", "run", "poll", "advance", "queue", "raise"}

// A fault is what is wrong with a delay.
type fault string

var faults = []fault{"", "fails", "early", "late", "back", "zero fails"}

// What ends a program that would go on for ever, or for too long: after so many
// actions, or lines in the log, an action does nothing.
const (
	maxActions = 150
	maxLog     = 2000
)

var (
	errRaised = errors.New("raised")
	errDelay  = errors.New("the delay failed")
)

// A scheduler is what a program runs on: engine's, or the model of it.
type scheduler[T engine.Number] interface {
	Enter(delay T, priority float64, action engine.Action) (engine.Event[T], error)
	EnterAbs(time T, priority float64, action engine.Action) (engine.Event[T], error)
	Cancel(engine.Event[T]) error
	Run(context.Context) error
	RunNonBlocking(context.Context) (T, bool, error)
	Queue() []engine.Event[T]
	Len() int
	Empty() bool
}

// An interpreter runs a program and keeps a log of all that can be seen.
type interpreter[T engine.Number] struct {
	program   program
	scheduler scheduler[T]
	now       T
	delays    int
	actions   int
	entered   []engine.Event[T]
	latest    map[int]engine.Event[T]
	log       [][]any
}

// interpret runs a program on the scheduler that make returns for its clock.
func interpret[T engine.Number](p program, make func(engine.Clock[T]) scheduler[T]) [][]any {
	in := &interpreter[T]{program: p, latest: map[int]engine.Event[T]{}}
	in.scheduler = make(in)
	for _, step := range p.Main {
		if err := in.do(step); err != nil {
			in.say("error", err.Error())
		}
	}
	in.say("left", in.scheduler.Len(), in.scheduler.Empty())
	return in.log
}

func (in *interpreter[T]) say(what string, values ...any) {
	for i, v := range values {
		switch v := v.(type) {
		case T:
			values[i] = float64(v) + 0 // no -0
		case int:
			values[i] = float64(v)
		}
	}
	in.log = append(in.log, append([]any{what}, values...))
}

// Now is the program's clock.
func (in *interpreter[T]) Now() T { return in.now }

// Delay is the program's clock, with its faults.
func (in *interpreter[T]) Delay(_ context.Context, d T) error {
	in.say("delay", d)
	if in.delays == len(in.program.Faults) {
		in.now += d
		return nil
	}
	f := in.program.Faults[in.delays]
	switch {
	case d == 0 && f != "zero fails":
		return nil
	case d != 0 && f == "zero fails":
		in.now += d
		return nil
	}
	in.delays++
	switch f {
	case "fails", "zero fails":
		return errDelay
	case "early":
		in.now += d / 2
	case "late":
		in.now += d + 1
	case "back":
		in.now += value[T](-1)
	default:
		in.now += d
	}
	return nil
}

func (in *interpreter[T]) act(event int) error {
	if in.actions++; in.actions > maxActions || len(in.log) > maxLog {
		return nil
	}
	in.say("start", event, in.now)
	for _, step := range in.program.Bodies[event] {
		if err := in.do(step); err != nil {
			return err
		}
	}
	in.say("finish", event)
	return nil
}

func (in *interpreter[T]) action(event int) engine.Action {
	return func() error { return in.act(event) }
}

func (in *interpreter[T]) enter(id int, event engine.Event[T], err error) error {
	if err != nil {
		return err
	}
	in.latest[id] = event
	in.entered = append(in.entered, event)
	in.say("entered", event.Time, event.Priority, float64(event.Sequence))
	return nil
}

// value returns x, or what is nearest to it of a T without sign.
func value[T engine.Number](x float64) T {
	if zero := T(0); x < 0 && zero-1 > zero {
		return 0
	}
	return T(x)
}

func (in *interpreter[T]) do(s step) error {
	ctx := context.Background()
	switch s.Do {
	case "enter":
		event, err := in.scheduler.Enter(value[T](s.Time), s.Priority, in.action(s.Event))
		return in.enter(s.Event, event, err)
	case "enterabs":
		event, err := in.scheduler.EnterAbs(value[T](s.Time), s.Priority, in.action(s.Event))
		return in.enter(s.Event, event, err)
	case "burst": // 61 events, the priority times 61 units apart, or at once
		for i := range 61 {
			time := s.Time + float64(i*37%61)*s.Priority
			event, err := in.scheduler.EnterAbs(value[T](time), float64(i%3), in.action(s.Event))
			if err := in.enter(s.Event, event, err); err != nil {
				return err
			}
		}
	case "cancel":
		event, entered := in.latest[s.Event]
		in.say("cancel", s.Event, entered && in.scheduler.Cancel(event) == nil)
	case "cull": // two of three
		n := 0
		for i, event := range in.entered {
			if i%3 != s.Event%3 && in.scheduler.Cancel(event) == nil {
				n++
			}
		}
		in.say("cull", n)
	case "run":
		return in.scheduler.Run(ctx)
	case "poll":
		wait, more, err := in.scheduler.RunNonBlocking(ctx)
		if err != nil {
			return err
		}
		in.say("poll", wait, more)
	case "advance":
		in.now += value[T](s.Time)
	case "queue":
		for _, e := range in.scheduler.Queue() {
			in.say("queued", e.Time, e.Priority, float64(e.Sequence))
		}
	case "raise":
		return errRaised
	default:
		panic(fmt.Sprintf("no such step: %q", s.Do))
	}
	return nil
}
