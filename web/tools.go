package main

import (
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A tool is a view of the scenario or of its run that is one step away: a tab
// below the stage, whose panel is there only while it is open.
type tool struct {
	id    string
	title func(*locales.Words) string
	view  func(*session) app.UI // a component of its own type
}

// tools are the tabs, in the order in which they stand.
var tools = []tool{
	{"matrix", func(w *locales.Words) string { return w.Matrix },
		func(s *session) app.UI { return &matrix{Session: s, Rev: s.rev} }},
	{"clocks", func(w *locales.Words) string { return w.TwoClocks },
		func(s *session) app.UI { return &twoClocks{Session: s, Rev: s.rev} }},
	{"why", func(w *locales.Words) string { return w.Why },
		func(s *session) app.UI { return &whyOrder{Session: s, Rev: s.rev} }},
	{"inside", func(w *locales.Words) string { return w.Inside },
		func(s *session) app.UI { return &insideRun{Session: s, Rev: s.rev} }},
	{textToolID, func(w *locales.Words) string { return w.TextTool },
		func(s *session) app.UI { return &textTool{Session: s, Rev: s.rev} }},
}

// openTool opens a tool, and with that closes the one that was open. "" opens
// none.
func (s *session) openTool(id string) {
	s.touch()
	s.tool = id
}

// toolbox is the tab list and the panel of the tool that is open.
type toolbox struct {
	app.Compo

	Session *session
	Rev     int

	stop  int    // the tab that the Tab key stops at
	shown string // the tool whose panel was last brought into sight
}

func (b *toolbox) Render() app.UI {
	s, w := b.Session, b.Session.words
	tabs := make([]app.UI, len(tools))
	var panel app.UI
	for i, t := range tools {
		open := t.id == s.tool
		tabs[i] = &toolTab{Session: s, Tool: i, Open: open, Stop: i == b.stop, Rev: s.rev}
		if open {
			panel = app.Div().Class("card tool").ID("tool").Role("tabpanel").TabIndex(0).
				Aria("labelledby", tabID(t.id)).Body(t.view(s))
		}
	}
	return app.Section().Class("tools").ID("tools").Aria("label", w.Tools).Body(
		app.Div().Class("tool-tabs").Role("tablist").Aria("label", w.Tools).
			OnKeyDown(b.onKey).On("focusin", b.onFocus).Body(tabs...),
		panel,
	)
}

// OnUpdate brings a panel that has just been opened into sight, below its tabs.
func (b *toolbox) OnUpdate(ctx app.Context) {
	if open := b.Session.tool; b.shown != open {
		b.shown = open
		ctx.Defer(func(app.Context) {
			if box := app.Window().GetElementByID("tools"); box.Truthy() && open != "" {
				box.Call("scrollIntoView", map[string]any{"block": "nearest"})
			}
		})
	}
}

// onKey moves the focus from tab to tab. A tab opens when it is pressed, not
// when it gets the focus: some of them start work.
func (b *toolbox) onKey(_ app.Context, e app.Event) {
	at, last := b.stop, len(tools)-1
	switch e.Get("key").String() {
	case "ArrowRight":
		at = (at + 1) % len(tools)
	case "ArrowLeft":
		at = (at + last) % len(tools)
	case "Home":
		at = 0
	case "End":
		at = last
	default:
		return
	}
	e.PreventDefault()
	b.stop = at
	focusOn(tabID(tools[at].id))
}

// onFocus lets the Tab key come back to the tab that had the focus last.
func (b *toolbox) onFocus(_ app.Context, e app.Event) {
	id := e.Get("target").Get("id").String()
	for i, t := range tools {
		if tabID(t.id) == id {
			b.stop = i
		}
	}
}

func tabID(tool string) string { return "tool-tab-" + tool }

// toolTab is one tab. Pressing the one that is open closes it.
type toolTab struct {
	app.Compo

	Session *session
	Tool    int
	Open    bool
	Stop    bool
	Rev     int
}

func (t *toolTab) Render() app.UI {
	tab := tools[t.Tool]
	index := -1
	if t.Stop {
		index = 0
	}
	button := app.Button().Type("button").Class("tool-tab").ID(tabID(tab.id)).Role("tab").
		Aria("selected", t.Open).TabIndex(index).
		Text(tab.title(t.Session.words)).OnClick(t.onPress)
	if t.Open {
		button = button.Aria("controls", "tool")
	}
	return button
}

func (t *toolTab) onPress(app.Context, app.Event) {
	id := tools[t.Tool].id
	if t.Open {
		id = ""
	}
	t.Session.openTool(id)
}
