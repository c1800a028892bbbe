package lessons_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lastcall/engine/lesson"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/web/lessons"
)

// run runs a scenario by the clock that it asks for, a real one in a hurry.
func run(t *testing.T, s *scenario.Scenario) lesson.Run {
	t.Helper()
	c := *s
	c.Clock.Tick = 50 * time.Millisecond
	trace := program.New(&c, program.Options{Real: c.Clock.Real}).Run(context.Background())
	return lesson.NewRun(s, trace.Records, c.Clock.Real)
}

// inVirtualTime returns a lesson's start as the page shows it before the
// program is launched.
func inVirtualTime(l *lesson.Lesson) lesson.Run {
	return lesson.NewRun(l.Start, program.Run(l.Start, program.Options{}).Records, false)
}

func TestLessons(t *testing.T) {
	for i, file := range lessons.Files() {
		t.Run(file.Name, func(t *testing.T) {
			l, err := lesson.Parse(file.Text)
			if err != nil {
				t.Fatal(err)
			}
			if _, name, _ := strings.Cut(strings.TrimSuffix(file.Name, ".md"), "-"); name != l.ID {
				t.Errorf("the id is %q, and the file's name says %q", l.ID, name)
			}
			if i >= lesson.MaxSolved {
				t.Error("a result code has no room for this lesson")
			}
			if l.Source == "" || l.URL == "" || l.Python == "" || l.Predict == nil {
				t.Error("a lesson of the tutorial has a source, a program in Python and a prediction")
			}
			for _, language := range lesson.Languages {
				words := l.Texts[language]
				if words == nil || words.Intro == nil || words.Remember == nil {
					t.Fatalf("%s: words are missing", language)
				}
				if missed := l.Check(inVirtualTime(l), language); len(missed) == 0 {
					t.Errorf("%s: the task is solved at its start", language)
				}
				if missed := l.Check(run(t, l.Solution), language); len(missed) > 0 {
					t.Errorf("%s: the solution: %s", language, strings.Join(missed, " "))
				}
			}
		})
	}
}

// answers are what each lesson's prediction comes to.
var answers = map[string]string{
	"first_event":       "kettle alarm",
	"absolute":          "archive meeting reminder",
	"priority":          "tidy save send log",
	"sequence":          "zoe adam mia",
	"one_thread":        "backup report alert",
	"cancel":            "download poll1 poll2 poll3 summary",
	"periodic":          "beat1 beat2 bell beat3",
	"exception":         "load parse",
	"last_in_first_out": "unlock close_db flush_cache",
	"failing_hooks":     "leave upload save",
	"skipped":           "",
	"sigterm":           "",
	"two_clocks":        "keyword positional",
	"window":            "say_goodbye save_draft",
}

func TestPredictions(t *testing.T) {
	for _, l := range lessons.All() {
		t.Run(l.ID, func(t *testing.T) {
			r := inVirtualTime(l)
			answer := l.Predict.Answer(r)
			if got, want := strings.Join(answer, " "), answers[l.ID]; got != want {
				t.Errorf("the answer is %q, want %q", got, want)
			}
			if slices.Equal(l.Predict.Items, answer) {
				t.Error("the items are offered in the order that is right")
			}
			for _, language := range lesson.Languages {
				if wrong := l.Predict.Judge(r, answer, language); wrong != "" {
					t.Errorf("%s: the right answer is refused: %s", language, wrong)
				}
				reversed := slices.Clone(l.Predict.Items)
				slices.Reverse(reversed)
				if slices.Equal(reversed, answer) {
					reversed = l.Predict.Items
				}
				if l.Predict.Judge(r, reversed, language) == "" {
					t.Errorf("%s: %v is accepted", language, reversed)
				}
			}
		})
	}
}

// The lesson that the description shows is one.
func TestTheDescribedLesson(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, file, _ := strings.Cut(string(text), "````markdown\n")
	file, _, _ = strings.Cut(file, "````\n")
	words := "## predict\nX\n## task\nX\n## hint\nX\n## solution\nX"
	l, err := lesson.Parse([]byte(strings.Replace(file, "…", words, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if missed := l.Check(run(t, l.Solution), lesson.English); len(missed) > 0 {
		t.Error(missed)
	}
	if len(l.Check(inVirtualTime(l), lesson.English)) == 0 {
		t.Error("its start solves the task")
	}
}

// In real time the example of Python's documentation flips.
func TestTheClocksDisagree(t *testing.T) {
	l := lessons.All()[12]
	s := *l.Start
	s.Clock.Real = true
	r := run(t, &s)
	if got := strings.Join(l.Predict.Answer(r), " "); got != "positional keyword" {
		t.Errorf("in real time: %s", got)
	}
	if len(l.Check(r, lesson.English)) == 0 {
		t.Error("the task is solved by the clock alone")
	}
}
