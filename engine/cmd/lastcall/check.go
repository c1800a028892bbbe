package main

import (
	"errors"
	"fmt"
)

const checkHelp = `check FILE...                          say what is wrong with scenarios

Prints every problem as file:path: message, where path is the place in the
document, and exits with status 1 if there is any; silence and status 0 mean
that all is well.

Example:

  lastcall check *.json
`

func check(args []string, std stdio) (status int, err error) {
	files, err := parse(newFlags("check"), args)
	if err != nil {
		return 0, err
	}
	if len(files) == 0 {
		return 0, errors.New("which FILE? Try lastcall check -h")
	}
	for _, file := range files {
		_, err := read(file, std)
		if err == nil {
			continue
		}
		status = 1
		if !printProblems(std.out, file, err) {
			fmt.Fprintf(std.err, "lastcall check: %v\n", err)
		}
	}
	return status, nil
}
