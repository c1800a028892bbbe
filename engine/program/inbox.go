package program

import (
	"sync"
	"time"

	"lastcall/engine/scenario"
)

// An inbox holds what the program was sent and has not yet met.
type inbox struct {
	wake chan struct{} // holds one if something came since the last wait

	mu       sync.Mutex
	sent     []scenario.Sending
	deadline time.Time // of a program that is being closed
}

func newInbox() inbox { return inbox{wake: make(chan struct{}, 1)} }

func (i *inbox) put(what scenario.Sending) {
	i.mu.Lock()
	i.sent = append(i.sent, what)
	i.mu.Unlock()
	select {
	case i.wake <- struct{}{}:
	default: // it will wake as it is
	}
}

// next takes out what was sent first.
func (i *inbox) next() (what scenario.Sending, ok bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if len(i.sent) == 0 {
		return "", false
	}
	what, i.sent = i.sent[0], i.sent[1:]
	return what, true
}

// close sets the deadline, once.
func (i *inbox) close(deadline time.Time) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.deadline.IsZero() {
		i.deadline = deadline
	}
}

func (i *inbox) closing() (deadline time.Time, closing bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.deadline, !i.deadline.IsZero()
}
