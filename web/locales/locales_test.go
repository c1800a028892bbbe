package locales_test

import (
	"reflect"
	"testing"

	"lastcall/web/locales"
)

// Every message is there in every language.
func TestEveryMessageIsTranslated(t *testing.T) {
	english := reflect.ValueOf(*locales.Of(locales.English))
	for _, language := range []locales.Language{locales.English, locales.Russian} {
		compare(t, string(language), reflect.ValueOf(*locales.Of(language)), english)
	}
}

func compare(t *testing.T, language string, words, english reflect.Value) {
	t.Helper()
	for i := range words.NumField() {
		name := words.Type().Field(i).Name
		field := words.Field(i)
		if field.IsZero() {
			t.Errorf("%s: %s is empty", language, name)
		}
		if field.Kind() == reflect.Struct {
			compare(t, language, field, english.Field(i))
		}
		if field.Kind() != reflect.Map {
			continue
		}
		for _, key := range english.Field(i).MapKeys() {
			if text := field.MapIndex(key); !text.IsValid() || text.Len() == 0 {
				t.Errorf("%s: %s[%v] is empty", language, name, key)
			}
		}
		if got, want := field.Len(), english.Field(i).Len(); got != want {
			t.Errorf("%s: %s has %d entries, want %d", language, name, got, want)
		}
	}
}

func TestCountsAndOrdinals(t *testing.T) {
	english, russian := locales.Of(locales.English), locales.Of(locales.Russian)
	tests := []struct{ name, got, want string }{
		{"one is singular", english.Earlier(1), "… 1 earlier line"},
		{"thousands are grouped", english.Earlier(12005), "… 12,005 earlier lines"},
		{"1st", english.Registered(1), "registered 1st"},
		{"2nd", english.Registered(22), "registered 22nd"},
		{"teens end in th", english.Registered(13), "registered 13th"},
		{"Russian 1", russian.Earlier(21), "… ещё 21\u00a0строка раньше"},
		{"Russian 2", russian.Earlier(2), "… ещё 2\u00a0строки раньше"},
		{"Russian 5", russian.Earlier(5), "… ещё 5\u00a0строк раньше"},
		{"Russian teens", russian.Earlier(112), "… ещё 112\u00a0строк раньше"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.name, test.got, test.want)
		}
	}
}
