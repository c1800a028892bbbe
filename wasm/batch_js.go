//go:build js && wasm

package main

import (
	"time"

	"lastcall/engine/trace"
)

const (
	// batchRecords bounds a batch: some 200 kB of JSON, which the page parses
	// in a few milliseconds.
	batchRecords = 2000

	// batchTime bounds how long a record waits to be seen: one frame.
	batchTime = 16 * time.Millisecond

	// batchLook is how many records pass between looks at the clock, which
	// cost more than a record.
	batchLook = 32
)

// A batch gathers records and passes them on, as the text of an array, when
// they are many or have waited for long.
type batch struct {
	pass   func(records string) error
	failed func() // called when pass fails; no more is passed then
	err    error

	text  []byte
	count int
	began time.Time
}

func (b *batch) add(r trace.Record) {
	if b.count == 0 {
		b.text = append(b.text[:0], '[')
		b.began = time.Now()
	} else {
		b.text = append(b.text, ',')
	}
	b.text = r.AppendJSON(b.text)
	b.count++
	if b.count >= batchRecords || b.count%batchLook == 0 && time.Since(b.began) >= batchTime {
		b.flush()
	}
}

func (b *batch) flush() {
	if b.count == 0 || b.err != nil {
		b.count = 0
		return
	}
	b.count = 0
	if b.err = b.pass(string(append(b.text, ']'))); b.err != nil {
		b.failed()
	}
}
