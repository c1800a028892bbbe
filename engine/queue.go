package engine

import "slices"

// A queue holds actions in the order (time, priority, sequence).
//
// It sorts no more than it has to. What comes next is in run, sorted. What
// comes later is on the ladder, in piles that are sorted when it is their
// turn. An event for a time that run has reached is late, and goes to a heap
// beside it:
//
//	run and late <= the last of sorted < ladder
//
// A cancelled event loses its action and leaves its key behind, dead. The dead
// are dropped when it is their turn, or all at once when they outnumber the
// living.
//
// Against the heap alone an event costs the scheduler, in ns, entered and run:
//
//	events queued          1e3   1e4   1e5   1e6
//	all, then run           83   152   203   418   heap
//	                        82    90   103   184   this
//	one entered, one run   128   159   271   464   heap
//	                        91   102   123   184   this
//
// These figures, and those beside each trick, are of one machine. To have them
// anew, change the code and run ./build.sh bench.
type queue struct {
	run    []key
	late   []key
	ladder ladder
	sorted []key // what run was to begin with; empty if there was none yet

	slots slots
	size  int // keys, dead and alive
	dead  int
}

// A key is an event on its way through the queue, without a pointer for the
// garbage collector to follow.
type key struct {
	time, priority uint64 // see order
	slot           uint32
}

// push adds an event, whose sequence must be the highest so far, and returns
// its slot.
func (q *queue) push(time, priority, sequence uint64, action Action) uint32 {
	k := key{time, priority, q.slots.add(slot{action, sequence})}
	q.size++
	if !q.reached(k.time) {
		q.ladder.add(k)
		return k.slot
	}
	q.pushLate(k)
	if q.tooMany(len(q.late)) {
		q.gather()
	}
	return k.slot
}

// first returns the first living key, nil if there is none.
func (q *queue) first() *key {
	for {
		if len(q.run) == 0 && len(q.late) == 0 && !q.refill() {
			return nil
		}
		k := q.head()
		if q.slots.live(k.slot) {
			return k
		}
		q.pop()
		q.dead--
	}
}

// pop removes the key that first returned, and returns its action.
func (q *queue) pop() Action {
	k := *q.head()
	if q.lateIsFirst() {
		q.popLate()
	} else {
		q.run = q.run[1:]
	}
	action := q.slots.all[k.slot].action
	q.drop(k)
	return action
}

// cancel takes away the action of an event and reports whether it was there.
func (q *queue) cancel(slot uint32, sequence uint64) bool {
	if !q.slots.cancel(slot, sequence) {
		return false
	}
	if q.dead++; q.tooMany(q.dead) {
		q.gather()
	}
	return true
}

// live returns how many keys are living.
func (q *queue) live() int { return q.size - q.dead }

// keys returns the living keys in no order.
func (q *queue) keys() []key {
	q.gather()
	keys := make([]key, 0, q.size)
	for pages := q.ladder.takeAll(); pages != nil; pages = q.ladder.recycle(pages) {
		keys = append(keys, pages.keys[:pages.n]...)
	}
	q.putBack(keys)
	return keys
}

// refill makes the next pile of the ladder the run.
func (q *queue) refill() bool {
	q.sorted = q.sorted[:0]
	for len(q.sorted) == 0 {
		pages := q.ladder.next()
		if pages == nil {
			return false
		}
		for ; pages != nil; pages = q.ladder.recycle(pages) {
			for _, k := range pages.keys[:pages.n] {
				// This also brings the slots into the cache, many at a time
				// as none waits for another. Seeing to the dead when they are
				// first instead takes 290 ns an event at 1e6, not 184.
				if q.keep(k) {
					q.sorted = append(q.sorted, k)
				}
			}
		}
	}
	q.sort(q.sorted)
	q.run = q.sorted
	return true
}

// sort sorts keys, of which there are few unless they have one time. Few are
// sorted by insertion, without a call for each comparison: 5 to 12 of 100 ns an
// event, and 50 of 600 in WebAssembly.
func (q *queue) sort(keys []key) {
	if len(keys) > pageKeys {
		slices.SortFunc(keys, q.compare)
		return
	}
	for i, k := range keys {
		for ; i > 0 && q.before(&k, &keys[i-1]); i-- {
			keys[i] = keys[i-1]
		}
		keys[i] = k
	}
}

// gather puts all the living back on the ladder, as if they had just been
// entered, and drops the dead.
func (q *queue) gather() {
	q.sorted = q.sorted[:0]
	for pages := q.ladder.takeAll(); pages != nil; pages = q.ladder.recycle(pages) {
		q.putBack(pages.keys[:pages.n])
	}
	q.putBack(q.run)
	q.putBack(q.late)
	q.run, q.late = nil, q.late[:0]
}

func (q *queue) putBack(keys []key) {
	for _, k := range keys {
		if q.keep(k) {
			q.ladder.add(k)
		}
	}
}

// reached reports whether run comes to that time, or came.
func (q *queue) reached(time uint64) bool {
	n := len(q.sorted)
	return n > 0 && time <= q.sorted[n-1].time
}

// tooMany reports whether n keys, late or dead, are so many that gathering
// costs no more than a constant for each of them.
func (q *queue) tooMany(n int) bool { return n > pageKeys && n > q.size/2 }

// keep reports whether a key is living. A dead one it drops.
func (q *queue) keep(k key) bool {
	if q.slots.live(k.slot) {
		return true
	}
	q.dead--
	q.drop(k)
	return false
}

// drop frees the slot of a key that has left the queue.
func (q *queue) drop(k key) {
	q.slots.remove(k.slot)
	if q.size--; q.size == 0 {
		q.slots.reset()
		q.ladder.reset()
		q.sorted = q.sorted[:0]
	}
}

// head returns the first key, dead or alive.
func (q *queue) head() *key {
	if q.lateIsFirst() {
		return &q.late[0]
	}
	return &q.run[0]
}

func (q *queue) lateIsFirst() bool {
	return len(q.run) == 0 || len(q.late) > 0 && q.before(&q.late[0], &q.run[0])
}

// before is the order of events. The sequence makes it total.
func (q *queue) before(a, b *key) bool {
	if a.time != b.time {
		return a.time < b.time
	}
	if a.priority != b.priority {
		return a.priority < b.priority
	}
	return q.slots.all[a.slot].sequence < q.slots.all[b.slot].sequence
}

func (q *queue) compare(a, b key) int {
	if q.before(&a, &b) {
		return -1
	}
	return 1
}
