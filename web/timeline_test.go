package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/web/locales"
)

// shown returns a session that shows a scenario whose run has ended.
func shown(t *testing.T, text string) (*session, *fakeBrowser) {
	t.Helper()
	c, err := scenario.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	b := new(fakeBrowser)
	s := newSession(b, locales.English)
	s.open(version{scenario: c})
	b.settle()
	return s, b
}

const shop = `{"version": 1, "events": [
	{"id": "open", "at": 1, "do": [{"work": 1}]},
	{"id": "sell", "after": 4, "do": [{"work": 2}, {"enter": "sell", "after": 10}]},
	{"id": "extra", "queued": false, "do": []}],
	"hooks": [{"id": "lock", "do": []}, {"id": "lights", "do": []}],
	"outside": [{"at": 5, "send": "SIGUSR1"}, {"at": 12, "send": "close"}], "handlers": {"SIGUSR1": []}}`

// markNamed finds a mark by the beginning of its name.
func markNamed(t *testing.T, s *session, name string) mark {
	t.Helper()
	var names []string
	for _, m := range s.marks() {
		if strings.HasPrefix(m.name, name) {
			return m
		}
		names = append(names, m.name)
	}
	t.Fatalf("no mark %q among %q", name, names)
	return mark{}
}

func middle(m mark) (x, y float64) { return m.hit.X + m.hit.W/2, m.hit.Y + m.hit.H/2 }

// count returns how many elements there are in a list of them, and fails if
// something is not as picture.js wants it.
func count(t *testing.T, list []any) (n int) {
	t.Helper()
	for _, item := range list {
		if _, text := item.(string); text {
			continue
		}
		parts, ok := item.([]any)
		if !ok || len(parts) != 3 {
			t.Fatalf("%v is no element", item)
		}
		n += 1 + count(t, parts[2].([]any))
	}
	return n
}

func TestPicturesAreSmallAndWellFormed(t *testing.T) {
	var events, outside, hooks []string
	for i := range 2500 {
		events = append(events, fmt.Sprintf(`{"id": "e%d", "label": "\"<&\\ %d é \u2028", "at": %d, "do": [{"work": 0.1}]}`, i, i, i%700))
	}
	for i := range 90 {
		outside = append(outside, fmt.Sprintf(`{"at": %d, "send": "SIGUSR1"}`, i*7))
		hooks = append(hooks, fmt.Sprintf(`{"id": "h%d", "do": []}`, i))
	}
	big := `{"version": 1, "events": [` + strings.Join(events, ",") + `], "outside": [` + strings.Join(outside, ",") +
		`], "hooks": [` + strings.Join(hooks, ",") + `], "handlers": {"SIGUSR1": []}}`
	for _, text := range []string{shop, big, `{"version": 1}`} {
		s, _ := shown(t, text)
		for _, width := range []float64{320, 900, 3000} {
			s.setWidth(width)
			for range 8 {
				var picture []any
				if err := json.Unmarshal([]byte(s.picture()), &picture); err != nil || len(picture) != 2 {
					t.Fatalf("width %v: %v", width, err)
				}
				nodes := picture[1].([]any)
				if n := count(t, nodes); n > 400 {
					t.Errorf("width %v, from %v: %d elements", width, s.timeline().From, n)
				}
				keys := make(map[string]bool)
				for _, item := range nodes {
					key, _ := item.([]any)[1].(map[string]any)["data-key"].(string)
					if key == "" || keys[key] {
						t.Fatalf("width %v: the key %q is there twice, or none", width, key)
					}
					keys[key] = true
				}
				s.zoom(width/2, 2)
			}
			s.fit()
		}
	}
}

func TestWhatCanBeDragged(t *testing.T) {
	s, _ := shown(t, shop)
	tests := []struct {
		mark  string
		kind  gripKind
		value float64
	}{
		{"open, planned at 1", timeGrip, 1},
		{"sell, planned at 4", timeGrip, 4}, // relative to the start, which is 0
		{"sell, planned at 16", noGrip, 0},  // entered by a step
		{"open: from 1", timeGrip, 1},
		{"SIGUSR1", timeGrip, 5},
		{"hook lock", orderGrip, 0},
		{"hook lights", orderGrip, 1},
		{"the program is over", noGrip, 0},
	}
	for _, tt := range tests {
		if g := s.gripOf(markNamed(t, s, tt.mark)); g.kind != tt.kind || g.value != tt.value {
			t.Errorf("%s: grip %+v, want kind %d of %v", tt.mark, g, tt.kind, tt.value)
		}
	}
	bar := markNamed(t, s, "open: from 1")
	if g := s.gripAt(bar.hit.X+bar.hit.W-2, bar, true); g.kind != workGrip || g.value != 1 {
		t.Errorf("the end of a bar: grip %+v", g)
	}
}

func TestADragIsOneEdit(t *testing.T) {
	s, b := shown(t, shop)
	before, kept := s.scenario, b.kept
	x, y := middle(markNamed(t, s, "sell, planned at 4"))
	unit := s.timeline().XAt(5) - s.timeline().XAt(4)
	s.pointerDown(x, y, "")
	s.pointerMove(x+1, y, false)
	if s.drag != nil {
		t.Fatal("a pointer that trembles drags")
	}
	for _, by := range []float64{1, 1.5, 2, 3} {
		s.pointerMove(x+by*unit, y, false)
	}
	if len(b.pending) != 1 {
		t.Errorf("%d runs are under way, want the first", len(b.pending))
	}
	b.settle()
	markNamed(t, s, "sell, planned at 7")
	if b.kept != kept || len(s.past) != 1 && s.past != nil {
		t.Error("a drag has changed something before the drop")
	}
	s.pointerUp(x+3*unit, y, 0)
	b.settle()
	if got := findEvent(s.scenario, "sell").When; got != (scenario.When{Time: 7}) {
		t.Errorf("sell is due %+v", got)
	}
	s.undo()
	b.settle()
	if s.scenario != before {
		t.Error("undo does not bring back what was before the drag")
	}
}

// What is dragged snaps by the scale around it, however long the waits that are
// folded.
func TestADragBesideAFold(t *testing.T) {
	s, b := shown(t, strings.Replace(shop, `"after": 10`, `"after": 9000`, 1))
	s.edit(withOutside(s.scenario, 1, func(o *scenario.Outside) { o.At = 9500 }))
	b.settle()
	s.foldAll(true)
	x, y := middle(markNamed(t, s, "open, planned at 1"))
	s.pointerDown(x, y, "")
	s.pointerMove(s.timeline().XAt(3), y, false)
	s.pointerUp(s.timeline().XAt(3), y, 0)
	b.settle()
	if got := findEvent(s.scenario, "open").When.Time; got < 1.5 || got > 10 {
		t.Errorf("open is due at %v, want about 3", got)
	}
}

func TestADragCanBeCalledOff(t *testing.T) {
	s, b := shown(t, shop)
	before, run := s.scenario, s.run.index
	x, y := middle(markNamed(t, s, "sell, planned at 4"))
	s.pointerDown(x, y, "")
	s.pointerMove(x+80, y, false)
	b.settle()
	s.pointerCancel()
	b.settle()
	if s.scenario != before || s.run.index != run || s.drag != nil || s.refused != "" {
		t.Error("something of the drag is left")
	}
	markNamed(t, s, "sell, planned at 4")
}

// The text that a drag has run is the one that the edit will be of.
func TestDraftsAreTheWholeScenario(t *testing.T) {
	s, _ := shown(t, strings.Replace(shop, `"version": 1,`, `"version": 1, "title": "[\"events\": {",`, 1))
	for _, name := range []string{"open, planned at 1", "sell, planned at 4", "SIGUSR1", "beforeunload", "hook lock"} {
		m := markNamed(t, s, name)
		g := s.gripOf(m)
		s.grab(g, 0)
		c := g.changed(s.scenario, 1)
		got, err := scenario.Decode([]byte(s.drag.text(c)))
		want, _ := scenario.Decode(scenario.Encode(c))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, or another scenario:\n%s", name, err, s.drag.text(c))
		}
		s.callOff()
	}
}

func TestTheKeyboardDoesWhatADragDoes(t *testing.T) {
	tests := []struct {
		mark, key string
		with      modifiers
		check     func(*scenario.Scenario) any
		want      any
	}{
		{"open, planned", "ArrowRight", shiftKey, func(c *scenario.Scenario) any { return c.Events[0].When.Time }, 2.0},
		{"open, planned", "ArrowLeft", shiftKey | altKey, func(c *scenario.Scenario) any { return c.Events[0].When.Time }, 0.95},
		{"sell · 2", "ArrowDown", shiftKey, func(c *scenario.Scenario) any { return c.Events[1].Do[0] }, scenario.Work{Units: 1}},
		{"open, planned", "ArrowUp", shiftKey, func(c *scenario.Scenario) any { return c.Events[0].Do[0] }, scenario.Work{Units: 2}},
		{"hook lights", "ArrowRight", shiftKey, func(c *scenario.Scenario) any { return c.Hooks[0].ID }, "lights"},
		{"hook lights", "ArrowLeft", shiftKey, func(c *scenario.Scenario) any { return c.Hooks[1].ID }, "lights"},
		{"SIGUSR1", "ArrowRight", shiftKey, func(c *scenario.Scenario) any { return c.Outside[0].At }, 6.0},
		{"open, planned", "Delete", 0, func(c *scenario.Scenario) any { return len(c.Events) }, 2},
		{"open, planned", "ArrowRight", shiftKey | controlKey, func(c *scenario.Scenario) any { return c.Events[0].When.Time }, 1.0},
	}
	for _, tt := range tests {
		s, b := shown(t, shop)
		s.focusMark(markNamed(t, s, tt.mark).key)
		s.timelineKey(tt.key, tt.with)
		b.settle()
		if got := tt.check(s.scenario); got != tt.want {
			t.Errorf("%s, %s: %v, want %v", tt.mark, tt.key, got, tt.want)
		}
	}
}

func TestTheFocusGoesInRunOrder(t *testing.T) {
	s, _ := shown(t, shop)
	var names []string
	s.timelineKey("Home", 0)
	for {
		m, _ := s.markOf(s.focused())
		names = append(names, strings.FieldsFunc(m.name, func(r rune) bool { return r == ',' || r == ':' })[0])
		s.timelineKey("ArrowRight", 0)
		if after, _ := s.markOf(s.focused()); after.key == m.key {
			break
		}
	}
	want := []string{"open", "open", "sell", "sell · 2", "SIGUSR1 → handled", "beforeunload"}
	if len(names) < len(want) || !slices.Equal(names[:len(want)], want) || names[len(names)-1] != "hook lock" {
		t.Errorf("the focus goes %q", names)
	}
	s.timelineKey("Home", 0)
	s.timelineKey("ArrowDown", 0)
	if m, _ := s.markOf(s.focused()); m.kind != barMark || m.about.id != "open" {
		t.Errorf("below the first pin is %q", m.name)
	}
}

func TestZoomingAndPanning(t *testing.T) {
	s, _ := shown(t, shop)
	x := s.timeline().XAt(4)
	s.zoom(x, 3)
	if got := s.timeline().XAt(4); got < x-0.5 || got > x+0.5 || !s.zoomed() {
		t.Errorf("4 stood at %v and stands at %v", x, got)
	}
	s.pan(-100)
	if tl := s.timeline(); tl.From != tl.Full.From || !s.zoomed() {
		t.Errorf("panned to the start, the picture goes from %v to %v", tl.From, tl.To)
	}
	s.pan(100)
	if tl := s.timeline(); tl.To != tl.Full.To {
		t.Errorf("panned to the end, the picture goes from %v to %v", tl.From, tl.To)
	}
	s.zoomBy(0.001)
	if s.zoomed() {
		t.Error("zoomed out as far as it goes, something is out of sight")
	}
	s.play()
	s.zoom(s.timeline().Right, 20)
	s.seek(s.total() / 4)
	s.followCursor()
	if c := s.timeline().Cursor(s.cursor()); c.Hidden {
		t.Error("the cursor is out of sight while the run is played")
	}
}

func TestTheRunBeforeAnEditIsShownUntilTheNewOneIsKnown(t *testing.T) {
	s, b := shown(t, shop)
	before := s.total()
	s.edit(withEvent(s.scenario, "sell", func(e *scenario.Event) { e.Do = nil }))
	if s.total() != before {
		t.Errorf("after an edit %d records are shown, want the %d from before", s.total(), before)
	}
	b.settle()
	if s.total() == before {
		t.Error("the new run is never shown")
	}
	s.openExample("hooks")
	if s.total() != 0 {
		t.Errorf("of another scenario %d records are shown", s.total())
	}
}

func TestOutputIsAnnouncedNowAndThen(t *testing.T) {
	s, _ := opened(t, "hooks")
	s.play()
	said := 0
	for range 4000 {
		s.frame(16)
		if s.announce(16) {
			said++
		}
		if !s.playing {
			break
		}
	}
	lines := len(s.run.index.Console(s.total()))
	if said == 0 || said > lines+1 || !strings.Contains(s.said.text, "exit status 0") {
		t.Errorf("%d announcements of %d lines, the last %q", said, lines, s.said.text)
	}
}

func TestTheAxisIsKept(t *testing.T) {
	s, _ := shown(t, shop)
	s.setAxis("dates 2026-11-23T09:00")
	if got := s.timeline().Ticks[0].Label; got != "09:00:00" {
		t.Errorf("the first tick says %s", got)
	}
	again, _ := shown(t, shop)
	again.setAxis(s.keptAxis())
	if again.keptAxis() != s.keptAxis() || again.axis() != s.axis() {
		t.Errorf("kept %q, read back %q", s.keptAxis(), again.keptAxis())
	}
	for _, nonsense := range []string{"", "numbers", "weeks 1", "dates "} {
		again.setAxis(nonsense)
		if again.sight.axis != trace.AxisDates || again.sight.start != s.sight.start {
			t.Errorf("%q is taken as %q", nonsense, again.keptAxis())
		}
	}
}
