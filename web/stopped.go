package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// stoppedNotice says which limit a run has met and which event kept it going,
// and offers what can be done about it.
type stoppedNotice struct {
	app.Compo

	Session *session
	Rev     int
}

func (c *stoppedNotice) Render() app.UI {
	s, w := c.Session, c.Session.words
	stopped := s.run.ended.stopped
	culprit := s.labelOf(target{id: stopped.Event})
	text, help := w.StoppedByLimit(s.total(), culprit), w.EndlessHelp
	if stopped.Why == trace.LimitStuck {
		text, help = w.StoppedStuck(culprit), w.StuckHelp
	}
	var more, edit app.UI
	if s.canContinue() {
		more = app.Button().Type("button").Class("button").Text(w.Continue(lastLimit)).OnClick(c.onContinue)
	}
	if findEvent(s.scenario, stopped.Event) != nil {
		edit = app.Button().Type("button").Class("button").Text(w.ShowCulprit(culprit)).OnClick(c.onEdit)
	}
	return app.Div().Class("notice notice-stopped").Role("status").Body(
		app.Span().Class("notice-text").Text(text+" "+help),
		app.Span().Class("notice-actions").Body(more, edit),
	)
}

// canContinue reports whether a run was stopped by a limit that can be raised.
func (s *session) canContinue() bool {
	stopped := s.run.ended.stopped
	return stopped != nil && stopped.Why == trace.LimitRecords && s.run.on == worker && s.limit < lastLimit
}

// continueRun runs a stopped program again with the highest limit. It is the
// same run: under the virtual clock it makes the same records, and more.
func (s *session) continueRun() {
	if s.canContinue() {
		s.limit = lastLimit
		s.startRun(worker, false)
	}
}

func (c *stoppedNotice) onContinue(app.Context, app.Event) { c.Session.continueRun() }

func (c *stoppedNotice) onEdit(app.Context, app.Event) {
	s := c.Session
	if stopped := s.run.ended.stopped; stopped != nil {
		s.choose(target{id: stopped.Event})
	}
}
