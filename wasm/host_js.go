//go:build js && wasm

package main

import (
	"errors"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

// window is how many batches may be under way. The program stops when so many
// were posted and none was asked for since: the page is never flooded, and
// while the program waits the event loop lets sent signals in.
const window = 4

// A host runs one process at a time, on a goroutine, for a worker or a frame.
// It posts what happens as post(kind, text): "records" with an array of them,
// "ended" with the trace without its records, "failed" with a sentence.
type host struct {
	process *process      // nil if none runs
	asked   chan struct{} // one for each batch that may be posted; of a worker
	posting bool          // in the middle of post; of a frame
	over    chan struct{} // closed when the process is over
}

// start(scenario, maxRecords, post) starts a process in virtual time.
func (h *host) start(args []safejs.Value) (string, error) {
	if h.process != nil {
		return "", errors.New("a process is running already")
	}
	order, err := orderOf(args)
	if err != nil {
		return "", err
	}
	h.asked = make(chan struct{}, window)
	for range window {
		h.asked <- struct{}{}
	}
	post := func(kind, text string) error {
		_, err := order.callback.Invoke(kind, text)
		return err
	}
	h.process = order.process(false, func(records string) error {
		<-h.asked
		return post("records", records)
	})
	h.begin(post)
	return "null", nil
}

// begin begins the life of the process.
func (h *host) begin(post func(kind, text string) error) {
	over := make(chan struct{})
	h.over = over
	go func() {
		defer close(over)
		h.live(post)
	}()
}

func (h *host) live(post func(kind, text string) error) {
	ended, err := h.runOrRecover()
	h.process = nil
	if err == nil {
		err = post("ended", ended)
	}
	if err != nil {
		_ = post("failed", err.Error()) // if that fails too, nobody listens
	}
}

func (h *host) runOrRecover() (ended string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = internal(p)
		}
	}()
	return h.process.run()
}

// send(what) sends a signal to the process, closes or discards it. A process
// that is over does not mind.
func (h *host) send(args []safejs.Value) (string, error) {
	what, err := textArg(args, 0)
	if err == nil && h.process != nil {
		h.process.Send(scenario.Sending(what))
	}
	return "null", err
}

// more() asks for one more batch.
func (h *host) more([]safejs.Value) (string, error) {
	select {
	case h.asked <- struct{}{}:
	default: // of a process that is over
	}
	return "null", nil
}
