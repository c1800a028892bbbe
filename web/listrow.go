package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// listRow is one target in the lists. While several are picked, it is a
// checkbox.
type listRow struct {
	app.Compo

	Session *session
	Target  target
	Rev     int
}

func (r *listRow) Render() app.UI {
	s, t := r.Session, r.Target
	picked := false
	for _, p := range s.picked {
		picked = picked || p == t
	}
	name := s.labelOf(t)
	note := app.Span().Class("list-note").Text(noteOf(s, t))
	if s.picking && t.kind != endKind && t.kind != programKind {
		return app.Li().Class("list-item").Body(
			app.Button().Type("button").Class("link list-name").Role("checkbox").Aria("checked", picked).
				ID(rowID(t)).DataSet("row", "check").OnClick(r.onPick).
				Body(app.Span().Class("list-check").Aria("hidden", true), app.Text(name)),
			note,
		)
	}
	return app.Li().Class("list-item").Body(
		app.Button().Type("button").Class("link list-name").ID(rowID(t)).DataSet("row", "choose").
			Text(name).OnClick(r.onChoose),
		note,
	)
}

// rowID is the id of a target's row.
func rowID(t target) string {
	return "row-" + strconv.Itoa(int(t.kind)) + "-" + t.id + "-" + strconv.Itoa(t.index)
}

// noteOf says in short what matters about a target.
func noteOf(s *session, t target) string {
	w, c := s.words, s.scenario
	switch t.kind {
	case eventKind:
		switch e := findEvent(c, t.id); {
		case e == nil:
		case e.Unqueued:
			return w.NotQueued
		case e.When.Absolute:
			return w.At + " " + formatTime(e.When.Time)
		default:
			return w.After + " " + formatTime(e.When.Time)
		}
	case hookKind:
		if h := findHook(c, t.id); h != nil && h.Unregistered {
			return w.NotRegistered
		}
	case outsideKind:
		if t.in(c) {
			return w.At + " " + formatTime(c.Outside[t.index].At)
		}
	case handlerKind, endKind:
		return w.StepCount(len(t.steps(c)))
	case programKind:
		return "Python " + string(c.Python)
	}
	return ""
}

func (r *listRow) onPick(_ app.Context, e app.Event) {
	if e.Get("shiftKey").Bool() {
		r.Session.pickTo(r.Target)
	} else {
		r.Session.pick(r.Target)
	}
}

// onChoose chooses the target, or picks it if a key says that it is one of
// several.
func (r *listRow) onChoose(_ app.Context, e app.Event) {
	switch s := r.Session; {
	case r.Target.kind == endKind || r.Target.kind == programKind:
		s.choose(r.Target)
	case e.Get("shiftKey").Bool():
		s.pickTo(r.Target)
	case e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool():
		s.pick(r.Target)
	default:
		s.choose(r.Target)
	}
}

// pickFromTo picks the targets of two rows.
func (s *session) pickFromTo(from, to string) {
	for _, id := range []string{from, to} {
		for _, t := range targetsOf(s.scenario) {
			if rowID(t) == id {
				s.pickTo(t)
			}
		}
	}
}
