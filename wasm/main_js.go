//go:build js && wasm

// Command wasm is engine.wasm, the runtime behind lastcall.js.
//
// The rules of this boundary are:
//   - main is a table, name to function; one wrapper answers for all of them;
//   - what crosses is text: JSON in, JSON out, never objects field by field;
//   - a function recovers inside itself, so that a panic is an answer and the
//     instance lives on;
//   - what takes long runs on a goroutine, posts what it has and lets the event
//     loop in;
//   - JavaScript is touched through safejs alone.
package main

import (
	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

// version is that of the JavaScript API and of what stands behind it.
const version = "1.0.0"

// handOver is the global under which lastcall.js finds the functions when main
// waits for the first time. It takes them and deletes it.
const handOver = "lastcall.functions"

func main() {
	var h host
	err := export(map[string]function{
		"version":   func([]safejs.Value) (string, error) { return quote(version), nil },
		"check":     check,
		"run":       run,
		"code":      code,
		"svg":       svg,
		"encode":    encode,
		"decode":    decode,
		"discard":   discard,
		"start":     h.start,
		"startReal": h.startReal,
		"send":      h.send,
		"more":      h.more,
		"unload":    h.unload,
	})
	if err != nil {
		panic(err)
	}
	select {}
}

// export hands the functions over. They live as long as the instance.
func export(functions map[string]function) error {
	table := make(map[string]any, len(functions))
	for name, f := range functions {
		exported, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
			return answer(f, args)
		})
		if err != nil {
			return err
		}
		table[name] = exported
	}
	return safejs.Global().Set(handOver, table)
}

// quote returns s as JSON.
func quote(s string) string { return scenario.String(s).JSON() }
