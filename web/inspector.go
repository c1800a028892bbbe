package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// inspector edits the scenario: the lists of all its parts, or the one that is
// chosen.
type inspector struct {
	app.Compo

	Session *session
	Rev     int

	editing bool
}

// OnUpdate takes the focus back to the lists, when the editor that had it is
// gone.
func (i *inspector) OnUpdate(ctx app.Context) {
	editing := i.Session.selected != target{}
	if i.editing && !editing {
		ctx.Defer(func(app.Context) { refocus("lists-title") })
	}
	i.editing = editing
}

func (i *inspector) Render() app.UI {
	s, w := i.Session, i.Session.words
	aside := app.Aside().Class("card inspector").ID("inspector").Aria("label", w.Edit)
	if s.selected == (target{}) {
		return aside.Body(&lists{Session: s, Rev: s.rev})
	}
	return aside.Body(
		app.Button().Type("button").Class("button inspector-back").Text("← "+w.All).OnClick(i.onBack),
		&editor{Session: s, Target: s.selected, Rev: s.rev},
	)
}

func (i *inspector) onBack(app.Context, app.Event) { i.Session.choose(target{}) }

// lists are all parts of the scenario.
type lists struct {
	app.Compo

	Session *session
	Rev     int
}

func (l *lists) Render() app.UI {
	s, w := l.Session, l.Session.words
	c := s.scenario
	var handlers []target
	for _, signal := range scenario.Handleable {
		if t := (target{kind: handlerKind, id: string(signal)}); t.in(c) {
			handlers = append(handlers, t)
		}
	}
	events := l.list(len(c.Events), func(i int) target { return target{id: c.Events[i].ID} }, w.Events, w.NoEvents)
	hooks := l.list(len(c.Hooks), func(i int) target { return target{kind: hookKind, id: c.Hooks[i].ID} }, w.Hooks, w.NoHooks)
	outside := l.list(len(c.Outside), func(i int) target { return target{kind: outsideKind, index: i} }, w.FromOutside, w.NoOutside)
	rest := []target{{kind: endKind}, {kind: programKind}}
	return app.Div().Class("lists").OnKeyDown(l.onKey).Body(
		app.Div().Class("editor-head").Body(
			app.H2().Class("card-title").ID("lists-title").TabIndex(-1).Text(w.Events),
			app.Button().Type("button").Class("button lists-pick").Aria("pressed", s.picking).
				Text(map[bool]string{true: w.PickDone, false: w.Pick}[s.picking]).OnClick(l.onPicking),
		),
		l.picked(),
		events,
		addButton(w.AddEvent, l.onAddEvent),
		app.H2().Class("card-title").Text(w.Hooks),
		hooks,
		addButton(w.AddHook, l.onAddHook),
		app.Details().Class("lists-more").Open(len(handlers)+len(c.Outside) > 0).Body(
			app.Summary().Class("lists-summary").Text(w.MoreParts),
			app.H2().Class("card-title").Text(w.FromOutside),
			outside,
			addButton(w.AddOutside, l.onAddOutside),
			app.H2().Class("card-title").Text(w.Handlers),
			l.list(len(handlers), func(i int) target { return handlers[i] }, w.Handlers, w.NoHandlers),
			l.addHandler(),
			app.H2().Class("card-title").Text(w.Program),
			l.list(len(rest), func(i int) target { return rest[i] }, w.Program, ""),
		),
		refusal(s),
	)
}

// list lists n targets, as far as that is read.
func (l *lists) list(n int, at func(i int) target, name, empty string) app.UI {
	s := l.Session
	if n == 0 {
		return app.P().Class("empty").Text(empty)
	}
	rows := make([]app.UI, 0, min(n, maxRows)+1)
	for i := range min(n, maxRows) {
		rows = append(rows, &listRow{Session: s, Target: at(i), Rev: s.rev})
	}
	if n > maxRows {
		rows = append(rows, app.Li().Class("list-item list-note").Text(s.words.More(n-maxRows)))
	}
	return app.Ul().Class("list").Aria("label", name).Body(rows...)
}

// picked is what can be done to those that are picked.
func (l *lists) picked() app.UI {
	s, w := l.Session, l.Session.words
	if !s.picking {
		return app.Div().Class("picked-none")
	}
	any := len(s.picked) > 0
	return app.Div().Class("picked").Role("group").Aria("label", w.Picked).Body(
		app.Span().Class("picked-count").Role("status").Text(w.PickedCount(len(s.picked))),
		iconButton(w.Duplicate, iconDuplicate, any, l.onDuplicate),
		iconButton(w.Copy, iconCopy, any, l.onCopy),
		iconButton(w.Delete, iconBin, any, l.onRemove),
	)
}

func addButton(text string, onClick app.EventHandler) app.UI {
	return app.Button().Type("button").Class("button button-wide").OnClick(onClick).
		Body(icon(iconPlus), app.Text(text))
}

// addHandler chooses a signal that has no handler yet, and adds one.
func (l *lists) addHandler() app.UI {
	w := l.Session.words
	var options []app.UI
	for _, signal := range scenario.Handleable {
		if !(target{kind: handlerKind, id: string(signal)}).in(l.Session.scenario) {
			options = append(options, option(string(signal), string(signal), false))
		}
	}
	if len(options) == 0 {
		return nil
	}
	return app.Div().Class("step-add lists-handler").Body(
		app.Select().Class("field").ID("new-handler").Aria("label", w.ForSignal).Body(options...),
		app.Button().Type("button").Class("button").OnClick(l.onAddHandler).Body(icon(iconPlus), app.Text(w.AddHandler)),
	)
}

func (l *lists) onPicking(app.Context, app.Event)   { l.Session.setPicking(!l.Session.picking) }
func (l *lists) onDuplicate(app.Context, app.Event) { l.Session.duplicate() }
func (l *lists) onCopy(app.Context, app.Event)      { l.Session.copyOut() }
func (l *lists) onRemove(app.Context, app.Event)    { l.Session.remove() }

func (l *lists) onAddEvent(app.Context, app.Event) { l.Session.addEvent() }
func (l *lists) onAddHook(app.Context, app.Event)  { l.Session.addHook() }

func (l *lists) onAddOutside(app.Context, app.Event) {
	c := *l.Session.scenario
	c.Outside = append(c.Outside[:len(c.Outside):len(c.Outside)], scenario.Outside{
		At: l.Session.state().T, Send: scenario.Sending(scenario.SIGTERM),
	})
	l.Session.add(&c, target{kind: outsideKind, index: len(c.Outside) - 1})
}

func (l *lists) onAddHandler(app.Context, app.Event) {
	signal := app.Window().GetElementByID("new-handler").Get("value").String()
	steps := []scenario.Step{scenario.Print{Text: signal}, scenario.Exit{Code: scenario.Int(0)}}
	l.Session.add(withHandler(l.Session.scenario, signal, steps), target{kind: handlerKind, id: signal})
}

// onKey moves through the rows with the arrows, and picks those on the way
// while Shift is held.
func (l *lists) onKey(_ app.Context, e app.Event) {
	key := e.Get("key").String()
	if key != "ArrowDown" && key != "ArrowUp" {
		return
	}
	row := e.Get("target").Call("closest", "[data-row]")
	if !row.Truthy() {
		return
	}
	rows := app.Window().Get("document").Call("querySelectorAll", ".lists [data-row]")
	step := map[string]int{"ArrowDown": 1, "ArrowUp": -1}[key]
	for i := range rows.Length() {
		next := rows.Index(i + step)
		if rows.Index(i).Get("id").String() != row.Get("id").String() || !next.Truthy() {
			continue
		}
		e.PreventDefault()
		next.Call("focus")
		if e.Get("shiftKey").Bool() {
			l.Session.pickFromTo(row.Get("id").String(), next.Get("id").String())
		}
		return
	}
}
