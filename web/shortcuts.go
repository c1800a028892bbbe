package main

import (
	"slices"

	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A shortcut is a row of the shortcut sheet.
type shortcut struct {
	keys  []string // as browsers call them; those that act is called for
	shown string   // as people read them
	what  func(w *locales.Shortcuts) string

	// act does it while the timeline has the focus; nil if something else does.
	act func(*session)
}

// shortcuts are all there are.
var shortcuts []shortcut

func init() { // act and the list name each other
	shortcuts = []shortcut{
		{[]string{"ArrowRight"}, "→", func(w *locales.Shortcuts) string { return w.Next }, func(s *session) { s.stepFocus(1) }},
		{[]string{"ArrowLeft"}, "←", func(w *locales.Shortcuts) string { return w.Previous }, func(s *session) { s.stepFocus(-1) }},
		{nil, "↑ ↓", func(w *locales.Shortcuts) string { return w.Lane }, nil},
		{[]string{"ArrowDown"}, "", nil, func(s *session) { s.crossFocus(true) }},
		{[]string{"ArrowUp"}, "", nil, func(s *session) { s.crossFocus(false) }},
		{[]string{"Home"}, "Home", func(w *locales.Shortcuts) string { return w.First }, func(s *session) { s.stepFocus(-1 << 30) }},
		{[]string{"End"}, "End", func(w *locales.Shortcuts) string { return w.Last }, func(s *session) { s.stepFocus(1 << 30) }},
		{[]string{"Enter"}, "Enter", func(w *locales.Shortcuts) string { return w.Open }, (*session).openFocused},
		{nil, "Shift + ← →", func(w *locales.Shortcuts) string { return w.Move }, nil},
		{nil, "Shift + ↑ ↓", func(w *locales.Shortcuts) string { return w.Stretch }, nil},
		{nil, "Shift + Alt + ←↑→↓", func(w *locales.Shortcuts) string { return w.Finely }, nil},
		{[]string{"Delete", "Backspace"}, "Delete", func(w *locales.Shortcuts) string { return w.Remove }, (*session).removeFocused},
		{[]string{" "}, "Space", func(w *locales.Shortcuts) string { return w.Play }, (*session).playOrPause},
		{[]string{"."}, ".", func(w *locales.Shortcuts) string { return w.Step }, func(s *session) { s.seek(s.cursor() + 1) }},
		{[]string{","}, ",", func(w *locales.Shortcuts) string { return w.StepBack }, func(s *session) { s.seek(s.cursor() - 1) }},
		{[]string{"g", "п"}, "G", func(w *locales.Shortcuts) string { return w.Here }, (*session).seekFocused},
		{[]string{"+", "="}, "+", func(w *locales.Shortcuts) string { return w.ZoomIn }, func(s *session) { s.zoomBy(zoomStep) }},
		{[]string{"-", "_"}, "−", func(w *locales.Shortcuts) string { return w.ZoomOut }, func(s *session) { s.zoomBy(1 / zoomStep) }},
		{[]string{"0"}, "0", func(w *locales.Shortcuts) string { return w.Fit }, (*session).fit},
		{[]string{"]", "ъ", "PageDown"}, "] · PageDown", func(w *locales.Shortcuts) string { return w.Later }, func(s *session) { s.pan(panStep) }},
		{[]string{"[", "х", "PageUp"}, "[ · PageUp", func(w *locales.Shortcuts) string { return w.Earlier }, func(s *session) { s.pan(-panStep) }},
		{[]string{"f", "а"}, "F", func(w *locales.Shortcuts) string { return w.Folds }, func(s *session) { s.foldAll(!s.sight.fold) }},
		{nil, "Esc", func(w *locales.Shortcuts) string { return w.Cancel }, nil},
		{[]string{"?"}, "?", func(w *locales.Shortcuts) string { return w.Sheet }, func(s *session) { s.showShortcuts(true) }},
	}
}

// showShortcuts opens the sheet, or closes it.
func (s *session) showShortcuts(open bool) {
	s.touch()
	s.sight.keys = open
}

// playOrPause is what the Space key does.
func (s *session) playOrPause() {
	switch {
	case s.live():
	case s.playing:
		s.pause()
	default:
		s.play()
	}
}

// shortcutSheet is the dialog that lists the shortcuts.
type shortcutSheet struct {
	app.Compo

	Session *session
	Rev     int

	shown bool // the dialog is open, as far as we know
}

func (c *shortcutSheet) Render() app.UI {
	w := &c.Session.words.Chart.Keys
	listed := slices.DeleteFunc(slices.Clone(shortcuts), func(k shortcut) bool { return k.what == nil })
	rows := make([]app.UI, len(listed))
	for i, k := range listed {
		rows[i] = app.Tr().Body(
			app.Th().Scope("row").Body(app.Elem("kbd").Class("key").Text(k.shown)),
			app.Td().Text(k.what(w)),
		)
	}
	return app.Dialog().Class("dialog").ID("shortcuts").Aria("labelledby", "shortcuts-title").On("close", c.onClosed).Body(
		app.H2().Class("dialog-title").ID("shortcuts-title").Text(w.Title),
		app.P().Class("dialog-text").Text(w.Where),
		app.Div().Class("dialog-scroll").TabIndex(0).Role("group").Aria("labelledby", "shortcuts-title").Body(
			app.Table().Class("keys").Body(app.TBody().Body(rows...)),
			app.P().Class("dialog-text").Text(c.Session.words.KeysAnywhere),
			app.Table().Class("keys").Body(app.TBody().Body(c.anywhere()...)),
		),
		app.Button().Type("button").Class("button button-primary").Text(w.Close).OnClick(c.onClose),
	)
}

// anywhere lists the keys that work wherever the focus is, but in a field.
func (c *shortcutSheet) anywhere() []app.UI {
	w := c.Session.words
	keys := []struct{ shown, what string }{
		{"Ctrl + Z", w.Undo},
		{"Ctrl + Shift + Z · Ctrl + Y", w.Redo},
		{"Ctrl + C · X · V", w.KeyClipboard},
		{"Ctrl + D", w.Duplicate},
		{"Delete", w.Delete},
		{"Ctrl + click · Shift + ↑ ↓", w.Pick},
	}
	rows := make([]app.UI, len(keys))
	for i, k := range keys {
		rows[i] = app.Tr().Body(
			app.Th().Scope("row").Body(app.Elem("kbd").Class("key").Text(k.shown)),
			app.Td().Text(k.what),
		)
	}
	return rows
}

// OnUpdate opens the dialog as one that keeps the focus inside, or closes it.
func (c *shortcutSheet) OnUpdate(ctx app.Context) {
	open := c.Session.sight.keys
	if open == c.shown {
		return
	}
	c.shown = open
	ctx.Defer(func(app.Context) {
		if dialog := app.Window().GetElementByID("shortcuts"); open {
			dialog.Call("showModal")
		} else {
			dialog.Call("close")
		}
	})
}

func (c *shortcutSheet) onClose(app.Context, app.Event) { c.Session.showShortcuts(false) }

// onClosed notes that the Esc key has closed the dialog.
func (c *shortcutSheet) onClosed(app.Context, app.Event) {
	c.shown = false
	c.Session.showShortcuts(false)
}
