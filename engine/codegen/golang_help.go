package codegen

import (
	"strings"
	"time"

	"lastcall/engine/scenario"
)

// programHead begins a program: what it is, what it needs, and how it runs.
func (g *golang) programHead() {
	for _, name := range []string{"flag", "time", "lastcall/engine", "lastcall/hooks"} {
		g.imports[name] = true
	}
	g.imports["fmt"], g.imports["os"] = true, true
	title := g.Title
	if title == "" {
		title = "A scheduler and its exit hooks"
	}
	g.line("", "// ", goComment(title))
	g.line("", "//")
	g.line("", "// It takes real time, ", tickWords(g.Clock.Tick), " a unit. With -virtual its clock jumps to the")
	g.line("", "// next event instead of waiting.")
	g.line("", "package main")
	g.importList()
	g.variables()
	g.block(goMain)
	if g.world() {
		g.line("", "\tif !*virtual {")
		g.line("", "\t\tclock.real = engine.NewRealClock[float64](", goDuration(g.Scenario), ")")
		g.line("", "\t}")
	} else {
		g.line("", "\tclock = engine.NewRealClock[float64](", goDuration(g.Scenario), ")")
		g.line("", "\tif *virtual {")
		g.line("", "\t\tclock = engine.NewVirtualClock(0.0)")
		g.line("", "\t}")
		g.line("", "\tscheduler = engine.New(clock)")
	}
	g.line("", "\thooks.Main(run)")
	g.line("", "}")
	g.block(goRun)
	if g.sent[scenario.Close] {
		g.line("", "\tdefer func() { ending = true }()")
	}
	g.line("", "\terr := program()")
	if g.interrupts() {
		g.imports["errors"] = true
		g.line("", "\tif errors.Is(err, errKeyboardInterrupt) {")
		g.line("", "\t\tfmt.Fprintln(os.Stderr, err)")
		g.line("", "\t\treturn 128 + 2")
		g.line("", "\t}")
	}
	g.block(goRunEnd)
}

const goMain = `
func main() {
	virtual := flag.Bool("virtual", false, "jump to the next event instead of waiting")
	flag.Parse()
`

const goRun = `
// run runs the program, and says with which status it ends.
func run() int {
`

const goRunEnd = `	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
`

// goDuration writes how long a unit is.
func goDuration(s *scenario.Scenario) string {
	tick := s.Clock.Tick
	switch {
	case tick <= 0 || tick == scenario.DefaultTick:
		return "time.Second"
	case tick%time.Millisecond == 0:
		return digits(int(tick/time.Millisecond)) + " * time.Millisecond"
	}
	return digits(int(tick)) + " * time.Nanosecond"
}

// world reports whether the program needs a clock of its own: one at which
// something arrives, or that begins at another reading than 0.
func (g *golang) world() bool { return len(g.Outside) > 0 || !g.test && g.Clock.Start != 0 }

func (g *golang) importList() {
	g.line("")
	g.line("", "import (")
	for _, name := range goPackages {
		if name == "" || g.imports[name] {
			g.line("", importLine(name))
		}
	}
	g.line("", ")")
}

// goPackages are all that a program may import, in order.
var goPackages = []string{
	"context", "errors", "flag", "fmt", "os", "slices", "testing", "time", "", "lastcall/engine", "lastcall/hooks",
}

func importLine(name string) string {
	if name == "" {
		return ""
	}
	return "\t" + goString(name)
}

// variables declares what the functions share.
func (g *golang) variables() {
	start := scenario.FormatFloat(g.Clock.Start + 0)
	g.line("")
	g.line("", "var (")
	switch {
	case g.world():
		g.line("", "\tclock     = &world{now: ", start, "}")
		g.line("", "\tscheduler = engine.New[float64](clock)")
	case g.test:
		g.line("", "\tclock     = engine.NewVirtualClock(", start, ")")
		g.line("", "\tscheduler = engine.New(clock)")
	default:
		g.line("", "\tclock     engine.Clock[float64]")
		g.line("", "\tscheduler *engine.Scheduler[float64]")
	}
	g.line("", ")")
	for i := range g.Events {
		if id := g.Events[i].ID; g.cancelled[id] {
			g.line("")
			g.line("/events/"+digits(i), "// The latest entry of ", g.names.of[id], ", for cancelling it.")
			g.line("/events/"+digits(i), "var ", g.names.of[id], entrySuffix, " engine.Event[float64]")
		}
	}
	if g.sent[scenario.Close] {
		g.line("")
		g.line("", "// ending is true once the hooks are next.")
		g.line("", "var ending bool")
	}
	if g.interrupts() {
		g.line("")
		g.line("", `var errKeyboardInterrupt = errors.New("KeyboardInterrupt")`)
	}
}

// helpers defines what the functions call.
func (g *golang) helpers() {
	if g.interrupts() {
		g.imports["errors"] = true
	}
	switch {
	case !g.verbs["work"]:
	case len(g.Outside) > 0:
		g.block(goWorkOrFail)
	default:
		g.block(goWork)
	}
	if g.outsideMayFail() {
		if g.test {
			g.block(goAloneTest)
		} else {
			g.block(goAlone)
		}
	}
	if g.formats {
		g.imports["fmt"] = true
		say := `fmt.Println(text)`
		if g.test {
			say = `say("%s", text)`
		}
		g.block(strings.ReplaceAll(goArguments, "SAY", say))
	}
}

const goWork = `
// work keeps the one thread busy.
func work(units float64) {
	clock.Delay(context.Background(), units)
}
`

const goWorkOrFail = `
// work keeps the one thread busy. It fails if what arrives meanwhile does.
func work(units float64) error {
	return clock.Delay(context.Background(), units)
}
`

const goAlone = `
// alone lets an error end a thread alone.
func alone(thread func() error) func() error {
	return func() error {
		if err := thread(); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		return nil
	}
}
`

const goAloneTest = `
// alone lets an error end a thread alone.
func alone(thread func() error) func() error {
	return func() error {
		_ = thread()
		return nil
	}
}
`

const goArguments = `
// arguments are what a function is called with, by place or by name.
type arguments map[string]string

// A key stands for an argument.
type key string

// print prints parts, with the arguments in the place of keys.
func (with arguments) print(parts ...any) error {
	text := ""
	for _, part := range parts {
		k, isKey := part.(key)
		value, ok := with[string(k)]
		if isKey && !ok {
			return fmt.Errorf("there is no argument %s", k)
		}
		if isKey {
			part = value
		}
		text += fmt.Sprint(part)
	}
	SAY
	return nil
}
`

// arrivals defines the clock that brings along what comes from outside.
func (g *golang) arrivals() {
	switch {
	case !g.world():
	case g.test:
		g.block(goWorldType + "}\n" + goArrivals + "\treturn w.now\n}\n" + goDelay + goVirtualWait)
	default:
		g.block(goWorldType + goRealField + "}\n" + goArrivals + goRealNow + "\treturn w.now\n}\n" + goDelay + goRealWait)
	}
}

const goRealField = `
	// real is nil if the clock jumps where a real one waits.
	real *engine.RealClock[float64]
`

const goRealNow = `	if w.real != nil {
		return w.now + w.real.Now()
	}
`

const goVirtualWait = `
func (w *world) wait(until float64) {
	w.now = max(w.now, until)
}
`

const goRealWait = `
func (w *world) wait(until float64) {
	if w.real == nil {
		w.now = max(w.now, until)
	} else if left := until - w.Now(); left > 0 {
		w.real.Delay(context.Background(), left)
	}
}
`

const goWorldType = `
// A world is a clock at which something arrives from outside.
type world struct {
	now      float64 // the first reading; if it jumps, the present one
	arrivals []arrival
`

const goArrivals = `
// An arrival is what happens at a moment, whatever the program does then.
type arrival struct {
	moment float64
	arrive func() error
}

// at arranges for an arrival, after those that are arranged for already.
func (w *world) at(moment float64, arrive func() error) {
	w.arrivals = append(w.arrivals, arrival{moment, arrive})
}

// Now returns the reading.
func (w *world) Now() float64 {
`

const goDelay = `
// Delay lets d pass, and what arrives meanwhile.
func (w *world) Delay(_ context.Context, d float64) error {
	until := w.Now() + d
	for len(w.arrivals) > 0 && w.arrivals[0].moment <= until {
		next := w.arrivals[0]
		w.arrivals = w.arrivals[1:]
		w.wait(next.moment)
		if err := next.arrive(); err != nil {
			return err
		}
	}
	w.wait(until)
	return nil
}
`
