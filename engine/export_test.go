package engine

// PageKeys is how many keys are sorted at once.
const PageKeys = pageKeys

// Keys returns how many keys the queue holds, dead and alive.
func (s *Scheduler[T]) Keys() int { return s.queue.size }
