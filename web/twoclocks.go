package main

import (
	"strconv"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// twoClocks shows what a program did in virtual time beside what it did in real
// time, and marks what is different: the order first, then how late it was.
type twoClocks struct {
	app.Compo

	Session *session
	Rev     int

	wanted bool // a run in real time, when the one in virtual time is over
}

func (t *twoClocks) Render() app.UI {
	s, w := t.Session, t.Session.words
	body := []app.UI{app.P().Class("clocks-text").Text(w.TwoClocksText)}
	switch {
	case s.live():
		body = append(body, app.P().Class("clocks-text").Role("status").Text(w.TwoClocksRunning))
	case !s.twin.over:
		body = append(body, app.Button().Type("button").Class("button button-primary").
			Disabled(s.comparable()).Text(w.TwoClocksRun).OnClick(t.onRun))
	default:
		body = append(body, t.verdict(), t.table())
		if p := s.punctuality(); p.timers > 0 {
			body = append(body, app.P().Class("clocks-text").Text(
				w.Punctual(p.timers, s.span(p.least), s.span(p.most), s.span(p.most-p.least))))
		}
	}
	return app.Div().Class("clocks").Body(body...)
}

// verdict says how the two runs differ.
func (t *twoClocks) verdict() app.UI {
	return app.P().Class("clocks-verdict").Role("status").Text(t.Session.difference())
}

func (t *twoClocks) table() app.UI {
	s, w := t.Session, t.Session.words
	rows := make([]app.UI, 0, min(len(s.twin.rows), maxRows))
	for _, row := range s.twin.rows[:min(len(s.twin.rows), maxRows)] {
		rows = append(rows, t.row(row))
	}
	table := app.Table().Class("table clocks-table").Body(
		app.THead().Body(app.Tr().Body(
			app.Th().Scope("col").Text(w.VirtualTime),
			app.Th().Scope("col").Text(w.RealTime),
		)),
		app.TBody().Body(rows...),
	)
	body := []app.UI{table}
	if more := len(s.twin.rows) - len(rows); more > 0 {
		body = append(body, app.P().Class("empty").Text(w.More(more)))
	}
	return app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", w.TwoClocks).Body(body...)
}

func (t *twoClocks) row(row trace.Row) app.UI {
	s := t.Session
	return app.Tr().Body(
		t.side(row.A, s.twin.records, false),
		t.side(row.B, s.run.index.Records(), true),
	)
}

// fates are the fates' names in the page's markup.
var fates = [...]string{
	trace.FateNone: "none", trace.FateSame: "same", trace.FateMoved: "moved", trace.FateOnly: "only",
}

func (t *twoClocks) side(side trace.Side, records []trace.Record, real bool) app.UI {
	s, w := t.Session, t.Session.words
	cell := app.Td().Class("clocks-cell").DataSet("state", fates[side.Fate])
	if side.Fate == trace.FateNone {
		return cell
	}
	r := &records[side.Record]
	reading := formatTime(r.T)
	if real {
		reading = strconv.FormatFloat(r.T, 'f', 3, 64)
	}
	body := []app.UI{
		app.Span().Class("clocks-time").Text(reading),
		app.Span().Class("clocks-name").Text(s.happened(r)),
	}
	switch side.Fate {
	case trace.FateMoved:
		body = append(body, app.Span().Class("clocks-mark").Text("⇅ "+w.OrderDiffers))
	case trace.FateOnly:
		body = append(body, app.Span().Class("clocks-mark").Text(w.OnlyHere))
	}
	if late := r.Late(); r.Kind == trace.Start && late > 0 {
		text := w.LateBy(formatTime(late))
		if real {
			text = w.PlannedFor(strconv.FormatFloat(r.Time, 'f', 3, 64)) + ", " + w.MillisLate(s.span(s.millis(late)))
		}
		body = append(body, app.Span().Class("clocks-late").Text(text))
	}
	return cell.Body(body...)
}

// OnMount and OnUpdate go on when there is something to compare, and the program
// window is there to run in.
func (t *twoClocks) OnMount(ctx app.Context)  { ctx.Defer(t.goOn) }
func (t *twoClocks) OnUpdate(ctx app.Context) { ctx.Defer(t.goOn) }

func (t *twoClocks) goOn(app.Context) {
	if t.wanted && !t.Session.run.going {
		t.wanted = false
		t.Session.launch()
	}
	t.Session.startTwin()
}

// onRun shows the program's window. The program runs there when it has run in
// virtual time: how it ends is found out from that.
func (t *twoClocks) onRun(app.Context, app.Event) {
	t.wanted = true
	t.Session.setClock(true)
}
