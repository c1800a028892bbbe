package main

import (
	"strings"

	"lastcall/engine/trace"
)

// What stands behind the marks.

// hatch is the pattern that lateness is filled with.
func (p *painter) hatch() {
	p.begin("pattern", "id", "hatch", "data-key", "hatch", "width", "7", "height", "7",
		"patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	p.rect("", "hatch-ground", trace.Rect{W: 7, H: 7}, 0)
	p.line("", "hatch-line", 0, 0, 0, 7)
	p.end()
}

// ground draws what stands behind the marks: the grid with the clock's
// readings, the lanes and their names, and the main thread's life.
func (p *painter) ground() {
	t, w := p.t, p.session.words
	first, last := t.Lanes[0].Y, t.Lanes[len(t.Lanes)-1].Y
	var grid, lanes strings.Builder
	for _, tick := range t.Ticks {
		grid.WriteString(upright(tick.X, first-4, last))
	}
	p.path("grid", "grid", grid.String())
	for _, g := range t.Gaps {
		if g.Folded {
			p.rect("fold-"+num(g.From), "fold", trace.Rect{X: g.X1, Y: first - 4, W: g.X2 - g.X1, H: last - first + 4}, 0)
		}
	}
	for i, tick := range t.Ticks {
		if tick.Label != "" {
			p.words("tick-"+itoa(i), "mono muted small", tick.Mid, first-10, fromMiddle, tick.Label)
		}
	}
	names := map[trace.LaneKind]string{
		trace.LanePlanned: w.Planned, trace.LaneThread: w.MainThread, trace.LaneOutside: w.Outside, trace.LaneHooks: w.Hooks,
	}
	hooks := &t.Lanes[len(t.Lanes)-1]
	p.rect("after", "after", trace.Rect{Y: hooks.Y, W: t.Width, H: hooks.H}, 0)
	for i, lane := range t.Lanes {
		if i > 0 {
			lanes.WriteString("M0 " + num(lane.Y) + "H" + num(t.Width))
		}
		p.words("lane-"+itoa(i), "muted small", lane.Label.X, lane.Label.Y, fromStart, names[lane.Kind])
	}
	p.path("lanes", "lane", lanes.String())
	if note := p.hooksNote(); note != "" && hooks.Note != (trace.Point{}) {
		p.words("note", "muted small", hooks.Note.X, hooks.Note.Y, fromStart, note)
	}
	p.line("thread", "thread", t.Thread.X1, t.Thread.Y, t.Thread.X2, t.Thread.Y)
	if n := len(t.Link); n > 0 {
		tip := t.Link[n-1]
		p.path("link", "link"+p.future(t.Exits[0].First), through(t.Link)+
			"m-4 -5l4 5l4 -5M"+num(tip.X)+" "+num(tip.Y))
	}
}

// narrowNote is the width up to which there is no room for a long remark.
const narrowNote = 340

// hooksNote says in words what became of the hooks.
func (p *painter) hooksNote() string {
	w, exits := p.session.words, p.session.run.index.Exits()
	switch {
	case len(exits) == 0 || len(p.t.Boxes) == 0:
		return ""
	case len(exits) > 1:
		return w.DiedInHooks
	case !p.session.run.index.Records()[exits[0]].HookRun:
		return w.HooksAllSkipped
	case len(p.t.Boxes) == 1:
		return w.Chart.NotToScale
	}
	if long := w.LastInFirstOut + " → · " + w.Chart.NotToScale; p.t.Width > narrowNote {
		return long
	}
	return w.LastInFirstOut + " →"
}
