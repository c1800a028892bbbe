//go:build heap

package main

import (
	"container/heap"
	"context"
	"sync"

	"lastcall/engine"
)

// A scheduler is what Go programs do without us: container/heap over pointers.
// It does all that ours does: handles, a lock, a clock, ties first come first
// served, the delay of 0.
type scheduler struct {
	clock engine.Clock[float64]

	mu       sync.Mutex
	queue    queue
	sequence int
}

type event = *item

type item struct {
	time, priority float64
	sequence       int
	action         engine.Action
	index          int // in the queue; -1 if it is not there
}

func newScheduler(clock engine.Clock[float64]) *scheduler { return &scheduler{clock: clock} }

func (s *scheduler) EnterAbs(time, priority float64, action engine.Action) (event, error) {
	e := &item{time: time, priority: priority, action: action}
	s.mu.Lock()
	defer s.mu.Unlock()
	e.sequence = s.sequence
	s.sequence++
	heap.Push(&s.queue, e)
	return e, nil
}

func (s *scheduler) Enter(delay, priority float64, action engine.Action) (event, error) {
	return s.EnterAbs(s.clock.Now()+delay, priority, action)
}

func (s *scheduler) Cancel(e event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e.index < 0 {
		return engine.ErrNotQueued
	}
	heap.Remove(&s.queue, e.index)
	return nil
}

func (s *scheduler) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		e, wait := s.next()
		if e == nil {
			return nil
		}
		if wait == 0 {
			if err := e.action(); err != nil {
				return err
			}
		}
		if err := s.clock.Delay(ctx, wait); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// next returns the first event, and takes it off the queue if it is due.
func (s *scheduler) next() (e event, wait float64) {
	now := s.clock.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 {
		return nil, 0
	}
	if e = s.queue[0]; e.time > now {
		return e, e.time - now
	}
	heap.Pop(&s.queue)
	return e, 0
}

// A queue is what container/heap wants.
type queue []event

func (q queue) Len() int { return len(q) }

func (q queue) Less(i, j int) bool {
	a, b := q[i], q[j]
	if a.time != b.time {
		return a.time < b.time
	}
	if a.priority != b.priority {
		return a.priority < b.priority
	}
	return a.sequence < b.sequence
}

func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}

func (q *queue) Push(x any) {
	e := x.(event)
	e.index = len(*q)
	*q = append(*q, e)
}

func (q *queue) Pop() any {
	n := len(*q) - 1
	e := (*q)[n]
	(*q)[n] = nil
	*q = (*q)[:n]
	e.index = -1
	return e
}
