// Package plural chooses the form of a noun that goes with a number, as
// Intl.PluralRules does: a rule is too small to ask JavaScript for it, and the
// command line has none to ask.
package plural

// English chooses between 1 event and 2 events.
func English(n int, one, other string) string {
	if n == 1 {
		return one
	}
	return other
}

// Russian chooses among 1 событие, 2 события and 5 событий.
func Russian(n int, one, few, many string) string {
	if n/10%10 == 1 {
		return many
	}
	switch n % 10 {
	case 1:
		return one
	case 2, 3, 4:
		return few
	}
	return many
}
