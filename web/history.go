package main

import "lastcall/engine/scenario"

// A version is what undo goes back to: a scenario, the example it began as
// ("" if it did not), and its text as it was typed, nil if that is as
// scenario.Encode writes it. What was typed may be broken; the scenario is the
// last good one then.
type version struct {
	scenario *scenario.Scenario
	example  string
	typed    *string
}

// A history is what undo and redo go through. It has no limit: versions share
// all that is the same in them.
type history struct {
	past, future []entry // the step next to now is the last in each
	burst        burst
}

// An entry leads from a version to the one after it, or back.
type entry struct {
	version
	change change
}

// A burst is typing into one field, which is one step.
type burst struct {
	field fieldKey
	text  string
}

// push notes the version that is about to be replaced. What was undone is gone.
func (s *session) push(what change) {
	if s.scenario == nil {
		return
	}
	s.past = append(s.past, entry{s.version, what})
	s.future = nil
	s.burst = burst{}
}

// undo takes back the last step.
func (s *session) undo() { s.travel(&s.past, &s.future) }

// redo takes back the last undo.
func (s *session) redo() { s.travel(&s.future, &s.past) }

func (s *session) travel(from, to *[]entry) {
	last := len(*from) - 1
	if last < 0 {
		return
	}
	back := (*from)[last]
	*from = (*from)[:last]
	*to = append(*to, entry{s.version, back.change})
	s.burst, s.attempts = burst{}, nil
	s.show(back.version, s.atEnd())
}

// undoName and redoName say what the buttons would do.
func (s *session) undoName() string { return s.named(s.past, s.words.Undo, s.words.UndoOf) }
func (s *session) redoName() string { return s.named(s.future, s.words.Redo, s.words.RedoOf) }

func (s *session) named(steps []entry, plain string, of func(string) string) string {
	if len(steps) == 0 {
		return plain
	}
	return of(steps[len(steps)-1].change(s.words))
}
