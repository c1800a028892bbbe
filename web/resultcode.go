package main

import (
	"strconv"
	"strings"

	"lastcall/engine/lesson"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// resultCode makes the code that a pupil hands in.
type resultCode struct {
	app.Compo

	Session *session
	Set     string // the lessons
	Solved  string // of them: numbers with spaces between
	Rev     int

	name string
}

func (r *resultCode) Render() app.UI {
	w := r.Session.words.Lesson
	code := app.UI(app.Span().Class("lesson-number").Text(w.NoCode))
	if r.Solved != "" {
		code = app.Output().Class("result-code").Aria("label", w.YourCode).
			Text(lesson.ResultCode(r.Set, numbersOf(r.Solved), r.name))
	}
	return app.Section().Class("card lesson-desk-card").Aria("label", w.HandIn).Body(
		app.H2().Class("lesson-heading").Text(w.HandIn),
		app.P().Text(w.HandInHow),
		app.Label().Class("desk-row").Body(
			app.Span().Text(w.YourName),
			app.Input().Type("text").Class("field").Attr("autocomplete", "name").MaxLength(80).OnInput(r.onName),
		),
		app.P().Class("desk-row").Body(
			app.Span().Text(w.YourCode),
			code,
		),
	)
}

func (r *resultCode) onName(ctx app.Context, _ app.Event) { r.name = valueOf(ctx) }

// numbers writes numbers with spaces between, and numbersOf reads them: what a
// component is given has to be comparable.
func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}

func numbersOf(text string) (list []int) {
	for _, word := range strings.Fields(text) {
		n, err := strconv.Atoi(word)
		if err != nil {
			panic(err) // numbers wrote it
		}
		list = append(list, n)
	}
	return list
}
