package main

import (
	"slices"
	"strconv"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// stepRow edits one step of a target.
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
	var fields, options []app.UI
	for i := range v.fields {
		f := &stepInput{Row: r, Field: i, Rev: r.Rev}
		if v.fields[i].optional != nil {
			options = append(options, f)
		} else {
			fields = append(fields, f)
		}
	}
	return app.Div().Class("step").Role("group").Aria("label", w.StepNumber(r.Index+1)).Body(
		app.Span().Class("step-verb").Title(w.Verbs[v.name]).Text(v.name),
		app.Div().Class("step-tools").Body(
			iconButton(w.StepUp+" "+number, iconUp, r.Index > 0, r.onUp),
			iconButton(w.StepDown+" "+number, iconDown, !r.Last, r.onDown),
			iconButton(w.RemoveStep+" "+number, iconRemove, true, r.onRemove),
		),
		app.Div().Class("step-fields").Body(fields...),
		app.Div().Class("step-options").Body(options...),
	)
}

func (r *stepRow) steps() []scenario.Step {
	return slices.Clone(r.Target.steps(r.Session.scenario))
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
	r.Session.moveAttempts(r.Target, func(i int) int {
		switch i {
		case r.Index:
			return other
		case other:
			return r.Index
		}
		return i
	})
}

func (r *stepRow) onRemove(app.Context, app.Event) {
	r.Session.setSteps(r.Target, slices.Delete(r.steps(), r.Index, r.Index+1))
	r.Session.moveAttempts(r.Target, func(i int) int {
		switch {
		case i == r.Index:
			return -1
		case i > r.Index:
			return i - 1
		}
		return i
	})
}

// stepInput edits one field of a step.
type stepInput struct {
	app.Compo

	Row   *stepRow
	Field int
	Rev   int
}

func (f *stepInput) spec() field { return verbOf(f.Row.Step).fields[f.Field] }

func (f *stepInput) Render() app.UI {
	s, spec := f.Row.Session, f.spec()
	label, value := spec.label(s.words), spec.get(f.Row.Step)
	key := fieldKey{f.Row.Target, stepField(f.Row.Index, spec.name)}
	if spec.choices == nil {
		input := &textInput{Session: s, Field: key, Label: label, Value: value, Number: spec.number, Set: f.set, Rev: s.rev}
		if spec.optional == nil {
			return app.Div().Class("step-field").Body(input)
		}
		input.Label, input.Empty = "", spec.optional(s.words)
		return app.Div().Class("step-option").Body(
			app.Label().Class("step-label").For(key.id()).Text(label),
			input,
		)
	}
	var options []app.UI
	for _, choice := range spec.choices(s.scenario) {
		options = append(options, option(choice, choice, choice == value))
	}
	return app.Div().Class("step-field").Body(
		app.Select().Class("field").ID(key.id()).Aria("label", label).OnChange(f.onChoose).Body(options...))
}

func (f *stepInput) onChoose(ctx app.Context, _ app.Event) {
	if c, why := f.set(valueOf(ctx)); why == nil {
		f.Row.Session.edit(c)
	}
}

// set is what the scenario becomes when the field holds a text.
func (f *stepInput) set(text string) (*scenario.Scenario, complaint) {
	c, steps := f.Row.Session.scenario, f.Row.steps()
	if f.Row.Index >= len(steps) || scenario.Verb(steps[f.Row.Index]) != scenario.Verb(f.Row.Step) {
		return c, nil // it is gone, and the page about to show that
	}
	step, why := f.spec().set(steps[f.Row.Index], text)
	if why != nil {
		return nil, why
	}
	steps[f.Row.Index] = step
	return withSteps(c, f.Row.Target, steps), nil
}
