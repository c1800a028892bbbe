package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// lessonList shows the lessons with what is solved of them, and what pupils
// and teachers need beside.
type lessonList struct {
	app.Compo

	Session *session
	Rev     int

	sure bool // the reset is about to be done
}

func (l *lessonList) Render() app.UI {
	s := l.Session
	t, w := &s.tutorial, s.words.Lesson
	body := []app.UI{
		app.H1().Class("lesson-title").ID("lesson-title").TabIndex(-1).Text(w.Lessons),
		app.P().Class("intro-text").Text(w.Intro),
	}
	switch {
	case t.problem != "":
		body = append(body, app.Div().Class("notice").Role("alert").Body(
			app.Span().Text(w.NotLoaded(t.problem)),
			app.Button().Type("button").Class("button").Text(w.List).OnClick(l.onList),
		))
	case t.list == nil || t.number > 0:
		body = append(body, app.P().Class("notice").Role("status").Text(w.Loading))
	default:
		body = append(body, l.list(), l.progress(), app.Div().Class("lesson-desk").Body(
			&resultCode{Session: s, Set: "tutorial", Solved: numbers(t.solvedNumbers()), Rev: l.Rev},
			&teacherPart{Session: s, Rev: l.Rev},
		))
	}
	return app.Div().Class("lesson-list-page").Body(body...)
}

func (l *lessonList) list() app.UI {
	t := &l.Session.tutorial
	items := make([]app.UI, len(t.list))
	for i := range t.list {
		items[i] = &lessonItem{Session: l.Session, Number: i + 1, Rev: l.Rev}
	}
	return app.Ol().Class("lesson-list").Body(items...)
}

func (l *lessonList) progress() app.UI {
	t, w := &l.Session.tutorial, l.Session.words.Lesson
	solved := len(t.solvedNumbers())
	body := []app.UI{app.P().Role("status").Text(w.Progress(solved, len(t.list)))}
	switch {
	case len(t.solved) == 0:
		l.sure = false
	case l.sure:
		body = append(body,
			app.Button().Type("button").Class("button button-danger").Text(w.ResetSure).OnClick(l.onReset),
			app.Button().Type("button").Class("button").Text(w.ResetNo).OnClick(l.onKeep))
	default:
		body = append(body, app.Button().Type("button").Class("button").Text(w.Reset).OnClick(l.onAsk))
	}
	return app.Div().Class("lesson-buttons lesson-progress").Body(body...)
}

func (l *lessonList) onList(app.Context, app.Event) { l.Session.openLessons() }
func (l *lessonList) onAsk(app.Context, app.Event)  { l.sure = true }
func (l *lessonList) onKeep(app.Context, app.Event) { l.sure = false }
func (l *lessonList) onReset(app.Context, app.Event) {
	l.sure = false
	l.Session.forgetProgress()
}

// lessonItem is one lesson of the list.
type lessonItem struct {
	app.Compo

	Session *session
	Number  int
	Rev     int
}

func (l *lessonItem) Render() app.UI {
	s := l.Session
	t, w := &s.tutorial, s.words.Lesson
	mark, said := "", w.NotSolved
	if t.isSolved(l.Number) {
		mark, said = "✓", w.Solved
	}
	return app.Li().Body(
		app.Button().Type("button").Class("lesson-item").DataSet("state", said).OnClick(l.onOpen).Body(
			app.Span().Class("lesson-item-number").Text(strconv.Itoa(l.Number)),
			app.Span().Class("lesson-item-title").Text(s.lessonTitle(l.Number)),
			app.Span().Class("lesson-item-mark").Aria("hidden", true).Text(mark),
			app.Span().Class("unseen").Text(said),
		),
	)
}

// lessonTitle is the title of a lesson of the tutorial, by its number.
func (s *session) lessonTitle(n int) string {
	return s.tutorial.list[n-1].Title[string(s.language())]
}

func (l *lessonItem) onOpen(app.Context, app.Event) { l.Session.openLesson(l.Number) }
