package engine

import "context"

// Run runs events until none is queued, waiting for each; what actions enter
// meanwhile runs too. It returns nil, or the first of these errors:
//
//   - an action's, as it is: that event is gone;
//   - the clock's while waiting for an event: the event stays queued;
//   - the clock's in the delay of 0 that follows an action: that event is done;
//   - ctx's, before the next event. A wait is ended by it if the clock heeds
//     it, as the clocks of this package do.
//
// The other events stay queued and Run may be called again. A panic passes
// through Run as an exception does in Python, and does no more harm than an
// error of the action's.
//
// Run may be called from an action; the inner call then drains the queue. It
// may be called from several goroutines; each event still runs once.
func (s *Scheduler[T]) Run(ctx context.Context) error {
	_, _, err := s.run(ctx, true)
	return err
}

// RunNonBlocking runs the events that are due, those that become due meanwhile
// included, without waiting. It returns how long from now the next event is
// due (not when); more is false if none is queued. Errors are as for Run.
func (s *Scheduler[T]) RunNonBlocking(ctx context.Context) (wait T, more bool, err error) {
	return s.run(ctx, false)
}

func (s *Scheduler[T]) run(ctx context.Context, block bool) (wait T, more bool, err error) {
	id := s.runs.Add(1)
	var due T // of the first event, while s.informed is id
	for {
		if err := ctx.Err(); err != nil {
			return 0, false, err
		}
		now := s.clock.Now()
		if s.informed.Load() != id || !(due > now) {
			var action Action
			if action, due, more = s.next(now, id); action != nil {
				if err := s.perform(ctx, action); err != nil {
					return 0, false, err
				}
				continue
			}
			if !more {
				return 0, false, nil
			}
		}
		wait = until(due, now)
		if !block {
			return wait, true, nil
		}
		if err := s.delay(ctx, wait, id); err != nil {
			return 0, false, err
		}
	}
}

// next takes the first event off the queue if it is due at now; action is nil
// if it is not. It returns when the event that is now the first is due; more is
// false if there is none.
//
// It informs the run id of that, so that the run need not lock again to see
// that it has to wait: 10 of 100 ns an event, and 70 of 600 in WebAssembly.
func (s *Scheduler[T]) next(now T, id uint64) (action Action, due T, more bool) {
	s.mu.Lock()
	first := s.queue.first()
	if first != nil && !(fromOrder[T](first.time) > now) {
		action = s.queue.pop()
		first = s.queue.first()
	}
	if first == nil {
		id, s.due = 0, 0
	} else {
		s.due = first.time
		due = fromOrder[T](first.time)
	}
	if s.informed.Load() != id {
		s.informed.Store(id)
	}
	s.mu.Unlock()
	return action, due, first != nil
}

// perform runs an action and then, as Python does, a delay of 0, which lets
// others run.
func (s *Scheduler[T]) perform(ctx context.Context, action Action) error {
	if err := action(); err != nil {
		return err
	}
	return s.clock.Delay(ctx, 0)
}
