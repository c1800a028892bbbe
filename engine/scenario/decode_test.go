package scenario_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lastcall/engine/scenario"
)

// problemsOf returns what is wrong with a document, one a line.
func problemsOf(t *testing.T, text string) string {
	t.Helper()
	_, err := scenario.Decode([]byte(text))
	if err == nil {
		return ""
	}
	problems, ok := errors.AsType[scenario.Problems](err)
	if !ok {
		t.Fatalf("Decode() = %v, want Problems", err)
	}
	for _, p := range problems {
		if p.Line < 1 || p.Line > strings.Count(text, "\n")+1 {
			t.Errorf("%v is on line %d", p, p.Line)
		}
	}
	return problems.Error()
}

// A refusal is a document and all that is wrong with it.
type refusal struct{ name, text, want string }

// refuse checks refusals; wrap makes documents of their texts.
func refuse(t *testing.T, wrap func(text string) string, refusals []refusal) {
	t.Helper()
	for _, r := range refusals {
		t.Run(r.name, func(t *testing.T) {
			if got := problemsOf(t, wrap(r.text)); got != r.want {
				t.Errorf("%s:\n%s\nwant\n%s", r.text, got, r.want)
			}
		})
	}
}

func TestDecodeReadsEverything(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "valid", "everything.json"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := scenario.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	zero, empty := 0.0, ""
	big, err := scenario.Decode([]byte(`{"version": 1, "end": [{"exit": -12345678901234567890}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := &scenario.Scenario{
		Title:  "Все поля",
		Clock:  scenario.Clock{Real: true, Start: -1650000000.25, Tick: 90 * time.Second},
		Python: scenario.Python314,
		Events: []scenario.Event{
			{
				ID: "a", Label: "A", When: scenario.When{Absolute: true}, Priority: -1.5,
				With: scenario.Arguments{
					Args:   []scenario.Value{scenario.Int(1)},
					Kwargs: []scenario.Kwarg{{Name: "x", Value: scenario.Bool(false)}},
				},
				Do: []scenario.Step{scenario.Print{Text: "\u2028\"\\ {x}"}},
			},
			{ID: "later", Priority: 1e300, Unqueued: true},
			{ID: "_", When: scenario.When{Time: -3}},
			{ID: "match_is_no_keyword", When: scenario.When{Absolute: true}},
		},
		Hooks: []scenario.Hook{{
			ID: "h", Label: "Ключ 🔑", Unregistered: true,
			With: scenario.Arguments{
				Args:   []scenario.Value{scenario.Bool(true), scenario.String(""), scenario.Float(1e-5)},
				Kwargs: []scenario.Kwarg{{Name: "match", Value: scenario.Int(0)}, {Name: "func", Value: scenario.Null}},
			},
		}},
		Handlers: map[scenario.Signal][]scenario.Step{
			scenario.SIGUSR1: nil,
			scenario.SIGINT:  {scenario.Kill{Signal: scenario.SIGINT}},
		},
		Outside: []scenario.Outside{
			{At: 1, Send: scenario.Close},
			{Do: []scenario.Step{
				scenario.Print{Text: "x"}, scenario.Cancel{Event: "a"}, scenario.Register{Hook: "h"}, scenario.Unregister{Hook: "h"},
			}},
			{At: 1e21},
		},
		End: []scenario.Step{
			scenario.Print{Text: "{0} {name} {{}} {00}"},
			scenario.Work{},
			scenario.Enter{Event: "a"},
			scenario.Enter{Event: "later", When: scenario.When{Absolute: true, Time: -1.5}, Priority: &zero},
			scenario.Enter{Event: "later", When: scenario.When{Time: 1e-7}, With: scenario.Arguments{
				Args:   []scenario.Value{scenario.Null},
				Kwargs: []scenario.Kwarg{{Name: "b", Value: scenario.Int(1)}, {Name: "a", Value: scenario.String("2")}},
			}},
			scenario.Cancel{Event: "a"},
			scenario.Register{Hook: "h"},
			scenario.Register{Hook: "h", With: scenario.Arguments{Args: []scenario.Value{
				scenario.Float(1), scenario.Int(1), scenario.Int(0), scenario.Float(0), scenario.Float(100),
			}}},
			scenario.Unregister{Hook: "h"},
			scenario.Raise{Type: "ValueError"},
			scenario.Raise{Type: "KeyError", Message: &empty},
			scenario.Exit{},
			scenario.Exit{Code: scenario.String("bye")},
			big.End[0],
			scenario.HardExit{Code: scenario.Int(256)},
			scenario.Abort{},
			scenario.Kill{Signal: scenario.SIGKILL},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Decode() =\n%+v\nwant\n%+v", got, want)
	}
	if got, want := big.End[0].(scenario.Exit).Code.Str(), "-12345678901234567890"; got != want {
		t.Errorf("a large integer prints %s, want %s", got, want)
	}
}

func TestWhatGoesWithoutSaying(t *testing.T) {
	want := &scenario.Scenario{Python: scenario.Python313, Clock: scenario.Clock{Tick: time.Second}}
	for _, name := range []string{"smallest.json", "empty.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", "valid", name))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := scenario.Decode(data); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: Decode() = %+v, %v, want %+v", name, got, err, want)
		}
	}
}

func TestMinusZeroIsZeroButForArguments(t *testing.T) {
	s, err := scenario.Decode([]byte(`{"version": 1, "clock": {"start": -0}, "events": [{"id": "a", "at": -0.0, "args": [-0.0, -0]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	e := s.Events[0]
	got := []string{
		scenario.FormatFloat(s.Clock.Start), scenario.FormatFloat(e.When.Time), e.With.Args[0].Str(), e.With.Args[1].Str(),
	}
	if want := []string{"0.0", "0.0", "-0.0", "0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("start, at and args are %v, want %v", got, want)
	}
}

func TestAllProblemsComeInTheOrderOfTheText(t *testing.T) {
	text := `{
  "end": [{"exit": 1.5}],
  "events": [
    {"id": "report", "prioritty": 1, "at": "2",
     "do": [{"enter": "repot"}, {"work": -1}]},
    {"id": "report"}
  ],
  "versoin": 1
}`
	_, err := scenario.Decode([]byte(text))
	var got []string
	for _, p := range err.(scenario.Problems) {
		got = append(got, strings.Repeat("|", p.Line)+p.Path)
	}
	want := []string{
		"|", // no version
		"||/end/0/exit",
		"||||/events/0/prioritty",
		"||||/events/0/at",
		"|||||/events/0/do/0/enter",
		"|||||/events/0/do/1/work",
		"||||||/events/1/id",
		"||||||||/versoin",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the problems are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDocumentsRefused(t *testing.T) {
	refuse(t, func(text string) string { return text }, []refusal{
		{"nothing", "", `line 1, column 1: a value should be here, but the text ends`},
		{"no JSON", "{\n  \"version\": 1,\n}", `line 3, column 1: a name in double quotes should be here`},
		{"a list", `[]`, `a scenario must be an object, not an array`},
		{"null", `null`, `a scenario must be an object, not null`},
		{"no version", `{}`, `a scenario needs "version": 1`},
		{"version 0", `{"version": 0}`, `/version: version must be 1`},
		{"version as text", `{"version": "1"}`, `/version: version must be 1`},
		{
			"a newer version, of which nothing else can be said", `{"version": 2, "threads": []}`,
			`/version: this scenario is of version 2, for a newer Lastcall; this one knows version 1`,
		},
		{"version 1 twice", `{"version": 1, "version": 1}`, `/version: a scenario has "version" already`},
	})
}

func TestTopLevelRefused(t *testing.T) {
	refuse(t, func(text string) string { return `{"version": 1, ` + text + `}` }, []refusal{
		{
			"an unknown field", `"event": []`,
			`/event: unknown field "event"; a scenario has version, title, clock, python, events, hooks, handlers, outside and end; did you mean "events"?`,
		},
		{
			"a field of another kind of document", `"$a/b~": 1`,
			`/$a~1b~0: unknown field "$a/b~"; a scenario has version, title, clock, python, events, hooks, handlers, outside and end`,
		},
		{"null for a title", `"title": null`, `/title: title must be a string, not null`},
		{"null for lists", `"events": null, "end": null`, "/events: events must be an array, not null\n/end: end must be an array, not null"},
		{"a clock that is a text", `"clock": "real"`, `/clock: clock must be an object, not a string`},
		{"an unknown field of a clock", `"clock": {"begin": 1}`, `/clock/begin: unknown field "begin"; clock has mode, start and tick`},
		{"an unknown mode", `"clock": {"mode": "Real"}`, `/clock/mode: mode must be "virtual" or "real"; did you mean "real"?`},
		{"a start beyond numbers", `"clock": {"start": 1e400}`, `/clock/start: start must be between -1.7976931348623157e+308 and 1.7976931348623157e+308`},
		{"a tick without a unit", `"clock": {"tick": 1}`, `/clock/tick: tick must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`},
		{"a tick of nothing", `"clock": {"tick": "0s"}`, `/clock/tick: tick must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`},
		{"a tick that rounds to nothing", `"clock": {"tick": "0.4ns"}`, `/clock/tick: tick must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`},
		{"a tick of more than a day", `"clock": {"tick": "24h1ns"}`, `/clock/tick: tick must be a Go duration above 0 and at most 24h, such as "1s" or "20ms"`},
		{"a number for Python", `"python": 3.13`, `/python: python must be "3.13" or "3.14", not a number`},
		{"another Python", `"python": "3.12"`, `/python: python must be "3.13" or "3.14"; did you mean "3.13"?`},
		{
			"a handler of SIGKILL", `"handlers": {"SIGKILL": []}`,
			`/handlers/SIGKILL: unknown field "SIGKILL"; handlers has SIGINT, SIGTERM, SIGHUP and SIGUSR1`,
		},
		{"a handler that is one step", `"handlers": {"SIGINT": {"exit": 0}}`, `/handlers/SIGINT: SIGINT must be an array, not an object`},
		{"outside without a time", `"outside": [{"send": "close"}]`, `/outside/0: an outside entry needs at, the time it comes`},
		{"outside with nothing to do", `"outside": [{"at": 1}]`, `/outside/0: an outside entry needs send or do`},
		{"outside with both", `"outside": [{"at": 1, "do": [], "send": "close"}]`, `/outside/0/send: an outside entry has send or do, not both`},
		{
			"outside with what cannot be sent", `"outside": [{"at": 1, "send": "sigterm"}]`,
			`/outside/0/send: send must be "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGKILL", "close" or "discard"`,
		},
		{
			"outside with a step of the program's own", `"outside": [{"at": 1, "do": [{"work": 1}]}]`,
			`/outside/0/do/0/work: work is not for outside, where steps are print, enter, cancel, register or unregister`,
		},
	})
}

func TestEventsAndHooksRefused(t *testing.T) {
	const long = "a234567890123456789012345678901234567890123456789012345678901234"
	event := func(text string) string { return `{"version": 1, "events": [` + text + `]}` }
	if got := problemsOf(t, event(`{"id": "`+long+`"}`)); got != "" {
		t.Errorf("an id of 64 characters: %s", got)
	}
	if got := problemsOf(t, event(`{"id": "a", "label": "`+strings.Repeat("ж", 200)+`"}`)); got != "" {
		t.Errorf("a label of 200 characters: %s", got)
	}
	const letters = "an id is made of the letters a to z and A to Z, digits and _, and begins with no digit; "
	refuse(t, event, []refusal{
		{"no object", `"backup"`, `/events/0: an event must be an object, not a string`},
		{"no id", `{}`, `/events/0: an event needs an id, a name such as backup or close_db`},
		{"a number for an id", `{"id": 1}`, `/events/0/id: id must be a string, not a number`},
		{"an empty id", `{"id": ""}`, `/events/0/id: ` + letters + `"" is not`},
		{"an id with a dash", `{"id": "close-db"}`, `/events/0/id: ` + letters + `"close-db" is not`},
		{"an id that begins with a digit", `{"id": "1a"}`, `/events/0/id: ` + letters + `"1a" is not`},
		{"an id in Cyrillic", `{"id": "копия"}`, `/events/0/id: ` + letters + `"копия" is not`},
		{"an id with a line break", `{"id": "a\n"}`, `/events/0/id: ` + letters + `"a\n" is not`},
		{"a long id", `{"id": "` + long + `5"}`, `/events/0/id: this id has 65 characters; at most 64 are allowed`},
		{"a keyword of Python", `{"id": "None"}`, `/events/0/id: "None" is a keyword of Python, which no id may be`},
		{"a keyword of Go, and a soft one of Python", `{"id": "type"}`, `/events/0/id: "type" is a keyword of Go, which no id may be`},
		{"an id twice", `{"id": "a"}, {"id": "a"}`, `/events/1/id: the id "a" is taken by /events/0; ids are unique over events and hooks`},
		{
			"an id of a hook before it", `{"id": "b"}, {"id": "a"}], "title": "", "hooks": [{"id": "a"}`,
			`/hooks/0/id: the id "a" is taken by /events/1; ids are unique over events and hooks`,
		},
		{"a long label", `{"id": "a", "label": "` + strings.Repeat("ж", 201) + `"}`, `/events/0/label: this label has 201 characters; at most 200 are allowed`},
		{"at and after", `{"id": "a", "after": 1, "at": 1}`, `/events/0/at: an event has at or after, not both`},
		{"a word for a time", `{"id": "a", "after": "now"}`, `/events/0/after: after must be a number, not a string`},
		{"null for a priority", `{"id": "a", "priority": null}`, `/events/0/priority: priority must be a number, not null`},
		{"a number for a boolean", `{"id": "a", "queued": 0}`, `/events/0/queued: queued must be a boolean, not a number`},
		{
			"a field of a hook", `{"id": "a", "registered": false}`,
			`/events/0/registered: unknown field "registered"; an event has id, label, at, after, priority, queued, args, kwargs and do`,
		},
		{
			"a misspelt field", `{"id": "a", "prioritty": 1}`,
			`/events/0/prioritty: unknown field "prioritty"; an event has id, label, at, after, priority, queued, args, kwargs and do; did you mean "priority"?`,
		},
		{"a field twice", `{"id": "a", "at": 1, "at": 2}`, `/events/0/at: an event has "at" already`},
		{
			"a field of an event", `{"id": "a"}], "hooks": [{"id": "h", "queued": true}`,
			`/hooks/0/queued: unknown field "queued"; a hook has id, label, registered, args, kwargs and do`,
		},
		{"a step that is no list", `{"id": "a", "do": {"print": "x"}}`, `/events/0/do: do must be an array, not an object`},
	})
}
