package main

import (
	"slices"
	"sort"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// runFacts says what this run made of an event.
func runFacts(s *session, t target) []app.UI {
	if t.kind != eventKind {
		return nil
	}
	return []app.UI{&eventFacts{Session: s, Event: t.id, Rev: s.rev}}
}

// eventFacts says what became of one entry of an event in this run, and why:
// the latest one at the cursor, unless another is leafed to.
type eventFacts struct {
	app.Compo

	Session *session
	Event   string
	Rev     int

	leafed int // sequence number of the entry that was leafed to
	at     int // cursor that it was leafed to at, and
	of     string
}

// shown returns the entries of the event, and which of them is shown; -1 if
// there are none.
func (f *eventFacts) shown() (entries []int, at int) {
	s := f.Session
	entries = s.run.index.Of(f.Event)
	if f.of == f.Event && f.at == s.cursor() {
		if at, found := slices.BinarySearch(entries, f.leafed); found {
			return entries, at
		}
	}
	entered := sort.Search(len(entries), func(i int) bool {
		h, _ := s.run.index.Entry(entries[i])
		return h.Enter >= s.cursor()
	})
	return entries, min(max(0, entered-1), len(entries)-1)
}

func (f *eventFacts) Render() app.UI {
	s, w := f.Session, f.Session.words
	entries, at := f.shown()
	if at < 0 {
		return app.Div().Class("run-facts").Body(
			app.H3().Class("subtitle").Text(w.ThisRun),
			app.P().Class("empty").Text(w.NeverEntered),
		)
	}
	h, _ := s.run.index.Entry(entries[at])
	var leaf app.UI
	if len(entries) > 1 {
		leaf = app.Div().Class("facts-leaf").Role("group").Aria("label", w.EntryOf(at+1, len(entries))).Body(
			iconButton(w.EntryBefore, iconStepBack, at > 0, f.onBefore),
			app.Span().Text(w.EntryOf(at+1, len(entries))),
			iconButton(w.EntryAfter, iconStep, at < len(entries)-1, f.onAfter),
		)
	}
	var why app.UI
	if _, comparable := s.run.index.Before(h.Seq); comparable {
		why = app.Button().Type("button").Class("button button-wide").Text(w.AskWhy).OnClick(f.onAsk)
	}
	body := []app.UI{
		app.Div().Class("facts-head").Body(app.H3().Class("subtitle").Text(w.ThisRun), leaf),
		app.Dl().Class("facts").Body(s.factsOf(h)...),
	}
	if h.Start >= 0 {
		body = append(body, s.late(h).body()...)
	}
	return app.Div().Class("run-facts").Body(append(body, why)...)
}

// factsOf are the facts of one entry.
func (s *session) factsOf(h trace.History) []app.UI {
	w, records := s.words, s.run.index.Records()
	facts := []app.UI{
		fact(w.PlannedAt, s.reading(h.Time), ""),
		fact(w.OrderKey, "("+s.reading(h.Time)+", "+formatTime(h.Priority)+", "+formatTime(float64(h.Seq))+")", ""),
		fact(w.EnteredBy, w.AtTime(s.by(h.Enter), s.reading(records[h.Enter].T)), ""),
	}
	if h.Start >= 0 {
		facts = append(facts, fact(w.StartedAt, s.reading(h.Began), ""))
		if late := s.reading(h.Late()); h.Late() > 0 && late != s.reading(0) {
			facts = append(facts, fact(w.Late, late, "late"))
		}
	}
	if h.Finish >= 0 {
		facts = append(facts, fact(w.Took, trace.Number(h.Ended-h.Began), ""))
	}
	if h.Cancel >= 0 {
		facts = append(facts, fact(w.CancelledBy, w.AtTime(s.by(h.Cancel), s.reading(records[h.Cancel].T)), ""))
	}
	return append(facts, fact(w.Outcome, s.outcomeName(&h), ""))
}

// by is the part of the program that made a record, in the reader's language.
func (s *session) by(record int) string {
	w := s.words
	switch o := s.run.index.Origin(s.scenario, record); o.Kind {
	case trace.FromAction:
		return w.ByAction(s.labelOf(target{id: o.ID}))
	case trace.FromHook:
		return w.ByHook(s.labelOf(target{kind: hookKind, id: o.ID}))
	case trace.FromHandler:
		return w.ByHandler(o.ID)
	case trace.FromOutside:
		return w.ByOutside
	}
	return w.ByMain
}

func (f *eventFacts) onBefore(app.Context, app.Event) { f.leaf(-1) }
func (f *eventFacts) onAfter(app.Context, app.Event)  { f.leaf(+1) }

func (f *eventFacts) leaf(by int) {
	entries, at := f.shown()
	if at += by; at >= 0 && at < len(entries) {
		f.leafed, f.at, f.of = entries[at], f.Session.cursor(), f.Event
	}
}

// onAsk asks why the entry came after the one before it.
func (f *eventFacts) onAsk(app.Context, app.Event) {
	s := f.Session
	entries, at := f.shown()
	if at < 0 {
		return
	}
	if before, ok := s.run.index.Before(entries[at]); ok {
		s.ask(entries[at], before)
		s.openTool("why")
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
	return s.leftName()
}

// leftName is the outcome of an entry that is in the queue when the log ends,
// which in a run that goes on is not the last word.
func (s *session) leftName() string {
	if s.run.going {
		return s.words.OutcomeWaiting
	}
	return s.words.OutcomeLeft
}
