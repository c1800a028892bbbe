package main

import (
	"slices"
	"strconv"

	"lastcall/engine/lesson"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// teacherPart checks a pupil's code, and opens a lesson from a file.
type teacherPart struct {
	app.Compo

	Session *session
	Rev     int

	code, name string
	checked    bool
}

func (p *teacherPart) Render() app.UI {
	w := p.Session.words.Lesson
	return app.Section().Class("card lesson-desk-card").Aria("label", w.ForTeachers).Body(
		app.H2().Class("lesson-heading").Text(w.ForTeachers),
		app.P().Text(w.CheckCodeHow),
		app.Elem("form").Class("desk-form").On("submit", p.onCheck).Body(
			app.Label().Class("desk-row").Body(
				app.Span().Text(w.Code),
				app.Input().Type("text").Class("field").Attr("autocomplete", "off").Attr("spellcheck", "false").MaxLength(40).OnInput(p.onCode),
			),
			app.Label().Class("desk-row").Body(
				app.Span().Text(w.PupilName),
				app.Input().Type("text").Class("field").Attr("autocomplete", "off").MaxLength(80).OnInput(p.onName),
			),
			app.Button().Type("submit").Class("button").Text(w.CheckCode),
		),
		app.P().Class("verdict").Role("status").DataSet("state", p.state()).Text(p.says()),
		app.P().Text(w.OpenFileHow),
		app.Label().Class("desk-row").Body(
			app.Span().Text(w.OpenFile),
			app.Input().Type("file").Class("field").Attr("accept", ".md,text/markdown").OnChange(p.onFile),
		),
		p.problems(),
	)
}

// read reads the code: of the tutorial, or of the lesson that was opened from
// a file.
func (p *teacherPart) read() (r lesson.Result, own bool, err error) {
	r, err = lesson.ReadResult(lesson.Tutorial, p.code, p.name)
	if l := p.Session.tutorial.own; err != nil && l != nil {
		r, err = lesson.ReadResult(l.ID, p.code, p.name)
		own = true
	}
	return r, own, err
}

// says is what the checked code says.
func (p *teacherPart) says() string {
	s := p.Session
	w := s.words.Lesson
	if !p.checked {
		return ""
	}
	r, own, err := p.read()
	if err != nil {
		return w.BadCode
	}
	named := w.NameDiffers
	if r.OfNamed {
		named = w.NameFits
	}
	if own {
		return w.CodeSaysOwn(s.tutorial.own.Text(s.language()).Title) + " " + named
	}
	var titles []string
	for _, n := range r.Solved {
		if n <= len(s.tutorial.list) {
			titles = append(titles, strconv.Itoa(n)+" "+s.lessonTitle(n))
		}
	}
	return w.CodeSays(titles, len(s.tutorial.list)) + " " + named
}

func (p *teacherPart) state() string {
	if !p.checked {
		return "none"
	}
	r, _, err := p.read()
	return state(err == nil && r.OfNamed)
}

// problems are those of the file that was last opened.
func (p *teacherPart) problems() app.UI {
	t, w := &p.Session.tutorial, p.Session.words.Lesson
	if len(t.wrong) == 0 {
		return app.Div().Class("verdict").Role("alert").DataSet("state", "none").Body()
	}
	shown := slices.Clone(t.wrong[:min(len(t.wrong), maxProblems)])
	items := make([]app.UI, len(shown))
	for i, problem := range shown {
		items[i] = app.Li().Text(problem.String())
	}
	return app.Div().Class("verdict").Role("alert").DataSet("state", "wrong").Body(
		app.P().Text(w.FileProblems(t.file)),
		app.Ul().Class("lesson-bullets").Lang("en").Body(items...),
	)
}

// maxProblems is how many problems of a file are worth reading at once.
const maxProblems = 12

func (p *teacherPart) onCode(ctx app.Context, _ app.Event) { p.code, p.checked = valueOf(ctx), false }
func (p *teacherPart) onName(ctx app.Context, _ app.Event) { p.name, p.checked = valueOf(ctx), false }

func (p *teacherPart) onCheck(_ app.Context, e app.Event) {
	e.PreventDefault()
	p.checked = true
}

func (p *teacherPart) onFile(ctx app.Context, _ app.Event) {
	newLibrary(ctx).read(ctx.JSSrc(), p.Session.openFile)
}
