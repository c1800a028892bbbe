package trace

import "slices"

// A heap is the scheduler's queue as CPython keeps it: a list in which no
// entry comes before the one at half its place, so that the next to run is the
// first. Any such list gives the same order of running; this one is moved as
// CPython's heapq moves it, so that it is the very list that a person sees
// there. It holds entries by their places in the Index.
type heap struct {
	ix   *Index
	list []int32
}

// apply does to the heap what record n did to the queue.
func (h *heap) apply(n int) {
	r := &h.ix.records[n]
	i := int32(h.ix.find(r.Seq))
	switch r.Kind {
	case Enter:
		h.push(i)
	case Start:
		h.pop()
	case Cancel:
		h.remove(i)
	}
}

func (h *heap) less(a, b int32) bool { return h.ix.compare(a, b) < 0 }

// push puts an entry at the end and lets it rise.
func (h *heap) push(i int32) {
	h.list = append(h.list, i)
	h.rise(0, len(h.list)-1)
}

// pop takes the first entry off: the last one takes its place, and sinks.
func (h *heap) pop() {
	last := len(h.list) - 1
	if last < 0 {
		return
	}
	h.list[0] = h.list[last]
	h.list = h.list[:last]
	if last > 0 {
		h.sink(0)
	}
}

// remove takes an entry out of the list, and makes a heap of the rest.
func (h *heap) remove(i int32) {
	place := slices.Index(h.list, i)
	if place < 0 {
		return
	}
	h.list = slices.Delete(h.list, place, place+1)
	for place := len(h.list)/2 - 1; place >= 0; place-- {
		h.sink(place)
	}
}

// rise moves the entry at a place up past all that come after it, as far as
// top.
func (h *heap) rise(top, place int) {
	moved := h.list[place]
	for place > top {
		parent := (place - 1) / 2
		if !h.less(moved, h.list[parent]) {
			break
		}
		h.list[place] = h.list[parent]
		place = parent
	}
	h.list[place] = moved
}

// sink moves the entry at a place down to the bottom, along the lesser
// children, and then up to where it belongs. That is heapq's way: an entry
// from the end of the list most likely belongs near the bottom.
func (h *heap) sink(place int) {
	top, moved := place, h.list[place]
	for child := 2*place + 1; child < len(h.list); child = 2*place + 1 {
		if right := child + 1; right < len(h.list) && !h.less(h.list[child], h.list[right]) {
			child = right
		}
		h.list[place] = h.list[child]
		place = child
	}
	h.list[place] = moved
	h.rise(top, place)
}
