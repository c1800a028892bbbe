// Parity runs random scenarios on program and on CPython, and prints each one
// on which they disagree, made as small as it gets.
//
//	go run ./engine/parity/cmd -n 2000 -seed 1 -python python3.10,python3.13
//
// With -code it runs the programs that codegen writes of them instead, in
// Python and in Go, and compares what they print with the traces.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"lastcall/engine/parity"
	"lastcall/engine/scenario"
)

// maxShown is how many disagreements of an interpreter are shrunk and shown:
// more of them are seldom about something else.
const maxShown = 5

func main() {
	n := flag.Int("n", 1000, "how many scenarios")
	seed := flag.Uint64("seed", uint64(time.Now().Unix()), "the seed of the first scenario; the next one has the next")
	list := flag.String("python", "", "the interpreters, parted by commas (default: those on PATH and of pyenv)")
	code := flag.Bool("code", false, "run the programs that codegen writes")
	flag.Parse()
	if flag.NArg() > 0 || *n < 1 {
		flag.Usage()
		os.Exit(2)
	}
	disagreements, err := run(*n, *seed, *list, *code)
	if err != nil {
		fmt.Fprintln(os.Stderr, "parity:", err)
		os.Exit(2)
	}
	if disagreements > 0 {
		os.Exit(1)
	}
}

func run(n int, seed uint64, list string, code bool) (disagreements int, err error) {
	find := parity.Interpreters
	if list != "" {
		find = func() ([]parity.Interpreter, error) { return parity.Named(list) }
	}
	interpreters, err := find()
	if err != nil {
		return 0, err
	}
	if len(interpreters) == 0 {
		return 0, fmt.Errorf("no CPython 3.10 or later on PATH: name one with -python")
	}
	compare := compare
	if code {
		compare = scripts
		found, err := goCode(n, seed)
		if err != nil {
			return 0, err
		}
		disagreements += found
	}
	for _, i := range interpreters {
		found, err := compare(i, n, seed)
		if err != nil {
			return 0, err
		}
		disagreements += found
	}
	return disagreements, nil
}

// compare compares with one interpreter.
func compare(i parity.Interpreter, n int, seed uint64) (disagreements int, err error) {
	python, err := parity.Start(context.Background(), i)
	if err != nil {
		return 0, err
	}
	defer python.Close()
	began := time.Now()
	for k := range uint64(n) {
		s := parity.Generate(seed+k, i.Profile)
		difference, err := python.Compare(s)
		if err != nil {
			return 0, err
		}
		if difference == "" {
			continue
		}
		if disagreements++; disagreements <= maxShown {
			show(python, s, seed+k)
		}
	}
	fmt.Printf("CPython %-8s %d scenarios from seed %d, %d disagree (%.1f s)\n",
		i.Version, n, seed, disagreements, time.Since(began).Seconds())
	return disagreements, nil
}

// show prints a disagreement.
func show(python *parity.Python, s *scenario.Scenario, seed uint64) {
	difference := ""
	s = parity.Shrink(s, func(s *scenario.Scenario) bool {
		d, err := python.Compare(s)
		if d != "" && err == nil {
			difference = d
		}
		return d != "" && err == nil
	})
	fmt.Printf("seed %d, CPython %s:\n%s%s\n\n", seed, python.Version, scenario.Encode(s), difference)
}
