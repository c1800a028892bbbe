package main

import (
	"lastcall/engine/scenario"
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// ground draws what stands behind the marks: the grid with the clock's
// readings, the lanes and their names, and the main thread's life.
func (p painter) ground() []app.UI {
	t, w := p.t, p.session.words
	var list []app.UI
	first, last := t.Lanes[0].Y, t.Lanes[len(t.Lanes)-1].Y
	for _, tick := range t.Ticks {
		list = append(list, line("grid", tick.X, first-4, tick.X, last))
		if tick.Label != "" {
			list = append(list, words("mono muted small", tick.Mid, first-10, tick.Label).Attr("text-anchor", "middle"))
		}
	}
	names := map[trace.LaneKind]string{
		trace.LanePlanned: w.Planned, trace.LaneThread: w.MainThread, trace.LaneOutside: w.Outside, trace.LaneHooks: w.Hooks,
	}
	for i, lane := range t.Lanes {
		if i > 0 {
			list = append(list, line("lane", 0, lane.Y, t.Width, lane.Y))
		}
		list = append(list, words("muted small", lane.Label.X, lane.Label.Y, names[lane.Kind]))
		if note := p.hooksNote(); note != "" && lane.Note != (trace.Point{}) {
			list = append(list, words("muted small", lane.Note.X+6, lane.Note.Y, note))
		}
	}
	return append(list, line("thread", t.Thread.X1, t.Thread.Y, t.Thread.X2, t.Thread.Y))
}

// hooksNote says in words what became of the hooks.
func (p painter) hooksNote() string {
	w, exits := p.session.words, p.t.Exits
	switch {
	case len(exits) == 0 || len(p.t.Boxes) == 0:
		return ""
	case len(exits) > 1:
		return w.DiedInHooks
	case !exits[0].HookRun:
		return w.HooksAllSkipped
	case len(p.t.Boxes) == 1:
		return ""
	}
	return w.LastInFirstOut + " →"
}

var pinLooks = [...]struct{ pin, stem, text string }{
	trace.PinOnTime:    {"pin", "stem", "mono"},
	trace.PinLate:      {"pin-late", "stem stem-late", "mono"},
	trace.PinCancelled: {"pin-cancelled", "stem stem-cancelled", "mono struck"},
	trace.PinLeft:      {"pin-left", "stem stem-left", "mono muted"},
}

func (p painter) pins() []app.UI {
	w := p.session.words
	outcomes := [...]string{
		trace.PinOnTime: w.OutcomeRan, trace.PinLate: w.OutcomeLate,
		trace.PinCancelled: w.OutcomeCancelled, trace.PinLeft: w.OutcomeLeft,
	}
	var list []app.UI
	for _, pin := range p.t.Pins {
		look := pinLooks[pin.Kind]
		name := w.PinName(p.session.labelOf(target{id: pin.ID}), p.session.reading(pin.Time), formatTime(pin.Priority), outcomes[pin.Kind])
		text, radius := pin.Label.Text, 6.0
		if pin.Count > 1 {
			name, radius = w.Cluster(pin.Count), 11
		}
		if pin.OffScale {
			text += " → " + p.session.reading(pin.Time)
		}
		if pin.Note != "" {
			text += " " + pin.Note
		}
		list = append(list, p.mark(pin.Mark, false, name,
			line(look.stem, pin.X, pin.Y, pin.X, pin.Bottom),
			circle(look.pin, pin.X, pin.Y, radius),
			label(look.text, pin.Label, text),
			pinCount(pin),
		))
	}
	return list
}

// pinCount writes how many entries a pin stands for into it; nil for one.
func pinCount(pin trace.Pin) app.UI {
	if pin.Count == 1 {
		return nil
	}
	kind := "tiny on-bar"
	if pin.Kind != trace.PinOnTime {
		kind = "tiny"
	}
	return words(kind, pin.X, pin.Y+3.5, trace.Count(pin.Count)).Attr("text-anchor", "middle")
}

func (p painter) bars() []app.UI {
	w := p.session.words
	var list []app.UI
	for _, bar := range p.t.Bars {
		kind := "bar"
		if bar.Interrupted {
			kind += " bar-interrupted"
		}
		text := bar.Label.Text
		if bar.Full {
			text += " · " + trace.Number(bar.To-bar.From)
		}
		shown := text // a name must have what is seen in it
		if bar.Label.W == 0 {
			shown = p.session.labelOf(target{id: bar.ID})
		}
		name := w.BarName(shown, p.session.reading(bar.From), p.session.reading(bar.To))
		if bar.Count > 1 {
			name = w.Cluster(bar.Count)
		}
		list = append(list, p.mark(bar.Mark, false, name,
			rect(kind, bar.X, bar.Y, bar.W, bar.H, 5),
			label("mono on-bar", bar.Label, text),
		))
	}
	return list
}

// lates draws lateness as a distance: from the moment that was planned to the
// moment the action began.
func (p painter) lates() []app.UI {
	w := p.session.words
	var list []app.UI
	for _, late := range p.t.Lates {
		body := []app.UI{rect("late", late.X, late.Y, late.W, late.H, 3)}
		if len(late.Path) > 0 {
			body = append(body, path("connector", through(late.Path)))
		}
		text := w.LateBy(trace.Number(late.Amount))
		if late.Label.Text != "" {
			text = late.Label.Text + ": " + text
		}
		body = append(body, label("late-text small", late.Label, text))
		list = append(list, svg("g").Attr("data-kind", "lateness"+p.future(late.First)).Body(body...))
	}
	return list
}

// flags draws what came from outside.
func (p painter) flags() []app.UI {
	w := p.session.words
	var list []app.UI
	for _, flag := range p.t.Flags {
		kind, text := "flag", string(flag.Signal)
		switch flag.Kind {
		case trace.FlagClose:
			kind, text = "flag flag-calm", endingCodes[scenario.EndClose]
		case trace.FlagDiscard:
			text = endingCodes[scenario.EndDiscard]
		case trace.FlagDo:
			kind, text = "flag flag-calm", w.Outside
		}
		switch {
		case flag.Missed:
			kind = "flag-unseen"
		case flag.Handled:
			kind, text = "flag flag-calm", text+" → "+w.Handled
		}
		wide := 26.0
		if flag.Flip {
			wide = -wide
		}
		cloth := "M" + num(flag.X) + " " + num(flag.Y) + "h" + num(wide) + "l" + num(-wide/5) + " 6l" + num(wide/5) + " 6h" + num(-wide) + "z"
		future := ""
		if !flag.Missed {
			future = p.future(flag.First)
		}
		title := text
		if flag.Missed && !p.session.run.going {
			title += ": " + w.NeverSeen
		}
		list = append(list, svg("g").Attr("data-kind", "flagged"+future).Body(
			svg("title").Text(title+", t = "+p.session.reading(flag.At)),
			line(kind, flag.X, flag.Y, flag.X, flag.Y+24),
			path(kind, cloth),
			label("mono small", flag.Label, text),
		))
	}
	return list
}

// exits draws the line where the program is over, and why it is.
func (p painter) exits() []app.UI {
	names := map[trace.Cause]string{
		trace.CauseReturn: "return", trace.CauseExit: "sys.exit()", trace.CauseException: "exception",
		trace.CauseHardExit: "os._exit()", trace.CauseAbort: "os.abort()",
		trace.CauseClose: "beforeunload", trace.CauseDiscard: "discard",
	}
	var list []app.UI
	for _, exit := range p.t.Exits {
		name := names[exit.Cause]
		if exit.Cause == trace.CauseSignal { // its record comes just before
			name = string(p.session.run.index.Records()[exit.First-1].Signal)
		}
		body := []app.UI{line("exit", exit.X, exit.Y1, exit.X, exit.Y2)}
		if l := exit.Label; l.W > 0 {
			x, anchor := l.X, "start"
			plate := x - 6
			if l.End {
				anchor = "end"
				plate = x - plateWidth(name) + 6
			}
			body = append(body,
				rect("exit-plate", plate, l.Y-15, plateWidth(name), 21, 5),
				words("mono small exit-text", x, l.Y, name).Attr("text-anchor", anchor),
			)
		}
		list = append(list, svg("g").Attr("data-kind", "over"+p.future(exit.First)).Body(body...))
	}
	return list
}

// plateWidth is the width of the plate behind a cause.
func plateWidth(text string) float64 { return float64(len(text))*7 + 12 }

// boxes draws the exit hooks in the order in which they ran.
func (p painter) boxes() []app.UI {
	s := p.session
	var list []app.UI
	for _, box := range p.t.Boxes {
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
		name := s.words.HookName(s.labelOf(target{kind: hookKind, id: box.ID}), s.phaseName(box.Phase))
		if box.Count > 1 {
			name = s.words.Cluster(box.Count)
		}
		list = append(list, p.mark(box.Mark, true, name,
			rect(kind, box.X, box.Y, box.W, box.H, 5),
			label(on, trace.Label{X: box.Label.X - 14, Y: box.Label.Y, W: box.Label.W}, sign),
			label(on, box.Label, box.Label.Text),
		))
	}
	return list
}

// cursor is the moment that the rest of the page shows.
func (p painter) cursor() app.UI {
	c := p.t.Cursor(p.n)
	if p.session.live() {
		c.X = p.t.XAt(p.session.liveTime())
	}
	return svg("g").ID("timeline-cursor").Attr("data-kind", "cursor").
		Attr("transform", shift(c.X, 0)).Body(
		line("cursor", 0, c.Y1, 0, c.Y2),
		circle("cursor cursor-head", 0, c.Y1, 4.5),
	)
}
