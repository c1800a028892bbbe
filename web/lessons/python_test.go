//go:build !js

package lessons_test

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"lastcall/engine/lesson"
	"lastcall/engine/program"
	"lastcall/engine/trace"
	"lastcall/web/lessons"
)

// virtual makes Python's clock one that jumps.
const virtual = `
import time
now = %v
def sleep(seconds):
    global now
    now += seconds
time.time, time.sleep = lambda: now, sleep
`

// What a lesson shows as its program in Python does there what the scenario
// does here.
func TestThePythonThatIsShown(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there")
	}
	for _, l := range lessons.All() {
		t.Run(l.ID, func(t *testing.T) {
			if len(l.Start.Outside) > 0 {
				t.Skip("what comes from outside is not in the program")
			}
			out, status := pythonRun(t, python, l)
			want := program.Run(l.Start, program.Options{})
			var printed strings.Builder
			for _, r := range want.Records {
				if r.Kind == trace.Print {
					printed.WriteString(r.Text + "\n")
				}
			}
			if out != printed.String() || status != *want.Status {
				t.Errorf("Python prints %q, status %d; the scenario %q, status %d", out, status, printed.String(), *want.Status)
			}
		})
	}
}

func pythonRun(t *testing.T, python string, l *lesson.Lesson) (out string, status int) {
	t.Helper()
	cmd := exec.Command(python, "-c", fmt.Sprintf(virtual, l.Start.Clock.Start)+l.Python)
	text, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(text), exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return string(text), 0
}
