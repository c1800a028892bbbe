package main

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// timeline is the run as a picture, with what it can be looked at by. Where
// everything stands is the layout's business (trace.View); the painter gives
// it shape, words and colour, and picture.js puts it on the screen and hands on
// what pointers and keys do there.
type timeline struct {
	app.Compo

	Session *session
	Rev     int

	ctx    app.Context
	canvas canvas
	told   time.Time // when the rest of the page was last told of a drag
	drawn  string    // the picture on the screen
	focus  string    // the mark that has the focus, as far as we know
}

// restEvery is how often the rest of the page follows a drag: it takes longer to
// draw than the timeline.
const restEvery = 150 * time.Millisecond

func (c *timeline) OnMount(ctx app.Context) {
	c.ctx, c.canvas = ctx, newCanvas()
	s := c.Session
	s.paint = func() {
		c.draw()
		c.tell()
	}
	c.canvas.listen(func(g gesture) bool {
		rev := s.rev
		taken := c.gesture(g)
		if s.rev != rev && !s.trying() {
			c.draw()
			c.tell()
		}
		return taken
	})
	ctx.Defer(func(app.Context) { c.draw() })
}

func (c *timeline) OnUpdate(ctx app.Context) {
	ctx.Defer(func(app.Context) { c.draw() })
}

func (c *timeline) OnDismount() {
	c.Session.paint = nil
	c.canvas.release()
}

// tell has the rest of the page drawn; during a drag, now and then.
func (c *timeline) tell() {
	now := time.Now()
	if c.Session.drag != nil && now.Sub(c.told) < restEvery {
		return
	}
	c.told = now
	c.ctx.Emit(func() {})
}

// repaint draws the timeline at once, without waiting for go-app's next frame.
func (s *session) repaint() {
	if s.paint != nil {
		s.paint()
	}
}

func (c *timeline) draw() {
	if picture := c.Session.picture(); picture != c.drawn {
		c.drawn = picture
		c.canvas.draw(picture)
	}
	if key := c.Session.sight.focus; key != c.focus {
		c.focus = key
		c.canvas.focus(key)
	}
	moveCursor(c.Session)
}

func (c *timeline) Render() app.UI {
	s, w := c.Session, c.Session.words
	return app.Div().Class("timeline").Body(
		app.Div().Class("timeline-head").Body(
			app.H2().Class("card-title").Text(w.Timeline),
			&sightControls{Session: s, Rev: s.rev},
		),
		app.Div().Class("timeline-canvas").ID("timeline").Body(
			svg("svg").ID("picture").Attr("width", "100%").
				Attr("role", "group").Attr("aria-label", w.Timeline).Attr("aria-describedby", "timeline-help"),
		),
		app.P().Class("timeline-hint").ID("timeline-hint").Aria("hidden", true),
		app.P().Class("aside").ID("timeline-help").Text(w.Chart.Help),
		&timelineTable{Session: s, Rev: s.rev},
	)
}

// gesture does what a pointer or key did, and reports whether the browser is
// not to do anything with it.
func (c *timeline) gesture(g gesture) (taken bool) {
	s := c.Session
	switch g.kind {
	case "down":
		s.pointerDown(g.x, g.y, g.key)
	case "move":
		s.pointerMove(g.x, g.y, g.with&altKey != 0)
		c.hint(g)
	case "up":
		s.pointerUp(g.x, g.y, g.with)
	case "cancel":
		s.pointerCancel()
	case "hover":
		c.hint(g)
	case "zoom":
		s.zoom(g.x, g.amount)
	case "pan":
		s.panPixels(g.amount)
		return s.zoomed()
	case "press":
		if m, ok := s.markOf(g.key); ok {
			s.sight.focus = m.key
			s.activate(m)
		}
	case "focus":
		c.focus = g.key
		if g.key != s.sight.focus {
			s.focusMark(g.key)
		}
		if m, ok := s.markOf(g.key); ok {
			c.canvas.hint(hint{text: m.name})
		}
	case "key":
		return c.key(g)
	}
	return true
}

func (c *timeline) hint(g gesture) { c.canvas.hint(c.Session.hintAt(g.x, g.y, g.key)) }

// key does what a key does. What the Enter key has opened gets the focus.
func (c *timeline) key(g gesture) (taken bool) {
	s := c.Session
	before, name := s.scenario, s.focusedName()
	taken = s.timelineKey(g.key, g.with)
	if g.key == "Enter" && s.selected != (target{}) {
		s.touch()
		c.canvas.focusSoon("editor-title")
	}
	if after := s.focusedName(); s.scenario != before && after != name {
		s.say(after)
	}
	return taken
}

func (s *session) focusedName() string {
	m, _ := s.markOf(s.focused())
	return m.name
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
	if !s.playing {
		return
	}
	from, to := t.X(s.cursor()), t.X(min(s.cursor()+1, s.total()))
	if to > from {
		from += (to - from) * s.part
	}
	cursor.Call("setAttribute", "transform", shift(from, 0))
}
