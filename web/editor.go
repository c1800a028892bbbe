package main

import (
	"slices"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// editor changes one event or hook.
type editor struct {
	app.Compo

	Session *session
	Target  target
	Rev     int

	focused target
}

// OnMount and OnUpdate take the focus to what has just been chosen: it was on
// something that is gone, or far off.
func (ed *editor) OnMount(ctx app.Context)  { ed.focus(ctx) }
func (ed *editor) OnUpdate(ctx app.Context) { ed.focus(ctx) }

func (ed *editor) focus(ctx app.Context) {
	if ed.focused != ed.Target {
		ed.focused = ed.Target
		ctx.Defer(func(app.Context) { focusOn("edit-title") })
	}
}

func (ed *editor) Render() app.UI {
	s, w := ed.Session, ed.Session.words
	title := w.EventTitle
	if ed.Target.kind == hookKind {
		title = w.HookTitle
	}
	body := []app.UI{app.H2().Class("card-title").ID("edit-title").TabIndex(-1).Text(title)}
	body = append(body, ed.input("edit-name", w.Name, s.labelOf(ed.Target), false, ed.setName))
	if e := findEvent(s.scenario, ed.Target.id); e != nil && ed.Target.kind == eventKind {
		body = append(body, ed.when(e)...)
	}
	if with := ed.with(); !with.Empty() {
		body = append(body, app.Div().Class("row").Body(
			app.Span().Class("row-label").Text(w.Calls),
			app.Code().Class("row-value").Text(call(ed.Target.id, with)),
		))
	}
	body = append(body, app.H3().Class("subtitle").Text(w.Steps))
	steps := ed.steps()
	if len(steps) == 0 {
		body = append(body, app.P().Class("empty").Text(w.NoSteps))
	}
	for i, step := range steps {
		body = append(body, &stepRow{Session: s, Target: ed.Target, Index: i, Step: step, Last: i == len(steps)-1, Rev: s.rev})
	}
	body = append(body, ed.addStep(), refusal(s))
	body = append(body, runFacts(s, ed.Target)...)
	body = append(body, app.Button().Type("button").Class("button button-wide button-danger").
		Text(w.Remove).OnClick(ed.onRemove))
	return app.Div().Class("editor").Body(body...)
}

// when edits the moment and the priority of an event.
func (ed *editor) when(e *scenario.Event) []app.UI {
	w := ed.Session.words
	return []app.UI{
		app.Div().Class("row").Body(
			app.Label().Class("row-label").For("edit-when").Text(w.When),
			app.Select().Class("field").ID("edit-when").OnChange(ed.onWhen).Body(
				option("at", w.Absolute, !e.Unqueued && e.When.Absolute),
				option("after", w.Relative, !e.Unqueued && !e.When.Absolute),
				option("never", w.NotQueued, e.Unqueued),
			),
		),
		ed.input("edit-time", w.Time, formatTime(e.When.Time), true, ed.setTime),
		ed.input("edit-priority", w.PriorityLower, formatTime(e.Priority), true, ed.setPriority),
	}
}

// input is a labelled input.
func (ed *editor) input(id, label, value string, number bool, onCommit func(string)) app.UI {
	return app.Div().Class("row").Body(
		app.Label().Class("row-label").For(id).Text(label),
		&textInput{ID: id, Value: value, Number: number, Refused: ed.Session.refused != "", OnCommit: onCommit},
	)
}

// addStep chooses a verb, and adds a step of it at the press of a button: on a
// keyboard a choice is made by going through them all.
func (ed *editor) addStep() app.UI {
	w := ed.Session.words
	var options []app.UI
	for _, v := range verbs {
		if v.fresh(ed.Session.scenario) != nil {
			options = append(options, option(v.name, v.name+": "+w.Verbs[v.name], v.name == "print"))
		}
	}
	return app.Div().Class("step-add").Body(
		app.Select().Class("field").ID("edit-verb").Aria("label", w.Verb).Body(options...),
		app.Button().Type("button").Class("button").OnClick(ed.onAddStep).Body(icon(iconPlus), app.Text(w.AddStep)),
	)
}

// refusal says why the last edit was not taken.
func refusal(s *session) app.UI {
	return app.P().Class("refusal").Role("alert").Text(s.refused)
}

func (ed *editor) with() scenario.Arguments {
	if ed.Target.kind == hookKind {
		return findHook(ed.Session.scenario, ed.Target.id).With
	}
	return findEvent(ed.Session.scenario, ed.Target.id).With
}

func (ed *editor) steps() []scenario.Step { return stepsOf(ed.Session.scenario, ed.Target) }

func stepsOf(s *scenario.Scenario, t target) []scenario.Step {
	if t.kind == hookKind {
		return findHook(s, t.id).Do
	}
	return findEvent(s, t.id).Do
}

// setSteps gives an event or hook other steps.
func (s *session) setSteps(t target, steps []scenario.Step) {
	if t.kind == hookKind {
		s.edit(withHook(s.scenario, t.id, func(h *scenario.Hook) { h.Do = steps }))
	} else {
		s.edit(withEvent(s.scenario, t.id, func(e *scenario.Event) { e.Do = steps }))
	}
}

func (ed *editor) setName(label string) {
	if ed.Target.kind == hookKind {
		ed.Session.edit(withHook(ed.Session.scenario, ed.Target.id, func(h *scenario.Hook) { h.Label = label }))
	} else {
		ed.change(func(e *scenario.Event) { e.Label = label })
	}
}

func (ed *editor) change(change func(*scenario.Event)) {
	ed.Session.edit(withEvent(ed.Session.scenario, ed.Target.id, change))
}

func (ed *editor) onWhen(ctx app.Context, _ app.Event) {
	choice := valueOf(ctx)
	ed.change(func(e *scenario.Event) {
		e.Unqueued = choice == "never"
		if !e.Unqueued {
			e.When.Absolute = choice == "at"
		}
	})
}

func (ed *editor) setTime(text string) {
	ed.number(text, func(e *scenario.Event, n float64) { e.When.Time = n })
}

func (ed *editor) setPriority(text string) {
	ed.number(text, func(e *scenario.Event, n float64) { e.Priority = n })
}

func (ed *editor) number(text string, set func(*scenario.Event, float64)) {
	n, err := parseNumber(text)
	if err != nil {
		ed.Session.refuse(ed.Session.words.NotNumber(text))
		return
	}
	ed.change(func(e *scenario.Event) { set(e, n) })
}

func (ed *editor) onAddStep(app.Context, app.Event) {
	name := app.Window().GetElementByID("edit-verb").Get("value").String()
	for _, v := range verbs {
		if v.name == name {
			ed.Session.setSteps(ed.Target, append(slices.Clip(ed.steps()), v.fresh(ed.Session.scenario)))
		}
	}
}

func (ed *editor) onRemove(app.Context, app.Event) {
	s := ed.Session
	if ed.Target.kind == hookKind {
		s.edit(withoutHook(s.scenario, ed.Target.id))
	} else {
		s.edit(withoutEvent(s.scenario, ed.Target.id))
	}
}

// focusOn puts the focus on an element.
func focusOn(id string) {
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Call("focus")
	}
}

// valueOf is what the element that an event comes from holds.
func valueOf(ctx app.Context) string { return ctx.JSSrc().Get("value").String() }
