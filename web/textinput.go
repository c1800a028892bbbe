package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// textInput is an input that a person types into: each key is taken at once if
// it makes sense, and when the field is left it is said what does not. Its
// text is set as a property of the DOM's: what go-app keeps as an attribute it
// trims, and compares with what it rendered last instead of with what stands
// there.
type textInput struct {
	app.Compo

	Session *session
	Field   fieldKey
	Label   string // its name; "" if a label points to it
	Value   string
	Number  bool
	Late    bool   // taken only when the field is left
	Empty   string // what an empty one means
	Help    string // "" if it needs none
	Set     setter
	Rev     int

	shown  string // what stands in the DOM, as far as we know
	typing bool   // and is not taken before the field is left
}

func (i *textInput) OnMount(ctx app.Context) { i.fill(ctx) }

func (i *textInput) OnUpdate(ctx app.Context) {
	if i.standing() != i.shown && !i.typing {
		i.fill(ctx)
	}
}

func (i *textInput) standing() string { return i.Session.standing(i.Field, i.Value) }

func (i *textInput) fill(ctx app.Context) {
	i.shown = i.standing()
	text := i.shown
	ctx.Defer(func(app.Context) { i.JSValue().Call("querySelector", "input").Set("value", text) })
}

func (i *textInput) Render() app.UI {
	id := i.Field.id()
	input := app.Input().Type("text").Class("field").ID(id).Attr("autocomplete", "off").Attr("spellcheck", "false").
		OnInput(i.onInput).OnChange(i.onChange)
	if i.Label != "" {
		input = input.Aria("label", i.Label)
	}
	if i.Number {
		input = input.Attr("inputmode", "decimal")
	}
	if i.Empty != "" {
		input = input.Placeholder(i.Empty)
	}
	d, told := i.Session.attempts[i.Field]
	told = told && d.told
	note := app.P().Class("field-note").ID(id + "-note")
	switch {
	case told:
		note = note.DataSet("state", "wrong").Role("alert").Text(d.why(i.Session.words))
	case i.Help != "":
		note = note.Text(i.Help)
	}
	if told || i.Help != "" {
		input = input.Aria("describedby", id+"-note")
	}
	return app.Div().Class("input").Body(input.Aria("invalid", told), note)
}

func (i *textInput) onInput(ctx app.Context, _ app.Event) {
	i.shown = valueOf(ctx)
	if i.typing = i.Late; !i.Late {
		i.Session.typeIn(i.Field, i.shown, false, i.Set)
	}
}

func (i *textInput) onChange(ctx app.Context, _ app.Event) {
	i.shown, i.typing = valueOf(ctx), false
	i.Session.typeIn(i.Field, i.shown, true, i.Set)
}
