package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// inspector edits the scenario: the lists of events and hooks, or the one that
// is chosen.
type inspector struct {
	app.Compo

	Session *session
	Rev     int

	editing bool
}

// OnUpdate takes the focus back to the lists, when the editor that had it is
// gone.
func (i *inspector) OnUpdate(ctx app.Context) {
	editing := i.Session.selected != target{}
	if i.editing && !editing {
		ctx.Defer(func(app.Context) { focusOn("lists-title") })
	}
	i.editing = editing
}

func (i *inspector) Render() app.UI {
	s, w := i.Session, i.Session.words
	if s.selected == (target{}) {
		return app.Aside().Class("card inspector").Aria("label", w.Edit).Body(i.lists()...)
	}
	return app.Aside().Class("card inspector").Aria("label", w.Edit).Body(
		app.Button().Type("button").Class("button inspector-back").Text("← "+w.All).OnClick(i.onBack),
		&editor{Session: s, Target: s.selected, Rev: s.rev},
	)
}

func (i *inspector) lists() []app.UI {
	s, w := i.Session, i.Session.words
	events := make([]app.UI, 0, len(s.scenario.Events))
	for _, e := range s.scenario.Events[:min(len(s.scenario.Events), maxRows)] {
		events = append(events, &listRow{Session: s, Target: target{id: e.ID}, Note: whenNote(s, e), Rev: s.rev})
	}
	hooks := make([]app.UI, 0, len(s.scenario.Hooks))
	for _, h := range s.scenario.Hooks[:min(len(s.scenario.Hooks), maxRows)] {
		note := ""
		if h.Unregistered {
			note = w.NotRegistered
		}
		hooks = append(hooks, &listRow{Session: s, Target: target{kind: hookKind, id: h.ID}, Note: note, Rev: s.rev})
	}
	return []app.UI{
		app.H2().Class("card-title").ID("lists-title").TabIndex(-1).Text(w.Events),
		list(events, w.NoEvents),
		i.more(len(s.scenario.Events)),
		addButton(w.AddEvent, i.onAddEvent),
		app.H2().Class("card-title").Text(w.Hooks),
		list(hooks, w.NoHooks),
		i.more(len(s.scenario.Hooks)),
		addButton(w.AddHook, i.onAddHook),
		refusal(s),
	}
}

// more says how many of n are not listed, if any.
func (i *inspector) more(n int) app.UI {
	if n <= maxRows {
		return nil
	}
	return app.P().Class("empty").Text(i.Session.words.More(n - maxRows))
}

func list(rows []app.UI, empty string) app.UI {
	if len(rows) == 0 {
		return app.P().Class("empty").Text(empty)
	}
	return app.Ul().Class("list").Body(rows...)
}

func addButton(text string, onClick app.EventHandler) app.UI {
	return app.Button().Type("button").Class("button button-wide").OnClick(onClick).
		Body(icon(iconPlus), app.Text(text))
}

// whenNote says in short when the main program enters an event.
func whenNote(s *session, e scenario.Event) string {
	switch {
	case e.Unqueued:
		return s.words.NotQueued
	case e.When.Absolute:
		return s.words.At + " " + formatTime(e.When.Time)
	}
	return s.words.After + " " + formatTime(e.When.Time)
}

func (i *inspector) onBack(app.Context, app.Event) { i.Session.choose(target{}) }

func (i *inspector) onAddEvent(app.Context, app.Event) {
	c, id := newEvent(i.Session.scenario, i.Session.state().T)
	if i.Session.edit(c) {
		i.Session.choose(target{id: id})
	}
}

func (i *inspector) onAddHook(app.Context, app.Event) {
	c, id := newHook(i.Session.scenario)
	if i.Session.edit(c) {
		i.Session.choose(target{kind: hookKind, id: id})
	}
}

// listRow is one event or hook in the lists.
type listRow struct {
	app.Compo

	Session *session
	Target  target
	Note    string
	Rev     int
}

func (r *listRow) Render() app.UI {
	return app.Li().Class("list-item").Body(
		app.Button().Type("button").Class("link").Text(r.Session.labelOf(r.Target)).OnClick(r.onChoose),
		app.Span().Class("list-note").Text(r.Note),
	)
}

func (r *listRow) onChoose(app.Context, app.Event) { r.Session.choose(r.Target) }
