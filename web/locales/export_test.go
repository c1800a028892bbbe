package locales

import (
	"maps"
	"slices"
)

// RussianProblems are the sentences and words that have a translation.
func RussianProblems() []string { return slices.Collect(maps.Keys(russianProblems)) }

// RussianPart is russianPart, for tests.
var RussianPart = russianPart
