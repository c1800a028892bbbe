package main

import (
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// openedText returns a session that shows a scenario whose run has ended.
func openedText(t *testing.T, text string) (*session, *fakeBrowser) {
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

// Every tool renders every example, wherever the cursor is, in both languages.
func TestToolsRender(t *testing.T) {
	for _, e := range examples {
		if e.name == "runaway" {
			continue // large, and no different
		}
		s, b := opened(t, e.name)
		for _, tool := range tools {
			s.openTool(tool.id)
			for _, language := range []locales.Language{locales.Russian, locales.English} {
				s.speak(language)
				for _, n := range []int{0, 3, s.total() / 2, s.total()} {
					s.seek(n)
					mounted(t, &toolbox{Session: s})
				}
			}
		}
		b.settle()
	}
}

func TestAToolOpensAndCloses(t *testing.T) {
	s, _ := opened(t, "hooks")
	press := func(i int) { (&toolTab{Session: s, Tool: i, Open: tools[i].id == s.tool}).onPress(nil, app.Event{}) }
	for _, step := range []struct {
		press int
		want  string
	}{{0, tools[0].id}, {1, tools[1].id}, {1, ""}, {0, tools[0].id}} {
		if press(step.press); s.tool != step.want {
			t.Errorf("after pressing tab %d the open tool is %q, want %q", step.press, s.tool, step.want)
		}
	}
}

// matrixSays is what the matrix says of a hook in one way to end.
func (s *session) matrixSays(h matrixHook, w way) string {
	g, ok := s.outcomes.known[w].registration(h)
	if !ok {
		return "none"
	}
	return phases[g.Phase].state
}

func TestExitMatrix(t *testing.T) {
	s, b := openedText(t, `{"version": 1,
		"events": [{"id": "add", "at": 2, "do": [{"register": "twice"}, {"register": "twice"}]}],
		"hooks": [
			{"id": "lower", "do": []},
			{"id": "breaks", "do": [{"raise": "OSError"}]},
			{"id": "takes_back", "do": [{"unregister": "lower"}]},
			{"id": "twice", "registered": false}, {"id": "never", "registered": false}
		]}`)
	var rows []string
	for _, h := range s.matrixHooks() {
		rows = append(rows, h.hook+strings.Repeat("'", h.nth))
	}
	if want := []string{"twice'", "twice", "takes_back", "breaks", "lower", "never"}; !slices.Equal(rows, want) {
		t.Fatalf("the rows are %v, want %v", rows, want)
	}
	for _, test := range []struct {
		row    int
		ending scenario.Ending
		python scenario.Profile
		want   string
	}{
		{0, scenario.EndReturn, scenario.Python313, "done"},
		{0, scenario.EndSIGKILL, scenario.Python313, "none"}, // killed before the event
		{2, scenario.EndSIGKILL, scenario.Python313, "skipped"},
		{3, scenario.EndExit, scenario.Python313, "failed"},
		{4, scenario.EndReturn, scenario.Python313, "none"},
		{4, scenario.EndReturn, scenario.Python314, "done"},
		{4, scenario.EndSIGTERM, scenario.Python313, "skipped"},
		{5, scenario.EndReturn, scenario.Python313, "none"},
	} {
		if got := s.matrixSays(s.matrixHooks()[test.row], way{test.ending, test.python}); got != test.want {
			t.Errorf("%s, %s on %s: %s, want %s", rows[test.row], test.ending, test.python, got, test.want)
		}
	}
	for ending, want := range map[scenario.Ending]int{scenario.EndException: 1, scenario.EndSIGTERM: -15, scenario.EndDiscard: -9, scenario.EndSIGINT: -2} {
		if o, _ := s.outcome(ending); o.status == nil || *o.status != want {
			t.Errorf("%s: status %v, want %d", ending, o.status, want)
		}
	}

	probes := b.probes
	s.setEnding(scenario.EndAbort)
	if !s.outcomes.done() {
		t.Errorf("choosing an ending forgot what was known: %s", s.matrixProgress())
	}
	b.settle()
	if b.probes != probes {
		t.Errorf("choosing an ending ran %d programs again", b.probes-probes)
	}
	if s.scenario.Ending() != scenario.EndAbort {
		t.Errorf("the ending is %s", s.scenario.Ending())
	}
}

// A profile that can make no difference is not run.
func TestOneProfileWhereThereIsNoDifference(t *testing.T) {
	s, b := opened(t, "hooks")
	if got := len(s.outcomes.known); got != len(scenario.Endings) || b.probes != got {
		t.Errorf("%d outcomes of %d runs, want %d", got, b.probes, len(scenario.Endings))
	}
}

// What is being worked out is dropped when the scenario changes.
func TestAnEditCancelsTheProbes(t *testing.T) {
	s, b := opened(t, "hooks")
	edit := func() {
		c, _ := newHook(s.scenario)
		s.edit(c)
	}
	edit()
	b.next() // the run; the first probe waits
	before := b.probes
	edit()
	b.settle()
	if got := b.probes - before; got != len(scenario.Endings) {
		t.Errorf("%d probes after the second edit, want %d", got, len(scenario.Endings))
	}
	if !s.outcomes.done() {
		t.Error(s.matrixProgress())
	}
}

func TestWhyOrder(t *testing.T) {
	tests := []struct {
		name, text string
		this, that int
		want       string
	}{
		{"time", "overrun", 2, 1, "backup is due at 2, report at 4: the earlier time runs first."},
		{"priority", "priorities", 0, 3, "Both are due at 3. urgent has priority 1, low 9: the lower number runs first."},
		{"a tie", "priorities", 2, 1, "Both are due at 3 with priority 5. first of two was entered first: its sequence number is 1, that of second of two is 2."},
		{"they never met", "drift", 0, 2, "They never waited together: when every 2 (sequence 2) was entered, at 2.6, every 2 (sequence 0) had already left the queue."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, _ := opened(t, test.text)
			s.ask(test.this, test.that)
			this, that, ok := s.asked()
			if !ok || this != test.this || that != test.that {
				t.Fatalf("asked about %d and %d, %v", this, that, ok)
			}
			o, _ := s.run.index.Compare(this, that)
			if got := s.orderSentence(o); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// Choosing an event asks about it and the one before it.
func TestChoosingAsks(t *testing.T) {
	s, _ := opened(t, "overrun")
	s.ask(0, 1)
	s.choose(target{id: "report"})
	if this, that, ok := s.asked(); !ok || this != 2 || that != 1 {
		t.Errorf("asked about %d and %d, %v; want 2 and 1", this, that, ok)
	}
}

func TestOtherOrdersOfATie(t *testing.T) {
	s, b := opened(t, "priorities")
	tied := s.movable(s.run.index.Tied(1))
	if want := []string{"first", "second"}; !slices.Equal(tied, want) {
		t.Fatalf("the tie is of %v, want %v", tied, want)
	}
	s.tryOrders(tied)
	b.settle()
	o := &s.question.orders
	var ran []string
	for _, v := range o.variants[:o.known] {
		ran = append(ran, strings.Join(v.ran, " "))
	}
	if want := []string{"early urgent first second low", "early urgent second first low"}; !slices.Equal(ran, want) {
		t.Fatalf("they ran %q, want %q", ran, want)
	}
	(&orderRow{Session: s, Place: 1}).onUse(nil, app.Event{})
	b.settle()
	if got := s.scenario.Events[1].ID + " " + s.scenario.Events[2].ID; got != "second first" {
		t.Errorf("the events are entered as %s", got)
	}
}

func TestPermutations(t *testing.T) {
	letters := strings.Split("abcdefghijklmnopqrstuvwxyzABCDEFGH", "")
	for n, want := range map[int]int{1: 1, 2: 2, 3: 6, 4: 24, 5: 6, 34: maxOrders} {
		all, bounded := permutations(letters[:n])
		seen := make(map[string]bool)
		for _, list := range all {
			seen[strings.Join(list, "")] = true
			sorted := slices.Clone(list)
			slices.SortFunc(sorted, func(a, b string) int { return slices.Index(letters, a) - slices.Index(letters, b) })
			if !slices.Equal(sorted, letters[:n]) {
				t.Errorf("%v is no order of %d letters", list, n)
			}
		}
		if len(all) != want || bounded != (n > 4) || !slices.Equal(all[0], letters[:n]) {
			t.Errorf("%d letters: %d orders, bounded %v, %v first; want %d", n, len(all), bounded, all[0], want)
		}
		if n < 5 && len(seen) != want {
			t.Errorf("%d letters: %d different orders, want %d", n, len(seen), want)
		}
	}
}

func TestLatenessInWords(t *testing.T) {
	tests := []struct {
		name, text string
		seq        int
		want       string
	}{
		{"an action held the thread", `"events": [{"id": "backup", "at": 2, "do": [{"work": 4}]}, {"id": "report", "at": 4}]`, 1,
			"report was due at 4, but backup held the thread until 6. It began 2 late."},
		{"entered too late", `"events": [{"id": "a", "at": 6, "do": [{"enter": "b", "at": 4}]}, {"id": "b", "queued": false}]`, 1,
			"b was due at 4, but it was only entered at 6. It began 2 late."},
		{"run() was asleep", `"events": [{"id": "far", "at": 8}, {"id": "soon", "queued": false}], "outside": [{"at": 2, "do": [{"enter": "soon", "at": 4}]}]`, 1,
			"soon was due at 4, but run() slept until 8, for far, and what is entered from outside does not wake it. It began 4 late."},
		{"it never ran", `"events": [{"id": "a", "at": 1, "do": [{"cancel": "b"}]}, {"id": "b", "at": 2}]`, 1, "b never ran: cancelled."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, _ := openedText(t, `{"version": 1, `+test.text+`}`)
			h, _ := s.run.index.Entry(test.seq)
			why := s.late(h)
			if why.sentence != test.want || len(why.reasons) != 0 {
				t.Errorf("got  %s %v\nwant %s", why.sentence, why.reasons, test.want)
			}
		})
	}
	s, _ := opened(t, "priorities")
	h, _ := s.run.index.Entry(0)
	why := s.late(h)
	if want := "low was due at 3 and began at 4.5, 1.5 late:"; why.sentence != want || len(why.reasons) != 3 {
		t.Errorf("got %s %v\nwant %s and 3 reasons", why.sentence, why.reasons, want)
	}
}

// Stepping inside run() takes the cursor along, and follows it.
func TestInsideRunAndTheCursor(t *testing.T) {
	s, _ := opened(t, "overrun")
	kinds := func(n int) (list []trace.RunStepKind) {
		for range n {
			list = append(list, s.runSteps().Step(s.runStep()).Kind)
			s.goInside(s.runStep() + 1)
		}
		return list
	}
	s.seek(5) // two hooks, three events
	if got := s.runSteps().Step(s.runStep()).Kind; got != trace.RunWait {
		t.Fatalf("after the main program, run() is at %d, want a wait", got)
	}
	if got, want := kinds(3), []trace.RunStepKind{trace.RunWait, trace.RunPeek, trace.RunDelay}; !slices.Equal(got, want) {
		t.Errorf("the steps are %v, want %v", got, want)
	}
	if s.cursor() != 6 {
		t.Errorf("the cursor is at %d, want 6", s.cursor())
	}
	s.goInside(s.nextTurn())
	if step := s.runSteps().Step(s.runStep()); step.Kind != trace.RunPeek || step.N != s.cursor() {
		t.Errorf("the next turn begins with %v, cursor %d", step, s.cursor())
	}
	s.seek(s.total())
	if got := s.runSentence(s.runStep()); got != s.words.RunAfter {
		t.Errorf("at the end: %s", got)
	}
	s.seek(2)
	if got := s.runSentence(s.runStep()); got != s.words.RunBefore {
		t.Errorf("at the start: %s", got)
	}
}

// What an event did is told entry by entry: the latest at the cursor, or the
// one that was leafed to.
func TestEventFacts(t *testing.T) {
	s, _ := opened(t, "drift")
	f := &eventFacts{Session: s, Event: "every_2"}
	shown := func() int {
		entries, at := f.shown()
		return entries[at]
	}
	s.seek(s.total())
	if got := shown(); got != 5 {
		t.Fatalf("at the end entry %d is shown, want the last one, 5", got)
	}
	f.onBefore(nil, app.Event{})
	f.onBefore(nil, app.Event{})
	if got := shown(); got != 3 {
		t.Errorf("two before that is %d, want 3", got)
	}
	s.seek(4)
	if got := shown(); got != 0 {
		t.Errorf("at the start entry %d is shown, want the first", got)
	}
	f.onBefore(nil, app.Event{})
	if got := shown(); got != 0 {
		t.Errorf("before the first is %d", got)
	}
	mounted(t, f)
}

func TestWhoEnteredAndCancelled(t *testing.T) {
	s, _ := opened(t, "drift")
	h, _ := s.run.index.Latest("every_2")
	if got := s.by(h.Enter); got != "every 2" {
		t.Errorf("entered by %s", got)
	}
	if h.Cancel < 0 || s.by(h.Cancel) != "stop" {
		t.Errorf("cancelled at %d", h.Cancel)
	}
	first, _ := s.run.index.Entry(0)
	if got := s.by(first.Enter); got != "the main program" {
		t.Errorf("the first was entered by %s", got)
	}
}

func TestAStoppedRunCanGoOn(t *testing.T) {
	s, b := openedText(t, `{"version": 1, "events": [{"id": "beat", "do": [{"enter": "beat", "after": 1}]}]}`)
	stopped := s.run.ended.stopped
	if stopped == nil || stopped.Event != "beat" || s.total() != firstLimit || !s.canContinue() {
		t.Fatalf("stopped %v at %d, can continue: %v", stopped, s.total(), s.canContinue())
	}
	s.seek(77)
	mounted(t, &stoppedNotice{Session: s})
	s.continueRun()
	b.settle()
	if s.total() != lastLimit || s.canContinue() || s.cursor() != 77 {
		t.Errorf("it went on to %d, cursor %d, can continue: %v", s.total(), s.cursor(), s.canContinue())
	}
	(&stoppedNotice{Session: s}).onEdit(nil, app.Event{})
	if s.selected != (target{id: "beat"}) {
		t.Errorf("what is to be edited is %v", s.selected)
	}
}

// A program that is stuck would be so with any limit.
func TestAStuckRunCannotGoOn(t *testing.T) {
	s, _ := openedText(t, `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again"}]}]}`)
	if s.run.ended.stopped == nil || s.canContinue() {
		t.Errorf("stopped %v, can continue: %v", s.run.ended.stopped, s.canContinue())
	}
	mounted(t, &stoppedNotice{Session: s})
}
