package main

import (
	"slices"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// What can be done to the targets that are chosen, by button and by key.

// chosen are the targets that a command is about, in the order of the scenario.
func (s *session) chosen() (list []target) {
	for _, t := range targetsOf(s.scenario) {
		if t == s.selected && s.selected != (target{}) && !s.picking || slices.Contains(s.picked, t) {
			list = append(list, t)
		}
	}
	return list
}

// pick adds a target to those that are picked, or takes it off them.
func (s *session) pick(t target) {
	s.touch()
	if !s.picking {
		s.picking = true
		if s.selected != (target{}) && s.selected != t {
			s.picked = []target{s.selected}
		}
		s.selected = target{}
	}
	if i := slices.Index(s.picked, t); i >= 0 {
		s.picked = slices.Delete(slices.Clone(s.picked), i, i+1)
	} else {
		s.picked = append(s.picked, t)
	}
}

// pickTo picks all from the target that was picked last to t.
func (s *session) pickTo(t target) {
	all := targetsOf(s.scenario)
	from := t
	if len(s.picked) > 0 {
		from = s.picked[len(s.picked)-1]
	}
	i, j := slices.Index(all, from), slices.Index(all, t)
	if i < 0 || j < 0 {
		return
	}
	if i > j {
		i, j = j, i
	}
	s.touch()
	s.picking, s.selected = true, target{}
	for _, other := range all[i : j+1] {
		if !slices.Contains(s.picked, other) && other != t {
			s.picked = append(s.picked, other)
		}
	}
	s.picked = append(slices.DeleteFunc(s.picked, func(p target) bool { return p == t }), t)
}

// setPicking begins or ends picking several.
func (s *session) setPicking(on bool) {
	s.touch()
	s.picking, s.picked = on, nil
}

// addEvent adds an event at the cursor, and chooses it.
func (s *session) addEvent() {
	c, id := newEvent(s.scenario, s.state().T)
	s.add(c, target{id: id})
}

// addHook adds a hook, and chooses it.
func (s *session) addHook() {
	c, id := newHook(s.scenario)
	s.add(c, target{kind: hookKind, id: id})
}

// add takes a scenario with something new, and chooses that.
func (s *session) add(c *scenario.Scenario, t target) {
	if s.edit(c) {
		s.choose(t)
	}
}

// remove removes what is chosen.
func (s *session) remove() {
	gone := s.chosen()
	if len(gone) == 0 {
		return
	}
	s.selected, s.picked, s.picking = target{}, nil, false
	s.edit(without(s.scenario, gone...))
}

// copy returns what is chosen as text, "" if nothing is.
func (s *session) copy() string {
	list := s.chosen()
	if len(list) == 0 {
		return ""
	}
	s.copied = fragmentOf(s.scenario, list)
	s.tell(func(w *locales.Words) string { return w.Copied(len(list)) })
	return s.copied
}

// duplicate adds a copy of what is chosen, and chooses that. There cannot be a
// second handler for a signal.
func (s *session) duplicate() {
	list := slices.DeleteFunc(s.chosen(), func(t target) bool { return t.kind == handlerKind })
	if f, ok := parseFragment(fragmentOf(s.scenario, list)); ok {
		s.insert(f)
	}
}

// insert adds a fragment, and chooses it.
func (s *session) insert(f fragment) {
	c, added, err := inserted(s.scenario, f)
	if err != nil {
		why := refusedBy(err)
		s.notice = &notice{text: func(w *locales.Words) string { return w.NotPasted + " " + why(w) }, bad: true}
		s.touch()
		return
	}
	if !s.edit(c) {
		return
	}
	if len(added) == 1 {
		s.choose(added[0])
	} else {
		s.selected, s.picked, s.picking = target{}, added, true
	}
	s.tell(func(w *locales.Words) string { return w.Pasted(len(added)) })
}

// paste takes a text from the clipboard: a part of a scenario, or a whole one.
func (s *session) paste(text string) {
	text = strings.TrimSpace(text)
	if f, ok := parseFragment(text); ok {
		s.insert(f)
	} else if strings.HasPrefix(text, "{") {
		s.take("", text)
	} else {
		s.tell(func(w *locales.Words) string { return w.NothingToPaste })
	}
}

// take opens a file, by its name and text.
func (s *session) take(name, text string) {
	if strings.HasSuffix(name, ".md") {
		s.openFile(name, text)
		return
	}
	s.leaveLessons()
	if f, ok := parseFragment(text); ok {
		s.insert(f)
		return
	}
	c, err := scenario.Decode([]byte(text))
	if err != nil {
		s.showBroken(text, func(w *locales.Words) string { return w.FileBroken(name) })
		return
	}
	s.open(version{scenario: c, example: exampleOf(c)})
}

// fresh begins a scenario from nothing.
func (s *session) fresh() {
	s.leaveLessons()
	s.open(version{scenario: &scenario.Scenario{Clock: scenario.Clock{Tick: scenario.DefaultTick}, Python: scenario.Python313}})
}

// save writes the scenario to a file.
func (s *session) save() {
	s.engine.save(fileName(s.titleOf(s.version)), s.text)
	s.touch()
	s.safe = s.scenario
	s.engine.keepDraft("")
}

// fileName makes a name for a file of a title.
func fileName(title string) string {
	dash := func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|.,;!' `, r) || r < ' ' {
			return '-'
		}
		return r
	}
	name := strings.Trim(strings.ToLower(strings.Map(dash, title)), "-")
	for strings.Contains(name, "--") {
		name = strings.ReplaceAll(name, "--", "-")
	}
	if runes := []rune(name); len(runes) > 60 {
		name = string(runes[:60])
	}
	if name == "" {
		name = "scenario"
	}
	return name + ".json"
}
