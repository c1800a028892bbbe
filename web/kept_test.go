package main

import (
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// revisited is a new visit to a browser that holds what an earlier one kept.
func revisited(tab, draft string) (*session, *fakeBrowser) {
	b := new(fakeBrowser)
	s := newSession(b, locales.English)
	s.restore(tab, draft)
	b.settle()
	return s, b
}

func relabel(s *session, label string) {
	s.edit(withEvent(s.scenario, s.scenario.Events[0].ID, func(e *scenario.Event) { e.Label = label }))
}

func TestWorkSurvivesAReload(t *testing.T) {
	s, b := opened(t, "hooks")
	relabel(s, "mine")
	again, _ := revisited(b.kept, b.draft)
	if again.text != s.text || again.notice != nil || again.titleOf(again.version) != "Last in, first out, edited" {
		t.Errorf("after a reload: %q, %+v", again.titleOf(again.version), again.notice)
	}
	again.undo()
	if again.text != s.text {
		t.Error("there is something to undo after a reload")
	}
}

func TestAnUntouchedExampleIsThatAfterAReload(t *testing.T) {
	s, b := opened(t, "overrun")
	again, _ := revisited(b.kept, b.draft)
	if again.scenario != s.scenario || again.unsaved() || b.draft != "" {
		t.Errorf("unsaved: %v, draft %q", again.unsaved(), b.draft)
	}
}

func TestAnotherVisitOffersTheDraft(t *testing.T) {
	s, b := opened(t, "hooks")
	relabel(s, "mine")
	again, _ := revisited("", b.draft)
	if again.scenario != examples[0].scenario || again.notice == nil {
		t.Fatalf("another visit shows %s, notice %+v", again.text, again.notice)
	}
	again.actOnNotice()
	if again.text != s.text || !again.unsaved() {
		t.Errorf("brought back: %s", again.text)
	}
	again, b2 := revisited("", b.draft)
	b2.draft = b.draft
	again.closeNotice()
	if b2.draft != "" {
		t.Error("a draft that was put away is still kept")
	}
}

func TestOpeningNeverLosesUnsavedWork(t *testing.T) {
	s, b := opened(t, "hooks")
	relabel(s, "mine")
	mine := s.text
	s.openExample("overrun")
	if s.notice == nil || b.draft == "" {
		t.Fatalf("notice %+v, draft %q", s.notice, b.draft)
	}
	s.actOnNotice()
	if s.text != mine {
		t.Errorf("brought back: %s", s.text)
	}
	s.openExample("overrun")
	s.undo()
	if s.text != mine {
		t.Errorf("undone: %s", s.text)
	}
	s.save()
	if s.unsaved() || b.saved != mine || b.savedName != "last-in-first-out-edited.json" {
		t.Errorf("saved as %s; unsaved: %v", b.savedName, s.unsaved())
	}
	if s.openExample("overrun"); s.notice != nil {
		t.Errorf("what is saved elsewhere is worth no notice: %v", s.notice.text(s.words))
	}
}

func TestWhatIsDamagedIsShownNotReplaced(t *testing.T) {
	const damaged = `{"Scenario": "{ not json`
	s, b := revisited(damaged, "")
	if s.fullText() != damaged || len(s.problems) == 0 || s.tool != textToolID || !s.notice.bad {
		t.Fatalf("shown: %s, %v", s.fullText(), s.problems)
	}
	again, _ := revisited(b.kept, b.draft)
	if again.fullText() != damaged {
		t.Errorf("after another reload: %s", again.fullText())
	}
}

func TestFiles(t *testing.T) {
	s, _ := opened(t, "hooks")
	s.grant(wishDrop, "mine.json", `{"version": 1, "title": "Mine"}`)
	if s.titleOf(s.version) != "Mine" || s.unsaved() {
		t.Errorf("opened %q", s.titleOf(s.version))
	}
	const broken = "{\n\"version\": 1,\n\"events\": 3}"
	s.take("broken.json", broken)
	if s.fullText() != broken || s.problems[0].Line != 3 || s.scenario.Title != "Mine" {
		t.Errorf("a broken file: %v, title %q", s.problems, s.scenario.Title)
	}
	s.take("huge.json", strings.Repeat(" ", scenario.MaxBytes+1))
	if s.fullText() != broken || !s.notice.bad {
		t.Error("a huge file was shown as text")
	}
}

// The text and the rest follow each other; what is broken stays to be mended.
func TestTheTextAndTheRestFollowEachOther(t *testing.T) {
	s, _ := opened(t, "hooks")
	began := s.text
	for _, text := range []string{`{`, `{"version": 1`, `{"version": 1, "title": "Typed"}`} {
		s.typeText(text)
	}
	if s.scenario.Title != "Typed" || len(s.problems) != 0 {
		t.Fatalf("typed: %v", s.problems)
	}
	s.settleText()
	if s.fullText() != s.text || !strings.HasPrefix(s.text, "{\n") && s.text != "{ \"version\": 1, \"title\": \"Typed\" }\n" {
		t.Errorf("settled: %s", s.fullText())
	}
	good := s.scenario
	s.typeText(`{"version": 1,, }`)
	s.settleText()
	if s.scenario != good || len(s.problems) != 1 || s.fullText() != `{"version": 1,, }` {
		t.Errorf("broken: %v, %s", s.problems, s.fullText())
	}
	c, _ := newHook(s.scenario)
	s.edit(c)
	if s.typed != nil || !strings.Contains(s.fullText(), "hook_1") {
		t.Errorf("an edit elsewhere: %s", s.fullText())
	}
	s.undo()
	if s.fullText() != `{"version": 1,, }` || len(s.problems) != 1 {
		t.Errorf("undone: %s", s.fullText())
	}
	s.undo()
	s.undo()
	if s.fullText() != began {
		t.Errorf("all undone: %s", s.fullText())
	}
}
