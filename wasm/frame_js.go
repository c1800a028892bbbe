//go:build js && wasm

package main

import (
	"errors"
	"time"

	"github.com/hack-pad/safejs"
)

// startReal(scenario, maxRecords, post) starts a process in real time, for a
// frame. post is a direct call into the page, so it is not asked for: what it
// gets, the page has.
func (h *host) startReal(args []safejs.Value) (string, error) {
	if h.process != nil {
		return "", errors.New("a process is running already")
	}
	order, err := orderOf(args)
	if err != nil {
		return "", err
	}
	post := func(kind, text string) error {
		h.posting = true
		defer func() { h.posting = false }()
		_, err := order.callback.Invoke(kind, text)
		return err
	}
	h.process = order.process(true, func(records string) error { return post("records", records) })
	h.begin(post)
	return "null", nil
}

// unload(budget) closes the process, which has budget milliseconds to end. It
// returns when the process is over and everything is posted: the program runs
// while unload waits for it, and never sleeps from here on, as no event of the
// browser's could wake it.
//
// A call from within post has interrupted the program itself. There is no
// waiting for it then; it ends when it goes on, before its own JavaScript
// caller is returned to.
func (h *host) unload(args []safejs.Value) (string, error) {
	budget, err := countArg(args, 0)
	if err != nil || h.process == nil {
		return "null", err
	}
	h.process.Close(time.Duration(budget) * time.Millisecond)
	if !h.posting {
		<-h.over
	}
	return "null", nil
}
