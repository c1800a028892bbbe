package parity_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"lastcall/hooks"
)

// CPython 3.14 itself, as pyodide, has run the programs of pyodide/, and our
// profile of it runs them alike. Where pyodide is installed (npm ci), it runs
// them again.
func TestPython314(t *testing.T) {
	want := read(t, "pyodide/python-3.14.txt")
	programs := strings.Split(read(t, "pyodide/programs.jsonl"), "\n")
	for i, told := range strings.Split(want, "\n") {
		if got := playGo(t, programs[i]); got != told {
			t.Errorf("%s\n got %s\nwant %s", programs[i], got, told)
		}
	}
	node, err := exec.LookPath("node")
	if _, missing := os.Stat("pyodide/node_modules/pyodide"); err != nil || missing != nil {
		t.Log("NOT COMPARED with a live CPython 3.14, for there is no pyodide: compared with what it did once")
		return
	}
	if got := playPyodide(t, node, programs); got != want {
		t.Errorf("CPython 3.14 now gives\n%s\nwant\n%s", got, want)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(text), "\n")
}

func playPyodide(t *testing.T, node string, programs []string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), node, "play.mjs")
	cmd.Dir = "pyodide"
	cmd.Stdin = strings.NewReader(strings.Join(programs, "\n"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	return strings.TrimSuffix(string(out), "\n")
}

// playGo plays a program on our registry, as hooks/testdata/atexit_play.py
// does on Python's.
func playGo(t *testing.T, program string) string {
	t.Helper()
	var script struct {
		Main  []string
		Hooks map[string]struct {
			Steps []string
			Fails string
		}
	}
	if err := json.Unmarshal([]byte(program), &script); err != nil {
		t.Fatal(err)
	}
	registry := hooks.Registry{Profile: hooks.Python314}
	var log []string
	calls := 0
	var do func(step string)
	do = func(step string) {
		verb, name, _ := strings.Cut(step, " ")
		switch verb {
		case "register":
			registry.Register(name, func() error {
				log = append(log, name+"<")
				if calls++; calls <= 30 { // hooks that run hooks come to an end
					for _, step := range script.Hooks[name].Steps {
						do(step)
					}
				}
				if script.Hooks[name].Fails != "" {
					return errors.New(name)
				}
				log = append(log, name+">")
				return nil
			})
		case "unregister":
			registry.Unregister(name)
		case "clear":
			registry.Clear()
		case "run":
			log = append(log, "run<")
			registry.Run(context.Background(), func(name string, _ error) { log = append(log, name+"!") })
			log = append(log, "run>")
		}
	}
	for _, step := range script.Main {
		do(step)
	}
	return strings.Join(log, " ")
}
