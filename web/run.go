package main

import (
	"lastcall/engine/trace"
)

// Limits of a run on the page, in records.
const (
	firstLimit = 200_000   // unless more is asked for: some minutes of reading, in some tens of megabytes
	lastLimit  = 2_000_000 // as the contract has it
)

// A browser runs scenarios in processes of their own, and remembers what is
// chosen. Its callbacks come on the UI goroutine.
type browser interface {
	// run starts a scenario in virtual time. records gets what happens as it
	// happens; done is called once, last.
	run(text string, limit int, records func([]trace.Record), done func(ended)) process

	// runInWindow starts one in real time, in the program window.
	runInWindow(text string, options windowOptions, heard heard) process

	// forget removes what is kept of a visit.
	forget(visit string)

	// probe runs a scenario to see what becomes of it: the trace that done
	// gets has the records of some kinds only, and is nil if the engine failed.
	// A run that is stopped is not heard of again.
	probe(text string, maxRecords int, kinds []trace.Kind, done func(*trace.Trace)) (stop func())

	// try runs a scenario as a drag would leave it, at most so many records
	// of it.
	try(text string, maxRecords int, done func(*trace.Index))

	desk

	setLanguage(language string)
	setTheme(theme string)
}

// A host is where a process lives, and which clock it runs by.
type host string

// The hosts.
const (
	worker host = "worker" // virtual time
	frame  host = "frame"  // real time, in a page of its own: the program window
)

// A process can be acted on from outside, until it is over.
type process interface {
	send(signal string)
	close()  // as closing its page does: beforeunload, so hooks run
	reload() // the same by reloading
	kill()   // its page is destroyed: no event, no hooks
}

// ended is what became of a run.
type ended struct {
	stopped  *trace.Stopped
	failure  string // of the engine itself
	survived bool   // by its tab, whose beforeunload ended it
}

// A run is the present scenario's, as far as it has come.
type run struct {
	number  int // tells its callbacks from those of runs before it
	on      host
	going   bool
	process process
	window  windowRun
	lived   float64 // ms since a run in real time began
	follow  bool    // the cursor goes with the end
	index   *trace.Index
	ended   ended
	pace    *player
	next    *trace.Index // what has come, while the run before an edit is still shown
	layout  *trace.Timeline
	laidOut int // how many records the layout was made for
}

// startRun runs the scenario anew. If the cursor is to follow, it stays at the
// end.
func (s *session) startRun(on host, follow bool) {
	s.touch()
	if s.run.going {
		s.run.process.kill()
	}
	number := s.run.number + 1
	before := s.run.index
	s.twin = twin{}
	s.run = run{number: number, on: on, going: true, follow: follow, index: trace.NewIndex(nil)}
	s.linger(before)
	records := func(batch []trace.Record) {
		if s.run.number == number {
			s.grow(batch)
		}
	}
	done := func(e ended) {
		if s.run.number == number {
			s.touch()
			s.arrived()
			s.run.going, s.run.ended = false, e
			if s.tutorial.pending {
				s.judge()
			}
			s.n = min(s.n, len(s.run.index.Records()))
			s.run.pace, s.run.layout = nil, nil
			s.repaint()
			if on == worker {
				s.probeEndings()
			}
		}
	}
	if on == worker {
		s.run.process = s.engine.run(s.text, s.limit, records, done)
	} else {
		s.run.process = s.runInWindow(s.text, records, done)
	}
}

// launch runs the scenario in real time, as a program in a window of its own.
func (s *session) launch() {
	s.n, s.part, s.playing = 0, 0, false
	s.startRun(frame, true)
}

// live reports whether a program runs in real time.
func (s *session) live() bool { return s.run.going && s.run.on == frame }

// liveTime is what the clock of such a program reads now.
func (s *session) liveTime() float64 {
	return s.scenario.Clock.Start + s.run.lived/float64(s.scenario.Clock.Tick.Milliseconds())
}

// reading writes a time of the run. Virtual time is exact, to the last digit;
// in real time the thousandths are noise enough.
func (s *session) reading(t float64) string {
	if s.run.on == frame {
		return s.axis().Text(t)
	}
	if s.sight.axis != trace.AxisNumbers {
		return s.axis().Text(t)
	}
	return formatTime(t)
}

func (s *session) grow(batch []trace.Record) {
	s.touch()
	if s.lingers(batch) {
		return
	}
	s.run.index.Append(batch...)
	s.run.pace = nil
	// When a log is long, all layouts together are to cost as much as a few.
	if s.total() < smallLog || s.total() > s.run.laidOut*3/2 {
		s.run.layout = nil
	}
	if s.run.follow {
		s.n, s.part = len(s.run.index.Records()), 0
	}
}

// smallLog is a log whose layout costs next to nothing.
const smallLog = 2000

// stop kills a run that is still going.
func (s *session) stop() {
	if s.run.going {
		s.run.process.kill()
	}
}

// timeline is the layout of the run as far as it has come.
func (s *session) timeline() *trace.Timeline {
	if s.run.layout == nil {
		s.run.layout = s.view().Layout(s.scenario, s.run.index)
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
	if s.live() {
		return // it goes with the program
	}
	s.playing, s.run.follow = false, false
	s.n, s.part = max(0, min(n, s.total())), 0
}

// play goes on from the cursor; from the start, if it is at the end.
func (s *session) play() {
	s.touch()
	if s.n >= s.total() {
		s.n = 0
	}
	s.playing, s.run.follow = true, false
	s.did(hintPlay)
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
	if s.live() {
		return s.liveFrame(elapsed)
	}
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

// liveFrame lets the clock of a program in real time go on by elapsed ms. It
// reports whether the reading on screen is another one.
func (s *session) liveFrame(elapsed float64) (moved bool) {
	before := liveReading(s.liveTime())
	s.run.lived += elapsed
	if moved = liveReading(s.liveTime()) != before; moved {
		s.touch()
	}
	return moved
}
