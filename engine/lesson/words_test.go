package lesson

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Every sentence is there in every language.
func TestEverySentenceIsTranslated(t *testing.T) {
	for _, language := range Languages {
		words := reflect.ValueOf(*wordsOf(language))
		for i := range words.NumField() {
			if words.Field(i).IsZero() {
				t.Errorf("%s: %s is empty", language, words.Type().Field(i).Name)
			}
		}
	}
	if !slices.Equal(slices.Sorted(maps.Keys(englishCauses)), slices.Sorted(maps.Keys(russianCauses))) || len(englishCauses) != len(causes) {
		t.Error("the causes differ")
	}
}

// Every check is described for those who write lessons.
func TestEveryCheckIsDescribed(t *testing.T) {
	text, err := os.ReadFile("../../web/lessons/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range verbs {
		if !strings.Contains(string(text), "| `"+name) {
			t.Errorf("web/lessons/README.md does not describe %s", name)
		}
	}
}
