package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// intro says what the scenario shows and what to watch for.
type intro struct {
	app.Compo

	Session *session
	Rev     int
}

func (i *intro) Render() app.UI {
	s := i.Session
	w, e := s.words, exampleNamed(s.example)
	text := w.OwnScenarioText
	switch {
	case e == nil && len(s.scenario.Events)+len(s.scenario.Hooks) == 0:
		text = w.EmptyText
	case e == nil:
	case e.scenario == s.scenario:
		text = w.GalleryText[s.example]
	default:
		text = w.EditedText
	}
	body := []app.UI{
		app.H1().Class("intro-title").Text(s.titleOf(s.version)),
		app.P().Class("intro-text").Text(text),
	}
	if len(s.scenario.Events)+len(s.scenario.Hooks) == 0 {
		body = append(body, app.Div().Class("intro-start").Body(
			app.Button().Type("button").Class("button").OnClick(i.onEvent).Body(icon(iconPlus), app.Text(w.FirstEvent)),
			app.Button().Type("button").Class("button").OnClick(i.onHook).Body(icon(iconPlus), app.Text(w.FirstHook)),
		))
	}
	return app.Div().Class("intro").Body(body...)
}

func (i *intro) onEvent(app.Context, app.Event) { i.Session.addEvent() }
func (i *intro) onHook(app.Context, app.Event)  { i.Session.addHook() }
