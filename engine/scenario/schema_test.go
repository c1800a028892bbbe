package scenario_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"lastcall/engine/scenario"
)

// schema returns the published schema, ready to validate with.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("scenario.schema.json", parse(t, data)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("scenario.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parse(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSchemaAndDecoderAcceptTheSameDocuments(t *testing.T) {
	s := schema(t)
	for name, data := range corpus(t) {
		if _, err := scenario.Decode(data); err != nil {
			t.Errorf("%s: the decoder says: %v", name, err)
		}
		if err := s.Validate(parse(t, data)); err != nil {
			t.Errorf("%s: the schema says: %v", name, err)
		}
	}
}

// What the decoder alone can see, as it says it.
var unseen = map[string]*regexp.Regexp{
	"references":                 regexp.MustCompile(`^no (event|hook) has the id `),
	"ids that are taken":         regexp.MustCompile(`^the id ".*" is taken by `),
	"numbers beyond float64":     regexp.MustCompile(` must be between -1\.797`),
	"the digits of an integer":   regexp.MustCompile(`^an integer has at most 4300 digits`),
	"3.0, an integer in schemas": regexp.MustCompile(` has a fraction or exponent$`),
	"the size of a tick":         regexp.MustCompile(`^tick must be a Go duration`),
}

// TestSchemaAndDecoderRefuseTheSameDocuments breaks valid documents in every
// place in many ways. Schema and decoder must agree on what comes of it.
func TestSchemaAndDecoderRefuseTheSameDocuments(t *testing.T) {
	s := schema(t)
	seen := make(map[string]bool)
	agreed := 0
	for _, text := range fragments {
		document := parse(t, []byte(`{"version": 1, "events": [{"id": "a"}], "hooks": [{"id": "h"}]}`))
		maps.Copy(document.(map[string]any), parse(t, []byte(`{`+text+`}`)).(map[string]any))
		mutate(document, func(document any) {
			text, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			invalid := s.Validate(document)
			_, err = scenario.Decode(text)
			switch {
			case invalid != nil && err == nil:
				t.Errorf("only the schema refuses %s: %v", text, invalid)
			case invalid != nil:
				agreed++
			case err != nil:
				for _, p := range err.(scenario.Problems) {
					reason := why(p.Message)
					if reason == "" {
						t.Errorf("only the decoder refuses %s: %v", text, p)
					}
					seen[reason] = true
				}
			}
		})
	}
	if agreed < 10_000 {
		t.Errorf("both refuse only %d documents", agreed)
	}
	for reason := range unseen {
		if !seen[reason] {
			t.Errorf("no document was refused by the decoder alone for %s", reason)
		}
	}
}

// Documents in small, since each is validated hundreds of times. Together
// they have everything that a document can have.
var fragments = []string{
	`"title": "A title"`,
	`"clock": {"mode": "real", "start": -1.5, "tick": "1m30s"}`,
	`"python": "3.14"`,
	`"events": [{"id": "a", "label": "A", "at": 0, "priority": 1, "queued": true, "args": [1], "kwargs": {"x": null}, "do": [{"work": 0}]}]`,
	`"events": [{"id": "a", "after": 1, "queued": false}]`,
	`"hooks": [{"id": "h", "label": "H", "registered": false, "args": ["1", 2.5], "kwargs": {"x": true}, "do": []}]`,
	`"handlers": {"SIGINT": [{"exit": 0}], "SIGUSR1": []}`,
	`"outside": [{"at": 1, "send": "discard"}]`,
	`"outside": [{"at": 1, "do": [{"print": "x"}, {"enter": "a", "at": 1}]}]`,
	`"outside": [{"at": 1, "do": [{"cancel": "a"}, {"register": "h"}, {"unregister": "h"}]}]`,
	`"end": [{"print": "{0} {name} {{}}"}, {"work": 0.5}]`,
	`"end": [{"enter": "a", "after": 1, "priority": 0, "args": [], "kwargs": {}}]`,
	`"end": [{"enter": "a", "at": 1}, {"cancel": "a"}]`,
	`"end": [{"register": "h", "args": [0], "kwargs": {"func": 0}}, {"unregister": "h"}]`,
	`"end": [{"raise": "OSError", "message": "disk full"}, {"abort": true}]`,
	`"end": [{"exit": 3}, {"_exit": 4}, {"kill": "SIGKILL"}]`,
}

func why(message string) string {
	for reason, pattern := range unseen {
		if pattern.MatchString(message) {
			return reason
		}
	}
	return ""
}

// What a value is replaced with, and what a field that is added holds.
var replacements = func() (list []any) {
	for _, text := range []string{
		`null`, `true`, `false`, `0`, `-1`, `2`, `3.0`, `0.5`, `1e400`, `1` + strings.Repeat("0", scenario.MaxDigits), `""`, `"a"`, `"h"`,
		`"1s"`, `"1"`, `"25h"`, `"-1s"`, `"1s "`, `"a-b"`, `"None"`, `"func"`, `"nobody"`, `"SIGINT"`, `"SIGKILL"`, `"close"`, `"real"`, `"3.14"`,
		`"OSError"`, `"{}"`, `"{0}"`, `"{a.b}"`, `"}"`, `"x{0}}"`, `"{1234567}"`, `"` + strings.Repeat("y", 64) + `"`, `"` + strings.Repeat("y", 65) + `"`,
		`"` + strings.Repeat("ж", 200) + `"`, `"` + strings.Repeat("ж", 201) + `"`,
		`[]`, `[0]`, `[[]]`, `{}`, `[{}]`, `{"a": 1}`, `{"None": 1}`, `{"func": 1}`, `{"a b": 1}`, `[{"print": "x"}]`, `[{"work": 1}]`, `[{"id": "z"}]`,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			panic(err)
		}
		list = append(list, v)
	}
	return list
}()

// Every name that is a field somewhere, and one that is not.
var names = strings.Fields(`version title clock python events hooks handlers outside end mode start tick
	id label at after priority queued registered args kwargs do send message surprise
	print work enter cancel register unregister raise exit _exit abort kill
	SIGINT SIGTERM SIGHUP SIGUSR1 SIGKILL`)

// mutate calls each with the document changed in one place, for every place
// and change. It is as it was afterwards.
func mutate(document any, each func(document any)) {
	var visit func(v any, set func(any))
	visit = func(v any, set func(any)) {
		for _, replacement := range replacements {
			set(replacement)
			each(document)
		}
		set(v)
		switch v := v.(type) {
		case map[string]any:
			for _, name := range names {
				if _, there := v[name]; there {
					continue
				}
				for _, value := range []any{json.Number("1"), "a", true, []any{}, "OSError"} {
					v[name] = value
					each(document)
				}
				delete(v, name)
			}
			for _, name := range slices.Sorted(maps.Keys(v)) {
				value := v[name]
				delete(v, name)
				each(document)
				visit(value, func(value any) { v[name] = value })
			}
		case []any:
			for i, item := range v {
				set(slices.Insert(slices.Clone(v), i, item))
				each(document)
				set(v)
				visit(item, func(item any) { v[i] = item })
			}
		}
	}
	visit(document, func(v any) { document = v })
}
