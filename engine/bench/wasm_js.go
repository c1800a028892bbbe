package main

import "time"

// In WebAssembly only ours is measured. peers/wasm.mjs calls this.
//
//go:wasmexport measure
func measureWasm(kind, n int32) float64 {
	return measure([]string{batch, steady, cancel}[kind], int(n))
}

var start = time.Now()

// spent returns the time that has passed: a page does not know better.
func spent() time.Duration { return time.Since(start) }

func main() { select {} }
