package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// insideRun shows what run() does between the records, a step at a time, and
// the queue as the heap that it is.
type insideRun struct {
	app.Compo

	Session *session
	Rev     int
}

// An inside is where in run() the reader is.
type inside struct {
	steps *trace.Inside
	index *trace.Index // that they are of
	total int          // records it had
	at    int
}

// runSteps are the steps of the run as far as it has come.
func (s *session) runSteps() *trace.Inside {
	in := &s.inside
	if in.index != s.run.index || in.total != s.total() {
		*in = inside{steps: trace.NewInside(s.scenario, s.run.index), index: s.run.index, total: s.total(), at: -1}
	}
	return in.steps
}

// runStep is the step that is shown: the one that was stepped to, or, if the
// cursor is elsewhere by now, what run() is at there.
func (s *session) runStep() int {
	steps := s.runSteps()
	if at := s.inside.at; at >= 0 && at < steps.Len() && steps.Step(at).N == s.cursor() {
		return at
	}
	return steps.At(s.cursor())
}

// goInside moves to a step of run(), and the cursor with it.
func (s *session) goInside(at int) {
	steps := s.runSteps()
	if at < 0 || at >= steps.Len() || s.live() {
		return
	}
	s.seek(steps.Step(at).N)
	s.inside.at = at
}

// nextTurn is the next step at which run() looks at the queue; -1 if there is
// none.
func (s *session) nextTurn() int {
	steps := s.runSteps()
	for i := s.runStep() + 1; i < steps.Len(); i++ {
		if steps.Step(i).Kind == trace.RunPeek {
			return i
		}
	}
	return -1
}

func (c *insideRun) Render() app.UI {
	s, w := c.Session, c.Session.words
	steps, at := s.runSteps(), s.runStep()
	last := steps.Len() - 1
	return app.Div().Class("inside").Body(
		app.P().Class("tool-text").Text(w.InsideText),
		app.Div().Class("inside-steps").Role("group").Aria("label", w.Inside).Body(
			iconButton(w.InsideBack, iconStepBack, at > 0 && !s.live(), c.onBack),
			iconButton(w.InsideNext, iconStep, at < last && !s.live(), c.onNext),
			app.Button().Type("button").Class("button").Aria("disabled", s.live() || s.nextTurn() < 0).
				Text(w.InsideTurn).OnClick(c.onTurn),
			app.Span().Class("inside-position").Text(w.InsidePosition(at+1, last+1)),
		),
		app.Div().Class("inside-parts").Body(
			app.Div().Class("inside-code").Body(
				s.runCode(steps.Step(at)),
				app.P().Class("inside-now").Role("status").Text(s.runSentence(at)),
			),
			&heapView{Session: s, Rev: s.rev},
		),
	)
}

func (c *insideRun) onBack(app.Context, app.Event) { c.Session.goInside(c.Session.runStep() - 1) }
func (c *insideRun) onNext(app.Context, app.Event) { c.Session.goInside(c.Session.runStep() + 1) }
func (c *insideRun) onTurn(app.Context, app.Event) { c.Session.goInside(c.Session.nextTurn()) }

// runLines are the lines of the loop, in our own words.
var runLines = []string{"loop", "return", "peek", "delay", "wait", "pop", "action", "yield"}

// runLine is the line that a step is at; "" if that is none of run().
func runLine(step trace.RunStep) string {
	if step.Kind == trace.RunPeek && step.Seq < 0 {
		return "return"
	}
	return map[trace.RunStepKind]string{
		trace.RunPeek: "peek", trace.RunDelay: "delay", trace.RunWait: "wait", trace.RunPop: "pop",
		trace.RunAction: "action", trace.RunYield: "yield", trace.RunReturn: "return",
	}[step.Kind]
}

// runCode is the loop, with the present line marked.
func (s *session) runCode(step trace.RunStep) app.UI {
	lines := make([]app.UI, len(runLines))
	for i, name := range runLines {
		line := app.Li().Class("run-line").DataSet("line", name)
		if name == runLine(step) {
			line = line.Aria("current", "step")
		}
		lines[i] = line.Body(app.Code().Text(s.words.RunLines[name]))
	}
	return app.Ol().Class("run-lines").Body(lines...)
}

// runSentence says what happens in a step.
func (s *session) runSentence(at int) string {
	w, steps := s.words, s.runSteps()
	step := steps.Step(at)
	h, _ := s.run.index.Entry(step.Seq)
	name := s.labelOf(target{id: h.Event})
	switch step.Kind {
	case trace.RunPeek:
		if step.Seq < 0 {
			return w.RunFindsNothing
		}
		return w.RunPeeks(name)
	case trace.RunDelay:
		return w.RunDelays(s.reading(h.Time), s.reading(step.T), s.reading(step.Delay), step.Delay <= 0)
	case trace.RunWait:
		if steps.Step(at-1).Kind == trace.RunWait {
			return w.RunMeanwhile
		}
		return w.RunWaits(name, s.reading(step.Delay))
	case trace.RunPop:
		return w.RunPops(name)
	case trace.RunAction:
		return w.RunActs(name)
	case trace.RunYield:
		return w.RunYields
	case trace.RunRaise:
		return w.RunRaises
	case trace.RunReturn:
		return w.RunReturns
	}
	for i := range at {
		if steps.Step(i).Kind != trace.RunMain {
			return w.RunAfter
		}
	}
	return w.RunBefore
}
