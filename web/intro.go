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
	title, text := s.words.GalleryTitle[s.example], s.words.GalleryText[s.example]
	if s.example == "" {
		title, text = s.scenario.Title, s.words.OwnScenarioText
		if title == "" {
			title = s.words.OwnScenario
		}
	}
	return app.Div().Class("intro").Body(
		app.H1().Class("intro-title").Text(title),
		app.P().Class("intro-text").Text(text),
	)
}
