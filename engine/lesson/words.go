package lesson

import (
	"strconv"
	"strings"
)

// The words are the sentences of checks and predictions, once a language, as
// the page's are in web/locales. Names are those of events and hooks; amounts
// are written already.
type words struct {
	notOver string

	// Of checks: what is wrong.
	isLate        func(name, by string) string
	isNotLate     func(name string) string
	didNotRun     func(name string) string
	ran           func(name string) string
	ranBefore     func(first, second string) string // but second was to be first
	startsAt      func(name string, got, want []string) string
	startsTimes   func(name string, got, want int) string
	tooShort      func(name, got, want string) string
	otherTime     func(a, b, timeA, timeB string) string
	otherPriority func(a, b, priorityA, priorityB string) string
	notCancelled  func(name string) string
	hooksRan      func(got, want []string) string
	hooksSkipped  func(got, want []string) string
	otherStatus   func(got, want int) string
	otherCause    func(got, want string) string
	noSignal      func(signal string) string
	notPrinted    func(text string) string
	notReported   func(text string) string
	otherQueued   func(got, want int) string
	overAt        func(got, want string) string
	tooMany       func(got, want int) string
	wantsReal     string
	wantsVirtual  string

	// Of predictions: the first wrong pair, and what decides it.
	byTime         func(first, second, timeFirst, timeSecond string) string
	byPriority     func(first, second, time, priorityFirst, prioritySecond string) string
	bySequence     func(first, second string, sequenceFirst, sequenceSecond int) string
	notYetEntered  func(first, second string) string
	oneThread      func(busy string) string
	lifo           func(first, second string) string
	willNotRun     func(name string) string
	runsToo        func(name string) string
	skippedBecause func(cause string) string

	wasUnregistered, wasNotRegistered    string
	wasCancelled, wasLeft, wasNotEntered string
}

func wordsOf(l Language) *words {
	if l == Russian {
		return &russian
	}
	return &english
}

// list writes names with commas; none is what stands for an empty list.
func list(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return strings.Join(names, ", ")
}

func itoa(n int) string { return strconv.Itoa(n) }
