package locales_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// remark is what is in the language of the text: a comment, or what stands in
// the second column of a list of files.
var remark = regexp.MustCompile(`(?m)( +(#|//) \D.*| {3,}\S.*)$`)

// pieces are what a pattern finds, without the remarks.
func pieces(pattern *regexp.Regexp, text string) (list []string) {
	for _, piece := range pattern.FindAllString(text, -1) {
		indent := piece[:len(piece)-len(strings.TrimLeft(piece, " "))]
		list = append(list, indent+remark.ReplaceAllString(piece[len(indent):], ""))
	}
	return list
}

// The README in Russian has the headings, the code and the links of the one
// in English.
func TestTheReadmesAreOne(t *testing.T) {
	read := func(name string) string {
		t.Helper()
		text, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	english, russian := read("README.md"), read("README.ru.md")
	for _, part := range []struct{ name, pattern string }{
		{"code", "(?ms)^```.*?^```$"},
		{"indented code", "(?m)^    .*$"},
	} {
		pattern := regexp.MustCompile(part.pattern)
		want, got := pieces(pattern, english), pieces(pattern, russian)
		for _, text := range want {
			if !slices.Contains(got, text) {
				t.Errorf("README.ru.md lacks this %s:\n%s", part.name, text)
			}
		}
		if len(got) != len(want) {
			t.Errorf("README.ru.md has %d pieces of %s, README.md has %d", len(got), part.name, len(want))
		}
	}
	count := func(text, pattern string) int { return len(regexp.MustCompile(pattern).FindAllString(text, -1)) }
	for _, pattern := range []string{`(?m)^## `, `(?m)^- `, `\]\(web/`} {
		if got, want := count(russian, pattern), count(english, pattern); got != want {
			t.Errorf("README.ru.md has %d of %s, README.md has %d", got, pattern, want)
		}
	}
}
