package engine_test

import (
	"cmp"
	"context"
	"slices"
	"testing"
	"time"

	"lastcall/engine"

	"pgregory.net/rapid"
)

// A model is sched.py, with a sorted list for its heap and no NaN.
type model[T engine.Number] struct {
	clock    engine.Clock[T]
	queue    []modelled[T]
	sequence uint64
}

type modelled[T engine.Number] struct {
	event  engine.Event[T]
	action engine.Action
}

func newModel[T engine.Number](c engine.Clock[T]) scheduler[T] { return &model[T]{clock: c} }

func newScheduler[T engine.Number](c engine.Clock[T]) scheduler[T] { return engine.New(c) }

func (m *model[T]) Enter(delay T, priority float64, action engine.Action) (engine.Event[T], error) {
	return m.EnterAbs(m.clock.Now()+delay, priority, action)
}

func (m *model[T]) EnterAbs(time T, priority float64, action engine.Action) (engine.Event[T], error) {
	if time != time || priority != priority {
		return engine.Event[T]{}, engine.ErrNaN
	}
	event := engine.Event[T]{Time: time, Priority: priority, Sequence: m.sequence}
	m.sequence++
	at, _ := slices.BinarySearchFunc(m.queue, event, func(a modelled[T], b engine.Event[T]) int {
		return cmp.Or(cmp.Compare(a.event.Time, b.Time), cmp.Compare(a.event.Priority, b.Priority),
			cmp.Compare(a.event.Sequence, b.Sequence))
	})
	m.queue = slices.Insert(m.queue, at, modelled[T]{event, action})
	return event, nil
}

func (m *model[T]) Cancel(event engine.Event[T]) error {
	at := slices.IndexFunc(m.queue, func(x modelled[T]) bool { return x.event == event })
	if at < 0 {
		return engine.ErrNotQueued
	}
	m.queue = slices.Delete(m.queue, at, at+1)
	return nil
}

func (m *model[T]) Run(ctx context.Context) error {
	_, _, err := m.run(ctx, true)
	return err
}

func (m *model[T]) RunNonBlocking(ctx context.Context) (T, bool, error) { return m.run(ctx, false) }

func (m *model[T]) run(ctx context.Context, blocking bool) (T, bool, error) {
	for len(m.queue) > 0 {
		first, now := m.queue[0], m.clock.Now()
		var delay T
		if first.event.Time > now {
			if delay = first.event.Time - now; !blocking {
				return delay, true, nil
			}
		} else {
			m.queue = slices.Delete(m.queue, 0, 1)
			if err := first.action(); err != nil {
				return 0, false, err
			}
		}
		if err := m.clock.Delay(ctx, delay); err != nil {
			return 0, false, err
		}
	}
	return 0, false, nil
}

func (m *model[T]) Queue() []engine.Event[T] {
	var events []engine.Event[T]
	for _, x := range m.queue {
		events = append(events, x.event)
	}
	return events
}

func (m *model[T]) Len() int    { return len(m.queue) }
func (m *model[T]) Empty() bool { return len(m.queue) == 0 }

// Whatever a program does, it cannot tell the scheduler from the model.
func TestModel(t *testing.T) {
	t.Run("float64", rapid.MakeCheck(checkModel[float64]))
	t.Run("float32", rapid.MakeCheck(checkModel[float32]))
	t.Run("int16", rapid.MakeCheck(checkModel[int16]))
	t.Run("uint64", rapid.MakeCheck(checkModel[uint64]))
	t.Run("Duration", rapid.MakeCheck(checkModel[time.Duration]))
}

func checkModel[T engine.Number](t *rapid.T) {
	p := drawProgram(t)
	compareLogs(t, interpret(p, newScheduler[T]), interpret(p, newModel[T]))
}

func drawProgram(t *rapid.T) program {
	times := rapid.SampledFrom([]float64{0, 0, 1, 1, 2, 3, 0.5, 0.1, -1, 7})
	steps := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) step {
		return step{
			Do:       rapid.SampledFrom(verbs).Draw(t, "do"),
			Event:    rapid.IntRange(0, 4).Draw(t, "event"),
			Time:     times.Draw(t, "time"),
			Priority: times.Draw(t, "priority"),
		}
	}), 0, 12)
	return program{
		Main:   steps.Draw(t, "main"),
		Bodies: rapid.SliceOfN(steps, 5, 5).Draw(t, "bodies"),
		Faults: rapid.SliceOfN(rapid.SampledFrom(faults), 0, 4).Draw(t, "faults"),
	}
}
