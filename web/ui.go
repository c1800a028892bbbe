package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Small parts that several components are made of. None has state.

// The icons are paths on a grid of 16 by 16.
const (
	iconToStart   = "M3 3h2v10H3zM13 3v10L6 8z"
	iconStepBack  = "M11 3v10L4 8z"
	iconPlay      = "M4 2.5v11L13 8z"
	iconPause     = "M4 3h3v10H4zM9 3h3v10H9z"
	iconStep      = "M5 3v10l7-5z"
	iconToEnd     = "M11 3h2v10h-2zM3 3v10l7-5z"
	iconUndo      = "M7 3 3 6.5 7 10V7.6c3 0 4.6 1 5.6 3.2C12.6 7 10.5 5.4 7 5.3z"
	iconRedo      = "M9 3 13 6.500 9 10V7.600c-3 0-4.600 1-5.600 3.200C3.400 7 5.500 5.400 9 5.300z"
	iconMenu      = "M2 3.500h12v1.600H2zM2 7.200h12v1.600H2zM2 10.900h12v1.600H2z"
	iconDuplicate = "M2 2h8v2.200H8.500V3.500h-5v5h.700V10H2zM6 6h8v8H6zM9.300 8v1.300H8v1.400h1.300V12h1.400v-1.300H12V9.300h-1.300V8z"
	iconCopy      = "M3 2h7v1.500H4.500V11H3zM6 5h7v9H6zm1.500 1.500v6h4v-6z"
	iconBin       = "M6 2h4l.500 1H13v1.500H3V3h2.500zM4 5.500h8L11.400 14H4.600zm2 1.500.300 5.500h1L7 7zm3 0-.300 5.500h1L10 7z"
	iconOpen      = "M2 3h4.500l1.500 1.500h5V6H5L3.500 11.500 2 13zm3.600 4H15l-2 6H3.600z"
	iconSave      = "M7.200 2h1.600v6.200l2-2L12 7.300 8 11.300 4 7.300l1.200-1.100 2 2zM2.500 10H4v2.500h8V10h1.500v4h-11z"
	iconPaste     = "M6 2h4v1h2.500v11h-9V3H6zm-1 2.500v8h6v-8h-1V6H6V4.500z"
	iconHint      = "M8 1.500A4.300 4.300 0 0 0 5.400 9.200c.500.400.600.800.600 1.300h4c0-.500.100-.900.600-1.300A4.300 4.300 0 0 0 8 1.500zM6 11.500h4v1.200H6zm.700 2h2.600v1H6.700z"
	iconTheme     = "M8 1.5a6.500 6.500 0 1 0 0 13zM8 3v10a5 5 0 0 0 0-10"
	iconPlus      = "M7 3h2v4h4v2H9v4H7V9H3V7h4z"
	iconUp        = "M8 4l5 6H3z"
	iconDown      = "M8 12 3 6h10z"
	iconRemove    = "M4.500 3.400 8 6.900l3.500-3.500 1.100 1.100L9.100 8l3.500 3.500-1.100 1.100L8 9.100l-3.500 3.500-1.100-1.100L6.900 8 3.400 4.500z"
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
