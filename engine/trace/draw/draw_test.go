package draw_test

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/engine/trace/draw"
)

const overrun = `{"version": 1, "title": "When an action overruns", "events": [
	{"id": "backup", "at": 2, "do": [{"work": 4}]}, {"id": "report", "label": "the report", "at": 4}, {"id": "never", "at": 9}],
	"hooks": [{"id": "close_db"}, {"id": "flush"}]}`

const overrunTrace = `{"version":1,"status":-15,"records":[
{"t":0,"kind":"register","hook":"close_db"},{"t":0,"kind":"register","hook":"flush"},
{"t":0,"kind":"enter","event":"backup","time":2,"priority":0,"seq":0},
{"t":0,"kind":"enter","event":"report","time":4,"priority":0,"seq":1},
{"t":0,"kind":"enter","event":"never","time":9,"priority":0,"seq":2},
{"t":2,"kind":"start","event":"backup","seq":0,"time":2,"priority":0,"late":0},{"t":6,"kind":"finish","event":"backup","seq":0},
{"t":6,"kind":"start","event":"report","seq":1,"time":4,"priority":0,"late":2},{"t":6,"kind":"finish","event":"report","seq":1},
{"t":8,"kind":"signal","signal":"SIGTERM","handled":false},{"t":8,"kind":"exit","cause":"signal","hooks":"skipped","queued":1},
{"t":8,"kind":"skip","hook":"flush","why":"signal"},{"t":8,"kind":"skip","hook":"close_db","why":"signal"},
{"t":8,"kind":"end","status":-15}]}`

func read(t *testing.T, document, log string) (*scenario.Scenario, *trace.Index) {
	t.Helper()
	s, err := scenario.Decode([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	recorded, err := trace.Decode([]byte(log))
	if err != nil {
		t.Fatal(err)
	}
	return s, trace.NewIndex(recorded.Records)
}

func TestText(t *testing.T) {
	s, ix := read(t, overrun, overrunTrace)
	want := `When an action overruns

t           0    1    2    3    4    5    6    7    8    9
backup                ████████████████████          │       on time
the report                      o·········█         │       2 late
never                                               │    o  left in the queue
SIGTERM                                             ⚑

Ends by SIGTERM, t = 8; the hooks are skipped
  1. ⊘ flush: skipped
  2. ⊘ close_db: skipped
`
	if got := draw.Text(s, ix, draw.Options{Width: 80}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := draw.Text(s, ix, draw.Options{Lang: "ru"}); !strings.Contains(got, "опоздание 2") {
		t.Errorf("in Russian it is\n%s", got)
	}
}

func TestHTML(t *testing.T) {
	s, ix := read(t, overrun, overrunTrace)
	got := draw.HTML(s, ix, draw.Options{})
	for _, want := range []string{
		"<caption>When an action overruns</caption>",
		"<td>the report</td><td>4</td><td>6</td><td>6</td><td>2 late</td>",
		"<td>8</td><td>SIGTERM</td>",
		"<td>flush</td><td>⊘ skipped</td>",
		"<p>Ends by SIGTERM, t = 8; the hooks are skipped</p>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s:\n%s", want, got)
		}
	}
}

// A theme is of the picture alone: only auto asks the system.
func TestThemes(t *testing.T) {
	s, ix := read(t, overrun, overrunTrace)
	for theme, want := range map[draw.Theme][3]bool{
		"": {true, true, true}, draw.Auto: {true, true, true}, draw.Light: {true, false, false}, draw.Dark: {false, true, false},
	} {
		got := draw.SVG(s, ix, draw.Options{Theme: theme})
		has := [3]bool{strings.Contains(got, "--panel:#fff"), strings.Contains(got, "--panel:#181d21"), strings.Contains(got, "prefers-color-scheme")}
		if has != want {
			t.Errorf("theme %q: light, dark, asks: %v, want %v", theme, has, want)
		}
	}
}

// What stands in a scenario is text, whatever it looks like.
func TestMarkupIsText(t *testing.T) {
	const hostile = `</title><script>alert(1)</script>&amp;"' onload='x' ` + "\x00\x1b\ufffe\u202e<b>"
	s, ix := read(t, overrun, overrunTrace)
	s.Title = hostile
	for i := range s.Events {
		s.Events[i].Label = hostile
	}
	for i := range s.Hooks {
		s.Hooks[i].Label = hostile
	}
	for name, text := range map[string]string{
		"SVG": draw.SVG(s, ix, draw.Options{}), "HTML": draw.HTML(s, ix, draw.Options{}),
	} {
		elements, words := parse(t, text)
		if slices.Contains(elements, "script") || slices.Contains(elements, "b") {
			t.Errorf("%s: there are the elements %v", name, elements)
		}
		if want := `</title><script>alert(1)</script>&amp;"' onload='x' `; !strings.Contains(words, want) {
			t.Errorf("%s: the text lacks %s", name, want)
		}
	}
	if got := draw.Text(s, ix, draw.Options{}); strings.ContainsAny(got, "\x00\x1b\u202e") {
		t.Errorf("the text has what a terminal obeys: %q", got)
	}
}

// Every log there is makes pictures that are well formed, empty ones too.
func TestEveryLog(t *testing.T) {
	files, err := filepath.Glob("../../program/testdata/traces/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no traces: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		document, err := os.ReadFile(filepath.Join("../../program/testdata/scenarios", filepath.Base(file)))
		if err != nil {
			t.Fatal(err)
		}
		s, ix := read(t, string(document), string(data))
		half := trace.NewIndex(ix.Records()[:ix.Len()/2])
		for _, d := range []struct {
			*scenario.Scenario
			*trace.Index
			draw.Options
		}{
			{s, ix, draw.Options{}}, {s, ix, draw.Options{Width: 1, Lang: "ru"}}, {nil, ix, draw.Options{Width: 1e9}},
			{s, half, draw.Options{}}, {nil, trace.NewIndex(nil), draw.Options{}},
		} {
			parse(t, draw.SVG(d.Scenario, d.Index, d.Options))
			parse(t, draw.HTML(d.Scenario, d.Index, d.Options))
			if draw.Text(d.Scenario, d.Index, d.Options) == "" {
				t.Errorf("%s: no text", file)
			}
		}
	}
}

// parse returns the elements and the text of a well-formed document.
func parse(t *testing.T, text string) (elements []string, words string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return elements, words
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements = append(elements, token.Name.Local)
		case xml.CharData:
			words += string(token)
		}
	}
}
