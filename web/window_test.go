package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

const (
	registers = `{"t":0,"kind":"register","hook":"close_db"},{"t":0,"kind":"register","hook":"unlock"}`
	closes    = registers + `,{"t":3,"kind":"exit","cause":"close","hooks":"run","queued":1},{"t":3,"kind":"hook","hook":"unlock"}`
)

// What became of a program is told from whatever had been written by the time
// its tab was gone.
func TestVisits(t *testing.T) {
	const left = `"began": 1e12, "left": 1.000001e12`
	tests := []struct {
		name, fields string
		want         []string
	}{
		{"all hooks ran", left + `, "records": [` + closes + `,{"t":3,"kind":"hook-done","hook":"unlock"},
			{"t":3,"kind":"hook","hook":"close_db"},{"t":3,"kind":"hook-done","hook":"close_db"},{"t":3,"kind":"end","status":0}]`,
			[]string{"unlock done: ran", "close database done: ran"}},
		{"one failed", left + `, "records": [` + closes + `,{"t":3,"kind":"error","text":"OSError: disk full","in":"unlock"},{"t":3,"kind":"hook-failed","hook":"unlock"},
			{"t":3,"kind":"hook","hook":"close_db"},{"t":3,"kind":"hook-done","hook":"close_db"},{"t":3,"kind":"end","status":0}]`,
			[]string{"unlock failed: failed: OSError: disk full", "close database done: ran"}},
		{"the browser cut them off", left + `, "records": [` + closes + `]`,
			[]string{"unlock interrupted: cut short", "close database skipped: skipped: the time for hooks was up"}},
		{"a signal came first", left + `, "records": [` + registers + `,{"t":3,"kind":"exit","cause":"signal","hooks":"skipped","queued":0},
			{"t":3,"kind":"skip","hook":"unlock","why":"signal"},{"t":3,"kind":"skip","hook":"close_db","why":"signal"},{"t":3,"kind":"end","status":-15}]`,
			[]string{"unlock skipped: skipped: the program ended by signal", "close database skipped: skipped: the program ended by signal"}},
		{"the tab crashed", `"began": 1e12, "records": [` + registers + `]`,
			[]string{"unlock skipped: skipped: no event came, so nothing could run", "close database skipped: skipped: no event came, so nothing could run"}},
		{"not all is kept", left + `, "cut": true, "records": [` + registers + `]`,
			[]string{"unlock waiting: waiting", "close database waiting: waiting"}},
		{"it had no hooks", left + `, "records": []`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := opened(t, "hooks")
			encoded, err := json.Marshal(string(scenario.Encode(s.scenario)))
			if err != nil {
				t.Fatal(err)
			}
			visits := decodeVisits([]byte(`[{"id": "x", "scenario": ` + string(encoded) + `, ` + tt.fields + `}]`))
			if len(visits) != 1 {
				t.Fatalf("%d visits, want 1", len(visits))
			}
			var got []string
			for _, h := range visits[0].hooks(s) {
				got = append(got, h.name+" "+h.state+": "+h.note)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if got, want := visits[0].title(s), s.words.GalleryTitle["hooks"]; got != want {
				t.Errorf("the title is %q, want %q", got, want)
			}
			if visits[0].left.IsZero() != !strings.Contains(tt.fields, "left") {
				t.Errorf("left at %v", visits[0].left)
			}
		})
	}
}

// Anything may stand in a browser's storage.
func TestVisitsThatMakeNoSense(t *testing.T) {
	s, b := opened(t, "hooks")
	for text, want := range map[string]int{
		``: 0, `{}`: 0, `[1]`: 0, `[{}]`: 0,
		`[{"id": "a", "records": [{"kind": "nonsense"}]}]`:                                0,
		`[{"id": "a", "records": [{"t": 0, "kind": "hook-done", "hook": "nobody's"}]}]`:   1,
		`[{"id": "a", "records": 7}, {"id": "b", "scenario": "{", "records": []}]`:        1,
		`[{"id": "a", "began": 1e300, "records": []}, {"id": "b", "records": [], "x":1}]`: 2,
	} {
		visits := decodeVisits([]byte(text))
		if len(visits) != want {
			t.Errorf("%s: %d visits, want %d", text, len(visits), want)
		}
		s.setVisits(visits)
		mounted(t, &lastVisit{Session: s})
	}
	s.setVisits([]visit{{id: "a", index: trace.NewIndex(nil)}, {id: "b", index: trace.NewIndex(nil)}})
	s.dismissVisits()
	if want := []string{"a", "b"}; !slices.Equal(b.forgotten, want) || len(s.visits) != 0 {
		t.Errorf("forgotten are %v, and %d are left; want %v and none", b.forgotten, len(s.visits), want)
	}
}

// launched returns a session with a program in its window.
func launched(t *testing.T, name string) (*session, *fakeBrowser) {
	t.Helper()
	s, b := opened(t, name)
	s.setClock(true)
	b.settle()
	s.launch()
	return s, b
}

// play lets the program in the window make records, and end.
func (p *fakeProcess) play(hidden bool, records []trace.Record) {
	for _, r := range records {
		p.heard.records([]trace.Record{r}, hidden)
	}
	p.heard.done(ended{})
}

// delayed is what a run makes of a late timer: all comes later from record n on.
func delayed(records []trace.Record, n int, by float64) []trace.Record {
	records = slices.Clone(records)
	for i := n; i < len(records); i++ {
		records[i].T += by
	}
	return records
}

func TestWindowSaysWhyEventsAreLate(t *testing.T) {
	tests := []struct {
		name   string
		by     float64
		hidden bool
		want   string
	}{
		{"as late as timers are", 0.01, false, ""},
		{"hidden, and on time", 0.01, true, ""},
		{"hidden", 0.9, true, "This tab was in the background, where browsers let timers fire once a second, later once a minute: 1 timer came late for it, by 900\u00a0ms at most."},
		{"busy", 2.5, false, "The page or the computer was busy: 1 timer came late for it, by 2.5\u00a0s at most."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, b := launched(t, "hooks")
			records := runText(string(scenario.Encode(s.scenario)), firstLimit).Records
			first := slices.IndexFunc(records, func(r trace.Record) bool { return r.Kind == trace.Start })
			b.window.play(tt.hidden, delayed(records, first, tt.by)[:first+1])
			if got := strings.Join(s.windowNotes(), "\n"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWindowSaysWhatTheBrowserDoes(t *testing.T) {
	s, b := opened(t, "hooks")
	s.setClock(true)
	s.setAsk(true)
	b.settle()
	s.launch()
	if want := (windowOptions{Ask: true, Budget: hookBudget, MaxRecords: firstLimit}); b.window.options != want {
		t.Errorf("it was launched with %+v, want %+v", b.window.options, want)
	}
	old := b.window
	b.window.heard.clicked()
	b.window.heard.forgot()
	b.window.heard.done(ended{survived: true})
	if want := []string{s.words.Forgets, s.words.Survived}; !slices.Equal(s.windowNotes(), want) || !s.run.window.clicked {
		t.Errorf("notes are %q, clicked %v; want %q", s.windowNotes(), s.run.window.clicked, want)
	}
	s.launch()
	old.heard.clicked()
	old.heard.forgot()
	if len(s.windowNotes()) > 0 || s.run.window.clicked {
		t.Errorf("a new run has the notes of the old one: %q", s.windowNotes())
	}
}

// Two runs are compared when the one in real time is over: its order first,
// then how it ended.
func TestTwoClocks(t *testing.T) {
	const flips = `{"version": 1, "events": [
		{"id": "positional", %q: 5, "priority": 2}, {"id": "keyword", %q: 5.001, "priority": 1}, {"id": "last", "at": 9}]}`
	swap := strings.NewReplacer("5.001", "5", "%q", `"after"`)
	real := strings.ReplaceAll(flips, "%q", `"at"`)
	tests := []struct {
		name, virtual, real string
		want                string // begins so
		moved, only         int
	}{
		{"the same", swap.Replace(flips), swap.Replace(flips), "The same things", 0, 0},
		{"a tie flips", swap.Replace(flips), real, "In virtual time keyword and positional are due at the same moment", 4, 0},
		{"one is overtaken", strings.ReplaceAll(real, "5.001", "4"), real, "In virtual time keyword comes before positional, in real time after", 4, 0},
		{"closed early", real, strings.Replace(real, `"version": 1`, `"version": 1, "outside": [{"at": 7, "send": "close"}]`, 1), "The two runs did not end alike", 0, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := new(fakeBrowser)
			s := newSession(b, locales.English)
			c, err := scenario.Decode([]byte(tt.virtual))
			if err != nil {
				t.Fatal(err)
			}
			s.open(version{scenario: c})
			s.launch()
			if s.startTwin(); s.twin.begun {
				t.Fatal("compared before it is over")
			}
			b.window.play(false, runText(tt.real, firstLimit).Records)
			s.startTwin()
			b.settle()
			if got := s.difference(); !s.twin.over || !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %q, want %q…", got, tt.want)
			}
			moved, only := 0, 0
			for _, row := range s.twin.rows {
				for _, side := range []trace.Side{row.A, row.B} {
					if side.Fate == trace.FateMoved {
						moved++
					}
					if side.Fate == trace.FateOnly {
						only++
					}
				}
			}
			if moved != tt.moved || only != tt.only {
				t.Errorf("%d moved and %d only here, want %d and %d", moved, only, tt.moved, tt.only)
			}
			mounted(t, &twoClocks{Session: s})
			mounted(t, &console{Session: s})
		})
	}
}

// What is asked for from the tool runs when all is known that virtual time tells.
func TestTwoClocksLaunchesInRealTime(t *testing.T) {
	s, b := opened(t, "hooks")
	tool := &twoClocks{Session: s}
	tool.onRun(nil, app.Event{})
	if tool.goOn(nil); b.window != nil {
		t.Fatal("it was launched before it had run in virtual time")
	}
	b.settle()
	if tool.goOn(nil); b.window == nil || !s.live() || !s.outcomes.known[way{scenario.EndReturn, scenario.Python313}].run {
		t.Errorf("launched: %v, live: %v, outcomes: %v", b.window != nil, s.live(), s.outcomes.known)
	}
}

func TestSpansOfTime(t *testing.T) {
	s, _ := opened(t, "hooks")
	for ms, want := range map[float64]string{0: "0 ms", 0.3: "0.30 ms", 4.26: "4.3 ms", 99.6: "100 ms", 900: "900 ms", 1500: "1.5 s", 61_000: "61 s"} {
		if got := strings.ReplaceAll(s.span(ms), "\u00a0", " "); got != want {
			t.Errorf("%v ms is %q, want %q", ms, got, want)
		}
	}
}
