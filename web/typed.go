package main

import (
	"unicode/utf8"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// The scenario as text. As long as what is typed is broken, the last good
// scenario stays, and the text with it: it is part of the version, so that an
// edit elsewhere replaces it and undo brings it back.

// textField is the one that the text is typed into.
var textField = fieldKey{target{kind: programKind}, "text"}

// fullText is the scenario as text, as it was typed if it was.
func (s *session) fullText() string {
	if s.typed != nil {
		return *s.typed
	}
	return s.text
}

// typeText takes another text for the scenario.
func (s *session) typeText(text string) {
	v := version{s.scenario, s.example, &text}
	if c, err := scenario.Decode([]byte(text)); err == nil && s.textOf(c) != s.text {
		v.scenario = c
	}
	s.replace(v, burst{textField, text})
}

// settleText ends typing: a text that is right is written in the stable form.
func (s *session) settleText() {
	s.leave(textField)
	if s.typed != nil && len(s.problems) == 0 {
		s.typed = nil
		s.store()
	}
}

// discardText goes back from a broken text to the last good scenario's.
func (s *session) discardText() {
	s.replace(version{s.scenario, s.example, nil}, burst{})
}

func problemsOf(typed *string) scenario.Problems {
	if typed == nil {
		return nil
	}
	_, err := scenario.Decode([]byte(*typed))
	problems, _ := err.(scenario.Problems)
	return problems
}

// showBroken puts a text that is no scenario where it can be read and mended.
func (s *session) showBroken(text string, why func(*locales.Words) string) {
	if len(text) > scenario.MaxBytes || !utf8.ValidString(text) {
		s.tell(func(w *locales.Words) string { return why(w) })
		s.notice.bad = true
		return
	}
	s.replace(version{s.scenario, s.example, &text}, burst{})
	s.openTool(textToolID)
	s.notice = &notice{text: why, bad: true}
}
