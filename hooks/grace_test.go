//go:build !js && !wasip1

package hooks_test

import (
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"lastcall/hooks"
)

// soon is a grace period that is long for a hook that only prints.
const soon = 2 * time.Second

// deadlocked registers three hooks, of which the second never returns.
func deadlocked(o hooks.Options) {
	hooks.Register("never begun", say("never begun"))
	hooks.Register("deadlocked", func() error { fmt.Println("waiting"); select {} })
	hooks.Register("quick", say("quick"))
	hooks.MainWith(o, func() int { return 3 })
}

// printReport says what kind of error it was given.
func printReport(name string, err error) {
	fmt.Printf("%s: %v %v\n", name, errors.Is(err, hooks.ErrUnfinished), errors.Is(err, hooks.ErrSkipped))
}

// failing has a hook that fails and another.
func failing(report func(string, error)) {
	hooks.Register("one", say("one"))
	hooks.Register("two", func() error { return errBoom })
	hooks.MainWith(hooks.Options{Report: report}, func() int { return 3 })
}

// graceEndings are about the options but for signals. X15: a hook that hangs
// hangs the program, if there is no grace period.
var graceEndings = []ending{{
	name:    "hook that hangs",
	program: func() { deadlocked(hooks.Options{Grace: soon}) },
	status:  "exit status 3",
	stdout:  "hook quick\nwaiting\n",
	stderr: "hook \"deadlocked\": unfinished after the grace period of 2s\n" +
		"hook \"never begun\": skipped: the grace period of 2s is over\n",
}, {
	name:    "hook that hangs, and Report",
	program: func() { deadlocked(hooks.Options{Grace: soon, Report: printReport}) },
	status:  "exit status 3",
	stdout:  "hook quick\nwaiting\ndeadlocked: true false\nnever begun: false true\n",
}, {
	name: "grace enough",
	program: func() {
		hooks.Register("one", say("one"))
		hooks.Register("two", say("two"))
		hooks.MainWith(hooks.Options{Grace: time.Hour}, func() int { return 3 })
	},
	status: "exit status 3",
	stdout: bothRan,
}, {
	name:    "Report",
	program: func() { failing(func(name string, err error) { fmt.Println("report", name, err) }) },
	status:  "exit status 3",
	stdout:  "report two boom\nhook one\n",
}, {
	// As a sys.unraisablehook that raises.
	name:    "Report that panics",
	program: func() { failing(func(string, error) { panic("worse") }) },
	status:  "exit status 3",
	stdout:  "hook one\n",
	stderr:  "hook \"two\": boom\nhook \"Report\": panic: worse\n\ngoroutine N [running]:\n",
}, {
	name:    "Report that calls Exit",
	program: func() { failing(func(string, error) { hooks.Exit(5) }) },
	status:  "exit status 3",
	stdout:  "hook one\n",
	stderr:  "hook \"two\": boom\nhook \"Report\": Exit(5) in a hook is ignored\n",
}, {
	name:    "Report that ends its goroutine",
	program: func() { failing(func(string, error) { runtime.Goexit() }) },
	status:  "exit status 3",
	stdout:  "hook one\n",
	stderr:  "hook \"two\": boom\nhook \"Report\": runtime.Goexit in a hook\n",
}}

func TestOptions(t *testing.T) { testEndings(t, graceEndings) }
