package scenario_test

import (
	"fmt"
	"go/token"
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// keyword.kwlist of CPython 3.10 to 3.14.
var pythonKeywords = strings.Fields(`
	False None True and as assert async await break class continue def del elif
	else except finally for from global if import in is lambda nonlocal not or
	pass raise return try while with yield`)

func goKeywords() (words []string) {
	for t := token.BREAK; t <= token.VAR; t++ {
		if t.IsKeyword() {
			words = append(words, t.String())
		}
	}
	return words
}

// accepts reports whether the decoder and the schema accept a document, which
// must be the same.
func accepts(t *testing.T) func(text string) bool {
	s := schema(t)
	return func(text string) bool {
		t.Helper()
		_, err := scenario.Decode([]byte(text))
		invalid := s.Validate(parse(t, []byte(text)))
		if (err == nil) != (invalid == nil) {
			t.Errorf("of %s the decoder says %v, the schema %v", text, err, invalid)
		}
		return err == nil
	}
}

func TestNoKeywordIsAName(t *testing.T) {
	const id, kwarg = `{"version": 1, "events": [{"id": "%s"}]}`, `{"version": 1, "events": [{"id": "a", "kwargs": {"%s": 1}}]}`
	accepts := accepts(t)
	python := make(map[string]bool)
	for _, word := range pythonKeywords {
		python[word] = true
	}
	for _, word := range append(goKeywords(), pythonKeywords...) {
		if accepts(fmt.Sprintf(id, word)) {
			t.Errorf("%s is accepted as an id", word)
		}
		if got, want := accepts(fmt.Sprintf(kwarg, word)), !python[word]; got != want {
			t.Errorf("as the name of an argument %s is accepted: %v, want %v", word, got, want)
		}
	}
	for _, word := range strings.Fields("match _ none true print int nil self __init__ X9") {
		if !accepts(fmt.Sprintf(id, word)) || !accepts(fmt.Sprintf(kwarg, word)) {
			t.Errorf("%s is refused", word)
		}
	}
}
