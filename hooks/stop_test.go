//go:build unix

package hooks_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"lastcall/hooks"
)

var _ = addPrograms(map[string]func(){
	"server": func() {
		hooks.Register("close the database", say("close the database"))
		hooks.Register("drain", func() error { fmt.Println("draining"); select {} })
		hooks.MainWith(hooks.Options{Signals: askedFor.Signals, Grace: soon}, serve)
	},
	"patient server": func() {
		hooks.Register("close the database", say("close the database"))
		hooks.Register("drain", func() error { fmt.Println("draining"); select {} })
		hooks.MainWith(askedFor, serve)
	},
	"reader": func() {
		two(func() int {
			fmt.Println("ready")
			_, _ = io.Copy(io.Discard, os.Stdin)
			return 0
		})
	},
})

func serve() int {
	fmt.Println("ready")
	select {}
}

// A child is a process that the test talks with.
type child struct {
	t      *testing.T
	cmd    *exec.Cmd
	stdin  io.Closer
	stdout *bufio.Reader
	stderr strings.Builder
}

func startChild(t *testing.T, program string) *child {
	t.Helper()
	c := &child{t: t, cmd: command(t, program)}
	c.cmd.Stderr = &c.stderr
	stdin, err := c.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.stdin, c.stdout = stdin, bufio.NewReader(stdout)
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// waitFor reads the line that the child is to print next.
func (c *child) waitFor(want string) {
	c.t.Helper()
	if got, err := c.stdout.ReadString('\n'); got != want+"\n" {
		c.t.Fatalf("the child printed %q, %v, want %q", got, err, want)
	}
}

func (c *child) send(sig syscall.Signal) {
	c.t.Helper()
	if err := c.cmd.Process.Signal(sig); err != nil {
		c.t.Fatal(err)
	}
}

// end compares how the child ends and what it has still to say.
func (c *child) end(want ending) {
	c.t.Helper()
	rest, _ := io.ReadAll(c.stdout)
	_ = c.cmd.Wait() // ProcessState has more
	want.compare(c.t, c.cmd.ProcessState, string(rest), c.stderr.String())
}

// What docker stop and Kubernetes do: SIGTERM, and patience for a while. We
// end by ourselves before theirs is over.
func TestStopWithGrace(t *testing.T) {
	t.Parallel()
	c := startChild(t, "server")
	c.waitFor("ready")
	c.send(syscall.SIGTERM)
	c.waitFor("draining")
	c.end(ending{
		status: "signal: terminated",
		stderr: "hook \"drain\": unfinished after the grace period of 2s\n" +
			"hook \"close the database\": skipped: the grace period of 2s is over\n",
	})
}

// Without one, it takes whoever is less patient than the hook.
func TestStopTwice(t *testing.T) {
	t.Parallel()
	for _, second := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGKILL} {
		c := startChild(t, "patient server")
		c.waitFor("ready")
		c.send(syscall.SIGTERM)
		c.waitFor("draining")
		c.send(second)
		c.end(ending{status: "signal: " + second.String()})
	}
}

// SIGSTOP ends nothing.
func TestStopAndContinue(t *testing.T) {
	t.Parallel()
	c := startChild(t, "reader")
	c.waitFor("ready")
	c.send(syscall.SIGSTOP)
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(c.cmd.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil || !status.Stopped() {
		t.Fatalf("the child has status %#x, %v, want it stopped", status, err)
	}
	c.send(syscall.SIGCONT)
	c.stdin.Close()
	c.end(ending{stdout: bothRan})
}
