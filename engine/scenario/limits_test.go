package scenario_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// repeat returns n texts made by item, with commas.
func repeat(n int, item func(i int) string) string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = item(i)
	}
	return strings.Join(texts, ",")
}

func same(text string) func(int) string { return func(int) string { return text } }

func TestLimits(t *testing.T) {
	id := func(prefix string) func(int) string {
		return func(i int) string { return fmt.Sprintf(`{"id": "%s%d"}`, prefix, i) }
	}
	tests := []struct {
		limit int
		make  func(n int) string
		want  string
	}{
		{
			scenario.MaxEvents, func(n int) string { return `"events": [` + repeat(n, id("e")) + `]` },
			"/events: events has 100001 items; at most 100000 are allowed",
		},
		{
			scenario.MaxHooks, func(n int) string { return `"hooks": [` + repeat(n, id("h")) + `]` },
			"/hooks: hooks has 10001 items; at most 10000 are allowed",
		},
		{
			scenario.MaxOutside, func(n int) string { return `"outside": [` + repeat(n, same(`{"at":1,"send":"close"}`)) + `]` },
			"/outside: outside has 100001 items; at most 100000 are allowed",
		},
		{
			scenario.MaxSteps, func(n int) string { return `"end": [` + repeat(n, same(`{"work": 0}`)) + `]` },
			"/end: end has 1001 items; at most 1000 are allowed",
		},
		{
			scenario.MaxArguments, func(n int) string { return `"hooks": [{"id": "h", "args": [` + repeat(n, strconv.Itoa) + `]}]` },
			"/hooks/0/args: args has 101 items; at most 100 are allowed",
		},
		{
			scenario.MaxArguments, func(n int) string {
				return `"hooks": [{"id": "h", "kwargs": {` + repeat(n, func(i int) string { return fmt.Sprintf(`"a%d": 0`, i) }) + `}}]`
			},
			"/hooks/0/kwargs: kwargs has 101 members; at most 100 are allowed",
		},
	}
	for _, test := range tests {
		if got := problemsOf(t, `{"version": 1, `+test.make(test.limit)+`}`); got != "" {
			t.Errorf("at the limit of %d: %s", test.limit, got)
		}
		if got := problemsOf(t, `{"version": 1, `+test.make(test.limit+1)+`}`); got != test.want {
			t.Errorf("beyond the limit: %s, want %s", got, test.want)
		}
	}
}

func TestADocumentHasAtMostFourMebibytes(t *testing.T) {
	text := `{"version": 1}`
	text += strings.Repeat(" ", scenario.MaxBytes-len(text))
	if got := problemsOf(t, text); got != "" {
		t.Errorf("at the limit: %s", got)
	}
	if got, want := problemsOf(t, text+" "), "the document has 4194305 bytes; at most 4194304 are allowed"; got != want {
		t.Errorf("beyond the limit: %s, want %s", got, want)
	}
}

func TestAHundredProblemsAreListedAndTheRestCounted(t *testing.T) {
	for _, n := range []int{1, 99, 100, 101, 150, 200, 201, 500, 100_000} {
		// A wrong id, two lines below an option that is read after it.
		text := `{"version": 1, "events": [` + repeat(n, same("{\"do\": [{}],\n\n\"id\": \"-\"}")) + `]}`
		_, err := scenario.Decode([]byte(text))
		problems := err.(scenario.Problems)
		want := min(2*n, scenario.MaxProblems)
		if 2*n > scenario.MaxProblems {
			last, more := problems[len(problems)-1], fmt.Sprintf("there are %d more problems", 2*n-scenario.MaxProblems)
			if last.Message != more || last.Path != "" || last.Line < 100 || last.Line > 101 {
				t.Errorf("of %d events the last problem is %+v, want %s", n, last, more)
			}
			problems = problems[:len(problems)-1]
		}
		if len(problems) != want {
			t.Errorf("of %d events %d problems are listed, want %d", n, len(problems), want)
		}
		for i, p := range problems {
			place := []string{"do/0", "id"}[i%2]
			if path, line := fmt.Sprintf("/events/%d/%s", i/2, place), 2*(i/2)+1+2*(i%2); p.Path != path || p.Line != line {
				t.Errorf("of %d events problem %d is %s on line %d, want %s on line %d", n, i, p.Path, p.Line, path, line)
			}
		}
	}
}

// What is said of one place must not take longer the more places there are.
func TestHostileDocumentsAreRefused(t *testing.T) {
	const size = 1 << 20 // what is quadratic takes minutes, and the test runs out of time
	fill := func(before, item, after string) string {
		n := size / (len(item) + 1)
		return before + strings.TrimSuffix(strings.Repeat(item+",", n), ",") + after
	}
	ids := repeat(10_000, func(i int) string { return fmt.Sprintf(`{"id":"%064d"}`, i) })
	tests := map[string]string{
		"the same unknown field": fill(`{"version":1,`, `"x":1`, `}`),
		"a known field after many unknown ones": `{` + strings.Repeat(`"x":1,`, 70_000) +
			strings.TrimSuffix(strings.Repeat(`"end":1,`, 70_000), ",") + `}`,
		"steps that are none":      fill(`{"version":1,"events":[`, `{"do":[0,0,0,0,0,0,0,0]}`, `]}`),
		"arrays that are opened":   strings.Repeat("[", size),
		"small objects":            fill(`[`, `{}`, `]`),
		"references to no event":   `{"version":1,"events":[` + ids + `],"end":[` + repeat(999, same(`{"enter":"`+strings.Repeat("0", 62)+`x"}`)) + `]}`,
		"a name as long as can be": `{"version":1,"` + strings.Repeat("x", size) + `":1}`,
	}
	for name, text := range tests {
		if _, err := scenario.Decode([]byte(text)); err == nil {
			t.Errorf("%s: Decode() = nil, want problems", name)
		}
	}
}
