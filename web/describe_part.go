package main

import (
	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// name is what a part is called in the name of a change.
func (p *part) name(w *locales.Words) string {
	switch p.kind {
	case outsideKind:
		return w.OutsideAt(sendingName(w, p.send), formatTime(p.when.Time))
	case handlerKind:
		return w.HandlerFor(p.id)
	case endKind:
		return w.TheEnd
	}
	if p.label != "" {
		return p.label
	}
	return p.id
}

func nameOf(p *part, say func(w *locales.Words, name string) string) change {
	return func(w *locales.Words) string { return say(w, p.name(w)) }
}

// sendingName is what comes from outside; steps have no name of their own.
func sendingName(w *locales.Words, send scenario.Sending) string {
	switch send {
	case "":
		return w.OutsideSteps
	case scenario.Close:
		return endingCodes[scenario.EndClose]
	}
	return string(send)
}

// partChange is what became of a part that is still there.
func partChange(b, a *part) change {
	var list []change
	note := func(differs bool, say func(w *locales.Words, name string) string) {
		if differs {
			list = append(list, nameOf(b, say))
		}
	}
	note(b.label != a.label, func(w *locales.Words, name string) string {
		if name == a.name(w) { // the label says what the id does
			return w.Changed(name)
		}
		return w.Renamed(name, a.name(w))
	})
	note(b.left != a.left, func(w *locales.Words, name string) string {
		if a.left {
			return w.LeftOut(name)
		}
		return w.PutIn(name)
	})
	note(b.when != a.when && a.when.Absolute, func(w *locales.Words, name string) string { return w.MovedTo(name, formatTime(a.when.Time)) })
	note(b.when != a.when && !a.when.Absolute, func(w *locales.Words, name string) string { return w.EnteredAfter(name, formatTime(a.when.Time)) })
	note(b.priority != a.priority, func(w *locales.Words, name string) string { return w.PriorityOf(name, formatTime(a.priority)) })
	note(!equal(b.with.Args, a.with.Args) || !equal(b.with.Kwargs, a.with.Kwargs), func(w *locales.Words, name string) string { return w.ArgumentsOf(name) })
	note(b.send != a.send, func(w *locales.Words, name string) string { return w.Changed(name) })
	if !equal(b.do, a.do) {
		list = append(list, stepsChange(b, a))
	}
	if len(list) == 1 {
		return list[0]
	}
	return nameOf(b, func(w *locales.Words, name string) string { return w.Changed(name) })
}

// stepsChange is what became of the steps of a part.
func stepsChange(b, a *part) change {
	before, after := trim(b.do, a.do)
	switch {
	case len(before) == 0 && len(after) == 1:
		return nameOf(a, func(w *locales.Words, name string) string { return w.StepAdded(scenario.Verb(after[0]), name) })
	case len(before) == 1 && len(after) == 0:
		return nameOf(a, func(w *locales.Words, name string) string { return w.StepRemoved(scenario.Verb(before[0]), name) })
	case len(before) == 1 && len(after) == 1:
		if work, ok := after[0].(scenario.Work); ok && scenario.Verb(before[0]) == "work" {
			return nameOf(a, func(w *locales.Words, name string) string { return w.Works(name, formatTime(work.Units)) })
		}
		return nameOf(a, func(w *locales.Words, name string) string { return w.StepChanged(scenario.Verb(after[0]), name) })
	case len(before) == len(after):
		return nameOf(a, func(w *locales.Words, name string) string { return w.StepsReordered(name) })
	}
	return nameOf(a, func(w *locales.Words, name string) string { return w.StepsChanged(name) })
}

// trim cuts off what is the same at the beginning and at the end.
func trim(before, after []scenario.Step) (b, a []scenario.Step) {
	for len(before) > 0 && len(after) > 0 && equal(before[:1], after[:1]) {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && equal(before[len(before)-1:], after[len(after)-1:]) {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	return before, after
}
