package main

import (
	"encoding/json"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
)

// A fragment is a part of a scenario as text: the contract's JSON without a
// version, so that nobody takes it for a whole one. It may name events and
// hooks that it does not hold.
type fragment struct {
	Events   []json.RawMessage          `json:"events,omitempty"`
	Hooks    []json.RawMessage          `json:"hooks,omitempty"`
	Handlers map[string]json.RawMessage `json:"handlers,omitempty"`
	Outside  []json.RawMessage          `json:"outside,omitempty"`
}

// fragmentOf writes some targets of s as a fragment.
func fragmentOf(s *scenario.Scenario, targets []target) string {
	part := &scenario.Scenario{Handlers: make(map[scenario.Signal][]scenario.Step)}
	for _, t := range targets {
		switch i, _ := t.place(s); t.kind {
		case eventKind:
			part.Events = append(part.Events, s.Events[i])
		case hookKind:
			part.Hooks = append(part.Hooks, s.Hooks[i])
		case outsideKind:
			part.Outside = append(part.Outside, s.Outside[i])
		case handlerKind:
			part.Handlers[scenario.Signal(t.id)] = t.steps(s)
		}
	}
	before, after, _ := strings.Cut(string(scenario.Encode(part)), `"version": 1,`)
	return before + strings.TrimLeft(after, " \n")
}

// parseFragment reads a fragment; ok is false for any other text.
func parseFragment(text string) (f fragment, ok bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields() // such as version
	if d.Decode(&f) != nil || d.More() {
		return f, false
	}
	return f, len(f.Events)+len(f.Hooks)+len(f.Handlers)+len(f.Outside) > 0
}

// inserted returns s with a fragment added, and what was added. Ids that are
// taken are made fresh, in the steps of the fragment as well.
func inserted(s *scenario.Scenario, f fragment) (*scenario.Scenario, []target, error) {
	part, err := f.decode(s)
	if err != nil {
		return nil, nil, err
	}
	for _, t := range targetsOf(part) {
		if t.named() && taken(s, t.id) {
			part = renamed(part, t, freshLike(t.id, s, part))
		}
	}
	c := *s
	c.Events = append(s.Events[:len(s.Events):len(s.Events)], part.Events...)
	c.Hooks = append(s.Hooks[:len(s.Hooks):len(s.Hooks)], part.Hooks...)
	c.Outside = append(s.Outside[:len(s.Outside):len(s.Outside)], part.Outside...)
	added := targetsOf(part)
	for i := range added {
		switch t := &added[i]; t.kind {
		case outsideKind:
			t.index += len(s.Outside)
		case handlerKind:
			c = *withHandler(&c, t.id, t.steps(part))
		}
	}
	return &c, added, nil
}

// decode reads the fragment as a scenario of its own. What it names and s has
// is there for that long.
func (f fragment) decode(s *scenario.Scenario) (*scenario.Scenario, error) {
	own := make(map[string]bool)
	for _, list := range [][]json.RawMessage{f.Events, f.Hooks} {
		for _, item := range list {
			var named struct{ ID string }
			_ = json.Unmarshal(item, &named) // what is wrong with it, Decode says
			own[named.ID] = true
		}
	}
	guest := func(id string) json.RawMessage { return json.RawMessage(`{"id":"` + id + `"}`) }
	events, hooks := f.Events, f.Hooks
	for _, e := range s.Events {
		if !own[e.ID] {
			events = append(events, guest(e.ID))
		}
	}
	for _, h := range s.Hooks {
		if !own[h.ID] {
			hooks = append(hooks, guest(h.ID))
		}
	}
	text, err := json.Marshal(struct {
		Version int `json:"version"`
		fragment
	}{1, fragment{events, hooks, f.Handlers, f.Outside}})
	if err != nil {
		return nil, err
	}
	part, err := scenario.Decode(text)
	if err != nil {
		return nil, err
	}
	part.Events, part.Hooks = part.Events[:len(f.Events)], part.Hooks[:len(f.Hooks)]
	return part, nil
}

// freshLike returns an id like the one given that nothing in the scenarios
// has: report_2 for report and for report_1.
func freshLike(id string, scenarios ...*scenario.Scenario) string {
	stem := strings.TrimRight(id, "0123456789")
	if stem == id || !strings.HasSuffix(stem, "_") || stem == "_" {
		stem = id + "_"
	}
	stem = stem[:min(len(stem), scenario.MaxID-8)] // room for the number
	for n := 2; ; n++ {
		fresh, free := stem+strconv.Itoa(n), true
		for _, s := range scenarios {
			free = free && !taken(s, fresh)
		}
		if free {
			return fresh
		}
	}
}
