//go:build !js && !wasip1

package hooks_test

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"testing"

	"lastcall/hooks"
)

// worstError is an error that cannot be printed.
type worstError struct{}

func (worstError) Error() string { panic("worse") }

// panics are the causes of exit that nobody planned.
var panics = []ending{{
	// The panic comes before what the hooks have to say, as a traceback does.
	name: "panic",
	program: func() {
		twoOnStderr(func() int { defer fmt.Println("deferred"); panic("boom") })
	},
	status: "exit status 2",
	stdout: "deferred\n",
	stderr: "panic: boom\n\ngoroutine N [running]:\nhook two\nhook one\n",
}, {
	name:    "panic with an error",
	program: func() { two(func() int { panic(io.ErrUnexpectedEOF) }) },
	python:  `raise ValueError("boom")`,
	differs: "exit status 1\n" + bothRan,
	status:  "exit status 2",
	stdout:  bothRan,
	stderr:  "panic: unexpected EOF\n\ngoroutine N [running]:\n",
}, {
	// What is SIGSEGV in C is a panic in Go.
	name:    "nil dereference",
	program: func() { two(func() int { var p *ending; return len(p.name) }) },
	python:  `None.name`,
	differs: "exit status 1\n" + bothRan,
	status:  "exit status 2",
	stdout:  bothRan,
	stderr:  "panic: runtime error: invalid memory address or nil pointer dereference\n\ngoroutine N [running]:\n",
}, {
	// As an excepthook that raises.
	name:    "panic with a value that panics",
	program: func() { two(func() int { panic(worstError{}) }) },
	python: `
def worse(*args): raise ValueError("worse")
sys.excepthook = worse
raise ValueError("boom")`,
	differs: "exit status 1\n" + bothRan,
	status:  "exit status 2",
	stdout:  bothRan,
	stderr:  "panic: %!v(PANIC=Error method: worse)\n\ngoroutine N [running]:\n",
}, {
	name:    "panic that is recovered",
	program: func() { two(func() (status int) { defer func() { _ = recover() }(); panic("boom") }) },
	python: `
try: raise ValueError("boom")
except ValueError: pass`,
	stdout: bothRan,
}, {
	// As finally: raise while SystemExit is on its way.
	name:    "panic in a deferred function while Exit unwinds",
	program: func() { two(func() int { defer panic("boom"); hooks.Exit(3); return 9 }) },
	python: `
try: sys.exit(3)
finally: raise ValueError("boom")`,
	differs: "exit status 1\n" + bothRan,
	status:  "exit status 2",
	stdout:  bothRan,
	stderr:  "panic: boom\n\ngoroutine N [running]:\n",
}, {
	// As finally: sys.exit(3) while an exception is.
	name:    "Exit in a deferred function while a panic unwinds",
	program: func() { two(func() int { defer hooks.Exit(3); panic("boom") }) },
	python: `
try: raise ValueError("boom")
finally: sys.exit(3)`,
	status: "exit status 3",
	stdout: bothRan,
}, {
	name:    "panic of another goroutine",
	program: func() { two(func() int { go func() { panic("boom") }(); select {} }) },
	python:  `threading.Thread(target=lambda: 1/0).start()`,
	differs: "exit status 0\n" + bothRan,
	status:  "exit status 2",
	stderr:  "panic: boom\n\ngoroutine...",
}, {
	name: "panic of another goroutine that hands it to Exit",
	program: func() {
		two(func() int {
			go func() {
				defer func() { fmt.Fprintln(os.Stderr, recover()); hooks.Exit(2) }()
				panic("boom")
			}()
			select {}
		})
	},
	status: "exit status 2",
	stdout: bothRan,
	stderr: "boom\n",
}, {
	// As Py_FatalError.
	name:    "fatal error",
	program: func() { two(func() int { new(sync.Mutex).Unlock(); return 9 }) },
	python:  `os.abort()`,
	differs: "signal: aborted\n",
	status:  "exit status 2",
	stderr:  "fatal error: sync: unlock of unlocked mutex\n...",
}, {
	name:    "stack overflow",
	program: func() { two(func() int { debug.SetMaxStack(1 << 20); return overflow(1) }) },
	python: `
def overflow(): overflow()
overflow()`,
	differs: "exit status 1\n" + bothRan,
	status:  "exit status 2",
	stderr:  "runtime: goroutine stack exceeds 1048576-byte limit\n..."}}

func TestPanics(t *testing.T)         { testEndings(t, panics) }
func TestPanicsInPython(t *testing.T) { testPython(t, panics) }

// overflow never returns, which the compiler need not know.
func overflow(n int) int {
	if n == 0 {
		return 0
	}
	return overflow(n+1) + 1
}
