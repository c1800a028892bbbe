package main

import (
	"encoding/json"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// Work is kept in the browser all the time: the tab's own, so that a reload
// goes on with it, and the last unsaved work of any tab, which another visit
// offers to bring back.

// A kept version is what the browser stores.
type kept struct {
	Scenario string
	Example  string
	Typed    *string `json:",omitempty"`
}

// store keeps the version at hand.
func (s *session) store() {
	text := s.keptText()
	s.engine.keep(text)
	if s.unsaved() {
		s.engine.keepDraft(text)
	}
}

// keptText is the version at hand as the browser stores it.
func (s *session) keptText() string {
	text, err := json.Marshal(kept{s.text, s.example, s.typed})
	if err != nil {
		panic(err) // strings always have a form
	}
	return string(text)
}

// unsaved reports whether the work at hand exists nowhere else.
// A lesson's is the tutorial's.
func (s *session) unsaved() bool {
	return !s.tutorial.open && (s.scenario != s.safe || s.typed != nil)
}

// restore begins a visit: with what the tab was about, or else with the first
// example, and the offer to go on with a draft. What is damaged is shown as
// text.
func (s *session) restore(tab, draft string) {
	v, ok := readKept(tab)
	switch {
	case ok:
		s.safe = v.scenario
		if v.example != exampleOf(v.scenario) || v.typed != nil || v.example == "" {
			s.safe = nil
		}
		s.show(v, false)
	case tab != "":
		s.openExample(examples[0].name)
		s.showBroken(tab, func(w *locales.Words) string { return w.KeptDamaged })
	default:
		s.openExample(examples[0].name)
		s.offer(draft)
	}
}

// offer says that there is a draft.
func (s *session) offer(draft string) {
	v, ok := readKept(draft)
	switch {
	case draft == "":
	case !ok:
		s.showBroken(draft, func(w *locales.Words) string { return w.KeptDamaged })
	default:
		s.notice = &notice{
			text:   func(w *locales.Words) string { return w.DraftKept(s.titleOf(v)) },
			action: func(w *locales.Words) string { return w.GoOn },
			act:    func() { s.bringBack(v) },
			close:  func() { s.engine.keepDraft("") },
		}
	}
}

// bringBack shows kept work again, which is as unsaved as it was.
func (s *session) bringBack(v version) {
	s.open(v)
	s.safe = nil
	s.store()
}

// readKept reads what the browser stored.
func readKept(text string) (v version, ok bool) {
	var k kept
	if json.Unmarshal([]byte(text), &k) != nil {
		return v, false
	}
	c, err := scenario.Decode([]byte(k.Scenario))
	if err != nil {
		return v, false
	}
	if e := exampleNamed(k.Example); e != nil && string(scenario.Encode(e.scenario)) == k.Scenario {
		c = e.scenario // the very same: nothing was edited
	}
	return version{c, k.Example, k.Typed}, true
}

// titleOf is what people call a version.
func (s *session) titleOf(v version) string {
	w := s.words
	if e := exampleNamed(v.example); e != nil {
		if e.scenario == v.scenario {
			return w.GalleryTitle[v.example]
		}
		return w.EditedTitle(w.GalleryTitle[v.example])
	}
	if v.scenario.Title != "" {
		return v.scenario.Title
	}
	return w.OwnScenario
}
