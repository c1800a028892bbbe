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
	for i, f := range v.fields {
		fields[i] = &stepField{Row: r, Field: i, Verb: v.name, Value: f.get(r.Step), Rev: r.Rev}
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
	steps[r.Index], steps[other] = steps[other], steps[r.Index]
	r.Session.setSteps(r.Target, steps)
}

func (r *stepRow) onRemove(app.Context, app.Event) {
	r.Session.setSteps(r.Target, slices.Delete(r.steps(), r.Index, r.Index+1))
}

// stepField edits one field of a step. Verb is there so that a field of
// another verb is not taken for the same one.
type stepField struct {
	app.Compo

	Row   *stepRow
	Field int
	Verb  string
	Value string
	Rev   int
}

func (f *stepField) field() field { return verbOf(f.Row.Step).fields[f.Field] }

func (f *stepField) Render() app.UI {
	s := f.Row.Session
	spec := f.field()
	label := spec.label(s.words)
	if spec.choices != nil {
		var options []app.UI
		for _, choice := range spec.choices(s.scenario) {
			options = append(options, option(choice, choice, choice == f.Value))
		}
		return app.Select().Class("field").Aria("label", label).OnChange(f.onChange).Body(options...)
	}
	input := app.Input().Type("text").Class("field").Aria("label", label).Value(f.Value).OnChange(f.onChange)
	if spec.number {
		input = input.Attr("inputmode", "decimal").Class("field-number")
	}
	return input
}

func (f *stepField) onChange(ctx app.Context, _ app.Event) {
	s := f.Row.Session
	step, err := f.field().set(f.Row.Step, valueOf(ctx))
	if err != nil {
		s.refuse(s.words.NotNumber(valueOf(ctx)))
		return
	}
	steps := f.Row.steps()
	steps[f.Row.Index] = step
	s.setSteps(f.Row.Target, steps)
}
