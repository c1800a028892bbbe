package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// programWindow is the window of a program in real time: a title bar, what can
// be done to the program from outside, its console, and its page. That one is
// a frame, blank and transparent, which window.js puts into #program-page.
func (s *session) programWindow(log app.UI) app.UI {
	w := s.words
	state, name := "idle", w.NotBegun
	switch {
	case s.live():
		state, name = "live", w.Alive
	case s.run.on == frame:
		state, name = "over", w.Over
	}
	inside, insideText := "closed", w.ClickInside
	if s.live() && s.run.window.asks {
		inside = "open"
		if s.run.window.clicked {
			inside, insideText = "clicked", w.ClickedInside
		}
	}
	body := []app.UI{
		app.Div().Class("window-bar").Body(
			app.Span().Class("window-dot").Aria("hidden", true),
			app.H2().Class("window-title").Text(w.ProgramWindow),
			app.Span().Class("window-state").Role("status").Text(name),
		),
		&windowControls{Session: s, Rev: s.rev},
		log,
		app.Div().Class("window-page").DataSet("state", inside).Body(
			app.P().Class("window-page-text").Text(insideText),
			app.Div().Class("window-page-frame").ID("program-page").DataSet("title", w.WindowPage),
		),
		&askOption{Session: s, Rev: s.rev},
	}
	for _, note := range s.windowNotes() {
		body = append(body, app.P().Class("window-note").Text(note))
	}
	return app.Section().Class("card terminal window").Aria("label", w.ProgramWindow).DataSet("state", state).Body(body...)
}

// windowNotes are what is out of the ordinary about a run in the window.
func (s *session) windowNotes() (notes []string) {
	if s.run.on != frame {
		return nil
	}
	w := s.words
	if s.run.window.forgets {
		notes = append(notes, w.Forgets)
	}
	if s.run.ended.survived {
		notes = append(notes, w.Survived)
	}
	p := s.punctuality()
	if p.throttled.timers > 0 {
		notes = append(notes, w.Throttled(p.throttled.timers, s.span(p.throttled.worst)))
	}
	if p.stalled.timers > 0 {
		notes = append(notes, w.Stalled(p.stalled.timers, s.span(p.stalled.worst)))
	}
	return notes
}

// askOption lets people have the browser ask before the program's page is left,
// and says how long its hooks have when it is.
type askOption struct {
	app.Compo

	Session *session
	Rev     int
}

func (o *askOption) Render() app.UI {
	s, w := o.Session, o.Session.words
	return app.Div().Class("window-options").Body(
		app.Label().Class("window-ask").Body(
			app.Input().Type("checkbox").Checked(s.window.Ask).Disabled(s.live()).
				Aria("describedby", "ask-help").OnChange(o.onAsk),
			app.Text(w.AskBefore),
		),
		app.Span().Class("window-budget").Text(w.Budget(strconv.Itoa(hookBudget/1000))),
		app.P().Class("window-help").ID("ask-help").Hidden(!s.window.Ask).Text(w.AskHelp),
	)
}

func (o *askOption) onAsk(ctx app.Context, _ app.Event) {
	o.Session.setAsk(ctx.JSSrc().Get("checked").Bool())
}
