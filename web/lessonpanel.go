package main

import (
	"lastcall/engine/lesson"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// lessonPanel is the lesson at hand, from its text to what to remember.
type lessonPanel struct {
	app.Compo

	Session *session
	Rev     int
}

func (p *lessonPanel) Render() app.UI {
	s := p.Session
	t, w := &s.tutorial, s.words.Lesson
	text := t.lesson.Text(s.language())
	body := []app.UI{
		app.Div().Class("lesson-head").Body(p.number(), p.title(text), app.Div().Class("lesson-text").Body(blocks(text.Intro)...)),
		p.program(),
		p.predict(text),
	}
	if t.revealed {
		body = append(body, &taskPart{Session: s, Rev: p.Rev})
	}
	body = append(body, p.ways(w.Previous, w.List, w.Next))
	return app.Section().Class("card lesson-card").Aria("labelledby", "lesson-title").
		DataSet("state", string(s.mode())).Body(body...)
}

// number says which lesson this is, and whether it is solved.
func (p *lessonPanel) number() app.UI {
	s := p.Session
	t, w := &s.tutorial, s.words.Lesson
	where := t.file
	if t.number > 0 {
		where = w.Number(t.number, len(t.list))
	}
	if contains(t.solved, t.id()) {
		where += " · " + w.Solved
	}
	return app.P().Class("lesson-number").Text(where)
}

func (p *lessonPanel) title(text *lesson.Text) app.UI {
	return app.H1().Class("lesson-title").ID("lesson-title").TabIndex(-1).Text(text.Title)
}

// program is the lesson's program in Python, out of the way once it has run.
func (p *lessonPanel) program() app.UI {
	t, w := &p.Session.tutorial, p.Session.words.Lesson
	if t.lesson.Python == "" {
		return app.Div().Class("lesson-none")
	}
	return app.Elem("details").Class("lesson-program").Attr("open", !t.revealed).Body(
		app.Elem("summary").Text(w.Program),
		codeLines(t.lesson.Python, w.Program),
	)
}

func (p *lessonPanel) predict(text *lesson.Text) app.UI {
	s := p.Session
	t, w := &s.tutorial, s.words.Lesson
	if t.lesson.Predict == nil {
		return app.Div().Class("lesson-none")
	}
	if !t.revealed {
		return &predictor{Session: s, Question: text.Predict, Rev: p.Rev}
	}
	if !t.judged {
		return app.Div().Class("lesson-none")
	}
	return app.P().Class("lesson-right").Role("status").Text("✓ " + w.YourOrder(s.predictedNames()) + ". " + w.Right)
}

// ways lead to the other lessons.
func (p *lessonPanel) ways(previous, list, next string) app.UI {
	t := &p.Session.tutorial
	var ways []app.UI
	if t.number > 1 {
		ways = append(ways, app.Button().Type("button").Class("button").Text(previous).OnClick(p.onPrevious))
	}
	ways = append(ways, app.Button().Type("button").Class("button").Text(list).OnClick(p.onList))
	if t.number > 0 && t.number < len(t.list) {
		class := "button"
		if contains(t.solved, t.id()) {
			class += " button-primary"
		}
		ways = append(ways, app.Button().Type("button").Class(class).Text(next).OnClick(p.onNext))
	}
	return app.Elem("nav").Class("lesson-ways").Aria("label", p.Session.words.Lesson.Lessons).Body(ways...)
}

func (p *lessonPanel) onPrevious(app.Context, app.Event) {
	p.Session.openLesson(p.Session.tutorial.number - 1)
}
func (p *lessonPanel) onList(app.Context, app.Event) { p.Session.openLessons() }
func (p *lessonPanel) onNext(app.Context, app.Event) {
	p.Session.openLesson(p.Session.tutorial.number + 1)
}
