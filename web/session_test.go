package main

import (
	"slices"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/web/locales"
)

// fakeBrowser runs programs natively, when the test says so.
type fakeBrowser struct {
	fakeDesk
	pending   []func()
	killed    int
	probes    int
	forgotten []string
	window    *fakeProcess // the latest in the window, which the test makes act
}

func (b *fakeBrowser) run(text string, limit int, records func([]trace.Record), done func(ended)) process {
	p := &fakeProcess{browser: b, live: true}
	b.pending = append(b.pending, func() {
		if !p.live {
			return
		}
		t := runText(text, limit)
		half := len(t.Records) / 2
		records(t.Records[:half])
		records(t.Records[half:])
		done(ended{stopped: t.Stopped})
	})
	return p
}

func (b *fakeBrowser) runInWindow(text string, options windowOptions, heard heard) process {
	p := &fakeProcess{browser: b, live: true, options: options, heard: heard}
	b.window = p
	return p
}

func (b *fakeBrowser) forget(visit string) { b.forgotten = append(b.forgotten, visit) }

// A fakeProcess notes what is done to it.
type fakeProcess struct {
	browser *fakeBrowser
	live    bool
	met     []string
	options windowOptions
	heard   heard
}

func (p *fakeProcess) send(signal string) { p.met = append(p.met, signal) }
func (p *fakeProcess) close()             { p.met = append(p.met, "close") }
func (p *fakeProcess) reload()            { p.met = append(p.met, "reload") }
func (p *fakeProcess) kill() {
	p.live = false
	p.browser.killed++
}

func (b *fakeBrowser) probe(text string, maxRecords int, kinds []trace.Kind, done func(*trace.Trace)) (stop func()) {
	stopped := false
	b.pending = append(b.pending, func() {
		if stopped {
			return
		}
		b.probes++
		t := runText(text, maxRecords)
		t.Records = slices.DeleteFunc(t.Records, func(r trace.Record) bool { return !slices.Contains(kinds, r.Kind) })
		done(t)
	})
	return func() { stopped = true }
}

func (b *fakeBrowser) try(text string, maxRecords int, done func(*trace.Index)) {
	b.pending = append(b.pending, func() { done(trace.NewIndex(runText(text, maxRecords).Records)) })
}

func (b *fakeBrowser) setLanguage(string) {}
func (b *fakeBrowser) setTheme(string)    {}

// settle lets everything that was started come to its end.
func (b *fakeBrowser) settle() {
	for len(b.pending) > 0 {
		b.next()
	}
}

// next lets the first thing that was started come to its end.
func (b *fakeBrowser) next() {
	first := b.pending[0]
	b.pending = b.pending[1:]
	first()
}

func runText(text string, maxRecords int) *trace.Trace {
	s, err := scenario.Decode([]byte(text))
	if err != nil {
		panic(err)
	}
	return program.Run(s, program.Options{MaxRecords: maxRecords})
}

// opened returns a session that shows an example whose run has ended.
func opened(t *testing.T, name string) (*session, *fakeBrowser) {
	t.Helper()
	b := new(fakeBrowser)
	s := newSession(b, locales.English)
	s.openExample(name)
	if s.scenario == nil {
		t.Fatalf("no example %q", name)
	}
	b.settle()
	return s, b
}

func phaseList(s *session) (list []trace.Phase) {
	for _, g := range s.state().Hooks() {
		list = append(list, g.Phase)
	}
	return list
}

func TestEveryExampleHasWords(t *testing.T) {
	for _, e := range examples {
		for _, language := range []locales.Language{locales.English, locales.Russian} {
			w := locales.Of(language)
			if w.GalleryTitle[e.name] == "" || w.GalleryText[e.name] == "" {
				t.Errorf("%s: the example %q has no title or no text", language, e.name)
			}
		}
	}
	if got, want := len(locales.Of(locales.English).GalleryText), len(examples); got != want {
		t.Errorf("there are words for %d examples, and %d examples", got, want)
	}
}

func TestSteppingGoesBothWays(t *testing.T) {
	s, _ := opened(t, "hooks")
	if s.cursor() != 0 {
		t.Fatalf("a fresh example is at %d, want its start", s.cursor())
	}
	s.seek(s.total())
	if got, want := phaseList(s), []trace.Phase{trace.PhaseDone, trace.PhaseDone, trace.PhaseDone}; !slices.Equal(got, want) {
		t.Errorf("at the end hooks are %v, want %v", got, want)
	}
	s.seek(s.total() - 2)
	if got := phaseList(s)[2]; got != trace.PhaseRunning {
		t.Errorf("two steps before the end the last hook is %v, want running", got)
	}
	s.seek(-5)
	if got := s.state().Hooks(); len(got) != 0 {
		t.Errorf("at the start %d hooks are registered, want none", len(got))
	}
}

func TestAnotherEndingSkipsTheHooks(t *testing.T) {
	s, b := opened(t, "hooks")
	for _, test := range []struct {
		ending scenario.Ending
		phase  trace.Phase
	}{
		{scenario.EndHardExit, trace.PhaseSkipped},
		{scenario.EndSIGTERM, trace.PhaseSkipped},
		{scenario.EndSIGTERMHandled, trace.PhaseDone},
		{scenario.EndDiscard, trace.PhaseSkipped},
		{scenario.EndClose, trace.PhaseDone},
		{scenario.EndReturn, trace.PhaseDone},
	} {
		s.setEnding(test.ending)
		b.settle()
		if got := s.scenario.Ending(); got != test.ending {
			t.Errorf("the scenario ends by %s, want %s", got, test.ending)
		}
		s.seek(s.total())
		if got := phaseList(s); len(got) != 3 || slices.ContainsFunc(got, func(p trace.Phase) bool { return p != test.phase }) {
			t.Errorf("%s: hooks are %v, want three times %v", test.ending, got, test.phase)
		}
	}
}

func TestOutcomesComeFromTheEngine(t *testing.T) {
	s, _ := opened(t, "hooks")
	for _, e := range scenario.Endings {
		skips := slices.Contains([]scenario.Ending{
			scenario.EndSIGTERM, scenario.EndSIGKILL, scenario.EndHardExit, scenario.EndAbort, scenario.EndDiscard,
		}, e)
		if o, known := s.outcome(e); !known || o.run == skips {
			t.Errorf("%s: known %v, hooks run %v; want known, and %v", e, known, o.run, !skips)
		}
	}
}

func TestPlayingReachesTheEndAndStops(t *testing.T) {
	s, _ := opened(t, "overrun")
	s.play()
	last := -1
	for range 10_000 {
		if s.frame(16); s.n < last {
			t.Fatalf("playing went back from %d to %d", last, s.n)
		}
		last = s.n
		if !s.playing {
			break
		}
	}
	if s.playing || s.n != s.total() {
		t.Errorf("playing stands at %d of %d, still playing: %v", s.n, s.total(), s.playing)
	}
}

func TestAnEditThatIsRefusedChangesNothing(t *testing.T) {
	s, b := opened(t, "hooks")
	before := s.scenario
	s.edit(withEvent(s.scenario, "serve", func(e *scenario.Event) {
		e.Do = []scenario.Step{scenario.Work{Units: -1}}
	}))
	b.settle()
	if s.scenario != before || s.refused == "" {
		t.Errorf("the scenario changed: %v; the reason is %q", s.scenario != before, s.refused)
	}
	s.edit(withEvent(s.scenario, "serve", func(e *scenario.Event) { e.Label = "served" }))
	if s.refused != "" || s.labelOf(target{id: "serve"}) != "served" {
		t.Errorf("a good edit was refused: %q", s.refused)
	}
	s.undo()
	if got := s.labelOf(target{id: "serve"}); got != "serve" {
		t.Errorf("after undo the label is %q", got)
	}
}

func TestTheCursorStaysAtTheEndThroughEdits(t *testing.T) {
	s, b := opened(t, "hooks")
	s.seek(s.total())
	c, _ := newHook(s.scenario)
	s.edit(c)
	b.settle()
	if s.cursor() != s.total() || s.total() == 0 {
		t.Errorf("the cursor is at %d of %d", s.cursor(), s.total())
	}
}

func TestRemovingTakesTheStepsThatNameItAlong(t *testing.T) {
	s, b := opened(t, "cancel")
	s.choose(target{id: "timeout"})
	s.edit(without(s.scenario, target{id: "timeout"}))
	b.settle()
	if s.refused != "" || s.selected != (target{}) {
		t.Errorf("refused %q, selected %v", s.refused, s.selected)
	}
	if got := len(findEvent(s.scenario, "answer").Do); got != 1 {
		t.Errorf("answer has %d steps, want only its print", got)
	}
}

func TestANewRunIgnoresWhatTheOldOneStillSends(t *testing.T) {
	s, b := opened(t, "hooks")
	s.openExample("overrun")
	s.openExample("priorities")
	if b.killed != 1 {
		t.Errorf("%d runs were killed, want the one of overrun", b.killed)
	}
	b.settle()
	if got := s.run.index.Records()[0].ID; got != "bye" {
		t.Errorf("the run shown begins with %q, want that of priorities", got)
	}
}

func TestARunawayIsStoppedAndNamed(t *testing.T) {
	s, _ := opened(t, "runaway")
	stopped := s.run.ended.stopped
	if stopped == nil || stopped.Event != "heartbeat" || s.total() != firstLimit {
		t.Errorf("stopped = %+v after %d records, want heartbeat after %d", stopped, s.total(), firstLimit)
	}
}

func TestARunawayCanBeEndedFromOutside(t *testing.T) {
	s, b := opened(t, "runaway")
	if o, _ := s.outcome(scenario.EndClose); !o.run {
		t.Errorf("closing the page is said to end in %+v, want hooks that run", o)
	}
	s.setEnding(scenario.EndSIGKILL)
	b.settle()
	if s.run.ended.stopped != nil || s.total() > 2*earlyRecords {
		t.Errorf("after %d records: stopped %v, want an early end", s.total(), s.run.ended.stopped)
	}
}

func TestEveryVerbCanBeEdited(t *testing.T) {
	s, _ := opened(t, "hooks")
	for _, v := range verbs {
		step := v.fresh(s.scenario)
		if scenario.Verb(step) != v.name {
			t.Errorf("a fresh %s step is a %s step", v.name, scenario.Verb(step))
		}
		for i, f := range v.fields {
			again, why := f.set(step, f.get(step))
			if why != nil || f.get(again) != f.get(step) {
				t.Errorf("%s: field %d does not survive being set to what it is", v.name, i)
			}
		}
		for _, words := range []*locales.Words{locales.Of(locales.English), locales.Of(locales.Russian)} {
			if words.Verbs[v.name] == "" {
				t.Errorf("the verb %s has no explanation", v.name)
			}
		}
	}
}
