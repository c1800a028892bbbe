package main

import (
	"strings"
	"time"

	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// fields are what a target has beside its steps.
func (ed *editor) fields() []app.UI {
	c, t := ed.Session.scenario, ed.Target
	switch t.kind {
	case eventKind:
		return ed.eventFields(findEvent(c, t.id))
	case hookKind:
		return ed.hookFields(findHook(c, t.id))
	case outsideKind:
		return ed.outsideFields(c.Outside[t.index])
	case programKind:
		return ed.programFields()
	}
	return nil
}

func (ed *editor) eventFields(e *scenario.Event) []app.UI {
	w := ed.Session.words
	return []app.UI{
		ed.row(w.Name, textInput{Value: e.Label, Empty: e.ID}, "name", ed.setLabel),
		ed.row(w.ID, textInput{Value: e.ID, Late: true}, "id", ed.setID),
		ed.choice(w.When, "when", ed.onWhen,
			option("at", w.Absolute, !e.Unqueued && e.When.Absolute),
			option("after", w.Relative, !e.Unqueued && !e.When.Absolute),
			option("never", w.NotQueued, e.Unqueued)),
		ed.row(w.Time, textInput{Value: formatTime(e.When.Time), Number: true}, "time", ed.event(func(e *scenario.Event, text string) (why complaint) {
			e.When.Time, why = parseNumber(text)
			return why
		})),
		ed.row(w.PriorityLower, textInput{Value: formatTime(e.Priority), Number: true}, "priority", ed.event(func(e *scenario.Event, text string) (why complaint) {
			e.Priority, why = parseNumber(text)
			return why
		})),
		ed.row(w.CallWith, textInput{Value: formatArguments(e.With), Empty: w.NoArguments, Help: w.CallHelp}, "with", ed.event(func(e *scenario.Event, text string) (why complaint) {
			e.With, why = parseArguments(text)
			return why
		})),
	}
}

func (ed *editor) hookFields(h *scenario.Hook) []app.UI {
	w := ed.Session.words
	return []app.UI{
		ed.row(w.Name, textInput{Value: h.Label, Empty: h.ID}, "name", ed.setLabel),
		ed.row(w.ID, textInput{Value: h.ID, Late: true}, "id", ed.setID),
		ed.choice(w.Registering, "registered", ed.onRegistered,
			option("yes", w.RegisteredAtStart, !h.Unregistered),
			option("no", w.NotRegistered, h.Unregistered)),
		ed.row(w.CallWith, textInput{Value: formatArguments(h.With), Empty: w.NoArguments, Help: w.CallHelp}, "with", func(text string) (*scenario.Scenario, complaint) {
			with, why := parseArguments(text)
			return withHook(ed.Session.scenario, ed.Target.id, func(h *scenario.Hook) { h.With = with }), why
		}),
	}
}

func (ed *editor) outsideFields(o scenario.Outside) []app.UI {
	w := ed.Session.words
	options := make([]app.UI, 0, len(scenario.Sendings)+1)
	for _, send := range scenario.Sendings {
		options = append(options, option(string(send), w.Sending(string(send)), o.Send == send))
	}
	options = append(options, option("do", w.DoesSteps, o.Send == ""))
	return []app.UI{
		ed.row(w.Comes, textInput{Value: formatTime(o.At), Number: true}, "at", func(text string) (*scenario.Scenario, complaint) {
			at, why := parseNumber(text)
			return withOutside(ed.Session.scenario, ed.Target.index, func(o *scenario.Outside) { o.At = at }), why
		}),
		ed.choice(w.Sends, "send", ed.onSend, options...),
	}
}

func (ed *editor) programFields() []app.UI {
	s, w := ed.Session, ed.Session.words
	c := s.scenario
	return []app.UI{
		ed.row(w.Title, textInput{Value: c.Title, Empty: w.OwnScenario}, "title", ed.program(func(c *scenario.Scenario, text string) complaint {
			c.Title = text
			return nil
		})),
		ed.choice(w.ClockName, "mode", ed.onMode,
			option("virtual", w.VirtualTime, !c.Clock.Real), option("real", w.RealTime, c.Clock.Real)),
		ed.row(w.ClockStart, textInput{Value: formatTime(c.Clock.Start), Number: true}, "start", ed.program(func(c *scenario.Scenario, text string) (why complaint) {
			c.Clock.Start, why = parseNumber(text)
			return why
		})),
		ed.row(w.Tick, textInput{Value: tickText(c.Clock.Tick), Help: w.TickHelp}, "tick", ed.program(func(c *scenario.Scenario, text string) complaint {
			tick, err := time.ParseDuration(strings.TrimSpace(text))
			if err != nil || tick <= 0 || tick > scenario.MaxTick {
				return notDuration
			}
			c.Clock.Tick = tick
			return nil
		})),
		ed.choice(w.PythonProfile, "python", ed.onPython,
			option("3.13", w.Python313, c.Python != scenario.Python314), option("3.14", w.Python314, c.Python == scenario.Python314)),
	}
}

// tickText writes a duration without the parts that are zero at its end.
func tickText(d time.Duration) string {
	text := d.String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// row is a labelled input.
func (ed *editor) row(label string, input textInput, name string, set setter) app.UI {
	input.Session, input.Field, input.Set, input.Rev = ed.Session, fieldKey{ed.Target, name}, set, ed.Session.rev
	return app.Div().Class("row").Body(
		app.Label().Class("row-label").For(input.Field.id()).Text(label),
		&input,
	)
}

// choice is a labelled select.
func (ed *editor) choice(label, name string, onChoose app.EventHandler, options ...app.UI) app.UI {
	id := fieldKey{ed.Target, name}.id()
	return app.Div().Class("row").Body(
		app.Label().Class("row-label").For(id).Text(label),
		app.Select().Class("field").ID(id).OnChange(onChoose).Body(options...),
	)
}

// event makes a setter of a change to the event.
func (ed *editor) event(change func(e *scenario.Event, text string) complaint) setter {
	return func(text string) (c *scenario.Scenario, why complaint) {
		c = withEvent(ed.Session.scenario, ed.Target.id, func(e *scenario.Event) { why = change(e, text) })
		return c, why
	}
}

// program makes a setter of a change to the scenario as a whole.
func (ed *editor) program(change func(c *scenario.Scenario, text string) complaint) setter {
	return func(text string) (*scenario.Scenario, complaint) {
		c := *ed.Session.scenario
		why := change(&c, text)
		return &c, why
	}
}

func (ed *editor) setLabel(label string) (*scenario.Scenario, complaint) {
	c, t := ed.Session.scenario, ed.Target
	if t.kind == hookKind {
		return withHook(c, t.id, func(h *scenario.Hook) { h.Label = label }), nil
	}
	return withEvent(c, t.id, func(e *scenario.Event) { e.Label = label }), nil
}

func (ed *editor) setID(id string) (*scenario.Scenario, complaint) {
	return renamed(ed.Session.scenario, ed.Target, id), nil
}

func (ed *editor) onWhen(ctx app.Context, _ app.Event) {
	choice := valueOf(ctx)
	ed.Session.edit(withEvent(ed.Session.scenario, ed.Target.id, func(e *scenario.Event) {
		e.Unqueued = choice == "never"
		if !e.Unqueued {
			e.When.Absolute = choice == "at"
		}
	}))
}

func (ed *editor) onRegistered(ctx app.Context, _ app.Event) {
	choice := valueOf(ctx)
	ed.Session.edit(withHook(ed.Session.scenario, ed.Target.id, func(h *scenario.Hook) { h.Unregistered = choice == "no" }))
}

func (ed *editor) onSend(ctx app.Context, _ app.Event) {
	choice := valueOf(ctx)
	ed.Session.edit(withOutside(ed.Session.scenario, ed.Target.index, func(o *scenario.Outside) {
		o.Send, o.Do = scenario.Sending(choice), nil
		if choice == "do" {
			o.Send = ""
		}
	}))
}

func (ed *editor) onMode(ctx app.Context, _ app.Event) { ed.Session.setClock(valueOf(ctx) == "real") }

func (ed *editor) onPython(ctx app.Context, _ app.Event) {
	c := *ed.Session.scenario
	c.Python = scenario.Profile(valueOf(ctx))
	ed.Session.edit(&c)
}
