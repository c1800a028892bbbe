// Command ship makes what build.sh builds fit to be served: it slims what goes
// into the WebAssembly files, weighs them, and packs them. build.sh help says
// what for.
//
//	ship slim DIR           go-app and safejs without what a browser never runs
//	ship strip FILE...      a WebAssembly file without its source lines
//	ship icons DIST         icon.svg as the PNG files that an installed page needs
//	ship limits DIST CACHE  what the files weigh; fails if that is too much
//	ship onefile DIST       lastcall.html, which holds everything
//	ship release DIST CACHE OUT  the archives of a version
//	ship size FILE...       what is in a WebAssembly file, by package
package main

import (
	"errors"
	"fmt"
	"os"
)

var commands = map[string]func(args []string) error{
	"slim":    slim,
	"icons":   icons,
	"limits":  limits,
	"onefile": onefile,
	"release": releaseDist,
	"size":    size,
	"strip":   strip,
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "ship:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("a command is wanted")
	}
	command, ok := commands[args[0]]
	if !ok {
		return fmt.Errorf("there is no command %q", args[0])
	}
	return command(args[1:])
}

// take returns the arguments if there are as many as names.
func take(args []string, names ...string) error {
	if len(args) != len(names) {
		return fmt.Errorf("%q is wanted, not %q", names, args)
	}
	return nil
}
