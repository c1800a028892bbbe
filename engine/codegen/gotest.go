package codegen

import (
	"errors"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// ErrNothingToExpect is the error of [GoTest] about a program that never ends
// and prints nothing.
var ErrNothingToExpect = errors.New("this program never ends and prints nothing: there is nothing to expect of it")

// maxExpected is how many lines are expected of a program that never ends.
const maxExpected = 20

// GoTest writes s as a Go test: it expects what t, the trace of a run of s
// under the virtual clock, says that the program prints, when, and with which
// status it ends. Of a program that a limit stopped it expects the first
// lines. The error is [ErrNothingToExpect].
func GoTest(s *scenario.Scenario, t *trace.Trace) (Source, error) {
	g := newGo(s, true)
	want := expected(t)
	endless := t.Stopped != nil
	if endless && len(want) == 0 {
		return Source{}, ErrNothingToExpect
	}
	if endless {
		want = want[:min(len(want), maxExpected)]
	}
	for _, name := range []string{"context", "fmt", "testing", "lastcall/engine", "lastcall/hooks"} {
		g.imports[name] = true
	}
	g.imports["slices"] = len(want) > 0
	g.functions()
	g.arrivals()
	g.helpers()
	body := g.writer
	g.writer = writer{unit: "\t"}
	g.testHead(t, want)
	return joined(&g.writer, &body).source(), nil
}

// expected is what a trace prints, each line with its moment.
func expected(t *trace.Trace) (lines []string) {
	for _, r := range t.Records {
		if r.Kind == trace.Print {
			lines = append(lines, strconv.FormatFloat(r.T, 'g', -1, 64)+" "+r.Text)
		}
	}
	return lines
}

func (g *golang) testHead(t *trace.Trace, want []string) {
	raises := g.verbs["exit"] || g.sent[scenario.Close]
	if raises {
		g.imports["errors"] = true
	}
	title := g.Title
	if title == "" {
		title = "A scheduler and its exit hooks"
	}
	g.line("", "// ", goComment(title))
	g.line("", "package lastcall_test")
	g.importList()
	g.variables()
	g.block(testVariables)
	g.block(testBegin)
	g.line("", "\terr := program()")
	if g.sent[scenario.Close] {
		g.line("", "\tending = true")
	}
	g.line("", "\tif ctx.Err() == nil { // it was not killed: the hooks run")
	if raises || g.interrupts() || g.fails() {
		g.line("", "\t\tstatus = statusOf(err)")
	} else {
		g.line("", "\t\tif err != nil {")
		g.line("", "\t\t\tt.Fatal(err)")
		g.line("", "\t\t}")
	}
	g.line("", "\t\texits.Run(ctx, nil)")
	g.line("", "\t}")
	g.wanted(want)
	if t.Stopped == nil {
		g.line("", "\tif want := ", digits(*t.Status), "; status != want {")
		g.line("", "\t\tt.Errorf(\"the status is %d, want %d\", status, want)")
		g.line("", "\t}")
	}
	g.line("", "}")
	g.sayFunction(t, len(want))
	if raises {
		g.block(testExit)
	}
	if raises || g.interrupts() || g.fails() {
		g.statusFunction(raises)
	}
	g.block(testKill)
}

// fails reports whether the main program may end in an error of another kind.
func (g *golang) fails() bool { return g.imports["errors"] || g.verbs["cancel"] || g.formats }

func (g *golang) wanted(want []string) {
	if len(want) == 0 {
		g.line("", "\tif len(got) > 0 {")
		g.line("", "\t\tt.Errorf(\"it printed %q, want nothing\", got)")
		g.line("", "\t}")
		return
	}
	g.line("", "\twant := []string{")
	for _, line := range want {
		g.line("", "\t\t", goString(line), ",")
	}
	g.line("", "\t}")
	g.line("", "\tif !slices.Equal(got, want) {")
	g.line("", "\t\tt.Errorf(\"it printed %q, want %q\", got, want)")
	g.line("", "\t}")
}

const testVariables = `
var (
	exits  hooks.Registry // what atexit holds
	got    []string       // what was printed, and when
	status int

	ctx, die = context.WithCancel(context.Background())
)
`

const testBegin = `
func TestProgram(t *testing.T) {
`

func (g *golang) sayFunction(t *trace.Trace, limit int) {
	g.block(`
// say prints a line, with the moment at which it does.
func say(format string, args ...any) {
`)
	if t.Stopped != nil {
		g.line("", "\tif len(got) == ", digits(limit), " {")
		g.line("", "\t\tdie() // the program would never end")
		g.line("", "\t\treturn")
		g.line("", "\t}")
	}
	g.line("", "\tgot = append(got, fmt.Sprintf(\"%g \", clock.Now())+fmt.Sprintf(format, args...))")
	g.line("", "}")
}

const testExit = `
// An exit is sys.exit with a status: the hooks run.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }
`

func (g *golang) statusFunction(exits bool) {
	g.block(`
// statusOf is the status of a program that ends with err.
func statusOf(err error) int {
`)
	if exits {
		g.line("", "\tif code, ok := errors.AsType[exit](err); ok {")
		g.line("", "\t\treturn int(code)")
		g.line("", "\t}")
	}
	if g.interrupts() {
		g.line("", "\tif errors.Is(err, errKeyboardInterrupt) {")
		g.line("", "\t\treturn -2")
		g.line("", "\t}")
	}
	g.block(strings.TrimPrefix(`
	if err != nil {
		return 1
	}
	return 0
}
`, "\n"))
}

const testKill = `
// kill ends the program where it stands: no hook runs, or none after this one.
func kill(code int) error {
	status = code
	die()
	return ctx.Err()
}
`
