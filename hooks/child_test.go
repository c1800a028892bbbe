//go:build !js && !wasip1

package hooks_test

import (
	"bytes"
	"cmp"
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// An ending is a program and how it is to end.
type ending struct {
	name    string
	program func()
	python  string // the same, where Python has it
	differs string // its status and stdout, where they are not ours

	status string // as os.ProcessState has it; if empty, "exit status 0"
	stdout string
	stderr string // if it ends in "...", how it begins
}

// TestMain has to know the programs before it runs.
var _ = addPrograms(programsOf(causes, panics, hookEndings, raceEndings, graceEndings))

func programsOf(tables ...[]ending) map[string]func() {
	named := map[string]func(){}
	for _, table := range tables {
		for _, e := range table {
			if named[e.name] != nil {
				panic("two programs are called " + e.name)
			}
			named[e.name] = e.program
		}
	}
	return named
}

// testEndings runs the programs of a table, each as a process of its own.
func testEndings(t *testing.T, table []ending) {
	for _, e := range table {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			e.check(t, command(t, e.name))
		})
	}
}

func (e ending) check(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	_ = cmd.Run() // ProcessState has more
	e.compare(t, cmd.ProcessState, stdout.String(), stderr.String())
}

func (e ending) compare(t *testing.T, state *os.ProcessState, stdout, stderr string) {
	t.Helper()
	if e.status == "" {
		e.status = "exit status 0"
	}
	if got := state.String(); got != e.status {
		t.Errorf("ended with %q, want %q", got, e.status)
	}
	if stdout != e.stdout {
		t.Errorf("stdout = %q, want %q", stdout, e.stdout)
	}
	stderr = withoutStacks(stderr)
	if begin, ok := strings.CutSuffix(e.stderr, "..."); ok && strings.HasPrefix(stderr, begin) {
		return
	}
	if stderr != e.stderr {
		t.Errorf("stderr = %q, want %q", stderr, e.stderr)
	}
}

// command returns the program as a process that has not begun.
func command(t *testing.T, program string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), programVar+"="+program, "GOTRACEBACK=single",
		"GORACE=atexit_sleep_ms=0") // under -race, each would sleep for a second
	if testing.CoverMode() != "" {
		cmd.Env = append(cmd.Env, "GOCOVERDIR="+cmp.Or(flag.Lookup("test.gocoverdir").Value.String(), t.TempDir()))
	}
	return cmd
}

var stack = regexp.MustCompile(`(goroutine )\d+( \[running.*\]:)\n(.+\n\t.+\n)+`)

// withoutStacks leaves of each stack "goroutine N [running]:".
func withoutStacks(stderr string) string {
	return stack.ReplaceAllString(stderr, "${1}N$2\n")
}
