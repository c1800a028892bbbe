package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// timelineTable says in tables everything that the timeline shows. It is always
// there for those who read the page otherwise than by looking; to be seen, it
// is switched on.
type timelineTable struct {
	app.Compo

	Session *session
	Rev     int

	page int // which entries are listed, if there are many
}

// showTable shows the tables to everyone, or only to who cannot see the page.
func (s *session) showTable(shown bool) {
	s.touch()
	s.sight.table = shown
}

func (c *timelineTable) Render() app.UI {
	s, w := c.Session, &c.Session.words.Chart
	class := "tables aside"
	if s.sight.table {
		class = "tables"
	}
	return app.Section().Class(class).ID("tables").Aria("label", w.AsTable).Body(
		c.entries(), c.pages(), c.outside(), c.hooks(), app.P().Class("empty").Text(s.endText()),
	)
}

// table is one with a caption and headings.
func (c *timelineTable) table(caption string, headings []string, rows []app.UI) app.UI {
	heads := make([]app.UI, len(headings))
	for i, h := range headings {
		heads[i] = app.Th().Scope("col").Text(h)
	}
	box := app.Div().Class("tables-one")
	if c.Session.sight.table { // who scrolls it by keyboard needs to get there
		box = box.TabIndex(0).Role("group").Aria("label", caption)
	}
	return box.Body(app.Table().Class("table").Body(
		app.Caption().Class("subtitle").Text(caption),
		app.THead().Body(app.Tr().Body(heads...)),
		app.TBody().Body(rows...),
	))
}

// cells is a row of texts; the first is its heading.
func cells(texts ...string) app.UI {
	row := []app.UI{app.Th().Scope("row").Text(texts[0])}
	for _, text := range texts[1:] {
		row = append(row, app.Td().Text(text))
	}
	return app.Tr().Body(row...)
}

func (c *timelineTable) entries() app.UI {
	s, w := c.Session, c.Session.words
	all := s.run.index.EntriesInOrder(c.from(), maxRows)
	if len(all) == 0 {
		return app.P().Class("empty").Text(w.NoEvents)
	}
	rows := make([]app.UI, len(all))
	for i := range all {
		h := &all[i]
		started, ended, late := "–", "–", "–"
		if h.Start >= 0 {
			started, ended = s.reading(h.Began), s.reading(h.Ended)
			if h.Late() > 0 {
				late = s.length(h.Late())
			}
		}
		rows[i] = cells(named(s.labelOf(target{id: h.Event}), h.With), s.reading(h.Time), formatTime(h.Priority),
			itoa(h.Seq), started, ended, late, s.outcomeName(h))
	}
	return c.table(w.Chart.EntriesCaption, []string{w.Event, w.PlannedAt, w.Priority, w.Sequence, w.StartedAt, w.Chart.Ended, w.Late, w.Outcome}, rows)
}

// from is the place of the first entry that is listed.
func (c *timelineTable) from() int {
	last := (c.Session.run.index.EntryCount() - 1) / maxRows
	return max(0, min(c.page, last)) * maxRows
}

// pages leads to the entries that are not listed, if there are any.
func (c *timelineTable) pages() app.UI {
	s, w := c.Session, &c.Session.words.Chart
	n := s.run.index.EntryCount()
	if n <= maxRows {
		return nil
	}
	from := c.from()
	text := app.Span().Text(w.Rows(from+1, min(from+maxRows, n), n))
	if !s.sight.table {
		return app.P().Body(text)
	}
	return app.Div().Class("tables-pages").Body(
		app.Button().Type("button").Class("button").Aria("disabled", from == 0).Text(w.RowsBefore).OnClick(c.onBefore),
		text,
		app.Button().Type("button").Class("button").Aria("disabled", from+maxRows >= n).Text(w.RowsAfter).OnClick(c.onAfter),
	)
}

func (c *timelineTable) onBefore(app.Context, app.Event) { c.page = max(0, c.from()/maxRows-1) }
func (c *timelineTable) onAfter(app.Context, app.Event)  { c.page = c.from()/maxRows + 1 }

func (c *timelineTable) outside() app.UI {
	s, w := c.Session, c.Session.words
	flags := s.timeline().Flags
	if len(flags) == 0 {
		return nil
	}
	rows := make([]app.UI, len(flags))
	for i := range flags {
		rows[i] = cells(s.flagName(&flags[i]), s.reading(flags[i].At))
	}
	return c.table(w.Outside, []string{w.Chart.What, w.Time}, rows)
}

func (c *timelineTable) hooks() app.UI {
	s, w := c.Session, c.Session.words
	boxes := s.timeline().Boxes
	if len(boxes) == 0 {
		return nil
	}
	rows := make([]app.UI, len(boxes))
	for i := range boxes {
		b := &boxes[i]
		name := s.labelOf(target{kind: hookKind, id: b.ID})
		if b.Count > 1 {
			name = s.boxName(b)
		}
		rows[i] = cells(name, itoa(b.Order), s.phaseName(b.Phase), s.length(b.Length))
	}
	return c.table(w.Hooks+": "+w.LastInFirstOut, []string{w.Hook, w.Chart.RegisteredAs, w.Outcome, w.Chart.Took}, rows)
}

// endText says how the program is over, as far as the run has come.
func (s *session) endText() string {
	state := s.run.index.At(s.total())
	if !state.Exited {
		return s.words.Chart.GoesOn
	}
	text := ""
	for _, e := range s.timeline().Exits {
		text += s.exitName(&trace.ExitLine{Mark: e.Mark, Cause: e.Cause, T: e.T}) + ". "
	}
	if state.Ended {
		text += s.words.ExitStatus(state.Status) + "."
	}
	return text
}
