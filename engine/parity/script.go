package parity

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"lastcall/engine/codegen"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// patience is how long a script may take. Under its virtual clock it takes a
// twentieth of a second.
const patience = time.Minute

// Script runs s as the Python script that codegen writes, under the virtual
// clock that it carries, and returns in what that differs from the trace, ""
// if in nothing:
//
//   - stdout must be what the trace printed;
//   - stderr must have the text of each error as the last line of a traceback,
//     or as a line of its own if it is what sys.exit was given, in order; it
//     must be empty if the trace has none;
//   - the status must be the trace's.
func (i Interpreter) Script(ctx context.Context, s *scenario.Scenario) (string, error) {
	_, s, err := Document(s)
	if err != nil {
		return "not valid: " + err.Error(), nil
	}
	t := program.Run(s, program.Options{MaxRecords: maxRecords})
	if signal.Ignored(os.Interrupt) { // as in the background of a shell: a script would inherit that
		signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, i.Path, "-E", "-", "--virtual")
	cmd.Stdin = strings.NewReader(codegen.Python(s).Text)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		return "", err
	}
	return compareOutput(t, stdout.String(), stderr.String(), statusOf(cmd)), nil
}

// statusOf is the status of a process as Python's subprocess has it.
func statusOf(cmd *exec.Cmd) int {
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return -int(status.Signal())
	}
	return cmd.ProcessState.ExitCode()
}

func compareOutput(t *trace.Trace, stdout, stderr string, status int) string {
	var printed strings.Builder
	rest, errors := "\n"+stderr, 0
	for _, r := range t.Records {
		switch r.Kind {
		case trace.Print:
			printed.WriteString(r.Text + "\n")
		case trace.Error:
			errors++
			// Of an exception without a message in a hook, CPython prints
			// "ValueError: ".
			_, after, found := strings.Cut(rest, "\n"+r.Text+"\n")
			if !found {
				_, after, found = strings.Cut(rest, "\n"+r.Text+": \n")
			}
			if !found {
				return fmt.Sprintf("stderr lacks %q: %q", r.Text, stderr)
			}
			rest = "\n" + after
		}
	}
	switch {
	case stdout != printed.String():
		return fmt.Sprintf("stdout\n is %q\nnot %q\nstderr %s", stdout, printed.String(), stderr)
	case t.Status != nil && status != *t.Status:
		return fmt.Sprintf("the status is %d, not %d: %s", status, *t.Status, stderr)
	case errors == 0 && stderr != "":
		return fmt.Sprintf("stderr should be empty: %q", stderr)
	}
	return ""
}
