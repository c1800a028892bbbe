package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// runFacts says what this run made of an event: of its latest entry.
func runFacts(s *session, t target) []app.UI {
	if t.kind != eventKind {
		return nil
	}
	w := s.words
	latest, entered := s.run.index.Latest(t.id)
	if !entered {
		return []app.UI{app.H3().Class("subtitle").Text(w.ThisRun), app.P().Class("empty").Text(w.NeverEntered)}
	}
	facts := []app.UI{
		fact(w.PlannedAt, s.reading(latest.Time), ""),
		fact(w.OrderKey, "("+s.reading(latest.Time)+", "+formatTime(latest.Priority)+", "+formatTime(float64(latest.Seq))+")", ""),
	}
	if latest.Start >= 0 {
		facts = append(facts, fact(w.StartedAt, s.reading(latest.Began), ""))
		if late := latest.Late(); late > 0 {
			facts = append(facts, fact(w.Late, s.reading(late), "late"))
		}
	}
	facts = append(facts, fact(w.Outcome, s.outcomeName(&latest), ""))
	return []app.UI{
		app.H3().Class("subtitle").Text(w.ThisRun),
		app.Dl().Class("facts").Body(facts...),
	}
}

func fact(name, value, state string) app.UI {
	return app.Div().Class("fact").DataSet("state", state).Body(
		app.Dt().Text(name), app.Dd().Text(value))
}

// outcomeName is what became of an entry, in the reader's language.
func (s *session) outcomeName(h *trace.History) string {
	w := s.words
	switch {
	case h.Outcome == trace.OutcomeRan && h.Late() > 0:
		return w.OutcomeLate
	case h.Outcome == trace.OutcomeRan:
		return w.OutcomeRan
	case h.Outcome == trace.OutcomeCancelled:
		return w.OutcomeCancelled
	case h.Outcome == trace.OutcomeInterrupted:
		return w.OutcomeInterrupted
	case h.Outcome == trace.OutcomeRunning:
		return w.RunningNow
	}
	return w.OutcomeLeft
}
