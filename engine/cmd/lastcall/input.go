package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

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

// readOne reads the scenario of a command that takes one FILE. If it has
// problems they are printed, and the scenario is nil.
func readOne(command string, files []string, std stdio) (*scenario.Scenario, error) {
	if len(files) != 1 {
		return nil, fmt.Errorf("one FILE is wanted. Try lastcall %s -h", command)
	}
	s, err := read(files[0], std)
	if err != nil && printProblems(std.err, place{file: files[0]}, err) {
		return nil, nil
	}
	return s, err
}

func contents(file string, std stdio) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(std.in)
	}
	return os.ReadFile(file)
}

// A place is where a scenario stands: a file, or from a line of it on.
type place struct {
	file string
	line int
}

// printProblems prints what is wrong with a scenario, a line each, as
// compilers do, and reports whether err was problems at all.
func printProblems(w io.Writer, at place, err error) bool {
	problems, ok := errors.AsType[scenario.Problems](err)
	for _, p := range problems {
		fmt.Fprintln(w, at.of(p))
	}
	return ok
}

// of writes a problem with its place: file:path: message; file:line:column:
// message about the JSON; file:line:path: message in a page.
func (at place) of(p scenario.Problem) string {
	file, message := at.file+":", p.Message
	line := p.Line + max(at.line-1, 0)
	if p.Path != "" {
		if at.line > 0 {
			file += strconv.Itoa(line) + ":"
		}
		return file + p.Path + ": " + message
	}
	// The message begins with the place in the document.
	if rest, found := strings.CutPrefix(message, fmt.Sprintf("line %d, column ", p.Line)); found {
		column, rest, _ := strings.Cut(rest, ": ")
		return file + strconv.Itoa(line) + ":" + column + ": " + rest
	}
	if at.line > 0 {
		file += strconv.Itoa(line) + ":"
	}
	return file + " " + message
}
