package lesson_test

import (
	"regexp"
	"strings"
	"testing"

	"lastcall/engine/lesson"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

// shop is what checks are tried on: a is late, b is cancelled, c starts twice.
const shop = `{"version": 1,
  "events": [
    {"id": "a", "at": 2, "do": [{"print": "hello"}, {"cancel": "b"}, {"enter": "c", "at": 6}]},
    {"id": "b", "at": 3},
    {"id": "c", "at": 5, "priority": 7, "do": [{"work": 2}]},
    {"id": "d", "at": 2, "priority": -1, "do": [{"work": 1}]},
    {"id": "e", "at": 50}],
  "hooks": [
    {"id": "x", "do": [{"print": "x"}]},
    {"id": "y", "do": [{"raise": "OSError", "message": "no"}, {"_exit": 4}]},
    {"id": "z", "do": [{"raise": "OSError", "message": "no"}]}],
  "handlers": {"SIGTERM": [{"exit": 3}]},
  "outside": [{"at": 9, "send": "SIGTERM"}]}`

// lessonWith returns a lesson about shop with one check.
func lessonWith(t *testing.T, check string) *lesson.Lesson {
	t.Helper()
	text := "\n## task\n\nx\n\n## hint\n\nx\n\n## solution\n\nx\n"
	file := "---\nid: l\ntitle.en: L\n---\n# en\n" + text + "\n# scenario\n\n```\n" + shop + "\n```\n# checks\n\n- " + check + "\n\n# solution\n\n```\n" + shop + "\n```\n"
	l, err := lesson.Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func shopRun(t *testing.T, real bool) lesson.Run {
	t.Helper()
	s, err := scenario.Decode([]byte(shop))
	if err != nil {
		t.Fatal(err)
	}
	return lesson.NewRun(s, program.Run(s, program.Options{}).Records, real)
}

var cyrillic = regexp.MustCompile(`[а-яё]{3}`)

// Every check is met by one run and missed by another, and says in each
// language what is wrong.
func TestChecks(t *testing.T) {
	tests := []struct{ met, missed, says string }{
		{"on-time d", "on-time", "a starts 1 late. It must start on time."},
		{"late a", "late d", "d starts on time. Here it is to be late."},
		{"order d a c", "order a d c", "d starts before a. It must be the other way round."},
		{"order d a", "order d b", "b does not run. It must."},
		{"times c 5 7", "times c 5 8", "c starts at 5, 7. It must start at 5, 8."},
		{"times a 3", "times e 4", "e does not run. It must."},
		{"starts c 2", "starts c 1", "c starts twice. It must start once."},
		{"starts b 0", "starts b 3", "b starts not at all. It must start 3 times."},
		{"never b e", "never b d", "d runs. It must not."},
		{"lasts c 2", "lasts c 2.5", "c takes only 2. Leave it the work it had: 2.5."},
		{"same-time d a", "same-time d c", "d is planned for 2 and c for 5. They must stay due at one moment."},
		{"same-priority a", "same-priority a d", "a has priority 0 and d has -1. They must stay equal."},
		{"cancelled b", "cancelled b a", "a is not cancelled. It must be."},
		{"hooks-run z y x", "hooks-run x y z", "Hooks that run: z, y, x. It must be: x, y, z."},
		{"hooks-skipped", "hooks-skipped x", "Hooks that are skipped: none. It must be: x."},
		{"status 3", "status 0", "The exit status is 3. It must be 0."},
		{"cause exit", "cause close", "What ends the program: sys.exit(). It must be: the page is closed."},
		{"receives SIGTERM", "receives SIGINT", "SIGINT does not reach the program. It must."},
		{"prints hello", "prints good morning", "The line “good morning” is not printed."},
		{"error OSError: no", "error ValueError", "No ValueError is reported. There must be one."},
		{"queued 1", "queued 0", "When the program ends, the queue holds 1 event. It must hold 0."},
		{"over-by 9", "over-by 8.5", "The program is over at 9. It must be over by 8.5."},
		{"records 40", "records 5", "The run takes 30 steps. It must take 5 at most."},
		{"clock virtual", "clock real", "This run was in virtual time. Choose real time above the timeline, press Run, and check again when it is over."},
	}
	run := shopRun(t, false)
	for _, test := range tests {
		t.Run(test.met, func(t *testing.T) {
			for _, language := range lesson.Languages {
				if missed := lessonWith(t, test.met).Check(run, language); len(missed) > 0 {
					t.Errorf("%s is missed: %s", test.met, missed)
				}
			}
			if got := strings.Join(lessonWith(t, test.missed).Check(run, lesson.English), "|"); got != test.says {
				t.Errorf("%s says %q, want %q", test.missed, got, test.says)
			}
			if got := lessonWith(t, test.missed).Check(run, lesson.Russian); len(got) != 1 || !cyrillic.MatchString(got[0]) {
				t.Errorf("%s says %q in Russian", test.missed, got)
			}
		})
	}
}

func TestAProgramThatIsNotOverSolvesNothing(t *testing.T) {
	s, err := scenario.Decode([]byte(shop))
	if err != nil {
		t.Fatal(err)
	}
	records := program.Run(s, program.Options{}).Records
	part := lesson.NewRun(s, records[:len(records)-1], false)
	if got := lessonWith(t, "starts d 1").Check(part, lesson.English); len(got) != 1 || !strings.Contains(got[0], "not come to its end") {
		t.Errorf("it says %q", got)
	}
}

// No timer is exact: what is a hair late in real time is in time.
func TestRealTimeIsForgiving(t *testing.T) {
	s, err := scenario.Decode([]byte(shop))
	if err != nil {
		t.Fatal(err)
	}
	records := program.Run(s, program.Options{}).Records
	for i := range records {
		records[i].T += 0.01
	}
	run := lesson.NewRun(s, records, true)
	for _, check := range []string{"on-time d", "times c 5 7", "clock real"} {
		if missed := lessonWith(t, check).Check(run, lesson.English); len(missed) > 0 {
			t.Errorf("%s: %s", check, missed)
		}
	}
}

// A wrong prediction names the first wrong pair, and the field that decides.
func TestJudge(t *testing.T) {
	run := shopRun(t, false)
	tests := []struct{ items, predicted, says string }{
		{"events a b c d e", "d a c", ""},
		{"events a b c d e", "a d c", "d runs before a. Both are due at 2, so the priority decides: -1 is lower than 0, and lower goes first."},
		{"events a b c d e", "d c a", "a runs before c. The time decides: 2 comes before 5."},
		{"events a b c d e", "d a", "c runs too, and comes next."},
		{"events a b c d e", "d a b c", "b does not run. It was cancelled while it waited."},
		{"events a b c d e", "d a c e", "e does not run. It is still in the queue when the program ends."},
		{"hooks x y z", "z y x", ""},
		{"hooks x y z", "x y z", "z runs before x. Last in, first out: z was registered later."},
	}
	for _, test := range tests {
		t.Run(test.predicted, func(t *testing.T) {
			kind, items, _ := strings.Cut(test.items, " ")
			p := lesson.Predict{Hooks: kind == "hooks", Items: strings.Fields(items)}
			if got := p.Judge(run, strings.Fields(test.predicted), lesson.English); got != test.says {
				t.Errorf("it says %q, want %q", got, test.says)
			}
			russian := p.Judge(run, strings.Fields(test.predicted), lesson.Russian)
			if (russian == "") != (test.says == "") || russian != "" && !cyrillic.MatchString(russian) {
				t.Errorf("in Russian it says %q", russian)
			}
		})
	}
}

func TestWhatDecides(t *testing.T) {
	tests := []struct{ name, scenario, predicted, says string }{
		{
			"the sequence number",
			`{"version": 1, "events": [{"id": "b", "at": 1}, {"id": "a", "at": 1}]}`, "a b",
			"b runs before a. Time and priority are equal, so the sequence number decides: b was entered first (0, then 1).",
		},
		{
			"one thread",
			`{"version": 1, "events": [{"id": "c", "at": 1, "do": [{"work": 9}]}, {"id": "a", "at": 3, "priority": -1}, {"id": "b", "at": 2}]}`, "c a b",
			"b runs before a. The time decides: 2 comes before 3. There is one thread, and c held it: what waits is still taken in this order, and nothing is dropped.",
		},
		{
			"who is not there yet",
			`{"version": 1, "events": [{"id": "a", "at": 5, "do": [{"enter": "b", "at": 1}]}, {"id": "b", "queued": false}]}`, "b a",
			"a runs before b. When it starts, b is not in the queue yet: somebody has to enter it first.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, err := scenario.Decode([]byte(test.scenario))
			if err != nil {
				t.Fatal(err)
			}
			run := lesson.NewRun(s, program.Run(s, program.Options{}).Records, false)
			p := lesson.Predict{Items: strings.Fields(test.predicted)}
			if got := p.Judge(run, p.Items, lesson.English); got != test.says {
				t.Errorf("it says %q, want %q", got, test.says)
			}
		})
	}
}
