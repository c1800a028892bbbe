package main

import (
	"slices"

	"lastcall/engine/lesson"
)

// A lessonAttempt is how far the learner has come in the lesson at hand.
type lessonAttempt struct {
	predicted []string
	judged    bool        // the prediction, as it stands
	pending   bool        // it is to be judged when the run has come to its end
	revealed  bool        // the run is shown
	first     lesson.Run  // that run, as it was then
	checked   *lesson.Run // what the task was last checked on
	hint      bool
	solution  bool
}

// lessonRun is the run at hand, as far as it has come.
func (s *session) lessonRun() lesson.Run {
	return lesson.NewRun(s.scenario, s.run.index.Records(), s.run.on == frame)
}

// guess adds an item to what is predicted, or takes it back.
func (s *session) guess(id string) {
	s.touch()
	t := &s.tutorial
	t.judged, t.pending = false, false
	if i := slices.Index(t.predicted, id); i >= 0 {
		t.predicted = slices.Delete(slices.Clone(t.predicted), i, i+1)
	} else {
		t.predicted = append(slices.Clone(t.predicted), id)
	}
}

// judge compares the prediction with the run, and shows the run if it is
// right.
func (s *session) judge() {
	s.touch()
	t := &s.tutorial
	if t.pending = s.run.going; t.pending {
		return
	}
	t.judged, t.first = true, s.lessonRun()
	if s.judgement() == "" {
		s.reveal()
	}
}

// judgement is the sentence on a prediction that was judged; "" if it is right.
func (s *session) judgement() string {
	t := &s.tutorial
	return t.lesson.Predict.Judge(t.first, t.predicted, s.language())
}

// reveal shows the run, and plays it.
func (s *session) reveal() {
	s.touch()
	s.tutorial.revealed = true
	s.keepPlace()
	s.seek(0)
	if !s.scenario.Clock.Real {
		s.play()
	}
}

// checkTask compares the run at hand with the task.
func (s *session) checkTask() {
	s.touch()
	t := &s.tutorial
	run := s.lessonRun()
	t.checked = &run
	if id := t.id(); len(s.missed()) == 0 && !slices.Contains(t.solved, id) {
		t.solved = append(t.solved, id)
		s.keepProgress()
	}
}

// missed are the sentences on the task as it was last checked, none if it is
// solved.
func (s *session) missed() []string {
	t := &s.tutorial
	return t.lesson.Check(*t.checked, s.language())
}
