package codegen

import (
	"strings"
	"time"

	"lastcall/engine/scenario"
)

// Names that a script uses itself, or that would change what it does.
const pythonReserved = `
	atexit math os sched signal sys threading time traceback
	clock scheduler entries RealClock VirtualClock UNIT other_thread close
	on_sigint on_sigterm on_sighup on_sigusr1 on_close
	Exception KeyError KeyboardInterrupt OSError OverflowError RuntimeError TypeError ValueError ZeroDivisionError
	abs float max print self _
	__annotations__ __builtins__ __debug__ __doc__ __name__ __class__ __file__ __spec__`

// Python writes s as a script for CPython 3.10 or later.
func Python(s *scenario.Scenario) Source {
	f := factsOf(s)
	p := &python{facts: f, writer: writer{unit: "    "}}
	reserved := pythonReserved
	for i := range s.Outside {
		reserved += " outside_" + digits(i)
	}
	p.names = newNames(f, reserved, func(id string) string { return id }, func(name string) string { return name + "_" })
	p.script()
	return p.source()
}

// python is a script in the making.
type python struct {
	*facts
	writer
	names *names
}

func (p *python) script() {
	p.head()
	p.clocks()
	for i := range p.Events {
		e := &p.Events[i]
		p.function("/events/"+digits(i), e.ID, e.Label, e.Do)
	}
	for i := range p.Hooks {
		p.hook(i)
	}
	p.handlers()
	p.fromOutside()
	p.main()
}

func (p *python) head() {
	title := p.Title
	if title == "" {
		title = "A scheduler and its exit hooks"
	}
	p.line("", `"""`, pythonEscape(title))
	p.line("")
	p.line("", "It takes real time, ", tickWords(p.Clock.Tick), " a unit. With --virtual its clock jumps to the")
	p.line("", "next event instead of waiting.")
	if p.Scenario.Python == scenario.Python314 {
		p.line("")
		p.line("", "Its hooks are those of Python 3.14 and later, where unregistering one comes")
		p.line("", "too late once hooks have begun to run.")
	}
	p.line("", `"""`)
	p.line("")
	p.line("", "import atexit")
	if p.huge {
		p.line("", "import math")
	}
	if p.deadly() {
		p.line("", "import os")
	}
	p.line("", "import sched")
	if len(p.Handlers) > 0 || p.verbs["kill"] || p.signalled() {
		p.line("", "import signal")
	}
	p.line("", "import sys")
	if len(p.Outside) > 0 {
		p.line("", "import threading")
	}
	p.line("", "import time")
	if p.outsideMayFail() {
		p.line("", "import traceback")
	}
}

// signalled reports whether a signal comes from outside; what closes the page
// is one as well.
func (p *python) signalled() bool { return len(p.sent) > 1 || len(p.sent) == 1 && !p.sent[""] }

func (p *facts) outsideMayFail() bool {
	for i := range p.Outside {
		if mayFail(p.Outside[i].Do) {
			return true
		}
	}
	return false
}

// tickWords writes how long a unit is: "1 s".
func tickWords(tick time.Duration) string {
	if tick <= 0 {
		tick = scenario.DefaultTick
	}
	return number(tick.Seconds()) + " s"
}

func (p *python) clocks() {
	elapsed, times := "time.monotonic() - self.origin", ""
	if p.Clock.Tick > 0 && p.Clock.Tick != scenario.DefaultTick {
		elapsed, times = "(time.monotonic() - self.origin) / UNIT", " * UNIT"
		p.line("")
		p.line("", "UNIT = ", number(p.Clock.Tick.Seconds()), "  # seconds")
	}
	clock := realClock
	if len(p.Outside) > 0 {
		clock += realArrivals
	}
	p.block(strings.ReplaceAll(strings.ReplaceAll(clock, "ELAPSED", elapsed), "*UNIT", times))
	check := ""
	if p.huge {
		check = overflowCheck
	}
	p.block(strings.ReplaceAll(virtualClock(len(p.Outside) > 0), "CHECK\n", check))
	start := scenario.FormatFloat(p.Clock.Start + 0)
	p.block("\n\n")
	p.line("", `clock = VirtualClock(`, start, `) if "--virtual" in sys.argv else RealClock(`, start, ")")
	p.line("", "scheduler = sched.scheduler(clock.time, clock.sleep)")
	if len(p.cancelled) > 0 {
		p.line("", "entries = {}  # what enter returned last, for cancel")
	}
	if p.deadly() {
		p.line("", "sys.stdout.reconfigure(line_buffering=True)  # what a killed program printed is not lost")
	}
}

const realClock = `

class RealClock:
    """Real time since the program began."""

    def __init__(self, start):
        self.origin = time.monotonic() - start*UNIT

    def time(self):
        return ELAPSED

    def sleep(self, delay):
        time.sleep(delay*UNIT)
`

const realArrivals = `
    def at(self, moment, arrive):
        timer = threading.Timer(max(0, moment - self.time())*UNIT, arrive)
        timer.daemon = True  # the program does not wait for it
        timer.start()
`

func virtualClock(arrivals bool) string {
	if arrivals {
		return `

class VirtualClock:
    """A clock that jumps where a real one waits."""

    def __init__(self, start):
        self.now = start
        self.arrivals = []

    def time(self):
        return self.now

    def sleep(self, delay):
        until = self.now + delay
CHECK
        while self.arrivals and self.arrivals[0][0] <= until:
            moment, arrive = self.arrivals.pop(0)
            self.now = max(self.now, moment)
            arrive()
        self.now = max(self.now, until)

    def at(self, moment, arrive):
        self.arrivals.append((moment, arrive))
`
	}
	return `

class VirtualClock:
    """A clock that jumps where a real one waits."""

    def __init__(self, start):
        self.now = start

    def time(self):
        return self.now

    def sleep(self, delay):
        until = self.now + delay
CHECK
        self.now = until
`
}

const overflowCheck = `        if math.isinf(until):
            raise OverflowError("timestamp out of range for platform time_t")
`

// function defines the function of an event or a hook.
func (p *python) function(path, id, label string, do []scenario.Step) {
	p.block("\n\n")
	p.define(path, id, label, do)
}

func (p *python) define(path, id, label string, do []scenario.Step) {
	shape, named := p.parameters(id, do)
	parameters := "*args, **kwargs"
	if named {
		parameters = strings.Join(p.parameterNames(shape), ", ")
	}
	p.line(path, "def ", p.names.of[id], "(", parameters, "):")
	p.indent++
	if label != "" && label != id {
		p.line(path, `"""`, pythonEscape(label), `"""`)
	}
	p.body(path+"/do", do, func(text scenario.Print) string {
		if named {
			return p.formatted(text, shape)
		}
		return p.formatCall(text, "*args, **kwargs")
	})
	p.indent--
}

// parameters reports whether the function of id can have its arguments as
// parameters: a name that the function needs for something else is none.
func (p *python) parameters(id string, do []scenario.Step) (shape, bool) {
	s, ok := p.shape(id, do)
	for _, name := range s.kwargs {
		if p.names.taken[name] || strings.HasPrefix(name, "arg") || strings.HasPrefix(name, "__") {
			return s, false
		}
	}
	return s, ok
}

func (p *python) parameterNames(s shape) (list []string) {
	for i := range s.args {
		list = append(list, s.place(i))
	}
	return append(list, s.kwargs...)
}

// hook defines a hook and registers it. One without arguments is registered
// as it is defined.
func (p *python) hook(i int) {
	h, path := &p.Hooks[i], "/hooks/"+digits(i)
	p.block("\n\n")
	if !h.Unregistered && h.With.Empty() {
		p.line(path, "@atexit.register")
	}
	p.define(path, h.ID, h.Label, h.Do)
	if !h.Unregistered && !h.With.Empty() {
		p.block("\n\n")
		p.line(path, p.register(h.ID, h.With))
	}
}

func (p *python) handlers() {
	for _, s := range scenario.Handleable {
		steps, ok := p.Handlers[s]
		if !ok {
			continue
		}
		path, name := "/handlers/"+string(s), "on_"+strings.ToLower(string(s))
		p.block("\n\n")
		p.line(path, "def ", name, "(signum, frame):")
		p.indent++
		p.body(path, steps, p.plain)
		p.indent--
		p.block("\n\n")
		p.line(path, "signal.signal(signal.", string(s), ", ", name, ")")
	}
}
