package lesson_test

import (
	"fmt"
	"strings"
	"testing"

	"lastcall/engine/lesson"
)

// outline writes blocks down in one line.
func outline(list []lesson.Block) string {
	kinds := []string{"p", "ul", "ol", "pre"}
	marks := []string{"", "em:", "strong:", "code:", "a:"}
	var b strings.Builder
	for _, block := range list {
		fmt.Fprintf(&b, "<%s %s", kinds[block.Kind], block.Text)
		for _, item := range block.Items {
			b.WriteString("[")
			for _, s := range item {
				fmt.Fprintf(&b, "(%s%s%s)", marks[s.Kind], s.Text, s.URL)
			}
			b.WriteString("]")
		}
		b.WriteString(">")
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"lines are joined", "one\ntwo\n\nthree", "<p [(one two)]><p [(three)]>"},
		{"emphasis", "a *b c* **d** `e*f`", "<p [(a )(em:b c)( )(strong:d)( )(code:e*f)]>"},
		{"a star alone", "2 * 3 * 4", "<p [(2 * 3 * 4)]>"},
		{"escapes", "\\*args\\* and \\`", "<p [(*args* and `)]>"},
		{"a link", "see [it](https://x.org/a)!", "<p [(see )(a:ithttps://x.org/a)(!)]>"},
		{"brackets alone", "a[0] (b)", "<p [(a[0] (b))]>"},
		{"a list", "- a\n- b\n  more\n\n- c", "<ul [(a)][(b more)][(c)]>"},
		{"numbers", "1. a\n2. b", "<ol [(a)][(b)]>"},
		{"text, then a list", "so:\n- a", "<p [(so:)]><ul [(a)]>"},
		{"code", "```python\n# no heading\n  x = `1`\n```\nafter", "<pre # no heading\n  x = `1`><p [(after)]>"},
		{"HTML is text", "<b onclick=x>&amp;", "<p [(<b onclick=x>&amp;)]>"},
		{"other alphabets", "да *нет* ✓", "<p [(да )(em:нет)( ✓)]>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := strings.Replace(good(t), "Five is too early. Let `alarm` go off at 8, and leave `kettle` where it is.", test.text, 1)
			l, err := lesson.Parse([]byte(file))
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(l.Text(lesson.English).Task); got != test.want {
				t.Errorf("%q is\n%s, want\n%s", test.text, got, test.want)
			}
		})
	}
}
