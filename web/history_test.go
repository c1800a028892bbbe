package main

import (
	"testing"

	"lastcall/engine/scenario"
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Every edit is named by what it did, in both languages, and can be taken back
// and done again.
func TestUndoNamesWhatItTakesBack(t *testing.T) {
	serve := target{id: "serve"}
	event := func(change func(*scenario.Event)) func(*session) *scenario.Scenario {
		return func(s *session) *scenario.Scenario { return withEvent(s.scenario, "serve", change) }
	}
	tests := []struct {
		name string
		edit func(s *session) *scenario.Scenario
		want string
	}{
		{"a time", event(func(e *scenario.Event) { e.When.Time = 6 }), "move serve to 6"},
		{"a delay", event(func(e *scenario.Event) { e.When = scenario.When{Time: 2} }), "enter serve after 2"},
		{"a priority", event(func(e *scenario.Event) { e.Priority = -1 }), "give serve priority -1"},
		{"a label", event(func(e *scenario.Event) { e.Label = "answer" }), "rename serve to answer"},
		{"arguments", event(func(e *scenario.Event) { e.With.Args = []scenario.Value{scenario.Int(1)} }), "change the arguments of serve"},
		{"leaving out", event(func(e *scenario.Event) { e.Unqueued = true }), "leave serve to a step"},
		{"work", event(func(e *scenario.Event) { e.Do = []scenario.Step{e.Do[0], scenario.Work{Units: 3}} }), "let serve work 3"},
		{"a step more", event(func(e *scenario.Event) { e.Do = append(e.Do[:2:2], scenario.Abort{}) }), "add abort to serve"},
		{"a step less", event(func(e *scenario.Event) { e.Do = e.Do[1:] }), "remove print from serve"},
		{"a step changed", event(func(e *scenario.Event) { e.Do = []scenario.Step{scenario.Print{Text: "x"}, e.Do[1]} }), "change print in serve"},
		{"steps reordered", event(func(e *scenario.Event) { e.Do = []scenario.Step{e.Do[1], e.Do[0]} }), "reorder the steps of serve"},
		{"an id", func(s *session) *scenario.Scenario {
			c := withEvent(s.scenario, "serve", func(e *scenario.Event) { e.Label = "" })
			s.edit(c)
			return renamed(c, serve, "answer")
		}, "rename serve to answer"},
		{"an event more", func(s *session) *scenario.Scenario { c, _ := newEvent(s.scenario, 3); return c }, "add event_1"},
		{"a hook less", func(s *session) *scenario.Scenario { return without(s.scenario, target{kind: hookKind, id: "unlock"}) }, "remove unlock"},
		{"several less", func(s *session) *scenario.Scenario { return without(s.scenario, targetsOf(s.scenario)...) }, "remove 5 parts"},
		{"hooks reordered", func(s *session) *scenario.Scenario { return moved(s.scenario, target{kind: hookKind, id: "flush"}, 0) }, "reorder the hooks"},
		{"a handler", func(s *session) *scenario.Scenario { return withHandler(s.scenario, "SIGHUP", nil) }, "add the handler for SIGHUP"},
		{"another ending", func(s *session) *scenario.Scenario { return s.scenario.WithEnding(scenario.EndExit, 0) }, "end by sys.exit()"},
		{"something from outside", func(s *session) *scenario.Scenario { return s.scenario.WithEnding(scenario.EndClose, 3) }, "add beforeunload at 3"},
		{"the title", func(s *session) *scenario.Scenario { c := *s.scenario; c.Title = "Mine"; return &c }, "call it “Mine”"},
		{"two things", func(s *session) *scenario.Scenario {
			c := *withEvent(s.scenario, "serve", func(e *scenario.Event) { e.Priority = 2 })
			c.Title = "Mine"
			return &c
		}, "change several things"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, _ := opened(t, "hooks")
			c := test.edit(s)
			before := s.text
			if !s.edit(c) {
				t.Fatalf("refused: %s", s.refused)
			}
			after := s.text
			if got, want := s.undoName(), "Undo: "+test.want; got != want {
				t.Errorf("undo is named %q, want %q", got, want)
			}
			s.undo()
			if s.text != before {
				t.Errorf("undo leads to %s", s.text)
			}
			if got, want := s.redoName(), "Redo: "+test.want; got != want {
				t.Errorf("redo is named %q, want %q", got, want)
			}
			s.redo()
			if s.text != after {
				t.Errorf("redo leads to %s", s.text)
			}
			s.speak(locales.Russian)
			if got := s.undoName(); got == locales.Of(locales.Russian).UndoOf("") {
				t.Errorf("in Russian undo has no name")
			}
		})
	}
}

func TestTypingInAFieldIsOneStep(t *testing.T) {
	s, _ := opened(t, "hooks")
	ed := &editor{Session: s, Target: target{id: "serve"}}
	began, field := s.text, fieldKey{ed.Target, "name"}
	for _, text := range []string{"s", "so", "sou", "soup"} {
		s.typeIn(field, text, false, ed.setLabel)
	}
	s.typeIn(field, "soup", true, ed.setLabel)
	if got := s.undoName(); got != "Undo: rename serve to soup" {
		t.Errorf("undo is named %q", got)
	}
	s.typeIn(field, "stew", true, ed.setLabel)
	s.undo()
	if got := s.labelOf(ed.Target); got != "soup" {
		t.Errorf("after one undo the label is %q, want soup", got)
	}
	s.undo()
	if s.text != began {
		t.Errorf("after two undos: %s", s.text)
	}
}

func TestWhatIsNotTakenStaysInItsField(t *testing.T) {
	s, _ := opened(t, "hooks")
	serve := target{id: "serve"}
	row := &stepRow{Session: s, Target: serve, Index: 1, Step: serve.steps(s.scenario)[1]}
	input := &stepInput{Row: row, Field: 0}
	field := fieldKey{serve, "do/1/units"}
	before := s.scenario
	s.typeIn(field, "soon", false, input.set)
	if d := s.attempts[field]; d.text != "soon" || d.told {
		t.Errorf("while typing the draft is %+v", d)
	}
	s.typeIn(field, "soon", true, input.set)
	d := s.attempts[field]
	if s.scenario != before || !d.told || d.why(s.words) != "“soon” is not a number. Type one such as 2 or 0.5." {
		t.Fatalf("the draft is %+v", d)
	}
	(&stepRow{Session: s, Target: serve, Index: 0, Step: serve.steps(s.scenario)[0]}).onRemove(nil, app.Event{})
	if got := s.standing(fieldKey{serve, "do/0/units"}, "1.5"); got != "soon" {
		t.Errorf("after the step before it is removed, the field holds %q", got)
	}
	row.Index, row.Step = 0, serve.steps(s.scenario)[0]
	s.typeIn(fieldKey{serve, "do/0/units"}, "2", true, input.set)
	if len(s.attempts) != 0 || serve.steps(s.scenario)[0] != (scenario.Work{Units: 2}) {
		t.Errorf("mended: %v, drafts %v", serve.steps(s.scenario), s.attempts)
	}
}

func TestRenamingFollowsEverywhere(t *testing.T) {
	s, _ := opened(t, "cancel")
	timeout := target{id: "timeout"}
	s.choose(timeout)
	ed := &editor{Session: s, Target: timeout}
	s.typeIn(fieldKey{timeout, "id"}, "class", true, ed.setID)
	if d := s.attempts[fieldKey{timeout, "id"}]; d.text != "class" || s.selected != timeout {
		t.Fatalf("a keyword: draft %+v, selected %v", d, s.selected)
	}
	s.typeIn(fieldKey{timeout, "id"}, "deadline", true, ed.setID)
	if want := (target{id: "deadline"}); s.selected != want || len(s.attempts) != 0 {
		t.Errorf("selected %v, drafts %v", s.selected, s.attempts)
	}
	if got := findEvent(s.scenario, "answer").Do[1]; got != (scenario.Cancel{Event: "deadline"}) {
		t.Errorf("answer does %v", got)
	}
	s.undo()
	if s.selected != timeout {
		t.Errorf("after undo %v is selected", s.selected)
	}
}
