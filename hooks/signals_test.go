//go:build unix

package hooks_test

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"testing"

	"lastcall/hooks"
)

var _ = addPrograms(programsOf(signalEndings, exitCodes))

// raise sends the process a signal.
func raise(sig syscall.Signal) { _ = syscall.Kill(os.Getpid(), sig) }

// killed raises a signal in main and waits to be ended by it.
func killed(o hooks.Options, sig syscall.Signal) {
	hooks.Register("one", say("one"))
	hooks.Register("two", say("two"))
	hooks.MainWith(o, func() int { raise(sig); select {} })
}

// survived raises a signal in main and goes on.
func survived(o hooks.Options, sig syscall.Signal) {
	hooks.Register("one", say("one"))
	hooks.Register("two", say("two"))
	hooks.MainWith(o, func() int { raise(sig); return 0 })
}

// on calls f for the first of the signals to arrive.
func on(sig syscall.Signal, f func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, sig)
	go func() { <-c; f() }()
}

var (
	askedFor = hooks.Options{Signals: []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGUSR1}}
	none     = hooks.Options{Signals: []os.Signal{}}
)

// signalEndings are the rows of "Causes of exit" that have signals.
var signalEndings = []ending{{
	name:    "SIGINT",
	program: func() { killed(hooks.Options{}, syscall.SIGINT) },
	python:  `raise_(signal.SIGINT)`,
	status:  "signal: interrupt",
	stdout:  bothRan,
}, {
	name:    "SIGINT, none asked for",
	program: func() { killed(none, syscall.SIGINT) },
	python:  `signal.signal(signal.SIGINT, signal.SIG_DFL); raise_(signal.SIGINT)`,
	status:  "signal: interrupt",
}, {
	// As a shell without job control starts what is in the background.
	name: "SIGINT, ignored at the start",
	program: func() {
		signal.Ignore(syscall.SIGINT)
		two(func() int {
			raise(syscall.SIGINT)
			if !signal.Ignored(syscall.SIGINT) {
				return 9
			}
			return 0
		})
	},
	python: `signal.signal(signal.SIGINT, signal.SIG_IGN); raise_(signal.SIGINT)`,
	stdout: bothRan,
}, {
	name:    "SIGTERM",
	program: func() { killed(hooks.Options{}, syscall.SIGTERM) },
	python:  `raise_(signal.SIGTERM)`,
	status:  "signal: terminated",
}, {
	name:    "SIGTERM, asked for",
	program: func() { killed(askedFor, syscall.SIGTERM) },
	python:  `signal.signal(signal.SIGTERM, lambda s, f: sys.exit(128 + s)); raise_(signal.SIGTERM)`,
	differs: "exit status 143\n" + bothRan, // to a shell it is the same
	status:  "signal: terminated",
	stdout:  bothRan,
}, {
	name: "SIGTERM, a handler that calls Exit(0)",
	program: func() {
		on(syscall.SIGTERM, func() { hooks.Exit(0) })
		killed(hooks.Options{}, syscall.SIGTERM)
	},
	python: `signal.signal(signal.SIGTERM, lambda s, f: sys.exit(0)); raise_(signal.SIGTERM)`,
	stdout: bothRan,
}, {
	name: "SIGTERM, a handler that returns",
	program: func() {
		handled := make(chan bool)
		on(syscall.SIGTERM, func() { close(handled) })
		two(func() int { raise(syscall.SIGTERM); <-handled; return 0 })
	},
	python: `signal.signal(signal.SIGTERM, lambda s, f: None); raise_(signal.SIGTERM)`,
	stdout: bothRan,
}, {
	name:    "SIGHUP",
	program: func() { killed(hooks.Options{}, syscall.SIGHUP) },
	python:  `raise_(signal.SIGHUP)`,
	status:  "signal: hangup",
}, {
	// Go ignores the signals that are for a program's own use.
	name:    "SIGUSR1",
	program: func() { survived(hooks.Options{}, syscall.SIGUSR1) },
	python:  `raise_(signal.SIGUSR1)`,
	differs: "signal: user defined signal 1\n",
	stdout:  bothRan,
}, {
	name:    "SIGUSR1, asked for",
	program: func() { killed(askedFor, syscall.SIGUSR1) },
	status:  fmt.Sprint("exit status ", 128+int(syscall.SIGUSR1)), // it cannot kill
	stdout:  bothRan,
}, {
	name:    "SIGQUIT",
	program: func() { killed(hooks.Options{}, syscall.SIGQUIT) },
	python:  `raise_(signal.SIGQUIT)`,
	differs: "signal: quit\n",
	status:  "exit status 2",
	stderr:  "SIGQUIT: quit\n...",
}, {
	name:    "SIGABRT",
	program: func() { killed(hooks.Options{}, syscall.SIGABRT) },
	python:  `raise_(signal.SIGABRT)`,
	differs: "signal: aborted\n",
	status:  "exit status 2",
	stderr:  "SIGABRT: abort\n...",
}, {
	name:    "SIGKILL",
	program: func() { killed(askedFor, syscall.SIGKILL) },
	python:  `raise_(signal.SIGKILL)`,
	status:  "signal: killed",
}, {
	name: "SIGPIPE",
	program: func() {
		twoOnStderr(func() int {
			_ = syscall.Close(0)
			_ = syscall.Close(1)
			_ = syscall.Pipe(make([]int, 2)) // takes their places
			_ = syscall.Close(0)
			fmt.Println("lost")
			return 9
		})
	},
	status: "signal: broken pipe",
}, {
	name: "exec",
	program: func() {
		two(func() int { return int(syscall.Exec("/bin/sh", []string{"sh", "-c", "exit 8"}, nil).(syscall.Errno)) })
	},
	python: `os.execv("/bin/sh", ["sh", "-c", "exit 8"])`,
	status: "exit status 8",
}, {
	// X9: Python ends the hook that waits, we do not. In both the other hooks
	// run and the status stays.
	name: "SIGINT while a hook runs",
	program: func() {
		around(func() error {
			arrived := make(chan os.Signal, 1)
			signal.Notify(arrived, os.Interrupt)
			raise(syscall.SIGINT)
			<-arrived
			return nil
		})
	},
	python: `around(lambda: raise_(signal.SIGINT))`,
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
}, {
	// The exit code of a handler is lost once hooks run.
	name: "SIGTERM while a hook runs, a handler that calls Exit",
	program: func() {
		around(func() error {
			handled := make(chan bool)
			on(syscall.SIGTERM, func() { defer hooks.Exit(5); close(handled) })
			raise(syscall.SIGTERM)
			<-handled
			return nil
		})
	},
	python: `signal.signal(signal.SIGTERM, lambda s, f: sys.exit(5)); around(lambda: raise_(signal.SIGTERM))`,
	status: "exit status 3",
	stdout: "hook first\nhook last\n",
}, {
	// X15: as a second SIGTERM whose handler is the default does in Python.
	name: "a second signal",
	program: func() {
		hooks.Register("never begun", say("never begun"))
		hooks.Register("deadlocked", func() error { raise(syscall.SIGTERM); select {} })
		hooks.Register("quick", say("quick"))
		hooks.MainWith(askedFor, func() int { raise(syscall.SIGINT); select {} })
	},
	status: "signal: terminated",
	stdout: "hook quick\n",
}}

func TestSignals(t *testing.T) { testEndings(t, signalEndings) }

// exitCodes are what the operating system makes of a status: its low 8 bits.
var exitCodes = []ending{{
	name:    "Exit(256)",
	program: func() { two(func() int { hooks.Exit(256); return 9 }) },
	python:  `sys.exit(256)`,
	stdout:  bothRan,
}, {
	name:    "Exit(257)",
	program: func() { two(func() int { hooks.Exit(257); return 9 }) },
	python:  `sys.exit(257)`,
	status:  "exit status 1",
	stdout:  bothRan,
}, {
	name:    "return -1",
	program: func() { two(func() int { return -1 }) },
	python:  `sys.exit(-1)`,
	status:  "exit status 255",
	stdout:  bothRan,
}}

func TestExitCodes(t *testing.T) { testEndings(t, exitCodes) }

func TestSignalsInPython(t *testing.T)   { testPython(t, signalEndings) }
func TestExitCodesInPython(t *testing.T) { testPython(t, exitCodes) }
