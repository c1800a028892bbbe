// Package engine is Python's sched for Go: a general event scheduler that
// runs events one at a time, in the order (time, priority, sequence).
//
//	clock := engine.NewVirtualClock(0.0)
//	s := engine.New(clock)
//	s.Enter(2, 1, backup)
//	s.Enter(2, 0, rotate) // same moment: the lower priority runs first
//	err := s.Run(ctx)
//
// # Time
//
// Time is any number, and its unit is the clock's affair. A [VirtualClock]
// jumps to the next event, so a run takes no time and is the same every time. A
// [RealClock] really waits. A [WallClock] does too, and its readings are times
// of day. A clock of your own needs two methods, see [Clock].
//
// There is one thread. An action that takes longer than the time to the next
// event makes that event late; nothing is dropped. Where lateness piles up,
// cancelling is the cure.
//
// # Order
//
// An event runs when its time is not after the clock's reading. Of several,
// the one with the least time runs first, then the one with the least
// priority, then the one entered first. What an action enters takes its place
// in this order at once, and what lies in the past goes before all that is due
// later.
//
// # Errors
//
// An action reports failure by returning an error, which ends the run; its
// event is gone, the others stay queued, and Run may be called again. [Scheduler.Run]
// says what becomes of an event when the clock fails.
//
// # Goroutines
//
// Every method of a Scheduler and of the clocks here may be called from any
// goroutine, and from actions and clocks. No lock is held while an action or a
// clock runs. As in Python a run that waits is deaf: an earlier event that
// another goroutine enters meanwhile is late, and Run returns when the queue
// is empty. Set [Scheduler.Wake] for a run that listens; an event that is
// never due, such as one at the time math.MaxInt64, keeps it from returning.
//
// # Cost
//
// With n events queued, an event costs O(1) amortised to enter and run, and
// O(log n) if it is entered for a moment that the scheduler has all but
// reached, or if many share its moment. Cancel is O(1) amortised, Len and
// Empty are O(1), Queue is O(n log n). An event takes 43 to 50 bytes beside its
// action. A scheduler that has been as full before allocates nothing.
//
// # Python's names
//
//	sched.scheduler(timefunc, delayfunc)   New(clock)
//	timefunc, delayfunc                    Clock.Now, Clock.Delay
//	time.monotonic, time.sleep             NewRealClock[float64](time.Second)
//	time.time, time.sleep                  WallClock{}
//	enterabs(time, priority, action, …)    EnterAbs(time, priority, action)
//	enter(delay, priority, action, …)      Enter(delay, priority, action)
//	argument, kwargs                       what the action closes over
//	cancel(event)                          Cancel(event)
//	empty()                                Empty()
//	queue, len(queue)                      Queue(), Len()
//	run()                                  Run(ctx)
//	run(blocking=False)                    RunNonBlocking(ctx)
//	Event(time, priority, sequence, …)     Event{Time, Priority, Sequence}
//	ValueError from cancel                 ErrNotQueued
//	an exception                           an error; or a panic
//
// # Differences
//
// All else is as in Python's sched, but for these.
//
// Unlike Python's sched, an action takes its arguments by closing over them,
// so a wrong argument is an error when compiling rather than when running.
//
// Unlike Python's sched, there is no default clock; and the clock of a
// scheduler cannot be replaced, so enter and run never go by different ones.
//
// Unlike Python's sched, a NaN time or priority is refused when entered: it
// would have no place in the order. A refused event leaves no trace, where
// Python keeps one that failed to compare in the queue. A sum beyond the range
// of an integer time is the last such time.
//
// Unlike Python's sched, an event belongs to its scheduler: cancelling an
// equal event of another scheduler is [ErrNotQueued] and removes nothing.
//
// Unlike Python's sched, the clock is read without the lock, so that no code
// of the caller's ever runs under it, and once more when the queue is empty.
// If the reading itself is NaN, everything is due, as in Python.
//
// Unlike Python's sched with time.sleep, an event at +Inf can be waited for.
package engine
