package lesson_test

import (
	"errors"
	"strings"
	"testing"

	"lastcall/engine/lesson"
	"lastcall/web/lessons"
)

// good is a lesson that is well.
func good(t *testing.T) string {
	t.Helper()
	return string(lessons.Files()[0].Text)
}

// lineOf is the number of the line that a text is first on.
func lineOf(t *testing.T, file, text string) int {
	t.Helper()
	before, _, ok := strings.Cut(file, text)
	if !ok {
		t.Fatalf("the file has no %q", text)
	}
	return strings.Count(before, "\n") + 1
}

func TestEveryProblemHasItsLine(t *testing.T) {
	tests := []struct{ name, old, new, at, says string }{
		{"a key nobody knows", "source:", "sauce:", "sauce:", `no key "sauce"`},
		{"a key twice", "source:", "id: again\nsource:", "id: again", "twice"},
		{"a bad id", "id: first_event", "id: First Event", "id: First", "needs an id"},
		{"no address", "url: https", "url: javascript", "url: javascript", "https"},
		{"an item that is no event", "predict: events alarm", "predict: events alarn", "predict: events", `no event "alarn"`},
		{"an item twice", "predict: events alarm kettle", "predict: events alarm alarm", "predict: events", "named twice"},
		{"predict something else", "predict: events", "predict: actions", "predict: actions", "events or hooks"},
		{"no title", "title.ru: ", "title.ru:\nsource: x\n#", "# ru", "no title.ru"},
		{"a section nobody knows", "# checks", "# tests", "# tests", `no section "tests"`},
		{"a section twice", "# python", "# ru", "", `second section "ru"`},
		{"a part nobody knows", "## hint", "## hints", "## hints", `no part "hints"`},
		{"a part is empty", "## hint\n", "## hint\n\n## task2\n", "## hint", "empty"},
		{"a text without a task", "## task\n", "", "# en", "no part ## task"},
		{"a heading below", "Time here has", "### Time here has", "### Time", "no headings below"},
		{"an open quotation of code", "A scheduler keeps", "A `scheduler keeps", "A `scheduler", "no second one"},
		{"a link elsewhere", "Time here", "[Time](http://x) here", "[Time]", "https"},
		{"a scenario that is wrong", `{ "id": "alarm", "after": 5,`, `{ "id": "alarm", "after": "5",`, `"after": "5"`, "/events/0/after"},
		{"a scenario that is no JSON", `"events": [`, `"events": (`, `"events": (`, "line 4"},
		{"a check nobody knows", "- times alarm 8", "- time alarm 8", "- time alarm", `no check "time"`},
		{"a check of no event", "- times alarm 8", "- times alert 8", "- times alert", `no event "alert"`},
		{"a check without its number", "- times alarm 8", "- times alarm", "- times alarm\n", "needs a number"},
		{"a check with a word for a number", "- times alarm 8", "- times alarm eight", "- times alarm", "not a number"},
		{"a check that is none", "- times alarm 8", "times alarm 8", "times alarm", "of the form"},
		{"a cause nobody knows", "- times alarm 8", "- cause rain", "- cause", "cause is one of"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := strings.Replace(good(t), test.old, test.new, 1)
			_, err := lesson.Parse([]byte(file))
			problems, ok := errors.AsType[lesson.Problems](err)
			if !ok {
				t.Fatalf("Parse() = %v, want problems", err)
			}
			for _, p := range problems {
				if strings.Contains(p.Message, test.says) && (test.at == "" || p.Line == lineOf(t, file, test.at)) {
					return
				}
			}
			t.Errorf("Parse() = %v; want %q on the line of %q", err, test.says, test.at)
		})
	}
}

func TestFilesThatAreNoLessons(t *testing.T) {
	tests := []struct {
		name, file string
		line       int
	}{
		{"nothing", "", 1},
		{"no front matter", "# en\n", 1},
		{"front matter without an end", "---\nid: a\n", 3},
		{"not UTF-8", "---\nid: \xff\n---\n", 2},
		{"too large", "---\n" + strings.Repeat("x", lesson.MaxBytes), 1},
	}
	for _, test := range tests {
		_, err := lesson.Parse([]byte(test.file))
		problems, _ := errors.AsType[lesson.Problems](err)
		if len(problems) == 0 || problems[0].Line != test.line {
			t.Errorf("%s: %v, want a problem on line %d", test.name, err, test.line)
		}
	}
}

func TestLimits(t *testing.T) {
	checks := strings.Replace(good(t), "- times alarm 8\n", strings.Repeat("- status 0\n", lesson.MaxChecks), 1)
	if _, err := lesson.Parse([]byte(checks)); err == nil || !strings.Contains(err.Error(), "checks; at most") {
		t.Errorf("with too many checks: %v", err)
	}
	events := strings.Replace(good(t), `"events": [`, `"events": [`+strings.Repeat("{},", lesson.MaxEvents), 1)
	if _, err := lesson.Parse([]byte(events)); err == nil {
		t.Error("a scenario with events without an id is accepted")
	}
}

func TestAFileFromWindows(t *testing.T) {
	file := "\ufeff" + strings.ReplaceAll(good(t), "\n", "\r\n")
	if _, err := lesson.Parse([]byte(file)); err != nil {
		t.Error(err)
	}
}

// A lesson in one language stands in for the other.
func TestOneLanguage(t *testing.T) {
	file := good(t)
	from, to := strings.Index(file, "# ru\n"), strings.Index(file, "# python\n")
	file = strings.Replace(file[:from]+file[to:], "title.ru:", "source:", 1)
	file = strings.Replace(file, "source: sched — Event scheduler\n", "", 1)
	l, err := lesson.Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Text(lesson.Russian).Title; got != "One event after a delay" {
		t.Errorf("the title is %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, file := range lessons.Files() {
		f.Add(file.Text)
	}
	f.Add([]byte("---\nid: a\n---\n# checks\n- order\n- times\n# scenario\n```\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		l, err := lesson.Parse(file)
		if (l == nil) == (err == nil) {
			t.Fatalf("Parse() = %v, %v", l, err)
		}
		problems, _ := errors.AsType[lesson.Problems](err)
		for _, p := range problems {
			if p.Line < 1 || p.Line > strings.Count(string(file), "\n")+1 {
				t.Errorf("there is no line %d: %s", p.Line, p.Message)
			}
		}
	})
}
