package parity

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"lastcall/engine/internal/json"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A Python is a CPython that records what it does with scenarios.
type Python struct {
	Interpreter

	cmd     *exec.Cmd
	scripts string // a folder of ours
	paths   io.WriteCloser
	traces  *bufio.Reader
	errors  bytes.Buffer
}

// Start starts an interpreter with record.py. It is the caller's to Close, and
// ends when ctx is done.
func Start(ctx context.Context, i Interpreter) (*Python, error) {
	recorder, err := findRecorder()
	if err != nil {
		return nil, err
	}
	p := &Python{Interpreter: i, cmd: exec.CommandContext(ctx, i.Path, "-S", "-E", recorder, "--stream")}
	p.cmd.Stderr = &p.errors
	if p.paths, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.traces = bufio.NewReader(stdout)
	if p.scripts, err = os.MkdirTemp("", "parity"); err != nil {
		return nil, err
	}
	if err := p.cmd.Start(); err != nil {
		os.RemoveAll(p.scripts)
		return nil, fmt.Errorf("start %s: %w", i.Path, err)
	}
	return p, nil
}

// Close ends the interpreter.
func (p *Python) Close() {
	p.paths.Close()
	_ = p.cmd.Wait()
	os.RemoveAll(p.scripts)
}

// A Refusal is why there is no trace: the records did not bear out what the
// process did, or it did not end.
type Refusal string

// Error returns the reason.
func (r Refusal) Error() string { return "record.py refuses: " + string(r) }

// Record returns what the interpreter did with a document, which is taken as
// valid. An error that is no [Refusal] is the end of the interpreter.
func (p *Python) Record(document []byte) (*trace.Trace, error) {
	file := filepath.Join(p.scripts, "scenario.json")
	if err := os.WriteFile(file, document, 0o600); err != nil {
		return nil, err
	}
	if _, err := io.WriteString(p.paths, file+"\n"); err != nil {
		return nil, p.died(err)
	}
	line, err := p.traces.ReadBytes('\n')
	if err != nil {
		return nil, p.died(err)
	}
	node, err := json.Parse(line)
	if err != nil {
		return nil, err
	}
	if refused := node.Get("error"); refused != nil {
		return nil, Refusal(refused.Text)
	}
	return trace.Decode(line)
}

func (p *Python) died(err error) error {
	_ = p.cmd.Wait()
	return fmt.Errorf("%s ended: %w %s", p.Path, err, &p.errors)
}

// Compare runs s on both sides and returns in what their traces differ, "" if
// in nothing. An error is the end of the interpreter.
func (p *Python) Compare(s *scenario.Scenario) (string, error) {
	text, s, err := Document(s)
	if err != nil {
		return "not valid: " + err.Error(), nil
	}
	ours := program.Run(s, program.Options{MaxRecords: maxRecords})
	theirs, err := p.Record(text)
	if refused, ok := errors.AsType[Refusal](err); ok {
		return refused.Error(), nil
	}
	if err != nil {
		return "", err
	}
	return Difference(ours, theirs), nil
}

// findRecorder returns the path of record.py.
func findRecorder() (string, error) {
	root, err := findRoot()
	return filepath.Join(root, recorder), err
}

const recorder = "engine/program/testdata/record.py"

// findRoot returns the folder of the module, from anywhere in it.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, recorder)); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New(recorder + " is not found: run this within the module")
		}
		dir = up
	}
}
