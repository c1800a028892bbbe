package main

import (
	"reflect"
	"slices"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// A change is what an edit did, in the reader's language, as it stands after
// "Undo:".
type change func(*locales.Words) string

// describe finds out what an edit did by comparing what was with what is.
func describe(before, after version) change {
	b, a := before.scenario, after.scenario
	if b == a {
		return func(w *locales.Words) string { return w.TextEdited }
	}
	var d differ
	compare(&d, eventsOf(b), eventsOf(a), func(w *locales.Words) string { return w.EventsReordered })
	compare(&d, hooksOf(b), hooksOf(a), func(w *locales.Words) string { return w.HooksReordered })
	compare(&d, othersOf(b), othersOf(a), func(w *locales.Words) string { return w.OutsideReordered })
	d.program(b, a)
	return d.summary()
}

// A part of a scenario is an event, a hook, a handler, an outside entry or
// the end, as describe compares them.
type part struct {
	target
	label    string
	when     scenario.When
	priority float64
	left     bool // not queued, not registered
	send     scenario.Sending
	with     scenario.Arguments
	do       []scenario.Step
}

func eventsOf(s *scenario.Scenario) []part {
	list := make([]part, len(s.Events))
	for i, e := range s.Events {
		list[i] = part{target{id: e.ID}, e.Label, e.When, e.Priority, e.Unqueued, "", e.With, e.Do}
	}
	return list
}

func hooksOf(s *scenario.Scenario) []part {
	list := make([]part, len(s.Hooks))
	for i, h := range s.Hooks {
		list[i] = part{target: target{kind: hookKind, id: h.ID}, label: h.Label, left: h.Unregistered, with: h.With, do: h.Do}
	}
	return list
}

func othersOf(s *scenario.Scenario) (list []part) {
	for _, signal := range scenario.Handleable {
		if steps, ok := s.Handlers[signal]; ok {
			list = append(list, part{target: target{kind: handlerKind, id: string(signal)}, do: steps})
		}
	}
	for i, o := range s.Outside {
		list = append(list, part{
			target: target{kind: outsideKind, index: i},
			when:   scenario.When{Absolute: true, Time: o.At}, send: o.Send, do: o.Do,
		})
	}
	return list
}

// same reports whether two parts do the same. Lists that an edit did not touch
// are shared, so that this is quick.
func (p *part) same(q *part) bool {
	return p.kind == q.kind && p.id == q.id && p.label == q.label && p.when == q.when && p.priority == q.priority &&
		p.left == q.left && p.send == q.send && equal(p.do, q.do) &&
		equal(p.with.Args, q.with.Args) && equal(p.with.Kwargs, q.with.Kwargs)
}

func equal[T any](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	return len(a) == 0 || &a[0] == &b[0] || reflect.DeepEqual(a, b)
}

// A differ collects what an edit did. What is of a lower rank goes before what
// follows from it: removing an event removes the steps that name it.
type differ struct {
	identity []change // added, removed and renamed
	order    []change
	content  []change
	added    int
	removed  int
}

// compare notes how a list became another one.
func compare(d *differ, before, after []part, reordered change) {
	for len(before) > 0 && len(after) > 0 && before[0].same(&after[0]) {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && before[len(before)-1].same(&after[len(after)-1]) {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	switch {
	case len(before) != len(after):
		d.partial(before, after)
	case len(after) > 1 && permuted(before, after):
		d.order = append(d.order, reordered)
	default:
		for i := range after {
			d.pair(&before[i], &after[i])
		}
	}
}

// permuted reports whether the lists hold the same in another order.
func permuted(before, after []part) bool {
	for i := range before {
		if !slices.ContainsFunc(after, func(p part) bool { return p.same(&before[i]) }) {
			return false
		}
		if i > 64 {
			return true // far enough to tell it from other edits
		}
	}
	return true
}

// partial notes what came and went.
func (d *differ) partial(before, after []part) {
	has := func(list []part) map[any]bool {
		keys := make(map[any]bool, len(list))
		for i := range list {
			keys[list[i].key()] = true
		}
		return keys
	}
	had, has2 := has(before), has(after)
	for i := range before {
		if !has2[before[i].key()] {
			d.removed++
			d.identity = append(d.identity, nameOf(&before[i], func(w *locales.Words, name string) string { return w.Removed(name) }))
		}
	}
	for i := range after {
		if !had[after[i].key()] {
			d.added++
			d.identity = append(d.identity, nameOf(&after[i], func(w *locales.Words, name string) string { return w.Added(name) }))
		}
	}
}

// key tells a part from others: its id, or what an outside entry is.
func (p *part) key() any {
	if p.kind == outsideKind {
		return [3]any{p.when.Time, p.send, len(p.do)}
	}
	return p.target
}

// pair notes how one part became another in its place.
func (d *differ) pair(b, a *part) {
	switch {
	case b.same(a):
	case a.target == b.target:
		d.content = append(d.content, partChange(b, a))
	case a.named():
		d.identity = append(d.identity, func(w *locales.Words) string { return w.Renamed(b.id, a.id) })
	default:
		d.content = append(d.content, nameOf(a, func(w *locales.Words, name string) string { return w.Changed(name) }))
	}
}

// program notes what became of the rest.
func (d *differ) program(b, a *scenario.Scenario) {
	note := func(what change) { d.content = append(d.content, what) }
	if !equal(b.End, a.End) {
		if e := a.Ending(); e != b.Ending() {
			note(func(w *locales.Words) string { return w.EndsBy(endingCodes[e]) })
		} else {
			note(stepsChange(&part{target: target{kind: endKind}, do: b.End}, &part{target: target{kind: endKind}, do: a.End}))
		}
	}
	if b.Title != a.Title {
		note(func(w *locales.Words) string { return w.Titled(a.Title) })
	}
	if b.Clock.Real != a.Clock.Real {
		note(func(w *locales.Words) string {
			if a.Clock.Real {
				return w.RealTime
			}
			return w.VirtualTime
		})
	}
	if b.Clock.Start != a.Clock.Start {
		note(func(w *locales.Words) string { return w.StartsAt(formatTime(a.Clock.Start)) })
	}
	if b.Clock.Tick != a.Clock.Tick {
		note(func(w *locales.Words) string { return w.UnitLasts(a.Clock.Tick.String()) })
	}
	if b.Python != a.Python {
		note(func(w *locales.Words) string { return "Python " + string(a.Python) })
	}
}

// summary names it all in a few words.
func (d *differ) summary() change {
	switch {
	case len(d.identity) == 1:
		return d.identity[0]
	case len(d.identity) > 1 && d.removed == 0 && d.added > 0:
		return func(w *locales.Words) string { return w.AddedMany(d.added) }
	case len(d.identity) > 1 && d.added == 0 && d.removed > 0:
		return func(w *locales.Words) string { return w.RemovedMany(d.removed) }
	case len(d.identity) > 1:
	case len(d.order) == 1:
		return d.order[0]
	case len(d.order) == 0 && len(d.content) == 1:
		return d.content[0]
	}
	return func(w *locales.Words) string { return w.ChangedMany }
}
