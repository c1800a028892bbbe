package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// menu is what is done with the scenario as a whole: new, open, save, copy.
// The browser opens and closes it: it is a popover.
type menu struct {
	app.Compo

	Session *session
	Rev     int
}

const menuID = "menu"

func (m *menu) Render() app.UI {
	w := m.Session.words
	return app.Div().Class("menu").Body(
		app.Button().Type("button").Class("button button-icon").Title(w.Menu).Aria("label", w.Menu).
			Attr("popovertarget", menuID).Body(icon(iconMenu)),
		app.Div().Class("menu-list").ID(menuID).Attr("popover", "auto").Body(
			menuItem(w.NewScenario, iconPlus, m.onNew),
			menuItem(w.OpenFile, iconOpen, m.onOpen),
			menuItem(w.SaveFile, iconSave, m.onSave),
			menuItem(w.CopyAll, iconCopy, m.onCopy),
			menuItem(w.PasteClipboard, iconPaste, m.onPaste),
			menuItem(w.FirstSteps, iconHint, m.onHints),
		),
	)
}

func menuItem(text, path string, onClick app.EventHandler) app.UI {
	return app.Button().Type("button").Class("menu-item").OnClick(onClick).
		Body(icon(path), app.Text(text))
}

// closeMenu closes it, which gives the focus back to its button.
func closeMenu() {
	if list := app.Window().GetElementByID(menuID); list.Truthy() {
		list.Call("hidePopover")
	}
}

func (m *menu) onNew(app.Context, app.Event) {
	closeMenu()
	m.Session.fresh()
}

func (m *menu) onOpen(app.Context, app.Event) {
	closeMenu()
	m.Session.engine.chooseFile(m.Session.take)
}

func (m *menu) onSave(app.Context, app.Event) {
	closeMenu()
	m.Session.save()
}

func (m *menu) onCopy(app.Context, app.Event) {
	closeMenu()
	m.Session.copyAll()
}

func (m *menu) onPaste(app.Context, app.Event) {
	closeMenu()
	m.Session.pasteIn()
}

func (m *menu) onHints(app.Context, app.Event) {
	closeMenu()
	m.Session.showHints()
}
