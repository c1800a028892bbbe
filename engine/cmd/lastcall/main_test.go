package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be lastcall itself, so that tests meet real
// exit statuses and signals.
func TestMain(m *testing.M) {
	if os.Getenv("LASTCALL_TEST_AS_COMMAND") != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"lastcall": main})
}

// Each script is a story, told at a prompt.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", RequireExplicitExec: true})
}

// lastcall returns the command with args, in a directory of its own that has
// files, with input as standard input.
func lastcall(t *testing.T, files map[string]string, input string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "LASTCALL_TEST_AS_COMMAND=1")
	cmd.Dir = t.TempDir()
	cmd.Stdin = strings.NewReader(input)
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(cmd.Dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return cmd
}

// result runs a command to its end.
func result(t *testing.T, cmd *exec.Cmd) (stdout, stderr string, status int) {
	t.Helper()
	var out, errOut strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		status = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return out.String(), errOut.String(), status
}

// scenarios are the files of the tests.
var scenarios = map[string]string{
	"good.json": `{"version": 1,
		"events": [{"id": "tick", "after": 1, "do": [{"print": "tick"}]}],
		"hooks": [{"id": "bye", "do": [{"print": "bye"}]},
		          {"id": "fails", "do": [{"raise": "OSError", "message": "disk full"}]}],
		"end": [{"print": "end"}, {"exit": 3}]}`,
	"killed.json":  `{"version": 1, "end": [{"kill": "SIGTERM"}]}`,
	"text.json":    `{"version": 1, "end": [{"exit": "no such thing"}]}`,
	"runaway.json": `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again", "after": 1}]}]}`,
	"stuck.json":   `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again"}]}]}`,
	"bad.json":     `{"version": 1, "events": [{"id": "a b"}], "nonsense": 1}`,
	"torn.json":    "{\n",
}

func TestCommands(t *testing.T) {
	tests := []struct {
		args   string
		input  string
		stdout string
		stderr string // a part of it; if empty, all of it
		status int
	}{
		{args: "run good.json", stdout: "tick\nend\nbye\n", stderr: "OSError: disk full\n", status: 3},
		{args: "run -", input: scenarios["good.json"], stdout: "tick\nend\nbye\n", stderr: "OSError: disk full\n", status: 3},
		{args: "run killed.json", status: 128 + 15},
		{args: "run text.json", stderr: "no such thing\n", status: 1},
		{args: "run runaway.json", stderr: `"again"`, status: 70},
		{args: "run --max-records 10 runaway.json", stderr: `"again"`, status: 70},
		{args: "run stuck.json", stderr: `"again"`, status: 70},
		{args: "run bad.json", stderr: "bad.json:/events/0/id: ", status: 2},
		{args: "run torn.json", stderr: "torn.json:", status: 2},
		{args: "run nowhere.json", stderr: "nowhere.json", status: 2},
		{args: "run --trace text.json", status: 1, stdout: `{"version":1,"status":1,"records":[
{"t":0,"kind":"error","text":"no such thing","in":"main"},
{"t":0,"kind":"exit","cause":"exit","hooks":"run","queued":0},
{"t":0,"kind":"end","status":1}
]}
`},
		{args: "run text.json --trace --max-records 1", stdout: `{"version":1,"status":null,"stopped":{"why":"records","event":""},"records":[
{"t":0,"kind":"error","text":"no such thing","in":"main"}
]}
`, stderr: "lastcall run: stopped: it made as many records as a run may\n", status: 70},

		{args: "check good.json killed.json"},
		{args: "check -", input: scenarios["good.json"]},
		{args: "check nowhere.json", stderr: "nowhere.json", status: 1},

		{args: "", stderr: "lastcall -h", status: 2},
		{args: "walk", stderr: `"walk"`, status: 2},
		{args: "run", stderr: "lastcall run -h", status: 2},
		{args: "run good.json killed.json", stderr: "lastcall run -h", status: 2},
		{args: "run --speed 2 good.json", stderr: "lastcall run -h", status: 2},
		{args: "run --max-records 0 good.json", stderr: "--max-records", status: 2},
		{args: "run --max-records many good.json", stderr: "-max-records", status: 2},
		{args: "check", stderr: "lastcall check -h", status: 2},
		{args: "serve a b", stderr: "lastcall serve -h", status: 2},
		{args: "serve", stderr: "there is no directory dist", status: 2},
		{args: "serve good.json", stderr: "there is no directory good.json", status: 2},
		{args: "serve --addr nonsense .", stderr: "nonsense", status: 2},
	}
	for _, test := range tests {
		t.Run(test.args, func(t *testing.T) {
			t.Parallel()
			stdout, stderr, status := result(t, lastcall(t, scenarios, test.input, strings.Fields(test.args)...))
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			if stdout != test.stdout {
				t.Errorf("stdout %q, want %q", stdout, test.stdout)
			}
			if !strings.Contains(stderr, test.stderr) || test.stderr == "" && stderr != "" {
				t.Errorf("stderr %q, want %q", stderr, test.stderr)
			}
			if badUse := test.status == 2 && !strings.Contains(test.args, "bad.json"); badUse && strings.Count(stderr, "\n") != 1 {
				t.Errorf("stderr should be one line: %q", stderr)
			}
		})
	}
}

func TestCheckPrintsProblems(t *testing.T) {
	stdout, stderr, status := result(t, lastcall(t, scenarios, scenarios["torn.json"], "check", "good.json", "bad.json", "-"))
	if status != 1 || stderr != "" {
		t.Errorf("status %d, stderr %q, want 1 and silence", status, stderr)
	}
	for _, want := range []string{"bad.json:/events/0/id: ", "bad.json:/nonsense: ", "\n-:"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("stdout %q lacks %q", stdout, want)
		}
	}
	if strings.Contains(stdout, "good.json") {
		t.Errorf("stdout names a good file: %q", stdout)
	}
}

func TestHelp(t *testing.T) {
	for args, want := range map[string]string{
		"-h":       "lastcall run -",
		"help":     "lastcall run -",
		"code -h":  "lastcall code backup.json",
		"draw -h":  "lastcall draw --to text",
		"link -h":  "lastcall link --open",
		"run -h":   "lastcall run backup.json",
		"check -h": "lastcall check *.json",
		"serve -h": "lastcall serve",
	} {
		stdout, stderr, status := result(t, lastcall(t, nil, "", strings.Fields(args)...))
		if status != 0 || stderr != "" || !strings.Contains(stdout, want) || !strings.Contains(stdout, "Example:") {
			t.Errorf("%s: status %d, stderr %q, stdout %q lacks an example with %q", args, status, stderr, stdout, want)
		}
	}
}

// The example that lastcall -h shows is true.
func TestHelpExample(t *testing.T) {
	_, input, _ := strings.Cut(example, "echo '")
	input, _, ok := strings.Cut(input, "'")
	if !ok {
		t.Fatal("the example has changed its form")
	}
	stdout, stderr, status := result(t, lastcall(t, nil, input, "run", "-"))
	if stdout != "tick\nbye\n" || stderr != "" || status != 3 {
		t.Errorf("the example prints %q, %q and exits with %d", stdout, stderr, status)
	}
}
