package main

import (
	"slices"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// editor changes one target.
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
	if ed.focused != ed.Target && !ed.Session.renaming {
		ctx.Defer(func(app.Context) { focusOn("editor-title") })
	}
	ed.focused, ed.Session.renaming = ed.Target, false
}

func (ed *editor) Render() app.UI {
	s, w, t := ed.Session, ed.Session.words, ed.Target
	title := map[kind]string{
		eventKind: w.EventTitle, hookKind: w.HookTitle, outsideKind: w.FromOutside,
		handlerKind: w.ForSignal + " " + t.id, endKind: w.AtTheEnd, programKind: w.Program,
	}[t.kind]
	body := []app.UI{
		app.Div().Class("editor-head").Body(
			app.H2().Class("card-title").ID("editor-title").TabIndex(-1).Text(title),
			ed.tools(),
		),
	}
	body = append(body, ed.fields()...)
	if t.kind != programKind && !(t.kind == outsideKind && s.scenario.Outside[t.index].Send != "") {
		body = append(body, ed.steps()...)
	}
	body = append(body, refusal(s))
	body = append(body, runFacts(s, t)...)
	return app.Div().Class("editor").Body(body...)
}

// tools are what can be done to the target as a whole.
func (ed *editor) tools() app.UI {
	w, t := ed.Session.words, ed.Target
	if t.kind == endKind || t.kind == programKind {
		return nil
	}
	var tools []app.UI
	if i, n := t.place(ed.Session.scenario); n > 1 {
		tools = append(tools,
			iconButton(w.MoveUp, iconUp, i > 0, ed.onUp),
			iconButton(w.MoveDown, iconDown, i < n-1, ed.onDown))
	}
	if t.kind != handlerKind {
		tools = append(tools, iconButton(w.Duplicate, iconDuplicate, true, ed.onDuplicate))
	}
	tools = append(tools,
		iconButton(w.Copy, iconCopy, true, ed.onCopy),
		iconButton(w.Remove, iconBin, true, ed.onRemove))
	return app.Div().Class("editor-tools").Role("group").Aria("label", w.Edit).Body(tools...)
}

// steps edits what the target does.
func (ed *editor) steps() []app.UI {
	s, w := ed.Session, ed.Session.words
	steps := ed.Target.steps(s.scenario)
	rows := make([]app.UI, len(steps))
	for i, step := range steps {
		rows[i] = &stepRow{Session: s, Target: ed.Target, Index: i, Step: step, Last: i == len(steps)-1, Rev: s.rev}
	}
	list := []app.UI{app.H3().Class("subtitle").Text(w.Steps)}
	if len(steps) == 0 {
		list = append(list, app.P().Class("empty").Text(w.NoSteps))
	} else {
		list = append(list, app.Div().Class("steps").Body(rows...))
	}
	return append(list, ed.addStep())
}

// addStep chooses a verb, and adds a step of it at the press of a button: on a
// keyboard a choice is made by going through them all.
func (ed *editor) addStep() app.UI {
	w := ed.Session.words
	var options []app.UI
	for _, v := range verbs {
		if v.fresh(ed.Session.scenario) != nil && (v.outside || ed.Target.kind != outsideKind) {
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

// setSteps gives a target other steps.
func (s *session) setSteps(t target, steps []scenario.Step) { s.edit(withSteps(s.scenario, t, steps)) }

func (ed *editor) onAddStep(app.Context, app.Event) {
	name := app.Window().GetElementByID("edit-verb").Get("value").String()
	for _, v := range verbs {
		if v.name == name {
			steps := slices.Clip(ed.Target.steps(ed.Session.scenario))
			ed.Session.setSteps(ed.Target, append(steps, v.fresh(ed.Session.scenario)))
		}
	}
}

func (ed *editor) onUp(app.Context, app.Event)   { ed.move(-1) }
func (ed *editor) onDown(app.Context, app.Event) { ed.move(+1) }

// move moves the target in its list.
func (ed *editor) move(by int) {
	s, t := ed.Session, ed.Target
	i, _ := t.place(s.scenario)
	if s.edit(moved(s.scenario, t, i+by)) && t.kind == outsideKind {
		t.index = min(max(i+by, 0), len(s.scenario.Outside)-1)
		s.choose(t)
	}
}

func (ed *editor) onDuplicate(app.Context, app.Event) { ed.Session.duplicate() }
func (ed *editor) onCopy(app.Context, app.Event)      { ed.Session.copyOut() }
func (ed *editor) onRemove(app.Context, app.Event)    { ed.Session.remove() }

// focusOn puts the focus on an element.
func focusOn(id string) {
	if element := app.Window().GetElementByID(id); element.Truthy() {
		element.Call("focus")
	}
}

// refocus puts the focus on an element, if what had it is gone.
func refocus(id string) {
	document := app.Window().Get("document")
	if document.Get("activeElement").Equal(document.Get("body")) {
		focusOn(id)
	}
}

// valueOf is what the element that an event comes from holds.
func valueOf(ctx app.Context) string { return ctx.JSSrc().Get("value").String() }
