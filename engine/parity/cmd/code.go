package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"lastcall/engine/parity"
	"lastcall/engine/scenario"
)

// scripts runs the Python scripts of random scenarios.
func scripts(i parity.Interpreter, n int, seed uint64) (disagreements int, err error) {
	began := time.Now()
	for k := range uint64(n) {
		difference, err := i.Script(context.Background(), parity.Generate(seed+k, i.Profile))
		if err != nil {
			return 0, err
		}
		if difference == "" {
			continue
		}
		if disagreements++; disagreements <= maxShown {
			fmt.Printf("seed %d, CPython %s: %s\n\n", seed+k, i.Version, difference)
		}
	}
	fmt.Printf("CPython %-8s %d scripts from seed %d, %d disagree (%.1f s)\n",
		i.Version, n, seed, disagreements, time.Since(began).Seconds())
	return disagreements, nil
}

// goBatch is how many scenarios are built at once.
const goBatch = 50

// goCode builds, vets and runs the Go programs and tests of random scenarios.
func goCode(n int, seed uint64) (disagreements int, err error) {
	began := time.Now()
	for from := 0; from < n; from += goBatch {
		var batch []*scenario.Scenario
		for k := from; k < min(from+goBatch, n); k++ {
			batch = append(batch, parity.Generate(seed+uint64(k), scenario.Python313))
		}
		wrong, err := inFolder(func(dir string) (string, error) { return parity.Go(context.Background(), dir, batch) })
		if err != nil {
			return 0, err
		}
		if wrong != "" {
			disagreements++
			fmt.Printf("Go, from seed %d:\n%s\n", seed+uint64(from), wrong)
		}
	}
	fmt.Printf("Go: %d programs and tests from seed %d, %d batches of %d are wrong (%.1f s)\n",
		n, seed, disagreements, goBatch, time.Since(began).Seconds())
	return disagreements, nil
}

// inFolder calls f with a folder that is gone afterwards.
func inFolder(f func(dir string) (string, error)) (string, error) {
	dir, err := os.MkdirTemp("", "parity")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	return f(dir)
}
