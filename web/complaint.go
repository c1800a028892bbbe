package main

import (
	"math"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// A complaint says in the reader's language why what was typed is not taken;
// nil is none.
type complaint func(*locales.Words) string

func notNumber(text string) complaint {
	return func(w *locales.Words) string { return w.NotNumber(text) }
}

func notInteger(text string) complaint {
	return func(w *locales.Words) string { return w.NotInteger(text) }
}

func notValue(text string) complaint {
	return func(w *locales.Words) string { return w.NotValue(text) }
}

func noComma(text string) complaint {
	return func(w *locales.Words) string { return w.NoComma(text) }
}

func positionalAfterKeyword(w *locales.Words) string { return w.PositionalLast }

func notDuration(w *locales.Words) string { return w.NotDuration }

// refusedBy complains as scenario.Decode does: of the first problem.
func refusedBy(err error) complaint {
	problems, ok := err.(scenario.Problems)
	if !ok || len(problems) == 0 {
		return func(*locales.Words) string { return err.Error() }
	}
	return func(w *locales.Words) string { return w.Problem(problems[0]) }
}

// parseNumber reads a number as people type it: a comma may stand for the
// point, unless three digits follow: that is a thousand to half the world.
func parseNumber(text string) (float64, complaint) {
	text = strings.TrimSpace(text)
	if _, fraction, ok := strings.Cut(text, ","); ok && len(fraction) == 3 {
		return 0, notNumber(text)
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, notNumber(text)
	}
	return n, nil
}
