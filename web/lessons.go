package main

import (
	"lastcall/engine/lesson"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// lessonsPart is the tutorial's part of the page: the list, or the lesson at hand.
type lessonsPart struct {
	app.Compo

	Session *session
	Rev     int

	at string // what the focus was last taken to
}

// OnMount and OnUpdate take the focus to the title of what has just been
// opened.
func (l *lessonsPart) OnMount(ctx app.Context)  { l.focus(ctx) }
func (l *lessonsPart) OnUpdate(ctx app.Context) { l.focus(ctx) }

func (l *lessonsPart) focus(ctx app.Context) {
	s := l.Session
	at := string(s.mode())
	switch s.mode() {
	case modePredict:
		at = s.tutorial.lesson.ID
	case modeLesson:
		at = s.tutorial.lesson.ID + " task"
	}
	if at == l.at {
		return
	}
	before := l.at
	l.at = at
	switch {
	case s.mode() == modePlay:
	case s.mode() == modeLesson && before == s.tutorial.lesson.ID:
		ctx.Defer(func(app.Context) { focusOn("lesson-task") })
	default:
		ctx.Defer(func(app.Context) { focusOn("lesson-title") })
	}
}

func (l *lessonsPart) Render() app.UI {
	s := l.Session
	switch s.mode() {
	case modePlay:
		return app.Div().Class("lesson-none")
	case modeList:
		return app.Div().Class("lessons").Body(&lessonList{Session: s, Rev: l.Rev})
	}
	return app.Div().Class("lesson").Body(&lessonPanel{Session: s, Rev: l.Rev})
}

// Elements that no other part of the page needs are made by name: go-app has a
// type for each, of some 20 KB.

// blocks draws a text of a lesson: as elements and text, so that nothing in it
// is taken for HTML.
func blocks(list []lesson.Block) []app.UI {
	drawn := make([]app.UI, len(list))
	for i, b := range list {
		drawn[i] = block(b)
	}
	return drawn
}

func block(b lesson.Block) app.UI {
	items := make([]app.UI, len(b.Items))
	for i, item := range b.Items {
		items[i] = app.Li().Body(spans(item)...)
	}
	switch b.Kind {
	case lesson.CodeBlock:
		return codeLines(b.Text, "")
	case lesson.BulletList:
		return app.Ul().Class("lesson-bullets").Body(items...)
	case lesson.NumberedList:
		return app.Ol().Class("lesson-numbers").Body(items...)
	}
	return app.P().Body(spans(b.Items[0])...)
}

// codeLines draws lines of code.
func codeLines(text, name string) app.UI {
	pre := app.Elem("pre").Class("lesson-code").TabIndex(0).Text(text)
	if name != "" {
		return pre.Role("region").Aria("label", name)
	}
	return pre
}

func spans(list []lesson.Span) []app.UI {
	drawn := make([]app.UI, len(list))
	for i, s := range list {
		switch s.Kind {
		case lesson.Emphasis:
			drawn[i] = app.Elem("em").Text(s.Text)
		case lesson.Strong:
			drawn[i] = app.Elem("strong").Text(s.Text)
		case lesson.Code:
			drawn[i] = app.Code().Text(s.Text)
		case lesson.Link:
			drawn[i] = app.A().Href(s.URL).Rel("noreferrer").Text(s.Text)
		default:
			drawn[i] = app.Text(s.Text)
		}
	}
	return drawn
}
