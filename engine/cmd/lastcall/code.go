package main

import (
	"fmt"
	"io"

	"lastcall/engine/codegen"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

const codeHelp = `code --to python|go|gotest FILE        write a scenario as a program

  --to python   a script for CPython 3.10 or later (the default)
  --to go       a Go program on lastcall/engine and lastcall/hooks
  --to gotest   a Go test that expects what happens, in order

A program takes real time; with --virtual (Go: -virtual) its clock jumps to
the next event.

Example:

  lastcall code backup.json > backup.py && python3 backup.py --virtual
`

func code(args []string, std stdio) (status int, err error) {
	flags := newFlags("code")
	to := flags.String("to", "python", "")
	files, err := parse(flags, args)
	if err != nil {
		return 0, err
	}
	if *to != "python" && *to != "go" && *to != "gotest" {
		return 0, fmt.Errorf("--to must be python, go or gotest, not %q", *to)
	}
	s, err := readOne("code", files, std)
	if s == nil {
		return statusUse, err
	}
	source, err := sourceOf(s, *to)
	if err != nil {
		return 0, err
	}
	_, err = io.WriteString(std.out, source.Text)
	return 0, err
}

func sourceOf(s *scenario.Scenario, to string) (codegen.Source, error) {
	switch to {
	case "go":
		return codegen.Go(s), nil
	case "gotest":
		return codegen.GoTest(s, program.Run(s, program.Options{}))
	}
	return codegen.Python(s), nil
}
