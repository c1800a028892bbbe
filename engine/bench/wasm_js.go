package main

import "time"

// In WebAssembly only ours is measured. peers/wasm.mjs calls this.
//
//go:wasmexport measure
func measureWasm(kind, n int32) float64 {
	return measure([]string{batch, steady, cancel}[kind], int(n))
}

// timed returns the ns that do takes for each of n events, once warm. A page
// cannot ask for the processor time it has used, so this is the fastest of
// many times, which depends least on what else the computer does.
func timed(n int, do func()) float64 {
	do()
	fastest := time.Hour
	for began := time.Now(); time.Since(began) < 3*time.Second/10; {
		start := time.Now()
		do()
		fastest = min(fastest, time.Since(start))
	}
	return float64(fastest.Nanoseconds()) / float64(n)
}

func main() { select {} }
