package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// textInput is an input that a person types into, and that is committed when
// it is left. Its text is set as a property of the DOM's: what go-app keeps as
// an attribute it trims, and compares with what it rendered last instead of
// with what stands there.
type textInput struct {
	app.Compo

	ID       string // "" if no label points to it
	Label    string // its name; "" if a label points to it
	Value    string
	Number   bool
	Refused  bool // what was typed last was not taken: it stays, to be mended
	OnCommit func(text string)

	shown string // what stands in the DOM, as far as we know
}

func (i *textInput) OnMount(ctx app.Context) { i.fill(ctx) }

func (i *textInput) OnUpdate(ctx app.Context) {
	if i.Value != i.shown && !i.Refused {
		i.fill(ctx)
	}
}

func (i *textInput) fill(ctx app.Context) {
	i.shown = i.Value
	ctx.Defer(func(app.Context) { i.JSValue().Set("value", i.Value) })
}

func (i *textInput) Render() app.UI {
	input := app.Input().Type("text").Class("field").OnChange(i.onChange)
	if i.ID != "" {
		input = input.ID(i.ID)
	}
	if i.Label != "" {
		input = input.Aria("label", i.Label)
	}
	if i.Number {
		input = input.Attr("inputmode", "decimal")
	}
	return input
}

func (i *textInput) onChange(ctx app.Context, _ app.Event) {
	i.shown = valueOf(ctx)
	i.OnCommit(i.shown)
}
