//go:build !js && !wasip1

package hooks_test

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"testing"

	"lastcall/hooks"
)

// Each of these programs has two hooks, the first registered of which is to
// run last.
const bothRan = "hook two\nhook one\n"

// say returns a hook that says its name.
func say(name string) func() error {
	return func() error {
		fmt.Println("hook", name)
		return nil
	}
}

// two registers the hooks of [bothRan] and runs main.
func two(main func() int) {
	hooks.Register("one", say("one"))
	hooks.Register("two", say("two"))
	hooks.Main(main)
}

// twoOnStderr does, to show where their output comes among that of others.
func twoOnStderr(main func() int) {
	for _, name := range []string{"one", "two"} {
		hooks.Register(name, func() error {
			fmt.Fprintln(os.Stderr, "hook", name)
			return nil
		})
	}
	hooks.Main(main)
}

// causes are the rows of "Causes of exit" that every operating system has.
var causes = []ending{{
	name:    "return",
	program: func() { two(func() int { return 0 }) },
	python:  `pass`,
	stdout:  bothRan,
}, {
	name:    "return 3",
	program: func() { two(func() int { return 3 }) },
	python:  `sys.exit(3)`,
	status:  "exit status 3",
	stdout:  bothRan,
}, {
	name:    "Exit(0)",
	program: func() { two(func() int { hooks.Exit(0); return 9 }) },
	python:  `sys.exit(0)`,
	stdout:  bothRan,
}, {
	name:    "Exit(3)",
	program: func() { two(func() int { hooks.Exit(3); return 9 }) },
	python:  `raise SystemExit(3)`,
	status:  "exit status 3",
	stdout:  bothRan,
}, {
	name: "a message and Exit(1)",
	program: func() {
		two(func() int { fmt.Fprintln(os.Stderr, "no such file"); hooks.Exit(1); return 9 })
	},
	python: `sys.exit("no such file")`,
	status: "exit status 1",
	stdout: bothRan,
	stderr: "no such file\n",
}, {
	// X25: finally blocks come before hooks, from however deep sys.exit came.
	name: "Exit runs deferred functions first",
	program: func() {
		two(func() int {
			defer fmt.Println("deferred in main")
			func() {
				defer fmt.Println("deferred deep down")
				exitDeep(1000)
			}()
			return 9
		})
	},
	python: `
def deep(calls):
    if calls == 0: sys.exit(6)
    deep(calls - 1)
def middle():
    try: deep(100)
    finally: print("deferred deep down", flush=True)
try: middle()
finally: print("deferred in main", flush=True)`,
	status: "exit status 6",
	stdout: "deferred deep down\ndeferred in main\n" + bothRan,
}, {
	name:    "the last Exit decides",
	program: func() { two(func() int { defer hooks.Exit(5); hooks.Exit(3); return 9 }) },
	python: `
try: sys.exit(3)
finally: sys.exit(5)`,
	status: "exit status 5",
	stdout: bothRan,
}, {
	// Unlike sys.exit in a thread, which ends that thread only. It is not on
	// main's goroutine, so main's deferred functions do not run.
	name: "Exit of another goroutine",
	program: func() {
		two(func() int { defer fmt.Println("deferred"); go hooks.Exit(4); select {} })
	},
	python:  `threading.Thread(target=sys.exit, args=[4]).start()`,
	differs: "exit status 0\n" + bothRan,
	status:  "exit status 4",
	stdout:  bothRan,
}, {
	// X17, X20: it counts as long as main has not come to its end, for which
	// Python waits until its threads have.
	name: "another goroutine registers the last hook",
	program: func() {
		two(func() int {
			registered := make(chan bool)
			go func() { hooks.Register("late", say("late")); close(registered) }()
			<-registered
			return 0
		})
	},
	python: `threading.Thread(target=lambda: atexit.register(hook, "late")).start()`,
	stdout: "hook late\n" + bothRan,
}, {
	name: "runtime.Goexit of main, then Exit",
	program: func() {
		two(func() int {
			over := make(chan bool)
			go func() { <-over; fmt.Println("still here"); hooks.Exit(4) }()
			defer close(over)
			runtime.Goexit()
			return 9
		})
	},
	python:  `import _thread; _thread.exit()`,
	differs: "exit status 0\n" + bothRan,
	status:  "exit status 4",
	stdout:  "still here\n" + bothRan,
}, {
	// As os._exit.
	name:    "os.Exit",
	program: func() { two(func() int { defer fmt.Println("deferred"); os.Exit(7); return 9 }) },
	python: `
try: os._exit(7)
finally: print("deferred", flush=True)`,
	status: "exit status 7",
}, {
	name:    "log.Fatal",
	program: func() { two(func() int { log.SetFlags(0); log.Fatal("no such file"); return 9 }) },
	status:  "exit status 1",
	stderr:  "no such file\n",
}, {
	name:    "return without Main",
	program: func() { hooks.Register("one", say("one")) },
}, {
	name: "Exit without Main",
	program: func() {
		defer fmt.Println("deferred")
		hooks.Register("one", say("one"))
		hooks.Register("two", say("two"))
		hooks.Exit(3)
	},
	status: "exit status 3",
	stdout: bothRan,
}, {
	name:    "Main in Main",
	program: func() { two(func() int { hooks.Main(func() int { return 0 }); return 9 }) },
	status:  "exit status 2",
	stdout:  bothRan,
	stderr:  "panic: hooks: Main is called twice\n\ngoroutine N [running]:\n",
}, {
	// Python flushes stdout after the hooks. Go keeps nothing back, but a
	// bufio.Writer does; the hook that is registered first flushes last.
	name: "buffered output",
	program: func() {
		out := bufio.NewWriter(os.Stdout)
		hooks.Register("flush", out.Flush)
		hooks.Register("bye", func() error { _, err := fmt.Fprintln(out, "bye"); return err })
		hooks.Main(func() int { fmt.Fprintln(out, "hello"); return 0 })
	},
	stdout: "hello\nbye\n",
}, {
	// The scheduler's action raises SystemExit: what is queued stays, and a
	// hook may work it off.
	name: "Exit in a callback",
	program: func() {
		queue := []func(){func() { hooks.Exit(7) }, func() { fmt.Println("left over") }}
		run := func() {
			for len(queue) > 0 {
				next := queue[0]
				queue = queue[1:]
				next()
			}
		}
		hooks.Register("drain", func() error { run(); return nil })
		hooks.Main(func() int { run(); return 0 })
	},
	python: `
import sched
s = sched.scheduler()
s.enter(0, 1, sys.exit, [7])
s.enter(0, 2, print, ["left over"])
atexit._clear()
atexit.register(s.run)
s.run()`,
	status: "exit status 7",
	stdout: "left over\n",
}}

func TestCauses(t *testing.T) { testEndings(t, causes) }

// exitDeep calls Exit from so many calls down.
func exitDeep(calls int) {
	if calls == 0 {
		hooks.Exit(6)
	}
	exitDeep(calls - 1)
}

var errBoom = errors.New("boom")
