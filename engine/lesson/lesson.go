// Package lesson is one step of the tutorial: a text in each language, a
// scenario to predict and run, a task, and what the task is checked by.
//
// A lesson is one Markdown file that a teacher can write; web/lessons/README.md
// describes it. [Parse] checks it once, at the door, and reports every problem
// with its line. A text becomes blocks, never HTML: what is in a file reaches
// a screen as text alone.
//
//	l, err := lesson.Parse(file)
//	if problems, ok := errors.AsType[lesson.Problems](err); ok { ... }
//	missed := l.Check(lesson.NewRun(s, records, false), lesson.English)
package lesson

import "lastcall/engine/scenario"

// A Language is one that a lesson can be written in, as a BCP 47 tag.
type Language string

// The languages.
const (
	English Language = "en"
	Russian Language = "ru"
)

// Languages are all of them, in the order in which one stands in for another.
var Languages = []Language{English, Russian}

// The limits of a file. A lesson may come from anyone.
const (
	MaxBytes  = 256 << 10
	MaxEvents = 1000 // of a scenario in it, and as many hooks
	MaxChecks = 30
	MaxItems  = 12 // to put in order
)

// A Lesson is a file that was parsed.
type Lesson struct {
	ID     string // of the form of an event's; progress is kept by it
	Source string // the section of CPython's documentation, by name
	URL    string // where that is; https, or empty

	Texts  map[Language]*Text // one at least
	Python string             // the program in Python; "" if the lesson shows none

	Predict  *Predict // nil if nothing is to be predicted
	Start    *scenario.Scenario
	Solution *scenario.Scenario
	Checks   []Check // what a run of the solved task fulfils

	ChecksLine int // where the checks stand in the file
}

// A Text is a lesson's words in one language. What the author left out is
// empty.
type Text struct {
	Title    string
	Intro    []Block
	Predict  []Block // the question
	Task     []Block
	Hint     []Block
	Solution []Block
	Remember []Block // what the lesson clears up
}

// A Predict asks for an order, of events or of hooks.
type Predict struct {
	Hooks bool
	Items []string // ids, in the order in which they are offered
}

// Text returns the words in a language, or in the first that there is.
func (l *Lesson) Text(want Language) *Text {
	if t := l.Texts[want]; t != nil {
		return t
	}
	for _, other := range Languages {
		if t := l.Texts[other]; t != nil {
			return t
		}
	}
	return new(Text)
}
