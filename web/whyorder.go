package main

import (
	"strconv"
	"strings"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// whyOrder explains why one entry of the queue ran before another.
type whyOrder struct {
	app.Compo

	Session *session
	Rev     int
}

// A question is which two entries are compared, by their sequence numbers.
type question struct {
	this, that int
	about      target // what was chosen when it was asked
	orders     orders
}

const (
	whyChoices = 100 // entries to choose from
	whyTies    = 12  // ties that are listed
)

// ask compares two entries.
func (s *session) ask(this, that int) {
	s.touch()
	s.question.this, s.question.that, s.question.about = this, that, s.selected
	s.question.orders.forget()
}

// asked returns the two entries to compare: those that were asked for, or, when
// something else has been chosen since, the latest entry of that and the one
// that ran before it. ok is false if there are no two.
func (s *session) asked() (this, that int, ok bool) {
	q, ix := &s.question, s.run.index
	if q.about == s.selected {
		if _, ok := ix.Compare(q.this, q.that); ok {
			return q.this, q.that, true
		}
	}
	this = -1
	if s.selected.kind == eventKind {
		if h, ok := ix.Latest(s.selected.id); ok {
			this = h.Seq
		}
	}
	if this < 0 {
		this = s.interesting()
	}
	that, ok = ix.Before(this)
	if !ok {
		all := ix.Ran(this, 2)
		if len(all) < 2 {
			return 0, 0, false
		}
		this, that = all[1], all[0]
	}
	return this, that, true
}

// interesting is an entry to begin with: one of a tie, or the first that was
// late, or the second that ran.
func (s *session) interesting() (seq int) {
	if ties := s.run.index.Ties(1); len(ties) > 0 {
		return ties[0][1]
	}
	ran := s.run.index.Ran(0, whyChoices)
	for _, seq := range ran {
		if h, _ := s.run.index.Entry(seq); h.Start >= 0 && h.Late() > 0 {
			return seq
		}
	}
	if len(ran) > 1 {
		return ran[1]
	}
	return -1
}

func (c *whyOrder) Render() app.UI {
	s, w := c.Session, c.Session.words
	this, that, ok := s.asked()
	if !ok {
		return app.Div().Class("why").Body(app.P().Class("tool-text").Text(w.WhyNone))
	}
	o, _ := s.run.index.Compare(this, that)
	body := []app.UI{
		app.P().Class("tool-text").Text(w.WhyText),
		app.Div().Class("why-choice").Body(
			c.choice("why-this", w.WhyThis, this, c.onThis),
			c.choice("why-that", w.WhyThat, that, c.onThat),
		),
		s.orderTable(o),
		app.P().Class("why-answer").Role("status").Text(s.orderSentence(o)),
	}
	for _, h := range []trace.History{o.First, o.Second} {
		body = append(body, s.late(h).body()...)
	}
	if o.By == trace.BySequence {
		body = append(body, &tie{Session: s, Seq: o.First.Seq, Rev: s.rev})
	}
	return app.Div().Class("why").Body(append(body, c.ties())...)
}

// choice selects one of the two entries.
func (c *whyOrder) choice(id, label string, seq int, on app.EventHandler) app.UI {
	s := c.Session
	list := s.run.index.Ran(seq, whyChoices)
	options := make([]app.UI, len(list))
	for i, n := range list {
		h, _ := s.run.index.Entry(n)
		options[i] = option(strconv.Itoa(n), s.words.WhyEntry(s.labelOf(target{id: h.Event}), s.reading(h.Time), n), n == seq)
	}
	return app.Div().Class("why-field").Body(
		app.Label().Class("row-label").For(id).Text(label),
		app.Select().Class("field").ID(id).OnChange(on).Body(options...),
	)
}

func (c *whyOrder) onThis(ctx app.Context, _ app.Event) {
	if seq, err := strconv.Atoi(valueOf(ctx)); err == nil {
		_, that, _ := c.Session.asked()
		c.Session.ask(seq, that)
	}
}

func (c *whyOrder) onThat(ctx app.Context, _ app.Event) {
	if seq, err := strconv.Atoi(valueOf(ctx)); err == nil {
		this, _, _ := c.Session.asked()
		c.Session.ask(this, seq)
	}
}

// OnMount and OnUpdate show in the selects what is compared: the attribute of
// an option no longer counts once a person has chosen another.
func (c *whyOrder) OnMount(ctx app.Context)  { ctx.Defer(c.placeChoices) }
func (c *whyOrder) OnUpdate(ctx app.Context) { ctx.Defer(c.placeChoices) }

func (c *whyOrder) placeChoices(app.Context) {
	this, that, ok := c.Session.asked()
	for id, seq := range map[string]int{"why-this": this, "why-that": that} {
		if element := app.Window().GetElementByID(id); ok && element.Truthy() {
			element.Set("value", strconv.Itoa(seq))
		}
	}
}

// orderTable is what the queue compares, side by side.
func (s *session) orderTable(o trace.Order) app.UI {
	w := s.words
	fields := []struct {
		by    trace.Decider
		name  string
		value func(trace.Entry) string
	}{
		{trace.ByTime, w.Time, func(e trace.Entry) string { return s.reading(e.Time) }},
		{trace.ByPriority, w.Priority, func(e trace.Entry) string { return formatTime(e.Priority) }},
		{trace.BySequence, w.Sequence, func(e trace.Entry) string { return strconv.Itoa(e.Seq) }},
	}
	heads := []app.UI{app.Th().Scope("col").Text(w.Event)}
	rows := [2][]app.UI{}
	for i, h := range []trace.History{o.First, o.Second} {
		rows[i] = []app.UI{app.Th().Scope("row").Body(
			&entryName{Session: s, Event: h.Event, Rev: s.rev},
			app.Span().Class("why-place").Text(w.WhyPlace[i]),
		)}
	}
	for _, f := range fields {
		state, note := "before", w.Equal
		switch {
		case f.by == o.By:
			state, note = "decides", w.Decides
		case f.by > o.By || o.By == trace.ByArrival:
			state, note = "after", w.NotLookedAt
		}
		heads = append(heads, app.Th().Scope("col").Class("number").DataSet("state", state).Body(
			app.Text(f.name+" "), app.Span().Class("why-note").Text(note)))
		for i, h := range []trace.History{o.First, o.Second} {
			rows[i] = append(rows[i], app.Td().Class("number").DataSet("state", state).Text(f.value(h.Entry)))
		}
	}
	return app.Div().Class("why-scroll").Body(app.Table().Class("table why-table").Body(
		app.THead().Body(app.Tr().Body(heads...)),
		app.TBody().Body(app.Tr().Body(rows[0]...), app.Tr().Body(rows[1]...)),
	))
}

// orderSentence says in words what decided.
func (s *session) orderSentence(o trace.Order) string {
	w := s.words
	first, second := s.labelOf(target{id: o.First.Event}), s.labelOf(target{id: o.Second.Event})
	if first == second {
		first, second = w.Numbered(first, o.First.Seq), w.Numbered(second, o.Second.Seq)
	}
	at1, at2 := s.reading(o.First.Time), s.reading(o.Second.Time)
	p1, p2 := formatTime(o.First.Priority), formatTime(o.Second.Priority)
	switch o.By {
	case trace.ByTime:
		return w.OrderByTime(first, at1, second, at2)
	case trace.ByPriority:
		return w.OrderByPriority(at1, first, p1, second, p2)
	case trace.BySequence:
		return w.OrderBySequence(at1, p1, first, o.First.Seq, second, o.Second.Seq)
	}
	return w.OrderByArrival(first, second, s.reading(s.run.index.Records()[o.Second.Enter].T))
}

// ties lists the ties of the run: pressing one asks about it.
func (c *whyOrder) ties() app.UI {
	s := c.Session
	groups := s.run.index.Ties(whyTies)
	if len(groups) == 0 {
		return nil
	}
	rows := make([]app.UI, len(groups))
	for i, group := range groups {
		rows[i] = &tieRow{Session: s, Group: group[:min(len(group), tieNames)], More: len(group) - tieNames, Rev: s.rev}
	}
	return app.Div().Class("why-ties").Body(
		app.H3().Class("subtitle").Text(s.words.Ties),
		app.Ul().Class("list").Body(rows...),
	)
}

// tieNames is how many entries of a tie are named.
const tieNames = 4

// tieRow is one tie in the list.
type tieRow struct {
	app.Compo

	Session *session
	Group   []int
	More    int
	Rev     int
}

func (r *tieRow) Render() app.UI {
	s := r.Session
	names := make([]string, len(r.Group))
	h := trace.History{}
	for i, seq := range r.Group {
		h, _ = s.run.index.Entry(seq)
		names[i] = s.labelOf(target{id: h.Event})
	}
	text := strings.Join(names, " · ")
	if r.More > 0 {
		text += " · " + s.words.More(r.More)
	}
	return app.Li().Class("list-item").Body(
		app.Button().Type("button").Class("link").Text(text).OnClick(r.onAsk),
		app.Span().Class("list-note").Text(s.words.At+" "+s.reading(h.Time)),
	)
}

func (r *tieRow) onAsk(app.Context, app.Event) { r.Session.ask(r.Group[1], r.Group[0]) }

// entryName is the name of an event, which chooses it.
type entryName struct {
	app.Compo

	Session *session
	Event   string
	Rev     int
}

func (e *entryName) Render() app.UI {
	return app.Button().Type("button").Class("link").Text(e.Session.labelOf(target{id: e.Event})).OnClick(e.onChoose)
}

func (e *entryName) onChoose(app.Context, app.Event) {
	s := e.Session
	this, that, _ := s.asked()
	s.choose(target{id: e.Event})
	s.ask(this, that)
}
