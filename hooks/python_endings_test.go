//go:build !js && !wasip1

package hooks_test

import (
	"os/exec"
	"strings"
	"testing"

	"lastcall/hooks"
)

// prelude makes of a line of Python what two and around make of a function.
const prelude = `
import atexit, os, signal, sys, threading
def hook(name): print("hook", name, flush=True)
def first(): hook("first")
def last(): hook("last")
def around(middle):
    atexit._clear()
    for f in last, middle, first: atexit.register(f)
    sys.exit(3)
def raise_(s): os.kill(os.getpid(), s)
atexit.register(hook, "one")
atexit.register(hook, "two")
`

// testPython runs the Python programs of a table. Each must end as ours does,
// or differ in the very way the table says it does.
func testPython(t *testing.T, table []ending) {
	python, profile := findPython(t)
	if python == "" {
		t.Log("NOT COMPARED with CPython: the endings are compared with the table alone")
		return
	}
	other := map[hooks.Profile]string{hooks.Python313: "as of 3.14", hooks.Python314: "up to 3.13"}[profile]
	for _, e := range table {
		if e.python == "" || strings.HasSuffix(e.name, other) {
			continue
		}
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			want := e.differs
			if want == "" {
				want = e.status + "\n" + e.stdout
			}
			if strings.HasPrefix(want, "\n") {
				want = "exit status 0" + want
			}
			cmd := exec.CommandContext(t.Context(), python, "-c", prelude+e.python)
			stdout, _ := cmd.Output() // ProcessState has more
			status := strings.TrimSuffix(cmd.ProcessState.String(), " (core dumped)")
			if got := status + "\n" + string(stdout); got != want {
				t.Errorf("Python ended with %q, want %q", got, want)
			}
		})
	}
}

func TestCausesInPython(t *testing.T)        { testPython(t, causes) }
func TestHooksAtTheEndInPython(t *testing.T) { testPython(t, hookEndings) }
