package engine

import (
	"context"
	"errors"
)

// delay waits for d, for the first event that the run id was informed of.
func (s *Scheduler[T]) delay(ctx context.Context, d T, id uint64) error {
	if !s.Wake {
		return s.clock.Delay(ctx, d)
	}
	waiting, wake := context.WithCancel(ctx)
	defer wake()
	if !s.listen(id, wake) {
		return nil // it is not the first any more
	}
	defer s.unlisten(id)
	err := s.clock.Delay(waiting, d)
	if ctx.Err() == nil && waiting.Err() != nil && errors.Is(err, context.Canceled) {
		return nil // woken
	}
	return err
}

// listen has wake called when the first event is another than the run id was
// informed of. It does nothing if that is so already.
func (s *Scheduler[T]) listen(id uint64, wake context.CancelFunc) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.informed.Load() != id {
		return false
	}
	if s.waiting == nil {
		s.waiting = make(map[uint64]context.CancelFunc)
	}
	s.waiting[id] = wake
	return true
}

func (s *Scheduler[T]) unlisten(id uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waiting, id)
}

// unlockChanged unlocks after a change to what is first. No run is informed
// any more, and those that wait are woken.
func (s *Scheduler[T]) unlockChanged() {
	s.due = 0
	if s.informed.Load() != 0 {
		s.informed.Store(0)
	}
	waiting := s.waiting
	s.waiting = nil
	s.mu.Unlock()
	for _, wake := range waiting {
		wake()
	}
}
