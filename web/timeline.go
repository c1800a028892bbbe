package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// timeline draws the run as a picture. Where everything stands is the layout's
// business (trace.Layout); this component gives it shape, words and colour.
// What has not happened at the cursor is drawn faintly.
type timeline struct {
	app.Compo

	Session *session
	Rev     int
}

func (c *timeline) Render() app.UI {
	t := c.Session.timeline()
	p := painter{session: c.Session, t: t, n: c.Session.cursor()}
	var body []app.UI
	body = append(body, hatch())
	body = append(body, p.ground()...)
	body = append(body, p.lates()...)
	body = append(body, p.bars()...)
	body = append(body, p.pins()...)
	body = append(body, p.flags()...)
	body = append(body, p.boxes()...)
	body = append(body, p.exits()...)
	body = append(body, p.cursor())
	return app.Div().Class("timeline").ID("timeline").Body(
		app.H2().Class("card-title").Text(c.Session.words.Timeline),
		svg("svg").Attr("viewBox", "0 0 "+num(t.Width)+" "+num(t.Height)).
			Attr("width", num(t.Width)).Attr("height", num(t.Height)).
			Attr("role", "group").Attr("aria-label", c.Session.words.Timeline).
			On("click", c.onClick).On("keydown", c.onKey).
			Body(body...),
	)
}

// OnUpdate puts the cursor back that playing has moved past the rendering.
func (c *timeline) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) { moveCursor(c.Session) })
}

// onClick chooses the mark that was clicked, or else moves the cursor.
func (c *timeline) onClick(ctx app.Context, e app.Event) {
	if c.chooseMark(e) {
		return
	}
	box := ctx.JSSrc().Call("getBoundingClientRect")
	x := e.Get("clientX").Float() - box.Get("left").Float()
	if t := c.Session.timeline(); box.Get("width").Float() > 0 {
		c.Session.seek(t.RecordAt(x*t.Width/box.Get("width").Float()) + 1)
	}
}

func (c *timeline) onKey(_ app.Context, e app.Event) {
	if key := e.Get("key").String(); key == "Enter" || key == " " {
		if c.chooseMark(e) {
			e.PreventDefault() // Space would scroll
		}
	}
}

// chooseMark chooses what the mark below an event stands for.
func (c *timeline) chooseMark(e app.Event) bool {
	mark := e.Get("target").Call("closest", "[data-id]")
	if !mark.Truthy() {
		return false
	}
	data := mark.Get("dataset")
	c.Session.choose(idTarget(data.Get("hook").Truthy(), data.Get("id").String()))
	return true
}

// moveCursor puts the cursor where playing is, between two records, or where
// the clock of a program in real time is, without a rendering.
func moveCursor(s *session) {
	cursor := app.Window().GetElementByID("timeline-cursor")
	if !cursor.Truthy() {
		return
	}
	t := s.timeline()
	if s.live() {
		cursor.Call("setAttribute", "transform", shift(t.XAt(s.liveTime()), 0))
		return
	}
	from, to := t.X(s.cursor()), t.X(min(s.cursor()+1, s.total()))
	if to > from {
		from += (to - from) * s.part
	}
	cursor.Call("setAttribute", "transform", shift(from, 0))
}

// hatch is the pattern that lateness is filled with.
func hatch() app.UI {
	return svg("defs").Body(
		svg("pattern").ID("hatch").Attr("width", 7).Attr("height", 7).
			Attr("patternUnits", "userSpaceOnUse").Attr("patternTransform", "rotate(45)").
			Body(
				svg("rect").Attr("width", 7).Attr("height", 7).Attr("data-kind", "hatch-ground"),
				svg("line").Attr("y2", 7).Attr("data-kind", "hatch-line"),
			),
	)
}

// A painter draws one layout at one position of the cursor.
type painter struct {
	session *session
	t       *trace.Timeline
	n       int
}

// future is the kind of a mark that begins with a record, if that is yet to
// come.
func (p painter) future(record int) string {
	if record >= p.n {
		return " future"
	}
	return ""
}

// mark is a group that can be chosen: what it is about, with its hit area and
// its name.
func (p painter) mark(m trace.Mark, hook bool, name string, body ...app.UI) app.UI {
	kind := "mark" + p.future(m.First)
	if p.session.selected == idTarget(hook, m.ID) {
		kind += " chosen"
	}
	g := svg("g").Attr("data-kind", kind).Attr("data-id", m.ID).
		Attr("role", "button").Attr("tabindex", 0).Attr("aria-label", name)
	if hook {
		g = g.Attr("data-hook", "hook")
	}
	hit := rect("hit", m.Hit.X, m.Hit.Y, m.Hit.W, m.Hit.H, 6)
	return g.Body(append([]app.UI{svg("title").Text(name), hit}, body...)...)
}
