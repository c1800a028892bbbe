package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// lastVisit says what became of programs whose tabs were closed, reloaded or
// lost while they ran: the hooks ran when nobody could see them any more.
type lastVisit struct {
	app.Compo

	Session *session
	Rev     int
}

func (l *lastVisit) Render() app.UI {
	s, w := l.Session, l.Session.words
	if len(s.visits) == 0 {
		return app.Section().Class("visits").Hidden(true)
	}
	items := make([]app.UI, len(s.visits))
	for i := range s.visits {
		items[i] = s.visitItem(&s.visits[i])
	}
	return app.Section().Class("visits card").Hidden(false).Aria("label", w.LastVisit).Body(
		app.Div().Class("visits-head").Body(
			app.H2().Class("card-title").Text(w.LastVisit),
			app.Button().Type("button").Class("button").Text(w.DismissVisits).OnClick(l.onDismiss),
		),
		app.Div().Class("visits-list").Body(items...),
	)
}

func (s *session) visitItem(v *visit) app.UI {
	w := s.words
	when := w.VisitLost(v.began)
	if !v.left.IsZero() {
		when = w.VisitLeft(v.left)
	}
	hooks := v.hooks(s)
	what := w.VisitHooks
	if len(hooks) == 0 {
		what = w.VisitNoHooks
	}
	body := []app.UI{
		app.H3().Class("visit-title").Text(w.VisitTitle(v.title(s))),
		app.P().Class("visit-text").Text(when + " " + what),
	}
	if len(hooks) > 0 {
		rows := make([]app.UI, 0, min(len(hooks), maxRows))
		for _, h := range hooks[:min(len(hooks), maxRows)] {
			rows = append(rows, app.Li().Class("stack-item").DataSet("state", h.state).Body(
				app.Span().Class("stack-mark").Aria("hidden", true).Text(h.mark),
				app.Span().Class("visit-hook").Text(h.name),
				app.Span().Class("stack-note").Text(h.note),
			))
		}
		body = append(body, app.Ol().Class("stack scroll").TabIndex(0).Aria("label", w.VisitHooks).Body(rows...))
		if more := len(hooks) - len(rows); more > 0 {
			body = append(body, app.P().Class("visit-text").Text(w.More(more)))
		}
	}
	if v.cut {
		body = append(body, app.P().Class("visit-text").Text(w.VisitCut))
	}
	return app.Section().Class("visit").Body(body...)
}

func (l *lastVisit) onDismiss(app.Context, app.Event) { l.Session.dismissVisits() }
