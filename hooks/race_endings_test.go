//go:build !js && !wasip1

package hooks_test

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"lastcall/hooks"
)

// raceEndings are about programs that come to their end in several places.
// The hook "one" of each holds up the end until the others have come to it.
var raceEndings = []ending{{
	name: "main returns while Exit runs hooks",
	program: func() {
		main := make(chan int)
		hooks.Register("one", func() error { main <- 3; return say("one")() })
		hooks.Register("two", say("two"))
		hooks.Main(func() int { go hooks.Exit(6); return <-main })
	},
	status: "exit status 6",
	stdout: bothRan,
}, {
	name: "main calls Exit while Exit runs hooks",
	program: func() {
		main := make(chan int)
		hooks.Register("one", func() error { main <- 3; return say("one")() })
		hooks.Register("two", say("two"))
		hooks.Main(func() int { go hooks.Exit(6); hooks.Exit(<-main); return 9 })
	},
	status: "exit status 6",
	stdout: bothRan,
}, {
	name: "main panics while Exit runs hooks",
	program: func() {
		r, w, _ := os.Pipe()
		stderr := os.Stderr
		main := make(chan string)
		hooks.Register("one", func() error {
			os.Stderr = w
			main <- "too late"
			line, err := bufio.NewReader(r).ReadString('\n')
			os.Stderr = stderr
			fmt.Print(line)
			return err
		})
		hooks.Main(func() int { go hooks.Exit(6); panic(<-main) })
	},
	status: "exit status 6",
	stdout: "panic: too late\n",
}, {
	name: "Exit of many goroutines",
	program: func() {
		begin := make(chan bool)
		hooks.Register("one", say("one"))
		hooks.Register("two", func() error { return say("two")() })
		hooks.Main(func() int {
			for range 100 {
				go func() { <-begin; hooks.Exit(6) }()
			}
			close(begin)
			select {}
		})
	},
	status: "exit status 6",
	stdout: bothRan,
}, {
	// Nobody is told apart from the others but by the stack.
	name: "Exit of a goroutine that a hook started",
	program: func() {
		hooks.Register("one", say("one"))
		hooks.Register("two", func() error {
			go hooks.Exit(5)
			return say("two")()
		})
		hooks.Main(func() int { return 3 })
	},
	status: "exit status 3",
	stdout: bothRan,
}}

func TestEndsOnce(t *testing.T) { testEndings(t, raceEndings) }
