package main

import (
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// maxRecords is how many records a run on the page may make: some minutes of
// reading, in some tens of megabytes.
const maxRecords = 200_000

// A browser runs scenarios in processes of their own, and remembers what is
// chosen. Its callbacks come on the UI goroutine.
type browser interface {
	// run starts a scenario and returns a function that kills it. records
	// gets what happens as it happens; done is called once, last.
	run(text string, maxRecords int, records func([]trace.Record), done func(ended)) (kill func())

	// probe runs a scenario only to see how it exits.
	probe(text string, maxRecords int, done func(outcome))

	// keep stores the text for when the page is loaded again.
	keep(text string)

	setLanguage(language string)
	setTheme(theme string)
}

// ended is what became of a run.
type ended struct {
	status  *int
	stopped *trace.Stopped
	failure string // of the engine itself
}

// A run is the present scenario's, as far as it has come.
type run struct {
	number  int // tells its callbacks from those of runs before it
	going   bool
	kill    func()
	index   *trace.Index
	ended   ended
	pace    *player
	layout  *trace.Timeline
	laidOut int // how many records the layout was made for
}

// startRun runs the scenario anew. If the cursor is to follow, it stays at the
// end.
func (s *session) startRun(text string, follow bool) {
	if s.run.going {
		s.run.kill()
	}
	number := s.run.number + 1
	s.outcomes = make(outcomes)
	s.run = run{number: number, going: true, index: trace.NewIndex(nil)}
	records := func(batch []trace.Record) {
		if s.run.number == number {
			s.grow(batch, follow)
		}
	}
	done := func(e ended) {
		if s.run.number == number {
			s.touch()
			s.run.going, s.run.ended = false, e
			s.n = min(s.n, len(s.run.index.Records()))
			s.run.pace, s.run.layout = nil, nil
			s.probeEndings()
		}
	}
	s.run.kill = s.engine.run(text, maxRecords, records, done)
}

func (s *session) grow(batch []trace.Record, follow bool) {
	s.touch()
	s.run.index.Append(batch...)
	s.run.pace = nil
	if s.total() > s.run.laidOut*3/2 { // growing so, all layouts together cost as much as a few
		s.run.layout = nil
	}
	if follow {
		s.n, s.part = len(s.run.index.Records()), 0
	}
}

// stop kills a run that is still going.
func (s *session) stop() {
	if s.run.going {
		s.run.kill()
	}
}

// timeline is the layout of the run as far as it has come.
func (s *session) timeline() *trace.Timeline {
	if s.run.layout == nil {
		s.run.layout = trace.Layout(s.scenario, s.run.index, s.width)
		s.run.laidOut = s.total()
	}
	return s.run.layout
}

// state is everything at the cursor.
func (s *session) state() trace.State { return s.run.index.At(s.cursor()) }

// cursor is n, as far as the run has come.
func (s *session) cursor() int { return min(s.n, s.total()) }

// total is how many records there are.
func (s *session) total() int { return len(s.run.index.Records()) }

func (s *session) pace() player {
	if s.run.pace == nil {
		pace := newPlayer(s.run.index.Records())
		s.run.pace = &pace
	}
	return *s.run.pace
}

// seek moves the cursor to after n records, and stops playing.
func (s *session) seek(n int) {
	s.touch()
	s.playing = false
	s.n, s.part = max(0, min(n, s.total())), 0
}

// play goes on from the cursor; from the start, if it is at the end.
func (s *session) play() {
	s.touch()
	if s.n >= s.total() {
		s.n = 0
	}
	s.playing = true
	s.part = 0
	s.moment = -1 // set by the first frame, when the records may have come
}

// pause stops playing where it is.
func (s *session) pause() {
	s.touch()
	s.playing, s.part = false, 0
}

// frame moves on by the time since the last frame, in ms. It reports whether
// another record has happened.
func (s *session) frame(elapsed float64) (moved bool) {
	if !s.playing || s.total() == 0 {
		return false
	}
	pace := s.pace()
	if s.moment < 0 {
		s.moment = pace.moment(s.cursor())
	}
	s.moment += elapsed * s.speed
	n, part := pace.at(s.moment)
	moved = n != s.n
	s.n, s.part = n, part
	if n == s.total() && !s.run.going {
		s.playing, moved = false, true
	}
	if moved {
		s.touch()
	}
	return moved
}

// An outcome is how a program exits.
type outcome struct {
	cause  trace.Cause // empty if it does not get so far
	run    bool        // the hooks run
	status *int
}

// outcomes are those of every way to end.
type outcomes map[scenario.Ending]outcome

// probeRecords bounds the runs that only look how a program exits.
const probeRecords = 20_000

// probeEndings finds out, from the engine, how the program would exit in each
// of the ways to end, one after the other.
func (s *session) probeEndings() {
	number, base, at := s.run.number, s.scenario, s.endingMoment()
	var probe func(i int)
	probe = func(i int) {
		if i == len(scenario.Endings) || s.run.number != number {
			return
		}
		e := scenario.Endings[i]
		text := string(scenario.Encode(base.WithEnding(e, at)))
		s.engine.probe(text, probeRecords, func(o outcome) {
			if s.run.number == number {
				s.touch()
				s.outcomes[e] = o
				probe(i + 1)
			}
		})
	}
	probe(0)
}
