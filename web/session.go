package main

import (
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
	past     []version // for undo, oldest first
	refused  string    // why the last edit was not taken
	selected target
	handler  []scenario.Step // SIGTERM's, when it was last there

	run      run
	limit    int // of the run, in records
	outcomes outcomes
	tool     string // the one that is open, by id; "" if none is
	question question
	inside   inside

	n       int // records that have happened at the cursor
	part    float64
	playing bool
	speed   float64
	moment  float64 // of playing, in ms
	width   float64 // of the timeline, in CSS pixels
}

// A version is a scenario, and the example it is of; "" if it is of none.
type version struct {
	scenario *scenario.Scenario
	example  string
}

func newSession(e browser, language locales.Language) *session {
	return &session{engine: e, words: locales.Of(language), theme: "auto", speed: 1, width: 900}
}

// touch notes that something changed.
func (s *session) touch() { s.rev++ }

// openExample shows a scenario of the gallery.
func (s *session) openExample(name string) {
	for _, e := range examples {
		if e.name == name {
			s.open(version{e.scenario, name})
		}
	}
}

// open shows another scenario, from its start. Undo goes back to the one before.
func (s *session) open(v version) {
	if s.scenario != nil {
		s.past = append(s.past, s.version)
	}
	s.selected, s.handler = target{}, nil
	s.n, s.part, s.playing = 0, 0, false
	s.question = question{}
	s.show(v, false)
}

// edit replaces the scenario, if the new one is valid, and runs it. An edit
// that is refused leaves everything as it was but for the reason why.
func (s *session) edit(c *scenario.Scenario) (taken bool) {
	s.touch()
	if c == s.scenario {
		return true
	}
	if _, err := scenario.Decode(scenario.Encode(c)); err != nil {
		s.refuse(firstMessage(err))
		return false
	}
	s.past = append(s.past, s.version)
	s.show(version{c, s.example}, s.atEnd())
	return true
}

// refuse notes that what was typed makes no sense.
func (s *session) refuse(message string) {
	s.touch()
	s.refused = message
}

// undo takes back the last edit.
func (s *session) undo() {
	last := len(s.past) - 1
	if last < 0 {
		return
	}
	v := s.past[last]
	s.past = s.past[:last]
	s.show(v, s.atEnd())
}

// atEnd reports whether the cursor is at the end of a run.
func (s *session) atEnd() bool { return s.n > 0 && s.n >= s.total() }

// show makes v the scenario at hand and runs it. The cursor stays where it is,
// or goes with the end of the run if it is to follow that.
func (s *session) show(v version, follow bool) {
	s.touch()
	c := v.scenario
	s.version, s.refused, s.limit = v, "", firstLimit
	if !s.selected.in(c) {
		s.selected = target{}
	}
	s.engine.keep(string(scenario.Encode(c)))
	s.outcomes.forget()
	s.question.orders.forget()
	s.startRun(worker, follow)
}

// choose selects an event or hook, or nothing.
func (s *session) choose(t target) {
	s.touch()
	s.selected, s.refused = t, ""
}

// labelOf is what people call an event or hook.
func (s *session) labelOf(t target) string {
	label := ""
	if t.kind == hookKind {
		if h := findHook(s.scenario, t.id); h != nil {
			label = h.Label
		}
	} else if e := findEvent(s.scenario, t.id); e != nil {
		label = e.Label
	}
	if label == "" {
		return t.id
	}
	return label
}

// setWidth lays the timeline out for another width.
func (s *session) setWidth(width float64) {
	if width != s.width {
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

func firstMessage(err error) string {
	if problems, ok := err.(scenario.Problems); ok && len(problems) > 0 {
		return problems[0].Message
	}
	return err.Error()
}
