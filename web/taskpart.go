package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// taskPart is the task of the lesson at hand: what is to be changed, whether
// it is, and, on request, a hint and then the solution.
type taskPart struct {
	app.Compo

	Session *session
	Rev     int
}

func (c *taskPart) Render() app.UI {
	s := c.Session
	t, w := &s.tutorial, s.words.Lesson
	text := t.lesson.Text(s.language())
	body := []app.UI{
		app.H2().Class("lesson-heading").ID("lesson-task").TabIndex(-1).Text(w.Task),
		app.Div().Class("lesson-text").Body(blocks(text.Task)...),
		app.Div().Class("lesson-buttons").Body(
			app.Button().Type("button").Class("button button-primary").Text(w.CheckTask).OnClick(c.onCheck),
			app.Button().Type("button").Class("button").Text(w.StartOver).OnClick(c.onStartOver),
		),
		c.result(),
	}
	if contains(t.solved, t.id()) && (t.checked == nil || len(s.missed()) == 0) {
		body = append(body, c.remember())
	}
	body = append(body, c.help()...)
	return app.Div().Class("lesson-task").Body(body...)
}

// result says how the last check went.
func (c *taskPart) result() app.UI {
	s := c.Session
	t, w := &s.tutorial, s.words.Lesson
	box := app.Div().Class("verdict").Role("status")
	if t.checked == nil {
		return box.DataSet("state", "none").Body()
	}
	missed := s.missed()
	if len(missed) == 0 {
		text := w.TaskSolved
		if t.number > 0 && len(t.solvedNumbers()) == len(t.list) {
			text += " " + w.AllSolved
		}
		return box.DataSet("state", "solved").Body(app.P().Text("✓ " + text))
	}
	items := make([]app.UI, len(missed))
	for i, sentence := range missed {
		items[i] = app.Li().Text(sentence)
	}
	return box.DataSet("state", "wrong").Body(
		app.P().Text(w.Missed(len(missed))),
		app.Ul().Class("lesson-bullets").Body(items...),
	)
}

// remember is what the lesson clears up, once it is solved.
func (c *taskPart) remember() app.UI {
	s := c.Session
	t, w := &s.tutorial, s.words.Lesson
	body := []app.UI{app.H2().Class("lesson-heading").Text(w.Remember)}
	body = append(body, blocks(t.lesson.Text(s.language()).Remember)...)
	if t.lesson.URL != "" {
		body = append(body, app.P().Class("lesson-source").Body(
			app.Text(w.ReadMore+" "),
			app.A().Href(t.lesson.URL).Rel("noreferrer").Lang("en").Text(t.lesson.Source),
		))
	}
	if t.number == 0 {
		body = append(body, &resultCode{Session: s, Set: t.lesson.ID, Solved: "1", Rev: c.Rev})
	}
	return app.Div().Class("lesson-remember lesson-text").Body(body...)
}

// help is the hint, and then the solution.
func (c *taskPart) help() []app.UI {
	s := c.Session
	t, w := &s.tutorial, s.words.Lesson
	text := t.lesson.Text(s.language())
	if !t.hint {
		return []app.UI{app.Div().Class("lesson-buttons").Body(
			app.Button().Type("button").Class("button").Text(w.ShowHint).OnClick(c.onHint),
		)}
	}
	hint := app.Div().Class("lesson-help lesson-text").Role("status").Body(
		append([]app.UI{app.H2().Class("lesson-heading").Text(w.Hint)}, blocks(text.Hint)...)...,
	)
	if !t.solution {
		return []app.UI{hint, app.Div().Class("lesson-buttons").Body(
			app.Button().Type("button").Class("button").Text(w.ShowSolution).OnClick(c.onSolution),
		)}
	}
	return []app.UI{hint, app.Div().Class("lesson-help lesson-text").Role("status").Body(
		append([]app.UI{app.H2().Class("lesson-heading").Text(w.Solution)}, blocks(text.Solution)...)...,
	), app.Div().Class("lesson-buttons").Body(
		app.Button().Type("button").Class("button").Text(w.PutSolution).OnClick(c.onPut),
	)}
}

func (c *taskPart) onCheck(app.Context, app.Event)     { c.Session.checkTask() }
func (c *taskPart) onStartOver(app.Context, app.Event) { c.Session.startOver() }
func (c *taskPart) onHint(app.Context, app.Event) {
	c.Session.touch()
	c.Session.tutorial.hint = true
}
func (c *taskPart) onSolution(app.Context, app.Event) {
	c.Session.touch()
	c.Session.tutorial.solution = true
}
func (c *taskPart) onPut(app.Context, app.Event) { c.Session.putSolution() }
