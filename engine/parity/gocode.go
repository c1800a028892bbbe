package parity

import (
	"bytes"
	"context"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"lastcall/engine/codegen"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// Go builds, vets and runs the Go programs and Go tests that codegen writes of
// scenarios, and returns what is wrong, "" if nothing: each is formatted as
// gofmt does, vet finds nothing, each program prints under its virtual clock
// what the trace prints and ends with its status (128 and the number for a
// signal), and each test passes.
//
// They become packages of one module, whose dir is the caller's, so that there
// is one program and one test to link: main and the tests are exported, which
// is all that is changed in them.
func Go(ctx context.Context, dir string, scenarios []*scenario.Scenario) (string, error) {
	root, err := findRoot()
	if err != nil {
		return "", err
	}
	b := batch{dir: dir}
	b.file("go.mod", "module generated\n\ngo 1.26\n\nrequire lastcall v0.0.0\n\nreplace lastcall => "+root+"\n")
	for i, s := range scenarios {
		b.add(i, s)
	}
	b.file("main.go", "package main\n\nimport (\n\t\"os\"\n\n"+b.imports+")\n\nfunc main() {\n\tname := os.Args[1]\n"+
		"\tos.Args = os.Args[1:]\n\tswitch name {\n"+b.mains+"\t}\n}\n")
	b.file("main_test.go", "package main\n\nimport (\n\t\"testing\"\n\n"+b.testImports+")\n\n"+
		"func TestAll(t *testing.T) {\n"+b.tests+"}\n")
	if b.err != nil {
		return "", b.err
	}
	for _, args := range [][]string{{"build", "-o", "programs", "."}, {"vet", "./..."}, {"test", "."}} {
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			b.wrong = append(b.wrong, fmt.Sprintf("go %s: %v\n%s", strings.Join(args, " "), err, out))
			return strings.Join(b.wrong, "\n"), nil
		}
	}
	for i, t := range b.traces {
		b.run(ctx, i, t)
	}
	return strings.Join(b.wrong, "\n"), nil
}

// A batch is a module in the making.
type batch struct {
	dir                                string
	imports, mains, testImports, tests string
	traces                             []*trace.Trace
	wrong                              []string
	err                                error
}

func (b *batch) file(name, text string) {
	path := filepath.Join(b.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil && b.err == nil {
		b.err = err
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil && b.err == nil {
		b.err = err
	}
}

func (b *batch) add(i int, s *scenario.Scenario) {
	_, s, err := Document(s)
	if err != nil {
		b.err = err
		return
	}
	t := program.Run(s, program.Options{MaxRecords: maxRecords})
	b.traces = append(b.traces, t)

	b.formatted(i, codegen.Go(s).Text)
	text := strings.Replace(codegen.Go(s).Text, "package main\n", fmt.Sprintf("package p%d\n", i), 1)
	b.file(fmt.Sprintf("p%d/program.go", i), strings.Replace(text, "\nfunc main() {", "\nfunc Main() {", 1))
	b.imports += fmt.Sprintf("\t\"generated/p%d\"\n", i)
	b.mains += fmt.Sprintf("\tcase \"p%d\":\n\t\tp%d.Main()\n", i, i)

	test, err := codegen.GoTest(s, t)
	if err != nil {
		return // a program without an end, of which nothing can be expected
	}
	b.formatted(i, test.Text)
	b.file(fmt.Sprintf("t%d/program.go", i), strings.Replace(test.Text, "package lastcall_test\n", fmt.Sprintf("package t%d\n", i), 1))
	b.testImports += fmt.Sprintf("\t\"generated/t%d\"\n", i)
	b.tests += fmt.Sprintf("\tt.Run(\"t%d\", t%d.TestProgram)\n", i, i)
}

// formatted checks that text is as gofmt writes it.
func (b *batch) formatted(i int, text string) {
	want, err := format.Source([]byte(text))
	if err != nil {
		b.wrong = append(b.wrong, fmt.Sprintf("%d is no Go: %v\n%s", i, err, text))
	} else if !bytes.Equal(want, []byte(text)) {
		b.wrong = append(b.wrong, fmt.Sprintf("%d is not formatted:\n%s", i, text))
	}
}

// run runs a program and compares what it prints and its status.
func (b *batch) run(ctx context.Context, i int, t *trace.Trace) {
	if t.Stopped != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, filepath.Join(b.dir, "programs"), fmt.Sprintf("p%d", i), "-virtual")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	_ = cmd.Run() // its status is compared
	var printed strings.Builder
	for _, r := range t.Records {
		if r.Kind == trace.Print {
			printed.WriteString(r.Text + "\n")
		}
	}
	want := *t.Status
	if want < 0 {
		want = 128 - want
	}
	if got := statusOf(cmd); got != want || stdout.String() != printed.String() {
		b.wrong = append(b.wrong, fmt.Sprintf("p%d: status %d, want %d; it printed\n%q, want\n%q\nstderr %s",
			i, got, want, stdout.String(), printed.String(), stderr.String()))
	}
}
