//go:build !js

// Command bench measures the scheduler beside its peers, each in a process of
// its own: ours, also as WebAssembly; Go's container/heap; CPython's sched;
// and the fake clocks of Go and JavaScript. It prints every figure and each
// target, met or not, and writes the table of README.md.
//
// ./build.sh bench runs it, at the root of the repository.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"os"
	"os/exec"
)

// The computer is never quite idle, so all are measured in turn, several times
// over, and a ratio is that of two figures of one round.
const rounds = 5

// A peer is who is measured. most is the most events it is given to do of each
// kind of work; where more would take many seconds, that is less than the others
// do.
type peer struct {
	name  string
	start func() (*process, error)
	most  map[string]int
}

var (
	ours      = &peer{"Lastcall", itself("scheduler"), map[string]int{batch: 1e6, steady: 1e6, cancel: 1e6, size: 1e5, allocs: 1e5}}
	inWasm    = &peer{"Lastcall, WebAssembly", startWasm, map[string]int{batch: 1e6, steady: 1e6, cancel: 1e6}}
	inHeap    = &peer{"container/heap", program(".cache/bench/heap", "scheduler"), map[string]int{batch: 1e6, steady: 1e6, cancel: 1e6, size: 1e5, allocs: 1e5}}
	cpython   = &peer{"CPython's sched", program(env("PYTHON", "python3"), "engine/bench/peers/cpython.py"), map[string]int{batch: 1e6, steady: 1e5, cancel: 1e4, size: 1e5}}
	sinon     = &peer{"@sinonjs/fake-timers", program("node", "engine/bench/peers/sinon.mjs"), map[string]int{batch: 1e5, cancel: 1e5}}
	synctests = &peer{"testing/synctest", itself("synctest"), map[string]int{batch: 1e6, cancel: 1e5}}
	clocks    = &peer{"clockwork", itself("clockwork"), map[string]int{batch: 1e4, cancel: 1e4}}
)

var peers = []*peer{ours, inWasm, inHeap, cpython, sinon, synctests, clocks}

var sizes = map[string][]int{
	batch:  {1e3, 1e4, 1e5, 1e6},
	steady: {1e3, 1e4, 1e5, 1e6},
	cancel: {1e3, 1e4, 1e5, 1e6},
	size:   {1e5},
	allocs: {1e5},
}

var kinds = []string{batch, steady, cancel, size, allocs}

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	if len(os.Args) > 1 {
		answerAs(os.Args[1])
		return
	}
	found, err := measureAll()
	if err != nil {
		log.Fatal(err)
	}
	found.print(os.Stdout)
	if err := found.writeTo("README.md"); err != nil {
		log.Fatal(err)
	}
}

func measureAll() (figures, error) {
	found := figures{}
	running := map[*peer]*process{}
	for _, p := range peers {
		process, err := p.start()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		defer process.stop()
		running[p] = process
	}
	for round := range rounds {
		for _, kind := range kinds {
			for _, n := range sizes[kind] {
				fmt.Fprintf(os.Stderr, "\rround %d of %d: %s %d      ", round+1, rounds, kind, n)
				for _, p := range peers {
					if n > p.most[kind] {
						continue
					}
					figure, err := running[p].ask(kind, n)
					if err != nil {
						return nil, fmt.Errorf("%s, %s %d: %w", p.name, kind, n, err)
					}
					what := figureOf{p, kind, n}
					found[what] = append(found[what], figure)
				}
			}
		}
	}
	fmt.Fprintln(os.Stderr)
	return found, nil
}

// answerAs answers as the one that is named: the other side of itself.
func answerAs(name string) {
	switch name {
	case "scheduler":
		answer(measure)
	case "synctest":
		answerSynctest()
	case "clockwork":
		answer(measureClockwork)
	}
}

// answer answers each line as the programs in peers/ do.
func answer(measure func(kind string, n int) float64) {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var kind string
		var n int
		if _, err := fmt.Sscan(lines.Text(), &kind, &n); err != nil {
			log.Fatalf("%q: %v", lines.Text(), err)
		}
		fmt.Println(measure(kind, n))
	}
}

// itself starts this program, to answer as the one that is named.
func itself(name string) func() (*process, error) { return program(os.Args[0], name) }

func program(name string, args ...string) func() (*process, error) {
	return func() (*process, error) { return startProcess(exec.Command(name, args...)) }
}

func env(name, otherwise string) string { return cmp.Or(os.Getenv(name), otherwise) }
