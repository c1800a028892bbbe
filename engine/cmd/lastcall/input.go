package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"lastcall/engine/scenario"
)

// read reads and checks a scenario. Its problems are scenario.Problems; any
// other error is about reading.
func read(file string, std stdio) (*scenario.Scenario, error) {
	data, err := contents(file, std)
	if err != nil {
		return nil, err
	}
	return scenario.Decode(data)
}

func contents(file string, std stdio) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(std.in)
	}
	return os.ReadFile(file)
}

// printProblems prints what is wrong with a file, a line each, as compilers
// do, and reports whether err was problems at all.
func printProblems(w io.Writer, file string, err error) bool {
	problems, ok := errors.AsType[scenario.Problems](err)
	for _, p := range problems {
		switch {
		case p.Path != "":
			fmt.Fprintf(w, "%s:%s: %s\n", file, p.Path, p.Message)
		case p.Line > 0:
			fmt.Fprintf(w, "%s:%d: %s\n", file, p.Line, p.Message)
		default:
			fmt.Fprintf(w, "%s: %s\n", file, p.Message)
		}
	}
	return ok
}
