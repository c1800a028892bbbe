package codegen_test

import (
	"errors"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lastcall/engine/codegen"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

func decode(t *testing.T, document string) *scenario.Scenario {
	t.Helper()
	s, err := scenario.Decode([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What the three look like, in testdata: the same scenario in Python, in Go
// and as a test. -update is not needed: they are short enough to be read.
func TestGolden(t *testing.T) {
	document, err := os.ReadFile("testdata/cleanup.json")
	if err != nil {
		t.Fatal(err)
	}
	s := decode(t, string(document))
	test, err := codegen.GoTest(s, program.Run(s, program.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]codegen.Source{
		"cleanup.py": codegen.Python(s), "cleanup.go.txt": codegen.Go(s), "cleanup_test.go.txt": test,
	} {
		want, err := os.ReadFile(filepath.Join("testdata", name))
		if os.Getenv("UPDATE") != "" {
			err = os.WriteFile(filepath.Join("testdata", name), []byte(got.Text), 0o666)
			want = []byte(got.Text)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got.Text != string(want) {
			t.Errorf("%s is now\n%s", name, got.Text)
		}
	}
}

// Lines tells of each line which part of the scenario it does.
func TestLines(t *testing.T) {
	s := decode(t, `{"version": 1, "events": [{"id": "tick", "at": 1, "do": [{"print": "one"}, {"work": 2}]}],
		"hooks": [{"id": "bye", "args": ["x"], "do": [{"print": "{0}"}]}],
		"handlers": {"SIGINT": [{"print": "hup"}]},
		"outside": [{"at": 3, "send": "SIGINT"}, {"at": 2, "do": [{"print": "out"}]}], "end": [{"exit": 3}]}`)
	test, err := codegen.GoTest(s, program.Run(s, program.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]codegen.Source{"python": codegen.Python(s), "go": codegen.Go(s), "gotest": test} {
		lines := strings.Split(strings.TrimSuffix(source.Text, "\n"), "\n")
		if len(lines) != len(source.Lines) {
			t.Fatalf("%s: %d lines, and paths for %d", name, len(lines), len(source.Lines))
		}
		text := map[string]string{}
		for i, path := range source.Lines {
			text[path] += strings.TrimSpace(lines[i]) + "\n"
		}
		for path, want := range map[string]string{
			"/events/0": `(?i)scheduler.enterabs\(1, 0, tick\)`, "/events/0/do/0": `"one"`, "/events/0/do/1": `(sleep|work)\(2\)`,
			"/hooks/0": `(?i)register\(.*bye.*"x"`, "/hooks/0/do/0": `arg`, "/handlers/SIGINT/0": `"hup"`,
			"/outside/0": `(?i)sigint`, "/outside/1/do/0": `"out"`, "/end/0": `(?i)exit\(3\)`,
		} {
			if !regexp.MustCompile(want).MatchString(text[path]) {
				t.Errorf("%s: the lines of %s are %q, want %s", name, path, text[path], want)
			}
		}
	}
}

// Ids that mean something else in a language are renamed there, and stay
// apart.
func TestNames(t *testing.T) {
	ids := []string{
		"print", "sched", "clock", "max", "self", "_", "__debug__", "main", "init", "string", "string2", "nil", "len", "Return",
		"close_db", "closeDb", "closeDbEntry", "CloseDb", "on_sigterm", "outside_0", "outside0", "scheduler", "entries", "x1", "_1", "tick", "tick_",
	}
	document := `{"version": 1, "events": [`
	for i, id := range ids {
		if i > 0 {
			document += ","
		}
		document += `{"id": "` + id + `", "do": [{"print": "` + id + `"}, {"cancel": "` + id + `"}]}`
	}
	s := decode(t, document+`], "outside": [{"at": 1, "do": []}]}`)
	for name, source := range map[string]codegen.Source{"python": codegen.Python(s), "go": codegen.Go(s)} {
		seen := map[string]bool{}
		for _, match := range regexp.MustCompile(`(?m)^(?:def|func) (\w+)\(|^var (\w+) `).FindAllStringSubmatch(source.Text, -1) {
			defined := match[1] + match[2]
			if seen[defined] {
				t.Errorf("%s: %s is defined twice", name, defined)
			}
			seen[defined] = true
		}
		if len(seen) < len(ids) {
			t.Errorf("%s: %d names for %d ids", name, len(seen), len(ids))
		}
	}
	if _, err := format.Source([]byte(codegen.Go(s).Text)); err != nil {
		t.Error(err)
	}
}

// Nothing that a scenario holds can become code.
func TestTextStaysText(t *testing.T) {
	const hostile = `\"\"\"\nimport os\n*/ os.Exit(1) // ' %d {{0}} \u2028\u0000\ud83d\ude42`
	s := decode(t, `{"version": 1, "title": "`+hostile+`", "events": [{"id": "a", "label": "`+hostile+`", "args": ["`+hostile+`"],
		"do": [{"print": "`+hostile+`"}, {"print": "{0}"}]}], "end": [{"exit": "`+hostile+`"}]}`)
	for name, source := range map[string]codegen.Source{"python": codegen.Python(s), "go": codegen.Go(s)} {
		for _, line := range strings.Split(source.Text, "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "import os") && line != "import os" {
				t.Errorf("%s: there is the line %q", name, line)
			}
		}
		if strings.ContainsAny(source.Text, "\u2028\x00") {
			t.Errorf("%s: the text has what ends a line", name)
		}
	}
	formatted, err := format.Source([]byte(codegen.Go(s).Text))
	if err != nil || string(formatted) != codegen.Go(s).Text {
		t.Errorf("the Go is not formatted: %v", err)
	}
}

// A test of a program without an end expects its first lines, if it has any.
func TestGoTestOfAnEndlessProgram(t *testing.T) {
	quiet := decode(t, `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again", "after": 1}]}]}`)
	if _, err := codegen.GoTest(quiet, program.Run(quiet, program.Options{MaxRecords: 1000})); !errors.Is(err, codegen.ErrNothingToExpect) {
		t.Errorf("error %v, want %v", err, codegen.ErrNothingToExpect)
	}
	loud := decode(t, `{"version": 1, "events": [{"id": "again", "do": [{"print": "x"}, {"enter": "again", "after": 1}]}]}`)
	source, err := codegen.GoTest(loud, program.Run(loud, program.Options{MaxRecords: 1000}))
	if err != nil || strings.Count(source.Text, " x\",\n") != 20 {
		t.Errorf("error %v and the test\n%s", err, source.Text)
	}
}
