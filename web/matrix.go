package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// matrix is the exit matrix: the scenario's hooks against every way to end.
// What it says, the engine has found out by running the scenario each way.
type matrix struct {
	app.Compo

	Session *session
	Rev     int

	first int // row on screen
}

// matrixRows is how many rows are drawn at a time.
const matrixRows = 40

func (m *matrix) Render() app.UI {
	s, w := m.Session, m.Session.words
	hooks := s.matrixHooks()
	if m.first >= len(hooks) {
		m.first = 0
	}
	shown := hooks[m.first:min(m.first+matrixRows, len(hooks))]
	rows := make([]app.UI, len(shown), len(shown)+1)
	for i, h := range shown {
		rows[i] = &matrixRow{Session: s, Hook: h, Rev: s.rev}
	}
	rows = append(rows, s.statusRow())
	columns := []app.UI{app.Th().Scope("col").Class("matrix-corner").Text(w.Hook)}
	for _, e := range scenario.Endings {
		columns = append(columns, s.matrixColumn(e))
	}
	note := w.MatrixText
	if len(hooks) == 0 && s.outcomes.done() {
		note = w.MatrixNoHooks
	}
	return app.Div().Class("matrix").Body(
		app.P().Class("tool-text").Text(note),
		app.Div().Class("matrix-scroll").TabIndex(0).Role("region").Aria("label", w.Matrix).Body(
			app.Table().Class("matrix-table").OnClick(m.onClick).Body(
				app.THead().Body(app.Tr().Body(columns...)),
				app.TBody().Body(rows...),
			),
		),
		m.pager(len(hooks)),
		app.P().Class("tool-progress").Role("status").Text(s.matrixProgress()),
	)
}

// pager leafs through the rows when they are too many for one screen.
func (m *matrix) pager(all int) app.UI {
	if all <= matrixRows {
		return nil
	}
	w, to := m.Session.words, min(m.first+matrixRows, all)
	return app.Div().Class("tool-pager").Body(
		iconButton(w.RowsBefore, iconUp, m.first > 0, m.onBefore),
		iconButton(w.RowsAfter, iconDown, to < all, m.onAfter),
		app.Span().Text(w.MatrixRows(m.first+1, to, all)),
	)
}

func (m *matrix) onBefore(app.Context, app.Event) { m.first = max(0, m.first-matrixRows) }

func (m *matrix) onAfter(app.Context, app.Event) {
	if m.first+matrixRows < len(m.Session.matrixHooks()) {
		m.first += matrixRows
	}
}

// onClick opens the run of the column that was clicked: of its button, or of
// any of its cells.
func (m *matrix) onClick(_ app.Context, e app.Event) {
	if cell := e.Get("target").Call("closest", "[data-ending]"); cell.Truthy() {
		m.Session.setEnding(scenario.Ending(cell.Get("dataset").Get("ending").String()))
	}
}

// matrixProgress says how far the working out is; "" once it is done.
func (s *session) matrixProgress() string {
	if s.outcomes.done() {
		return ""
	}
	return s.words.MatrixProgress(len(s.outcomes.known), s.outcomes.ways())
}

// matrixColumn is the head of one way to end.
func (s *session) matrixColumn(e scenario.Ending) app.UI {
	chosen := e == s.scenario.Ending()
	head := app.Th().Scope("col").Class("matrix-ending").DataSet("ending", string(e))
	if chosen {
		head = head.DataSet("chosen", "true")
	}
	return head.Body(
		app.Button().Type("button").Class("matrix-open").Aria("pressed", chosen).Body(
			app.Span().Class("matrix-code").Text(endingCodes[e]),
			app.Span().Class("matrix-name").Text(s.words.EndingName[string(e)]),
		),
	)
}

// A matrixHook is a row: the nth registration of a hook, counted from 0.
type matrixHook struct {
	hook string
	nth  int
	with *scenario.Arguments
}

// matrixHooks are the rows: the registrations of the run that has most of
// them, the first to run on top; then those that only others have, and the
// hooks that are never registered.
func (s *session) matrixHooks() []matrixHook {
	if s.outcomes.rows == nil {
		s.outcomes.rows = s.outcomes.hooks(s.scenario)
	}
	return s.outcomes.rows
}

func (o *outcomes) hooks(s *scenario.Scenario) []matrixHook {
	var all []outcome
	most := 0
	for _, python := range profiles {
		for _, e := range scenario.Endings {
			all = append(all, o.known[way{e, python}])
			if last := len(all) - 1; len(all[last].hooks) > len(all[most].hooks) {
				most = last
			}
		}
	}
	type key struct {
		hook string
		nth  int
	}
	seen := make(map[key]bool)
	named := make(map[string]bool)
	var rows []matrixHook
	add := func(known outcome) {
		for i, nth := range known.nths {
			g := known.hooks[i]
			if k := (key{g.Hook, nth}); !seen[k] {
				seen[k], named[g.Hook] = true, true
				rows = append(rows, matrixHook{g.Hook, nth, g.With})
			}
		}
	}
	add(all[most])
	for _, known := range all {
		add(known)
	}
	for _, h := range s.Hooks {
		if !named[h.ID] {
			rows = append(rows, matrixHook{hook: h.ID})
		}
	}
	return rows
}

// matrixRow is one registration in every way to end.
type matrixRow struct {
	app.Compo

	Session *session
	Hook    matrixHook
	Rev     int
}

func (r *matrixRow) Render() app.UI {
	s := r.Session
	cells := []app.UI{app.Th().Scope("row").Class("matrix-hook").Body(
		app.Button().Type("button").Class("link").OnClick(r.onChoose).
			Text(named(s.labelOf(target{kind: hookKind, id: r.Hook.hook}), r.Hook.with)),
	)}
	for _, e := range scenario.Endings {
		cells = append(cells, s.matrixCell(e, func(o outcome) (state, mark, text string) {
			g, ok := o.registration(r.Hook)
			if !ok {
				return "none", "·", s.words.NotInThisRun
			}
			return phases[g.Phase].state, phases[g.Phase].mark, s.phaseName(g.Phase)
		}))
	}
	return app.Tr().Body(cells...)
}

func (r *matrixRow) onChoose(app.Context, app.Event) {
	r.Session.choose(target{kind: hookKind, id: r.Hook.hook})
}

// statusRow is the exit status of every way to end.
func (s *session) statusRow() app.UI {
	cells := []app.UI{app.Th().Scope("row").Class("matrix-hook").Text(s.words.StatusRow)}
	for _, e := range scenario.Endings {
		cells = append(cells, s.matrixCell(e, func(o outcome) (state, mark, text string) {
			if o.status == nil {
				return "none", "", "?"
			}
			return "status", "", formatTime(float64(*o.status))
		}))
	}
	return app.Tr().Class("matrix-status").Body(cells...)
}

// matrixCell says one thing of a way to end, for each profile where they
// differ, and once where they do not.
func (s *session) matrixCell(e scenario.Ending, say func(outcome) (state, mark, text string)) app.UI {
	cell := app.Td().DataSet("ending", string(e))
	if e == s.scenario.Ending() {
		cell = cell.DataSet("chosen", "true")
	}
	o, known := s.outcome(e)
	if state, mark, text := s.verdict(e); state == "working" || state == "unknown" {
		return cell.Body(verdictIn("", state, mark, text))
	}
	python := profileOf(s.scenario)
	state, mark, text := say(o)
	second, both := s.outcomes.known[way{e, other(python)}]
	if state2, mark2, text2 := say(second); known && both && text2 != text {
		own, others := verdictIn(s.words.Profile[string(python)], state, mark, text),
			verdictIn(s.words.Profile[string(other(python))], state2, mark2, text2)
		if python != profiles[0] {
			own, others = others, own
		}
		return cell.Body(own, others)
	}
	return cell.Body(verdictIn("", state, mark, text))
}

// verdictIn is what a cell says, of one profile if it names that.
func verdictIn(python, state, mark, text string) app.UI {
	body := []app.UI{app.Span().Class("matrix-mark").Aria("hidden", true).Text(mark), app.Text(text)}
	if python != "" {
		body = append([]app.UI{app.Span().Class("matrix-python").Text(python)}, body...)
	}
	return app.Div().Class("matrix-cell").DataSet("state", state).Body(body...)
}
