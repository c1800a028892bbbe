package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// header is the bar at the top: the name, the gallery, language and theme.
type header struct {
	app.Compo

	Session *session
	Rev     int
}

func (h *header) Render() app.UI {
	s, w := h.Session, h.Session.words
	options := []app.UI{}
	if s.example == "" {
		options = append(options, option("", w.OwnScenario, true))
	}
	for _, e := range examples {
		options = append(options, option(e.name, w.GalleryTitle[e.name], e.name == s.example))
	}
	return app.Header().Class("header").Body(
		app.Span().Class("brand").Body(
			app.Span().Class("brand-mark"),
			app.Text("Lastcall"),
		),
		app.Label().Class("header-gallery").Body(
			app.Span().Class("header-gallery-name").Text(w.Gallery),
			app.Select().Class("field").OnChange(h.onExample).Body(options...),
		),
		app.Button().Type("button").Class("button header-lessons").Aria("pressed", s.mode() != modePlay).
			Text(w.Lesson.Lessons).OnClick(h.onLessons),
		app.Div().Class("header-tools").Body(
			iconButton(s.undoName(), iconUndo, len(s.past) > 0, h.onUndo),
			iconButton(s.redoName(), iconRedo, len(s.future) > 0, h.onRedo),
			app.Button().Type("button").Class("button").Lang(string(w.Other)).
				Text(w.OtherName).OnClick(h.onLanguage),
			iconButton(w.Theme[s.theme], iconTheme, true, h.onTheme),
			&menu{Session: s, Rev: s.rev},
		),
	)
}

func (h *header) onExample(ctx app.Context, e app.Event) {
	h.Session.leaveLessons()
	h.Session.openExample(valueOf(ctx))
}

func (h *header) onLessons(app.Context, app.Event) {
	if h.Session.mode() == modePlay {
		h.Session.openLessons()
	} else {
		h.Session.leaveLessons()
	}
}

func (h *header) onUndo(app.Context, app.Event) { h.Session.undo() }

func (h *header) onRedo(app.Context, app.Event) { h.Session.redo() }

func (h *header) onLanguage(app.Context, app.Event) {
	h.Session.speak(h.Session.words.Other)
}

func (h *header) onTheme(app.Context, app.Event) { h.Session.nextTheme() }
