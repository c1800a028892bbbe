package main

import (
	"lastcall/engine/scenario"
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// endings lets people choose how the program ends, and says of each way
// whether the hooks run. What it says, the engine has found out by running
// the scenario that way.
type endings struct {
	app.Compo

	Session *session
	Rev     int
}

// endingCodes are the ways to end as a programmer writes them.
var endingCodes = map[scenario.Ending]string{
	scenario.EndReturn: "return", scenario.EndExit: "sys.exit()", scenario.EndException: "raise",
	scenario.EndSIGINT: "SIGINT", scenario.EndSIGTERMHandled: "SIGTERM", scenario.EndClose: "beforeunload",
	scenario.EndSIGTERM: "SIGTERM", scenario.EndSIGKILL: "SIGKILL", scenario.EndHardExit: "os._exit()",
	scenario.EndAbort: "os.abort()", scenario.EndDiscard: "discard",
}

// causeOf is the cause that an exit has when the program got as far as the
// ending that was chosen.
var causeOf = map[scenario.Ending]trace.Cause{
	scenario.EndReturn: trace.CauseReturn, scenario.EndExit: trace.CauseExit,
	scenario.EndException: trace.CauseException, scenario.EndSIGINT: trace.CauseException,
	scenario.EndSIGTERM: trace.CauseSignal, scenario.EndSIGKILL: trace.CauseSignal,
	scenario.EndClose: trace.CauseClose, scenario.EndDiscard: trace.CauseDiscard,
	scenario.EndHardExit: trace.CauseHardExit, scenario.EndAbort: trace.CauseAbort,
}

// signalOf is the signal that an ending comes by.
var signalOf = map[scenario.Ending]scenario.Signal{
	scenario.EndSIGINT: scenario.SIGINT, scenario.EndSIGTERM: scenario.SIGTERM,
	scenario.EndSIGTERMHandled: scenario.SIGTERM, scenario.EndSIGKILL: scenario.SIGKILL,
}

func (c *endings) Render() app.UI {
	s := c.Session
	current := s.scenario.Ending()
	choices := make([]app.UI, len(scenario.Endings))
	for i, e := range scenario.Endings {
		choices[i] = &ending{Session: s, Ending: e, Chosen: e == current, Rev: s.rev}
	}
	return app.FieldSet().Class("endings").Body(
		app.Legend().Class("endings-title").Text(s.words.HowEnds),
		app.Div().Class("endings-choices").Body(choices...),
	)
}

// ending is one way to end: a radio button drawn as a card.
type ending struct {
	app.Compo

	Session *session
	Ending  scenario.Ending
	Chosen  bool
	Rev     int
}

func (c *ending) Render() app.UI {
	state, mark, text := c.Session.verdict(c.Ending)
	return app.Label().Class("ending").DataSet("state", state).Body(
		app.Input().Type("radio").Class("ending-input").Name("ending").Value(string(c.Ending)).
			Checked(c.Chosen).OnChange(c.onChoose),
		app.Span().Class("ending-code").Text(endingCodes[c.Ending]),
		app.Span().Class("ending-name").Text(c.Session.words.EndingName[string(c.Ending)]),
		app.Span().Class("ending-verdict").Body(
			app.Span().Aria("hidden", true).Text(mark+" "),
			app.Text(text),
		),
	)
}

func (c *ending) onChoose(app.Context, app.Event) { c.Session.setEnding(c.Ending) }

// verdict says what the engine found out about a way to end.
func (s *session) verdict(e scenario.Ending) (state, mark, text string) {
	w := s.words
	o, known := s.outcome(e)
	expected := causeOf[e]
	switch {
	case !known:
		return "working", "…", w.Working
	case o.endless:
		return "unknown", "?", w.Endless
	case o.cause == "":
		return "unknown", "?", w.Unknown
	case expected != "" && o.cause != expected, o.signal != signalOf[e] && signalOf[e] != "":
		return "unknown", "–", w.NotReached
	case e == scenario.EndSIGTERMHandled && o.cause == trace.CauseReturn:
		return "unknown", "–", w.GoesOn
	case o.run:
		return "run", "✓", w.HooksRun
	}
	return "skipped", "✕", w.HooksSkipped
}
