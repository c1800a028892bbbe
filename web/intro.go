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
	case e == nil:
	case e.scenario == s.scenario:
		text = w.GalleryText[s.example]
	default:
		text = w.EditedText
	}
	return app.Div().Class("intro").Body(
		app.H1().Class("intro-title").Text(s.titleOf(s.version)),
		app.P().Class("intro-text").Text(text),
	)
}
