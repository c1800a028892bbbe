//go:build js && wasm

package main

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

// An order is what run and start are called with.
type order struct {
	scenario   *scenario.Scenario
	maxRecords int
	callback   safejs.Value
}

func orderOf(args []safejs.Value) (order, error) {
	text, textErr := textArg(args, 0)
	maxRecords, countErr := countArg(args, 1)
	callback, funcErr := funcArg(args, 2)
	if err := errors.Join(textErr, countErr, funcErr); err != nil {
		return order{}, err
	}
	s, err := scenario.Decode([]byte(text))
	return order{s, maxRecords, callback}, err
}

// A process is a program whose records are passed on in batches.
type process struct {
	*program.Program
	batch batch
}

// process returns a process that has not begun. One in real time passes its
// records on before it waits. When pass fails, the process is destroyed.
func (o order) process(real bool, pass func(records string) error) *process {
	p := new(process)
	p.batch.pass = pass
	p.batch.failed = func() { p.Send(scenario.Discard) }
	p.Program = program.New(o.scenario, program.Options{
		MaxRecords: o.maxRecords,
		Emit:       p.batch.add,
		Real:       real,
		Idle:       p.batch.flush,

		CoarseClock: true,
	})
	return p
}

// run returns the trace, without the records that were passed on.
func (p *process) run() (string, error) {
	t := p.Run(context.Background())
	p.batch.flush()
	return string(t.AppendJSON(nil)), p.batch.err
}
