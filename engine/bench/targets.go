//go:build !js

package main

// A target is what a figure, or the ratio of two, should be.
type target struct {
	of, to figureOf // to may be none
	least  float64  // or
	most   float64
}

var targets = []target{
	// Enter and run, against CPython, container/heap and fake clocks.
	atLeast(30, batch, 1e3, cpython, ours),
	atLeast(40, batch, 1e4, cpython, ours),
	atLeast(50, batch, 1e5, cpython, ours),
	atLeast(40, batch, 1e6, cpython, ours),
	atLeast(2.5, batch, 1e3, inHeap, ours),
	atLeast(5, batch, 1e4, inHeap, ours),
	atLeast(5, batch, 1e5, inHeap, ours),
	atLeast(5, batch, 1e6, inHeap, ours),
	atLeast(30, batch, 1e4, sinon, ours),
	atLeast(8, batch, 1e4, synctests, ours),
	atLeast(400, batch, 1e4, clocks, ours),

	atLeast(5, steady, 1e3, inHeap, ours),
	atLeast(5, steady, 1e4, inHeap, ours),
	atLeast(5, steady, 1e5, inHeap, ours),
	atLeast(25, steady, 1e3, cpython, ours),
	atLeast(25, steady, 1e4, cpython, ours),
	atLeast(25, steady, 1e5, cpython, ours),

	atLeast(400, cancel, 1e4, cpython, ours),
	atLeast(20, cancel, 1e4, sinon, ours),

	// How the cost of an event grows.
	atMost(3, figureOf{ours, batch, 1e6}, figureOf{ours, batch, 1e3}),
	atMost(7, figureOf{ours, steady, 1e6}, figureOf{ours, steady, 1e3}),
	atMost(6, figureOf{ours, cancel, 1e6}, figureOf{ours, cancel, 1e3}),

	// WebAssembly, against ours and CPython's that are native.
	atMost(3, figureOf{inWasm, batch, 1e5}, figureOf{ours, batch, 1e5}),
	atLeast(10, batch, 1e5, cpython, inWasm),

	// Memory. The tests of engine hold these two as well.
	atMost(64, figureOf{ours, size, 1e5}, figureOf{}),
	atMost(0, figureOf{ours, allocs, 1e5}, figureOf{}),
}

func atLeast(least float64, kind string, n int, of, to *peer) target {
	return target{of: figureOf{of, kind, n}, to: figureOf{to, kind, n}, least: least}
}

func atMost(most float64, of, to figureOf) target { return target{of: of, to: to, most: most} }
