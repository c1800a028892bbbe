//go:build !js

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// A process is a peer that runs. It is given lines "WORK N" and answers each
// with a number.
type process struct {
	send    func(line string) error
	answers <-chan string // closed when there will be no more
	stop    func()
}

// patience is how long an answer may take.
const patience = 10 * time.Minute

func (p *process) ask(kind string, n int) (float64, error) {
	if err := p.send(fmt.Sprintf("%s %d", kind, n)); err != nil {
		return 0, err
	}
	select {
	case answer, ok := <-p.answers:
		if !ok {
			return 0, io.ErrUnexpectedEOF
		}
		return strconv.ParseFloat(answer, 64)
	case <-time.After(patience):
		return 0, fmt.Errorf("no answer for %v", patience)
	}
}

// startProcess starts a process that talks by standard input and output. It
// has one processor, as CPython and Node do.
func startProcess(cmd *exec.Cmd) (*process, error) {
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	answers := make(chan string)
	go func() {
		defer close(answers)
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			answers <- lines.Text()
		}
	}()
	return &process{
		send:    func(line string) error { _, err := fmt.Fprintln(stdin, line); return err },
		answers: answers,
		stop: func() {
			stdin.Close()
			cmd.Wait()
		},
	}, nil
}
