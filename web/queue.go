package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// maxRows is how many rows a table or list draws.
const maxRows = 100

// queue lists the entries that wait at the cursor, in the order in which they
// will run.
type queue struct {
	app.Compo

	Session *session
	Rev     int
}

func (q *queue) Render() app.UI {
	s, w := q.Session, q.Session.words
	state := s.state()
	entries := state.Queue(maxRows)
	if len(entries) == 0 {
		return card("queue", w.Queue, app.P().Class("empty").Text(w.QueueEmpty))
	}
	rows := make([]app.UI, len(entries))
	for i, e := range entries {
		rows[i] = &queueRow{Session: s, Entry: e, Rev: s.rev}
	}
	body := []app.UI{
		app.Div().Class("scroll").TabIndex(0).Body(app.Table().Class("table").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.Event),
				app.Th().Scope("col").Class("number").Text(w.Time),
				app.Th().Scope("col").Class("number").Text(w.Priority),
				app.Th().Scope("col").Class("number").Text(w.Sequence),
			)),
			app.TBody().Body(rows...),
		)),
	}
	if more := state.QueueLen() - len(entries); more > 0 {
		body = append(body, app.P().Class("empty").Text(w.More(more)))
	}
	if state.Exited {
		body = append(body, app.P().Class("empty").Text(w.QueueLeft))
	}
	return card("queue", w.Queue, body...)
}

// queueRow is one entry. Its name is a button that selects the event.
type queueRow struct {
	app.Compo

	Session *session
	Entry   trace.Entry
	Rev     int
}

func (r *queueRow) Render() app.UI {
	e := r.Entry
	return app.Tr().DataSet("ref", entryRef(e.Seq)).Body(
		app.Td().Body(app.Button().Type("button").Class("link").
			Text(named(r.Session.labelOf(target{id: e.Event}), e.With)).OnClick(r.onChoose)),
		app.Td().Class("number").Text(r.Session.reading(e.Time)),
		app.Td().Class("number").Text(formatTime(e.Priority)),
		app.Td().Class("number").Text(e.Seq),
	)
}

func (r *queueRow) onChoose(app.Context, app.Event) { r.Session.choose(target{id: r.Entry.Event}) }
