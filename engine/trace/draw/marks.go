package draw

import (
	"strings"

	"lastcall/engine/trace"
)

// ground draws what stands behind the marks.
func (p *picture) ground() {
	t, w := p.t, p.words
	first, last := t.Lanes[0].Y, t.Lanes[len(t.Lanes)-1].Y
	for _, tick := range t.Ticks {
		p.line("grid", tick.X, first-4, tick.X, last)
		if tick.Label != "" {
			p.wordsAt("mono muted small", tick.Mid, first-10, "middle", tick.Label)
		}
	}
	p.write("\n")
	names := [...]string{
		trace.LanePlanned: w.planned, trace.LaneThread: w.mainThread, trace.LaneOutside: w.outside, trace.LaneHooks: w.hooks,
	}
	hooks := &t.Lanes[len(t.Lanes)-1]
	p.rect("after", 0, hooks.Y, t.Width, hooks.H, 0)
	for i, lane := range t.Lanes {
		if i > 0 {
			p.line("lane", 0, lane.Y, t.Width, lane.Y)
		}
		p.wordsAt("muted small", lane.Label.X, lane.Label.Y, "start", names[lane.Kind])
	}
	if note := p.note(); note != "" && hooks.Note != (trace.Point{}) {
		p.wordsAt("muted small", hooks.Note.X, hooks.Note.Y, "start", note)
	}
	p.line("thread", t.Thread.X1, t.Thread.Y, t.Thread.X2, t.Thread.Y)
	if n := len(t.Link); n > 0 { // with the tip of an arrow
		p.path("link", through(t.Link)+"m-4 -5l4 5l4 -5M"+num(t.Link[n-1].X)+" "+num(t.Link[n-1].Y))
	}
	p.write("\n")
}

// note says below the hooks what became of them.
func (p *picture) note() string {
	exits := p.t.Exits
	switch {
	case len(exits) == 0 || len(p.t.Boxes) == 0:
		return ""
	case len(exits) > 1:
		return p.words.diedInHooks
	case !exits[0].HookRun:
		return p.words.hooksSkipped
	case len(p.t.Boxes) == 1:
		return p.words.notToScale
	}
	return p.words.lastFirst + " → · " + p.words.notToScale
}

var pinLooks = [...]struct{ pin, stem, text string }{
	trace.PinOnTime:    {"pin", "stem", "mono"},
	trace.PinLate:      {"pin-late", "stem-late", "mono"},
	trace.PinCancelled: {"pin-off", "stem-off", "mono struck"},
	trace.PinLeft:      {"pin-off", "stem-off", "mono muted"},
}

func (p *picture) pins() {
	for _, pin := range p.t.Pins {
		look := pinLooks[pin.Kind]
		title, radius := p.label(pin.ID)+", t = "+trace.Number(pin.Time), 6.0
		if h, ok := p.ix.Entry(pin.Seq); ok && pin.Count == 1 {
			title += ", " + p.outcome(&h, pin.Late)
		} else {
			title, radius = p.several(pin.Count), 11
		}
		text := pin.Label.Text
		if pin.OffScale {
			text += " → " + trace.Number(pin.Time)
		}
		if pin.Note != "" {
			text += " " + pin.Note
		}
		p.mark(title)
		p.line(look.stem, pin.X, pin.Y, pin.X, pin.Bottom)
		p.write(`<circle class="`, look.pin, `" cx="`, num(pin.X), `" cy="`, num(pin.Y), `" r="`, num(radius), `"/>`)
		p.inRoom(look.text, pin.Label, text)
		if pin.Count > 1 {
			class := "tiny"
			if pin.Kind == trace.PinOnTime {
				class = "tiny on-bar"
			}
			p.wordsAt(class, pin.X, pin.Y+3.5, "middle", trace.Count(pin.Count))
		}
		p.end()
	}
}

// several names a mark that stands for n.
func (p *picture) several(n int) string { return trace.Number(float64(n)) + " " + p.words.marks }

func (p *picture) bars() {
	for _, bar := range p.t.Bars {
		class, title := "bar", p.label(bar.ID)+": "+trace.Number(bar.From)+" – "+trace.Number(bar.To)
		if bar.Interrupted {
			class += " bar-cut"
			title += ", " + p.words.cutShort
		}
		if bar.Count > 1 {
			title = p.several(bar.Count)
		}
		text := bar.Label.Text
		if bar.Full {
			text += " · " + trace.Number(bar.To-bar.From)
		}
		p.mark(title)
		p.rect(class, bar.X, bar.Y, bar.W, bar.H, 5)
		p.inRoom("mono on-bar", bar.Label, text)
		p.end()
	}
}

func (p *picture) lates() {
	for _, late := range p.t.Lates {
		text := p.words.late(trace.Number(late.Amount))
		p.mark(p.label(late.ID) + ": " + text)
		p.rect("late", late.X, late.Y, late.W, late.H, 3)
		if len(late.Path) > 0 {
			p.path("connector", through(late.Path))
		}
		if late.Label.Text != "" {
			text = late.Label.Text + ": " + text
		}
		p.inRoom("late-text small", late.Label, text)
		p.end()
	}
}

// through is the path through points.
func through(points []trace.Point) string {
	var b strings.Builder
	for i, point := range points {
		if i == 0 {
			b.WriteByte('M')
		} else {
			b.WriteByte('L')
		}
		b.WriteString(num(point.X) + " " + num(point.Y))
	}
	return b.String()
}

func (p *picture) flags() {
	for _, flag := range p.t.Flags {
		class, text := "flag", p.flag(flag)
		switch {
		case flag.Missed:
			class = "flag-unseen"
			text += ": " + p.words.unseen
		case flag.Handled, flag.Kind == trace.FlagClose, flag.Kind == trace.FlagDo:
			class = "flag-calm"
		}
		wide := 26.0
		if flag.Flip {
			wide = -wide
		}
		p.mark(text + ", t = " + trace.Number(flag.At))
		p.line(class, flag.X, flag.Y, flag.X, flag.Y+24)
		p.path(class, "M"+num(flag.X)+" "+num(flag.Y)+"h"+num(wide)+"l"+num(-wide/5)+" 6l"+num(wide/5)+" 6h"+num(-wide)+"z")
		p.inRoom("mono small", flag.Label, p.flag(flag))
		p.end()
	}
}

func (p *picture) exits() {
	for _, exit := range p.t.Exits {
		name := p.cause(exit)
		p.mark(name + ", t = " + trace.Number(exit.T))
		p.line("exit", exit.X, exit.Y1, exit.X, exit.Y2)
		if l := exit.Label; l.W > 0 {
			width := float64(len([]rune(name)))*7 + 12
			plate := l.X - 6
			if l.End {
				plate = l.X - width + 6
			}
			p.rect("plate", plate, l.Y-15, width, 21, 5)
			p.inRoom("mono small on-plate", l, name)
		}
		p.end()
	}
}

var boxLooks = [...]struct{ box, text string }{
	trace.PhaseWaiting: {"box", "mono"}, trace.PhaseRunning: {"box", "mono"},
	trace.PhaseDone:   {"box box-ran", "mono on-ran"},
	trace.PhaseFailed: {"box box-failed", "mono on-failed"}, trace.PhaseInterrupted: {"box box-failed", "mono on-failed"},
	trace.PhaseSkipped: {"box box-skipped", "mono muted"},
}

func (p *picture) boxes() {
	for _, box := range p.t.Boxes {
		look := boxLooks[box.Phase]
		title := p.label(box.ID) + ", " + p.phase(box.Phase)
		if box.Count > 1 {
			title = p.several(box.Count)
		}
		p.mark(title)
		p.rect(look.box, box.X, box.Y, box.W, box.H, 5)
		text := box.Label.Text
		if box.Count == 1 {
			text = signs[box.Phase] + " " + text
		}
		p.inRoom(look.text, box.Label, text)
		p.end()
	}
}
