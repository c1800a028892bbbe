//go:build !js && !wasip1

package hooks_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"pgregory.net/rapid"

	"lastcall/hooks"
)

// startPython starts the python3 on PATH and returns a function that plays a
// script on its atexit: nil if there is none.
func startPython(t *testing.T) (play func(script) (string, error), profile hooks.Profile) {
	t.Helper()
	python, profile := findPython(t)
	if python == "" {
		return nil, 0
	}
	cmd := exec.CommandContext(t.Context(), python, "testdata/atexit_play.py")
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stdin.Close(); _ = cmd.Wait() })

	scripts, logs := json.NewEncoder(stdin), bufio.NewScanner(stdout)
	return func(s script) (string, error) {
		if err := scripts.Encode(s); err != nil {
			return "", err
		}
		if !logs.Scan() {
			return "", fmt.Errorf("python ended: %v", logs.Err())
		}
		return logs.Text(), nil
	}, profile
}

// CPython itself is the model.
func TestCPython(t *testing.T) {
	playInPython, profile := startPython(t)
	if playInPython == nil {
		t.Log("NOT COMPARED with a live CPython: TestGolden compares with what one did")
		return
	}
	generator := rapid.SliceOfN(scripts(pythonSteps...), 1, 10)
	rapid.Check(t, func(t *rapid.T) {
		for _, s := range generator.Draw(t, "scripts") {
			want, err := playInPython(s)
			if err != nil {
				t.Fatal(err)
			}
			if got := visible(play(s, &hooks.Registry{Profile: profile})); got != want {
				t.Fatalf("%+v\n got %s\nwant %s", s, got, want)
			}
		}
	})
}

// With -update it writes what TestGolden compares with.
func TestUpdateGolden(t *testing.T) {
	if !*update {
		t.Skip("no -update")
	}
	playInPython, profile := startPython(t)
	if playInPython == nil || profile != hooks.Python313 {
		t.Fatal("-update needs a CPython 3.10 to 3.13")
	}
	file, err := os.Create(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	golden := json.NewEncoder(file)
	golden.SetEscapeHTML(false)
	generator := scripts(pythonSteps...)
	for seed := range 200 {
		s := generator.Example(seed)
		log, err := playInPython(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := golden.Encode(story{s, log}); err != nil {
			t.Fatal(err)
		}
	}
}
