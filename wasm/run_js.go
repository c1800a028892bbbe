//go:build js && wasm

package main

import (
	"errors"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// check(scenario) returns the problems of a scenario.
func check(args []safejs.Value) (string, error) {
	text, err := textArg(args, 0)
	if err != nil {
		return "", err
	}
	_, err = scenario.Decode([]byte(text))
	if problems, ok := errors.AsType[scenario.Problems](err); ok {
		return problemsJSON(problems), nil
	}
	return "[]", err
}

// run(scenario, maxRecords, onbatch) runs a scenario under the virtual clock
// to its end. onbatch gets the records, as texts of arrays; what run returns
// is the trace without them. So memory holds one batch at a time.
func run(args []safejs.Value) (string, error) {
	order, err := orderOf(args)
	if err != nil {
		return "", err
	}
	return order.process(false, func(records string) error {
		_, err := order.callback.Invoke(records)
		return err
	}).run()
}

// discard(records) returns the records that are to be added to a log when its
// process is destroyed.
func discard(args []safejs.Value) (string, error) {
	text, err := textArg(args, 0)
	if err != nil {
		return "", err
	}
	records, err := trace.DecodeRecords([]byte(text))
	if err != nil {
		return "", err
	}
	added := trace.Discard(records)[len(records):]
	return string(trace.AppendRecords(nil, added)), nil
}
