//go:build !js && !wasip1

package hooks_test

import (
	"fmt"
	"os"
	"runtime"
	"testing"

	"lastcall/hooks"
)

// around registers three hooks, of which the middle one is given, and returns
// status 3 from main.
func around(hook func() error) {
	hooks.Register("last", say("last"))
	hooks.Register("middle", hook)
	hooks.Register("first", say("first"))
	hooks.Main(func() int { return 3 })
}

// hookEndings are about what hooks do while they run.
var hookEndings = []ending{{
	// X7
	name:    "hook that fails",
	program: func() { around(func() error { return errBoom }) },
	python: `
def middle(): raise ValueError("boom")
around(middle)`,
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
	stderr: "hook \"middle\": boom\n",
}, {
	// X7
	name:    "hook that panics",
	program: func() { around(func() error { panic("boom") }) },
	status:  "exit status 3",
	stdout:  "hook first\nhook last\n",
	stderr:  "hook \"middle\": panic: boom\n\ngoroutine N [running]:\n",
}, {
	// X7: a wrapped panic keeps its stack.
	name: "hook that runs hooks which panic",
	program: func() {
		around(func() (err error) {
			var r hooks.Registry
			r.Register("inner", func() error { panic("boom") })
			r.Run(forever, func(name string, e error) { err = fmt.Errorf("%s: %w", name, e) })
			return err
		})
	},
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
	stderr: "hook \"middle\": inner: panic: boom\n\ngoroutine N [running]:\n",
}, {
	name: "hook that returns a PanicError of its own",
	program: func() {
		around(func() error {
			elsewhere := "goroutine 7 [running]:\nelsewhere()\n\telsewhere.go:1\n"
			return &hooks.PanicError{Value: "boom", Stack: []byte(elsewhere)}
		})
	},
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
	stderr: "hook \"middle\": panic: boom\n\ngoroutine N [running]:\n",
}, {
	// X8
	name: "hook that calls Exit",
	program: func() {
		around(func() error {
			defer fmt.Println("deferred")
			hooks.Exit(5)
			return nil
		})
	},
	python: `
def middle():
    try: sys.exit(5)
    finally: print("deferred", flush=True)
around(middle)`,
	status: "exit status 3",
	stdout: "hook first\ndeferred\nhook last\n",
	stderr: "hook \"middle\": Exit(5) in a hook is ignored\n",
}, {
	// X8: so it is where Run runs the hooks, on main's goroutine.
	name: "hook of another registry that calls Exit",
	program: func() {
		var r hooks.Registry
		r.Register("inner", func() error { hooks.Exit(5); return nil })
		two(func() int {
			r.Run(forever, func(name string, err error) { fmt.Println(name, err) })
			return 3
		})
	},
	status: "exit status 3",
	stdout: "inner Exit(5) in a hook is ignored\n" + bothRan,
}, {
	// X9 has no like: nothing ends a hook from outside but this.
	name:    "hook that ends its goroutine",
	program: func() { around(func() error { runtime.Goexit(); return nil }) },
	status:  "exit status 3",
	stdout:  "hook first\nhook last\n",
	stderr:  "hook \"middle\": runtime.Goexit in a hook\n",
}, {
	// X10, reported unlike in Python. That a hook registers itself is no
	// endless loop.
	name: "hook that registers hooks",
	program: func() {
		var again func() error
		again = func() error {
			hooks.Register("again", again)
			hooks.Register("late", say("late"))
			return nil
		}
		around(again)
	},
	python: `
def middle():
    atexit.register(middle)
    atexit.register(hook, "late")
around(middle)`,
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
	stderr: "hook \"late\": skipped: registered while hooks ran\n" +
		"hook \"again\": skipped: registered while hooks ran\n",
}, {
	// X11
	name: "hook that unregisters one, up to 3.13",
	program: func() {
		around(func() error { fmt.Println("removed", hooks.Unregister("last")); return nil })
	},
	python: `
def middle():
    atexit.unregister(last)
    print("removed 1", flush=True)
around(middle)`,
	status: "exit status 3",
	stdout: "hook first\nremoved 1\n",
}, {
	// X11
	name: "hook that unregisters one, as of 3.14",
	program: func() {
		hooks.Default().Profile = hooks.Python314
		around(func() error { fmt.Println("removed", hooks.Unregister("last")); return nil })
	},
	python: `
def middle():
    atexit.unregister(last)
    print("removed 1", flush=True)
around(middle)`,
	status: "exit status 3",
	stdout: "hook first\nremoved 1\nhook last\n",
}, {
	// X12
	name:    "hook that clears, up to 3.13",
	program: func() { around(func() error { hooks.Default().Clear(); return nil }) },
	python:  `around(atexit._clear)`,
	status:  "exit status 3",
	stdout:  "hook first\n",
}, {
	// X12
	name: "hook that clears, as of 3.14",
	program: func() {
		hooks.Default().Profile = hooks.Python314
		around(func() error { hooks.Default().Clear(); return nil })
	},
	python: `around(atexit._clear)`,
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
}, {
	// X6: the end finds no hooks left.
	name: "main that runs the hooks itself",
	program: func() {
		two(func() int { hooks.Default().Run(forever, nil); fmt.Println("ran"); return 3 })
	},
	python: `
atexit._run_exitfuncs()
print("ran", flush=True)
sys.exit(3)`,
	status: "exit status 3",
	stdout: bothRan + "ran\n",
}, {
	// X14
	name:    "hook that calls os.Exit",
	program: func() { around(func() error { os.Exit(7); return nil }) },
	python:  `around(lambda: os._exit(7))`,
	status:  "exit status 7",
	stdout:  "hook first\n",
}, {
	// X16 to X18, X20: Main waits for no goroutine, hooks may start some, and
	// a hook may be registered by one.
	name: "goroutines",
	program: func() {
		two(func() int {
			registered := make(chan bool)
			go func() {
				hooks.Register("mine", func() error {
					said := make(chan error)
					go func() { said <- say("mine")() }()
					return <-said
				})
				close(registered)
				select {}
			}()
			<-registered
			return 0
		})
	},
	stdout: "hook mine\n" + bothRan,
}}

func TestHooksAtTheEnd(t *testing.T) { testEndings(t, hookEndings) }
