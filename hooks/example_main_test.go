package hooks_test

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	"lastcall/hooks"
)

// These end the process, so they have no Output for go test to look at.
// TestExamples runs them as processes of their own and looks at what they
// are said to print.

// Main is all of a func main.
func ExampleMain() {
	hooks.Main(func() int {
		hooks.Register("goodbye", func() error { fmt.Println("goodbye"); return nil })
		defer fmt.Println("deferred")
		fmt.Println("hello")
		return 0
	})
	// Prints:
	// hello
	// deferred
	// goodbye
}

// A service that is to end well when it is told to, and in time.
func ExampleMainWith() {
	options := hooks.Options{
		Signals: []os.Signal{os.Interrupt, syscall.SIGTERM},
		Grace:   8 * time.Second,
		Report:  func(name string, err error) { fmt.Printf("%s: %v\n", name, err) },
	}
	hooks.MainWith(options, func() int {
		hooks.Register("flush", func() error { return errors.New("disk full") })
		hooks.Register("drain", func() error { fmt.Println("drained"); return nil })
		fmt.Println("serving")
		return 0
	})
	// Prints:
	// serving
	// drained
	// flush: disk full
}

// Exit may be called from however deep, where os.Exit would skip it all.
func ExampleExit() {
	hooks.Register("remove the lock file", func() error {
		fmt.Println("removed")
		return nil
	})
	parse := func(config string) {
		if config == "" {
			fmt.Println("no configuration")
			hooks.Exit(2)
		}
	}
	hooks.Main(func() int {
		defer fmt.Println("deferred")
		parse("")
		fmt.Println("not reached")
		return 0
	})
	// Prints:
	// no configuration
	// deferred
	// removed
	// exit status 2
}
