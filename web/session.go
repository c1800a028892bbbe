package main

import (
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/web/locales"
)

// A session is everything the page shows: the scenario at hand, its run, and
// where in the run the reader is. It knows nothing of the screen; components
// read it and call its methods, always on the UI goroutine.
type session struct {
	engine browser
	words  *locales.Words
	theme  string // "auto", "light" or "dark"
	rev    int    // counts changes, so that components see that there was one

	version
	history
	text     string             // the scenario, as scenario.Encode writes it
	written  *scenario.Scenario // what textOf wrote last
	writing  string
	problems scenario.Problems  // of what was typed as text
	safe     *scenario.Scenario // the one that exists elsewhere: an example, a file
	refused  string             // why the last edit was not taken
	attempts attempts           // what was typed into fields and not taken
	notice   *notice

	selected target
	picked   []target // several, to be copied or removed together
	picking  bool
	copied   string          // what was copied last, as a fragment
	handler  []scenario.Step // SIGTERM's, when it was last there
	renaming bool            // what is selected has just got another id
	hint     int             // which of the first steps is shown, from 1; 0 is none

	release  release
	run      run
	limit    int // of the run, in records
	outcomes outcomes
	tool     string // the one that is open, by id; "" if none is
	question question
	inside   inside
	twin     twin
	window   windowOptions
	visits   []visit
	tutorial tutorial

	n       int // records that have happened at the cursor
	part    float64
	playing bool
	speed   float64
	moment  float64 // of playing, in ms
	width   float64 // of the timeline, in CSS pixels

	sight sight
	press *press // a pointer that is down on the timeline
	drag  *drag  // nil if nothing is dragged
	said  said
	paint func() // draws the timeline; nil without a screen
}

func newSession(e browser, language locales.Language) *session {
	return &session{engine: e, words: locales.Of(language), theme: "auto", speed: 1, width: 900}
}

// touch notes that something changed.
func (s *session) touch() { s.rev++ }

// openExample shows a scenario of the gallery.
func (s *session) openExample(name string) {
	if e := exampleNamed(name); e != nil {
		s.open(version{scenario: e.scenario, example: name})
	}
}

// open shows another scenario, from its start. Undo goes back to the one before.
func (s *session) open(v version) {
	before := s.version
	unsaved := s.unsaved()
	s.push(func(w *locales.Words) string { return w.Opened(s.titleOf(v)) })
	s.selected, s.picked, s.picking, s.handler, s.attempts = target{}, nil, false, nil, nil
	s.n, s.part, s.playing = 0, 0, false
	s.forget()
	s.question = question{}
	s.safe, s.notice = v.scenario, nil
	if unsaved {
		s.notice = &notice{
			text:   func(w *locales.Words) string { return w.WorkKept },
			action: func(w *locales.Words) string { return w.BringBack },
			act:    func() { s.bringBack(before) },
		}
	}
	s.show(v, false)
}

// edit replaces the scenario, if the new one is valid, and runs it. An edit
// that is refused leaves everything as it was but for the reason why.
func (s *session) edit(c *scenario.Scenario) (taken bool) {
	why := s.try(c, burst{})
	if why != nil {
		s.refuse(why(s.words))
	}
	return why == nil
}

// try is edit, which may be part of a burst of typing. It returns why the
// scenario is refused.
func (s *session) try(c *scenario.Scenario, b burst) complaint {
	s.touch()
	if c == s.scenario {
		s.refused, s.burst = "", b
		return nil
	}
	if _, err := scenario.Decode([]byte(s.textOf(c))); err != nil {
		return refusedBy(err)
	}
	s.replace(version{scenario: c, example: s.example}, b)
	return nil
}

// replace shows a version instead of the present one, which undo goes back to.
func (s *session) replace(v version, b burst) {
	if b.field == (fieldKey{}) || b.field != s.burst.field {
		s.push(describe(s.version, v))
	} else {
		began := &s.past[len(s.past)-1]
		began.change, s.future = describe(began.version, v), nil
	}
	s.burst, s.notice = b, nil
	s.show(v, s.atEnd())
}

// textOf writes a scenario, once however often it is asked for in a row.
func (s *session) textOf(c *scenario.Scenario) string {
	if s.written != c {
		s.written, s.writing = c, string(scenario.Encode(c))
	}
	return s.writing
}

// refuse notes that what was typed makes no sense.
func (s *session) refuse(message string) {
	s.touch()
	s.refused = message
}

// atEnd reports whether the cursor is at the end of a run.
func (s *session) atEnd() bool { return s.n > 0 && s.n >= s.total() }

// show makes v the version at hand and runs it, if its scenario is another
// one. The cursor stays where it is, or goes with the end of the run if it is
// to follow that.
func (s *session) show(v version, follow bool) {
	s.touch()
	before, another := s.scenario, v.scenario != s.scenario
	s.version, s.refused = v, ""
	s.problems = problemsOf(v.typed)
	s.follow(before, v.scenario)
	s.picked = slices.DeleteFunc(s.picked, func(t target) bool { return !t.in(v.scenario) })
	if another {
		s.text = s.textOf(v.scenario)
	}
	s.store()
	if another {
		s.limit = firstLimit
		s.outcomes.forget()
		s.question.orders.forget()
		s.startRun(worker, follow)
	}
}

// choose selects an event or hook, or nothing.
func (s *session) choose(t target) {
	s.touch()
	s.selected, s.refused = t, ""
	s.picked, s.picking, s.burst = nil, false, burst{}
	if t != (target{}) {
		s.did(hintEdit)
	}
}

// setWidth lays the timeline out for another width.
func (s *session) setWidth(width float64) {
	if width != s.width && width > 0 { // one that is hidden has none
		s.touch()
		s.width = width
		s.run.layout = nil
	}
}

// speak changes the language of the page.
func (s *session) speak(l locales.Language) {
	s.touch()
	s.words = locales.Of(l)
	s.engine.setLanguage(string(l))
}

// nextTheme goes through following the system, light and dark.
func (s *session) nextTheme() {
	s.touch()
	s.theme = map[string]string{"auto": "light", "light": "dark", "dark": "auto"}[s.theme]
	s.engine.setTheme(s.theme)
}

func (s *session) setSpeed(factor float64) {
	s.touch()
	s.speed = factor
}

// setEnding makes the program end in another way.
func (s *session) setEnding(e scenario.Ending) {
	if handler, ok := s.scenario.Handlers[scenario.SIGTERM]; ok {
		s.handler = handler
	}
	c := s.scenario.WithEnding(e, s.endingMoment())
	if e == scenario.EndSIGTERMHandled && s.handler != nil {
		c.Handlers[scenario.SIGTERM] = s.handler
	}
	before := s.outcomes // is so whichever way is chosen
	if !s.edit(c) {
		return
	}
	s.outcomes.known, s.outcomes.both = before.known, before.both
	s.did(hintEnd)
	s.seek(0)
	if !s.scenario.Clock.Real {
		s.play()
	}
}

// setClock chooses between virtual and real time. In real time nothing runs
// until it is launched; until then the run in virtual time is shown.
func (s *session) setClock(real bool) {
	c := *s.scenario
	c.Clock.Real = real
	s.edit(&c)
}

// earlyRecords is how far into a run something from outside arrives at the
// latest: a program that runs for ever is to be ended where people see it.
const earlyRecords = 100

// endingMoment is when something that ends the program from outside is to
// reach it: when it does already, or else when an event is due, the last one
// unless that is far off.
func (s *session) endingMoment() float64 {
	if at, ok := s.scenario.EndsAt(); ok {
		return at
	}
	at := s.scenario.Clock.Start
	for _, r := range s.run.index.Records()[:min(s.total(), earlyRecords)] {
		if r.Kind == trace.Start {
			at = r.Time
		}
	}
	return at
}
