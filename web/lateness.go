package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// maxHolds is how many of the things that made an event late are listed.
const maxHolds = 4

// A lateness is why an entry began late, or never began: a sentence, and the
// reasons one by one if they are several. It is empty if it was on time.
type lateness struct {
	sentence string
	reasons  []string
}

func (s *session) late(h trace.History) (why lateness) {
	w, name := s.words, s.labelOf(target{id: h.Event})
	if h.Start < 0 {
		return lateness{sentence: w.NeverRan(name, s.outcomeName(&h))}
	}
	holds := s.run.index.Holds(h.Seq)
	if s.reading(h.Late()) == s.reading(0) || len(holds) == 0 {
		return why
	}
	due, late := s.reading(h.Time), s.reading(h.Late())
	if len(holds) == 1 {
		return lateness{sentence: w.LateFor(name, due, s.because(h, holds[0]), late)}
	}
	why.sentence = w.LateForMany(name, due, s.reading(h.Began), late)
	for _, hold := range holds[:min(len(holds), maxHolds)] {
		why.reasons = append(why.reasons, s.because(h, hold))
	}
	if more := len(holds) - maxHolds; more > 0 {
		why.reasons = append(why.reasons, w.More(more))
	}
	return why
}

// body is the lateness as elements.
func (l lateness) body() []app.UI {
	if l.sentence == "" {
		return nil
	}
	body := []app.UI{app.P().Class("late-text").Text(l.sentence)}
	if len(l.reasons) == 0 {
		return body
	}
	items := make([]app.UI, len(l.reasons))
	for i, reason := range l.reasons {
		items[i] = app.Li().Text(reason)
	}
	return append(body, app.Ul().Class("late-reasons").Body(items...))
}

// because says what an entry had to wait for.
func (s *session) because(h trace.History, hold trace.Hold) string {
	w, until := s.words, s.reading(hold.To)
	other := ""
	if o, ok := s.run.index.Entry(hold.Seq); ok {
		other = s.labelOf(target{id: o.Event})
		if o.Event == h.Event {
			other = w.Numbered(other, o.Seq)
		}
	}
	switch {
	case hold.Why == trace.HoldEntered:
		return w.HeldByEntering(until)
	case hold.Why == trace.HoldAction:
		return w.HeldByAction(other, until)
	case other == "" || hold.Seq == h.Seq:
		return w.HeldByTimer(until)
	}
	return w.HeldBySleep(other, until)
}
