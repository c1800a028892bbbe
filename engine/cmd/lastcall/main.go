// Command lastcall runs, checks, draws and shares scenarios, writes them as
// programs, and serves the playground.
//
// The rules are:
//   - what a person asked for is on stdout, what went wrong is on stderr;
//   - bad use is one line on stderr and status 2;
//   - - stands for standard input;
//   - every command teaches with an example when asked with -h.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// statusUse is the exit status of bad use.
const statusUse = 2

// A command is one that lastcall knows. run returns the exit status, or an
// error that is bad use.
type command struct {
	name string
	help string // the first line is the summary
	run  func(args []string, std stdio) (status int, err error)
}

// stdio is what a command reads and writes.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

func commands() []command {
	return []command{
		{"run", runHelp, run},
		{"check", checkHelp, check},
		{"code", codeHelp, code},
		{"draw", drawHelp, drawing},
		{"link", linkHelp, share},
		{"lesson", lessonHelp, lessonCommand},
		{"serve", serveHelp, serve},
	}
}

func main() {
	os.Exit(dispatch(os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr}))
}

func dispatch(args []string, std stdio) (status int) {
	if len(args) == 0 {
		fmt.Fprintln(std.err, "lastcall: which command? Try lastcall -h")
		return statusUse
	}
	if isHelp(args[0]) {
		fmt.Fprint(std.out, help())
		return 0
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.dispatch(args[1:], std)
		}
	}
	fmt.Fprintf(std.err, "lastcall: no command %q. Try lastcall -h\n", args[0])
	return statusUse
}

func (c command) dispatch(args []string, std stdio) (status int) {
	status, err := c.run(args, std)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(std.out, c.help)
		return 0
	}
	if err != nil {
		fmt.Fprintf(std.err, "lastcall %s: %v\n", c.name, err)
		return statusUse
	}
	return status
}
