package main

import (
	"slices"
	"strconv"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// stepRow edits one step of an event or hook.
type stepRow struct {
	app.Compo

	Session *session
	Target  target
	Index   int
	Step    scenario.Step
	Last    bool
	Rev     int
}

func (r *stepRow) Render() app.UI {
	w := r.Session.words
	v := verbOf(r.Step)
	number := strconv.Itoa(r.Index + 1)
	fields := make([]app.UI, len(v.fields))
	for i := range v.fields {
		fields[i] = &stepField{Row: r, Field: i, Rev: r.Rev}
	}
	return app.Div().Class("step").Role("group").Aria("label", w.StepNumber(r.Index+1)).Body(
		app.Span().Class("step-verb").Title(w.Verbs[v.name]).Text(v.name),
		app.Div().Class("step-fields").Body(fields...),
		app.Div().Class("step-tools").Body(
			iconButton(w.StepUp+" "+number, iconUp, r.Index > 0, r.onUp),
			iconButton(w.StepDown+" "+number, iconDown, !r.Last, r.onDown),
			iconButton(w.RemoveStep+" "+number, iconRemove, true, r.onRemove),
		),
	)
}

func (r *stepRow) steps() []scenario.Step {
	return slices.Clone(stepsOf(r.Session.scenario, r.Target))
}

func (r *stepRow) onUp(app.Context, app.Event)   { r.swap(r.Index - 1) }
func (r *stepRow) onDown(app.Context, app.Event) { r.swap(r.Index + 1) }

func (r *stepRow) swap(other int) {
	steps := r.steps()
	if other < 0 || other >= len(steps) {
		return
	}
	steps[r.Index], steps[other] = steps[other], steps[r.Index]
	r.Session.setSteps(r.Target, steps)
}

func (r *stepRow) onRemove(app.Context, app.Event) {
	r.Session.setSteps(r.Target, slices.Delete(r.steps(), r.Index, r.Index+1))
}

// stepField edits one field of a step.
type stepField struct {
	app.Compo

	Row   *stepRow
	Field int
	Rev   int
}

func (f *stepField) Render() app.UI {
	s := f.Row.Session
	spec := verbOf(f.Row.Step).fields[f.Field]
	label, value := spec.label(s.words), spec.get(f.Row.Step)
	if spec.choices == nil {
		return &textInput{Label: label, Value: value, Number: spec.number, Refused: s.refused != "", OnCommit: f.commit}
	}
	var options []app.UI
	for _, choice := range spec.choices(s.scenario) {
		options = append(options, option(choice, choice, choice == value))
	}
	return app.Select().Class("field").Aria("label", label).OnChange(f.onChoose).Body(options...)
}

func (f *stepField) onChoose(ctx app.Context, _ app.Event) { f.commit(valueOf(ctx)) }

func (f *stepField) commit(text string) {
	s := f.Row.Session
	step, err := verbOf(f.Row.Step).fields[f.Field].set(f.Row.Step, text)
	if err != nil {
		s.refuse(s.words.NotNumber(text))
		return
	}
	steps := f.Row.steps()
	steps[f.Row.Index] = step
	s.setSteps(f.Row.Target, steps)
}
