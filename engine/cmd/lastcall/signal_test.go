//go:build unix

package main

import (
	"bufio"
	"io"
	"os"
	"strings"
	"testing"
)

// A signal that lastcall run gets is met by the program, hooks and all.
func TestRunForwardsSignals(t *testing.T) {
	cmd := lastcall(t, nil, `{"version": 1, "hooks": [{"id": "bye", "do": [{"print": "bye"}]}],
		"events": [{"id": "again", "do": [{"print": "again"}, {"enter": "again", "after": 1}]}]}`, "run", "-")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	reader := bufio.NewReader(stdout)
	if _, err := reader.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	// The program has the pipe full before it has run for long, and waits.
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if got, want := cmd.ProcessState.ExitCode(), 128+2; got != want {
		t.Errorf("status %d, want %d", got, want)
	}
	if got, want := stderr.String(), "KeyboardInterrupt\n"; got != want {
		t.Errorf("stderr %q, want %q", got, want)
	}
	if !strings.HasSuffix(string(rest), "again\nbye\n") {
		t.Errorf("the hook did not run last: %q", rest[max(0, len(rest)-40):])
	}
}
