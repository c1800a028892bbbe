package main

import (
	"slices"
	"strings"

	"lastcall/engine/trace"
)

// A painter draws one layout at one position of the cursor: it gives shape,
// words and kind to what the layout says where it stands. What has not happened
// at the cursor is drawn faintly.
type painter struct {
	pen
	session *session
	t       *trace.Timeline
	n       int
}

// picture is that of the run as it is looked at: the attributes of the svg
// element, and what is in it.
func (s *session) picture() string {
	p := painter{session: s, t: s.timeline(), n: s.cursor()}
	p.out = append(make([]byte, 0, 1<<16), `[{"viewBox":"0 0 `...)
	p.out = append(p.out, num(p.t.Width)+" "+num(p.t.Height)+`","height":"`+num(p.t.Height)+`"},[`...)
	p.hatch()
	p.ground()
	p.lates()
	p.stems()
	for _, m := range s.marks() {
		p.mark(m)
	}
	p.cursor()
	p.ring()
	return string(append(p.out, "]]"...))
}

// future is the kind of a mark that begins with a record, if that is yet to
// come.
func (p *painter) future(record int) string {
	if record >= p.n {
		return " future"
	}
	return ""
}

// mark draws a mark: a button with its shape and its words.
func (p *painter) mark(m mark) {
	kind := "mark" + p.future(m.first)
	if m.about != (target{}) && (p.session.selected == m.about || slices.Contains(p.session.picked, m.about)) {
		kind += " chosen"
	}
	hook := ""
	if m.kind == boxMark {
		hook = "hook"
	}
	tab := "-1"
	if m.key == p.session.focused() {
		tab = "0"
	}
	p.begin("g", "data-key", m.key, "data-kind", kind, "data-id", m.about.id, "data-hook", hook, "data-ref", m.ref,
		"role", "button", "tabindex", tab, "aria-label", m.name)
	switch m.kind {
	case gapMark:
		p.gap(&p.t.Gaps[m.i])
	case pinMark:
		p.pin(&p.t.Pins[m.i])
	case barMark:
		p.bar(&p.t.Bars[m.i])
	case flagMark:
		p.flag(&p.t.Flags[m.i])
	case exitMark:
		p.exit(&p.t.Exits[m.i])
	case boxMark:
		p.box(&p.t.Boxes[m.i])
	}
	p.end()
}

var pinLooks = [...]struct{ pin, stem, text string }{
	trace.PinOnTime:    {"pin", "stem", "mono"},
	trace.PinLate:      {"pin-late", "stem stem-late", "mono"},
	trace.PinCancelled: {"pin-cancelled", "stem stem-cancelled", "mono struck"},
	trace.PinLeft:      {"pin-left", "stem stem-left", "mono muted"},
}

// stems draws the stems of the pins, all of one look at once.
func (p *painter) stems() {
	var paths [len(pinLooks)][2]strings.Builder
	for _, pin := range p.t.Pins {
		future := 0
		if p.future(pin.First) != "" {
			future = 1
		}
		paths[pin.Kind][future].WriteString(upright(pin.X, pin.Y, pin.Bottom))
	}
	for kind := range paths {
		look := pinLooks[kind].stem
		p.path("stems-"+look, look, paths[kind][0].String())
		p.path("stems-future-"+look, look+" future", paths[kind][1].String())
	}
}

func (p *painter) pin(pin *trace.Pin) {
	look := pinLooks[pin.Kind]
	text, radius := pin.Label.Text, 6.0
	if pin.Count > 1 {
		radius = 11
	}
	if pin.OffScale {
		text += " → " + p.session.reading(pin.Time)
	}
	if pin.Note != "" {
		text += " " + pin.Note
	}
	p.circle(look.pin, pin.X, pin.Y, radius)
	if pin.Count > 1 {
		kind := "tiny on-bar"
		if pin.Kind != trace.PinOnTime {
			kind = "tiny"
		}
		p.words("", kind, pin.X, pin.Y+3.5, fromMiddle, trace.Count(pin.Count))
	}
	p.label("", look.text, pin.Label, text)
}

func (p *painter) bar(bar *trace.Bar) {
	kind := "bar"
	if bar.Interrupted {
		kind += " bar-interrupted"
	}
	p.rect("", kind, trace.Rect{X: bar.X, Y: bar.Y, W: bar.W, H: bar.H}, 5)
	p.label("", "mono on-bar", bar.Label, barText(bar))
}

// lates draws lateness as a distance: from the moment that was planned to the
// moment the action began.
func (p *painter) lates() {
	w := p.session.words
	for _, late := range p.t.Lates {
		key, future := "late-"+itoa(late.Seq), p.future(late.First)
		p.rect(key, "late"+future, trace.Rect{X: late.X, Y: late.Y, W: late.W, H: late.H}, 3)
		p.path(key+"-path", "connector"+future, through(late.Path))
		text := w.LateBy(p.session.length(late.Amount))
		if late.Label.Text != "" {
			text = late.Label.Text + ": " + text
		}
		p.label(key+"-text", "late-text small"+future, late.Label, text)
	}
}

// flag draws what came from outside.
func (p *painter) flag(flag *trace.Flag) {
	kind := "flag"
	switch {
	case flag.Missed:
		kind = "flag-unseen"
	case flag.Handled || flag.Kind == trace.FlagClose || flag.Kind == trace.FlagDo:
		kind = "flag flag-calm"
	}
	wide := 26.0
	if flag.Flip {
		wide = -wide
	}
	p.path("", kind, upright(flag.X, flag.Y+24, flag.Y)+"h"+num(wide)+"l"+num(-wide/5)+" 6l"+num(wide/5)+" 6h"+num(-wide)+"z")
	p.label("", "mono small", flag.Label, p.session.flagText(flag))
}

// exit draws the line where the program is over, and why it is.
func (p *painter) exit(exit *trace.ExitLine) {
	p.line("", "exit", exit.X, exit.Y1, exit.X, exit.Y2)
	l := exit.Label
	if l.W == 0 {
		return
	}
	name := p.session.causeName(exit)
	plate, at := l.X-6, fromStart
	if l.End {
		plate, at = l.X-plateWidth(name)+6, fromEnd
	}
	p.rect("", "exit-plate", trace.Rect{X: plate, Y: l.Y - 15, W: plateWidth(name), H: 21}, 5)
	p.words("", "mono small exit-text", l.X, l.Y, at, name)
}

// plateWidth is the width of the plate behind a cause.
func plateWidth(text string) float64 { return float64(len(text))*7 + 12 }

// box draws an exit hook: how it went, and its name.
func (p *painter) box(box *trace.Box) {
	kind, on, sign := "box", "mono", phases[box.Phase].mark
	switch box.Phase {
	case trace.PhaseDone:
		kind, on = "box box-ran", "mono on-ran"
	case trace.PhaseFailed, trace.PhaseInterrupted:
		kind, on = "box box-failed", "mono on-failed"
	case trace.PhaseSkipped:
		kind, on = "box box-skipped", "mono muted"
	}
	if p.future(box.First) != "" {
		sign = phases[trace.PhaseWaiting].mark
	}
	p.rect("", kind, trace.Rect{X: box.X, Y: box.Y, W: box.W, H: box.H}, 5)
	p.label("", on, box.Label, sign+" "+box.Label.Text)
}

// gap draws what folds a long wait, or unfolds it.
func (p *painter) gap(g *trace.Gap) {
	h := g.Hit
	p.rect("", "gap", trace.Rect{X: h.X + 1, Y: h.Y + 3, W: h.W - 2, H: h.H - 6}, 5)
	x, y := h.X+h.W/2, h.Y+h.H/2
	out := "M" + num(x-7) + " " + num(y) + "h5m-3 -3l3 3l-3 3M" + num(x+7) + " " + num(y) + "h-5m3 -3l-3 3l3 3"
	if g.Folded {
		out = "M" + num(x-2) + " " + num(y) + "h-5m3 -3l-3 3l3 3M" + num(x+2) + " " + num(y) + "h5m-3 -3l3 3l-3 3"
	}
	p.path("", "gap-sign", out)
}

// cursor is the moment that the rest of the page shows.
func (p *painter) cursor() {
	c := p.t.Cursor(p.n)
	if p.session.live() {
		c.X = p.t.XAt(p.session.liveTime())
	}
	hidden := ""
	if c.Hidden && !p.session.live() {
		hidden = "hidden"
	}
	p.begin("g", "id", "timeline-cursor", "data-key", "cursor", "data-kind", "cursor", "visibility", hidden, "transform", shift(c.X, 0))
	p.line("", "cursor", 0, c.Y1, 0, c.Y2)
	p.circle("cursor cursor-head", 0, c.Y1, 4.5)
	p.end()
}

// ring shows which mark has the keyboard's focus.
func (p *painter) ring() {
	if m, ok := p.session.markOf(p.session.focused()); ok {
		h := m.hit
		p.rect("ring", "ring", trace.Rect{X: h.X - 1, Y: h.Y - 1, W: h.W + 2, H: h.H + 2}, 6)
	}
}
