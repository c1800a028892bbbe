package main

import (
	"encoding/json"
	"slices"
)

// What is solved, which the browser keeps.

// id is what the progress of the lesson at hand is kept under: a teacher may
// have taken the id of one of ours.
func (t *tutorial) id() string {
	if t.number == 0 {
		return "own/" + t.lesson.ID
	}
	return t.lesson.ID
}

// isSolved reports whether the lesson with a number was solved.
func (t *tutorial) isSolved(n int) bool { return slices.Contains(t.solved, t.list[n-1].ID) }

// solvedNumbers are those of the tutorial's lessons that were solved.
func (t *tutorial) solvedNumbers() (numbers []int) {
	for n := 1; n <= len(t.list); n++ {
		if t.isSolved(n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// forgetProgress resets the progress.
func (s *session) forgetProgress() {
	s.touch()
	s.tutorial.solved = nil
	s.keepProgress()
}

func (s *session) keepProgress() {
	text, err := json.Marshal(s.tutorial.solved)
	if err != nil {
		panic(err) // it is a list of strings
	}
	s.tutorial.library.keepProgress(string(text))
}
