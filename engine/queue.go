package engine

// A queue holds entries in the order (time, priority, sequence). It is a
// binary heap of events, which compare without following a pointer, over a slab
// of slots that holds their actions.
//
// Cancelling frees the slot and leaves the event behind: an event is dead when
// its slot no longer carries its sequence. The dead are dropped as they
// surface, and all at once when they outnumber the living, so cancelling costs
// O(1) amortised.
type queue[T Number] struct {
	heap  []Event[T]
	slots []slot
	free  []uint32
	dead  int
}

type slot struct {
	action   Action
	sequence uint64 // of the event in this slot; vacant if none
}

const vacant = ^uint64(0)

// before is the order of events. The sequence makes it total.
func (e *Event[T]) before(o *Event[T]) bool {
	if e.Time != o.Time {
		return e.Time < o.Time
	}
	if e.Priority != o.Priority {
		return e.Priority < o.Priority
	}
	return e.Sequence < o.Sequence
}

func (q *queue[T]) len() int { return len(q.heap) - q.dead }

// push adds an event and returns it with its slot.
func (q *queue[T]) push(e Event[T], action Action) Event[T] {
	if n := len(q.free); n > 0 {
		e.slot = q.free[n-1]
		q.free = q.free[:n-1]
		q.slots[e.slot] = slot{action, e.Sequence}
	} else {
		e.slot = uint32(len(q.slots))
		q.slots = append(q.slots, slot{action, e.Sequence})
	}
	q.heap = append(q.heap, e)
	q.up(len(q.heap) - 1)
	return e
}

// peek returns the first event; ok is false when the queue is empty.
func (q *queue[T]) peek() (e Event[T], ok bool) {
	for len(q.heap) > 0 {
		if e := q.heap[0]; q.live(e) {
			return e, true
		}
		q.dead--
		q.removeFirst()
	}
	return e, false
}

// pop removes the event that peek returned and returns its action.
func (q *queue[T]) pop() Action {
	e := q.heap[0]
	action := q.slots[e.slot].action
	q.vacate(e.slot)
	q.removeFirst()
	return action
}

// cancel removes an event, wherever it stands.
func (q *queue[T]) cancel(e Event[T]) bool {
	if !q.live(e) {
		return false
	}
	q.vacate(e.slot)
	if q.dead++; q.dead > len(q.heap)/2 {
		q.compact()
	}
	return true
}

// events returns the living in no order.
func (q *queue[T]) events() []Event[T] {
	live := make([]Event[T], 0, q.len())
	for _, e := range q.heap {
		if q.live(e) {
			live = append(live, e)
		}
	}
	return live
}

func (q *queue[T]) live(e Event[T]) bool {
	return int(e.slot) < len(q.slots) && q.slots[e.slot].sequence == e.Sequence
}

func (q *queue[T]) vacate(i uint32) {
	q.slots[i] = slot{sequence: vacant} // let go of the action
	q.free = append(q.free, i)
}

func (q *queue[T]) compact() {
	q.heap = append(q.heap[:0], q.events()...)
	q.dead = 0
	for i := len(q.heap)/2 - 1; i >= 0; i-- {
		q.down(i)
	}
}

func (q *queue[T]) removeFirst() {
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap = q.heap[:last]
	if last > 0 {
		q.down(0)
	}
}

func (q *queue[T]) up(i int) {
	e := q.heap[i]
	for i > 0 {
		parent := (i - 1) / 2
		if !e.before(&q.heap[parent]) {
			break
		}
		q.heap[i] = q.heap[parent]
		i = parent
	}
	q.heap[i] = e
}

func (q *queue[T]) down(i int) {
	e := q.heap[i]
	for {
		child := 2*i + 1
		if child >= len(q.heap) {
			break
		}
		if right := child + 1; right < len(q.heap) && q.heap[right].before(&q.heap[child]) {
			child = right
		}
		if !q.heap[child].before(&e) {
			break
		}
		q.heap[i] = q.heap[child]
		i = child
	}
	q.heap[i] = e
}
