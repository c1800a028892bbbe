package codegen

import "lastcall/engine/scenario"

// fromOutside arranges for what other processes and threads do.
func (p *python) fromOutside() {
	if p.sent[scenario.Close] {
		p.block(pythonClose)
	}
	if p.outsideMayFail() {
		p.block(otherThread)
	}
	for _, i := range p.outside {
		o := &p.Outside[i]
		if o.Send != "" {
			continue
		}
		path := "/outside/" + digits(i)
		p.block("\n\n")
		if mayFail(o.Do) {
			p.line(path, "@other_thread")
		}
		p.line(path, "def outside_", digits(i), "():")
		p.indent++
		p.body(path+"/do", o.Do, p.plain)
		p.indent--
	}
	if len(p.outside) > 0 {
		p.block("\n\n")
	}
	for _, i := range p.outside {
		o := &p.Outside[i]
		p.line("/outside/"+digits(i), "clock.at(", number(o.At), ", ", p.arrival(i, o), ")")
	}
}

// arrival is what is called when an outside entry's moment has come.
func (p *python) arrival(i int, o *scenario.Outside) string {
	signal := string(o.Send)
	switch o.Send {
	case "":
		return "outside_" + digits(i)
	case scenario.Close:
		return "close"
	case scenario.Discard:
		signal = string(scenario.SIGKILL)
	}
	return "lambda: os.kill(os.getpid(), signal." + signal + ")"
}

const pythonClose = `

def close():
    """The page is being closed: the program ends, and its hooks run."""
    os.kill(os.getpid(), signal.SIGUSR2)


def on_close(signum, frame):
    sys.exit()


signal.signal(signal.SIGUSR2, on_close)
`

const otherThread = `

def other_thread(function):
    """Lets an error end the function alone, as it ends a thread."""

    def run():
        try:
            function()
        except Exception:
            traceback.print_exc()

    return run
`

// main enters the events, runs the scheduler and ends the program.
func (p *python) main() {
	p.block("\n\n")
	for i := range p.Events {
		if e := &p.Events[i]; !e.Unqueued {
			p.line("/events/"+digits(i), p.enter(e.ID, e.When, e.Priority, e.With))
		}
	}
	if !p.sent[scenario.Close] {
		p.line("", "scheduler.run()")
		p.steps("/end", p.End, p.plain)
		return
	}
	p.line("", "try:")
	p.indent++
	p.line("", "scheduler.run()")
	p.steps("/end", p.End, p.plain)
	p.indent--
	p.line("", "finally:")
	p.line("", "    signal.signal(signal.SIGUSR2, signal.SIG_IGN)  # it is closing already")
}
