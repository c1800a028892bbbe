package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Small parts that several components are made of. None has state.

// The icons are paths on a grid of 16 by 16.
const (
	iconToStart  = "M3 3h2v10H3zM13 3v10L6 8z"
	iconStepBack = "M11 3v10L4 8z"
	iconPlay     = "M4 2.5v11L13 8z"
	iconPause    = "M4 3h3v10H4zM9 3h3v10H9z"
	iconStep     = "M5 3v10l7-5z"
	iconToEnd    = "M11 3h2v10h-2zM3 3v10l7-5z"
	iconUndo     = "M7 3 3 6.5 7 10V7.6c3 0 4.6 1 5.6 3.2C12.6 7 10.5 5.4 7 5.3z"
	iconTheme    = "M8 1.5a6.500 6.500 0 1 0 0 13zM8 3v10a5 5 0 0 0 0-10"
	iconPlus     = "M7 3h2v4h4v2H9v4H7V9H3V7h4z"
	iconUp       = "M8 4l5 6H3z"
	iconDown     = "M8 12 3 6h10z"
	iconRemove   = "M4.500 3.400 8 6.900l3.500-3.500 1.100 1.100L9.100 8l3.500 3.500-1.100 1.100L8 9.100l-3.500 3.500-1.100-1.100L6.900 8 3.400 4.500z"
)

// icon draws one of the icons in the colour of the text.
func icon(path string) app.UI {
	return svg("svg").
		Attr("viewBox", "0 0 16 16").Attr("width", 16).Attr("height", 16).
		Attr("aria-hidden", "true").Attr("fill", "currentColor").
		Body(svg("path").Attr("d", path))
}

// svg makes an SVG element. Such an element has no class here: go-app sets
// the className property, which SVG does not let it.
func svg(tag string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
}

// iconButton is a button that shows an icon and says its name. One that is not
// enabled keeps the focus, so onClick must do no harm.
func iconButton(name, path string, enabled bool, onClick app.EventHandler) app.UI {
	return app.Button().Type("button").Class("button button-icon").
		Title(name).Aria("label", name).Aria("disabled", !enabled).
		OnClick(onClick).
		Body(icon(path))
}

// card is a titled part of the page.
func card(class, title string, body ...app.UI) app.UI {
	return app.Section().Class("card "+class).Aria("label", title).
		Body(append([]app.UI{app.H2().Class("card-title").Text(title)}, body...)...)
}

// option is one choice of a select.
func option(value, text string, selected bool) app.UI {
	return app.Option().Value(value).Text(text).Selected(selected)
}

// call writes a name with arguments as Python would call it.
func call(name string, with scenario.Arguments) string {
	text := name + "("
	for i, arg := range with.Args {
		if i > 0 {
			text += ", "
		}
		text += arg.Repr()
	}
	for i, kwarg := range with.Kwargs {
		if i > 0 || len(with.Args) > 0 {
			text += ", "
		}
		text += kwarg.Name + "=" + kwarg.Value.Repr()
	}
	return text + ")"
}

// named is a name, called with its arguments if there are any.
func named(name string, with *scenario.Arguments) string {
	if with == nil || with.Empty() {
		return name
	}
	return call(name, *with)
}

// formatTime writes a reading of the clock for people: Python's digits, but a
// whole number without its ".0".
func formatTime(t float64) string {
	text := scenario.FormatFloat(t)
	if n := len(text) - 2; n > 0 && text[n:] == ".0" {
		return text[:n]
	}
	return text
}
