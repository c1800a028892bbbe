package trace

import (
	"slices"
	"sort"
)

// A hookLog follows the registrations of exit hooks through a log.
//
// Before the exit record, unregister takes registrations away at once. While
// hooks run it depends on the profile, which a log does not say: up to 3.13 a
// pending hook that is unregistered does not run, from 3.14 on it does. So
// such a registration stays, in doubt, until the log settles it: by a hook or
// skip record of its own (3.14), or, since hooks run last in, first out, by one
// of a registration below it or by the end record (3.13: it is gone). One that
// was registered while hooks run would never have run, and is gone at once in
// both profiles.
type hookLog struct {
	all     []stay
	early   map[string][]int32 // by hook: waiting registrations made before the exit
	late    map[string][]int32 // and those made since
	doubt   []int32            // unregistered while hooks run, not settled; ascending
	started []int32            // registrations that began to run, in that order
	running int32              // the one that runs, -1 if none
	exiting bool               // the exit record has been seen, and hooks are to run
}

func newHookLog() hookLog {
	return hookLog{early: make(map[string][]int32), late: make(map[string][]int32), running: -1}
}

// A stay is the record numbers of one registration. While settled is never, it
// runs (after start) or waits.
type stay struct {
	hook       string
	register   int32
	unregister int32 // in doubt since
	gone       int32
	start      int32
	settled    int32
	how        Phase // what it is once settled
	late       bool  // registered while hooks run
}

func (h *hookLog) register(n int32, hook string) {
	i := int32(len(h.all))
	h.all = append(h.all, stay{hook, n, never, never, never, never, PhaseWaiting, h.exiting})
	if h.exiting {
		h.late[hook] = append(h.late[hook], i)
	} else {
		h.early[hook] = append(h.early[hook], i)
	}
}

func (h *hookLog) unregister(n int32, hook string) {
	for _, i := range h.late[hook] {
		h.all[i].gone = n
	}
	delete(h.late, hook)
	if !h.exiting {
		for _, i := range h.early[hook] {
			h.all[i].gone = n
		}
		delete(h.early, hook)
		return
	}
	added := false
	for _, i := range h.early[hook] {
		if r := &h.all[i]; r.waits() && r.unregister == never {
			r.unregister = n
			h.doubt = append(h.doubt, i)
			added = true
		}
	}
	if added {
		slices.Sort(h.doubt)
	}
}

func (r *stay) waits() bool { return r.gone == never && r.start == never && r.settled == never }

func (h *hookLog) exit(n int32, run bool) {
	if h.running >= 0 {
		h.settle(n, h.all[h.running].hook, PhaseInterrupted)
	}
	h.exiting = h.exiting || run
}

func (h *hookLog) begin(n int32, hook string) {
	i := h.take(h.early, hook)
	if i < 0 {
		return
	}
	h.pass(n, i)
	h.all[i].start = n
	h.started = append(h.started, i)
	h.running = i
}

// settle ends the hook that runs.
func (h *hookLog) settle(n int32, hook string, how Phase) {
	if h.running < 0 || h.all[h.running].hook != hook {
		return
	}
	h.all[h.running].settled, h.all[h.running].how = n, how
	h.running = -1
}

// skip settles the latest registration of the hook that waits.
func (h *hookLog) skip(n int32, hook string) {
	i := h.take(h.late, hook)
	if i < 0 {
		i = h.take(h.early, hook)
	}
	if i < 0 {
		return
	}
	h.pass(n, i)
	h.all[i].settled, h.all[i].how = n, PhaseSkipped
}

// end settles all that still wait: no record will.
func (h *hookLog) end(n int32) {
	h.pass(n, -1)
	for i := range h.all {
		if r := &h.all[i]; r.waits() {
			r.settled, r.how = n, PhaseSkipped
		}
	}
}

// take takes the latest waiting registration of a hook out of a map of them,
// -1 if there is none.
func (h *hookLog) take(from map[string][]int32, hook string) int32 {
	list := from[hook]
	for len(list) > 0 {
		i := list[len(list)-1]
		list = list[:len(list)-1]
		from[hook] = list
		if h.all[i].waits() {
			return i
		}
	}
	return -1
}

// pass ends the doubt about registration i, which record n is about, and those
// above it, which can run no more.
func (h *hookLog) pass(n, i int32) {
	for len(h.doubt) > 0 {
		top := h.doubt[len(h.doubt)-1]
		if top < i {
			return
		}
		h.doubt = h.doubt[:len(h.doubt)-1]
		if top > i {
			h.all[top].gone = n
		}
	}
}

// count returns how many registrations the first n records made.
func (h *hookLog) count(n int) int {
	return sort.Search(len(h.all), func(i int) bool { return int(h.all[i].register) >= n })
}

// runningAt returns the place of the registration that runs after n records,
// -1 if none.
func (h *hookLog) runningAt(n int) int {
	k := sort.Search(len(h.started), func(k int) bool { return int(h.all[h.started[k]].start) >= n })
	if k == 0 || int(h.all[h.started[k-1]].settled) < n {
		return -1
	}
	return int(h.started[k-1])
}
