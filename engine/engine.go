// Package engine is Python's sched for Go: a general event scheduler that
// runs events one at a time, in the order (time, priority, sequence).
//
//	clock := engine.NewVirtualClock(0.0)
//	s := engine.New(clock)
//	s.Enter(2, 1, backup)
//	s.Enter(2, 0, rotate) // same moment: the lower priority runs first
//	err := s.Run(ctx)
//
// Time is any number, and its unit is the clock's affair. With a
// [VirtualClock] a run takes no time and is the same every time; with a
// [RealClock] it really waits.
//
// There is one thread. An action that takes longer than the time to the next
// event makes that event late; nothing is dropped. Cancelling is the cure.
//
// # Python's names
//
//	sched.scheduler(timefunc, delayfunc)   New(clock)
//	enterabs(time, priority, action, …)    EnterAbs(time, priority, action)
//	enter(delay, priority, action, …)      Enter(delay, priority, action)
//	cancel(event)                          Cancel(event)
//	empty()                                Empty()
//	queue                                  Queue()
//	run()                                  Run(ctx)
//	run(blocking=False)                    RunNonBlocking(ctx)
//
// Unlike Python's sched, an action takes its arguments by closing over them;
// it reports failure by returning an error; a NaN time or priority is refused
// when entered, because it would have no place in the order; and the clock is
// read outside the lock, so that no code of the caller's ever runs under it.
package engine
