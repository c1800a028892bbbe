package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// console shows what the program has printed at the cursor, and its status
// once it is over. For a program in real time it is the program window, with
// what can be done to that from outside.
type console struct {
	app.Compo

	Session *session
	Rev     int
}

func (c *console) Render() app.UI {
	s, w := c.Session, c.Session.words
	state := s.state()
	numbers := s.run.index.Console(s.cursor())
	hidden := max(0, len(numbers)-maxRows)
	var lines []app.UI
	if hidden > 0 {
		lines = append(lines, app.Div().Class("console-line console-note").Text(w.Earlier(hidden)))
	}
	for _, n := range numbers[hidden:] {
		lines = append(lines, s.consoleLine(n))
	}
	if state.Ended {
		lines = append(lines, app.Div().Class("console-line console-note").Text(w.ExitStatus(state.Status)))
	}
	if len(lines) == 0 {
		lines = append(lines, app.Div().Class("console-line console-note").Text(w.ConsoleEmpty))
	}
	log := app.Div().Class("console").ID("console").Role("log").Aria("live", "off").Aria("label", w.Console).TabIndex(0).Body(lines...)
	if s.scenario.Clock.Real {
		return s.programWindow(log)
	}
	return card("terminal", w.Console, log)
}

// OnUpdate keeps the last line in sight.
func (c *console) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		log := app.Window().GetElementByID("console")
		if log.Truthy() {
			log.Set("scrollTop", log.Get("scrollHeight"))
		}
	})
}

// consoleLine is the line that record n printed.
func (s *session) consoleLine(n int) app.UI {
	r := &s.run.index.Records()[n]
	line := app.Div().Class("console-line").DataSet("stream", "stdout")
	if r.Kind == trace.Error {
		line = app.Div().Class("console-line").DataSet("stream", "stderr")
	}
	if ref := s.printerOf(n); ref != "" {
		line = line.DataSet("ref", ref)
	}
	return line.Body(
		app.Span().Class("console-time").Text(s.reading(r.T)),
		app.Span().Class("console-text").Text(r.Text),
	)
}

// printerOf is the action or hook that record n comes from, "" for the main
// program.
func (s *session) printerOf(n int) string {
	switch at := s.run.index.At(n); {
	case at.Running >= 0:
		return entryRef(at.Running)
	case at.Hook > 0:
		return registrationRef(at.Hook)
	}
	return ""
}
