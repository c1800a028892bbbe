package main

import (
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// What is copied can be pasted into the same scenario and into others; ids
// that are taken are made fresh, and the steps in it follow.
func TestCopyAndPaste(t *testing.T) {
	s, _ := opened(t, "drift")
	job := s.scenario.Events[0].ID
	s.choose(target{id: job})
	text := s.copy()
	if strings.Contains(text, "version") {
		t.Errorf("a fragment has a version: %s", text)
	}
	s.paste(text)
	fresh := target{id: "every_3"}
	if s.selected != fresh {
		t.Fatalf("after pasting %v is selected, want %v: %s", s.selected, fresh, s.text)
	}
	for _, step := range fresh.steps(s.scenario) {
		if enter, ok := step.(scenario.Enter); ok && enter.Event != fresh.id {
			t.Errorf("the copy enters %s", enter.Event)
		}
	}
	s.duplicate()
	if want := (target{id: "every_4"}); s.selected != want {
		t.Errorf("a copy of the copy is %v, want %v", s.selected, want)
	}

	s.openExample("overrun")
	s.paste(text)
	if !(target{id: job}).in(s.scenario) {
		t.Errorf("in another scenario the id changed: %s", s.text)
	}
}

func TestAFragmentMayNameWhatTheScenarioHas(t *testing.T) {
	s, _ := opened(t, "cancel")
	s.paste(`{"events": [{"id": "late", "at": 5, "do": [{"cancel": "timeout"}]}]}`)
	if !(target{id: "late"}).in(s.scenario) {
		t.Errorf("not pasted: %v", s.notice.text(s.words))
	}
	before := s.scenario
	s.paste(`{"events": [{"id": "later", "do": [{"cancel": "nobody"}]}]}`)
	if s.scenario != before || s.notice == nil || !s.notice.bad || !strings.Contains(s.notice.text(s.words), "nobody") {
		t.Errorf("a fragment that names nothing: %+v", s.notice)
	}
	s.paste("just words")
	if s.scenario != before {
		t.Error("words were taken for a scenario")
	}
}

func TestSeveralArePickedCopiedAndRemoved(t *testing.T) {
	s, _ := opened(t, "handler")
	all := targetsOf(s.scenario)
	s.pick(all[1])
	s.pickTo(all[3])
	if got := s.chosen(); !slices.Equal(got, all[1:4]) {
		t.Fatalf("picked %v, want %v", got, all[1:4])
	}
	s.pick(all[2])
	if got := s.chosen(); len(got) != 2 {
		t.Errorf("picked %v after taking one off", got)
	}
	s.setPicking(false)
	for _, target := range all {
		s.pick(target)
	}
	done, text := s.grant(wishCut, "", "")
	if !done || len(targetsOf(s.scenario)) != 0 {
		t.Errorf("after cutting all, left: %v", targetsOf(s.scenario))
	}
	s.grant(wishPaste, "", text)
	if got := targetsOf(s.scenario); !slices.Equal(got, all) {
		t.Errorf("pasted %v, want %v", got, all)
	}
}

func TestArguments(t *testing.T) {
	tests := []struct{ name, text, want, wrong string }{
		{name: "none", text: " "},
		{name: "as Python writes them", text: `'main', 2, mode='safe'`, want: `'main', 2, mode='safe'`},
		{name: "as JSON writes them", text: `"it's", true, null, x=1.50`, want: `"it's", True, None, x=1.5`},
		{name: "escapes", text: `'a\tb\'c\\', "\u0416"`, want: `"a\tb'c\\", 'Ж'`},
		{name: "an integer of any size", text: `123456789012345678901234567890`, want: `123456789012345678901234567890`},
		{name: "equals in a text", text: `"a=b"`, want: `'a=b'`},
		{name: "no value", text: `main`, wrong: "“main” is no value. Write a text in quotes, a number, True, False or None."},
		{name: "no comma", text: `1 2`, wrong: "A comma is missing before “2”."},
		{name: "a name before", text: `x=1, 2`, wrong: "Values without a name go before those with one."},
		{name: "an open quote", text: `"main`, wrong: "“\"main” is no value. Write a text in quotes, a number, True, False or None."},
		{name: "a wrong name", text: `2x=1`, wrong: "the name of an argument"},
	}
	s, _ := opened(t, "hooks")
	for _, test := range tests {
		with, why := parseArguments(test.text)
		switch {
		case why != nil && (test.wrong == "" || !strings.HasPrefix(why(s.words), test.wrong)):
			t.Errorf("%s: %s", test.name, why(s.words))
		case why == nil && test.wrong != "":
			t.Errorf("%s: taken", test.name)
		case why == nil && formatArguments(with) != test.want:
			t.Errorf("%s: %s, want %s", test.name, formatArguments(with), test.want)
		}
	}
}
