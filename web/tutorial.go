package main

import (
	"encoding/json"
	"strconv"
	"strings"

	"lastcall/engine/lesson"
	"lastcall/engine/scenario/link"
	"lastcall/web/locales"
)

// A tutorial is what a session knows of the lessons. The scenario of a lesson
// is the session's own while the lesson is open.
type tutorial struct {
	library library
	list    []listed // of the tutorial, in order; nil until it has come
	problem string   // why something could not be fetched
	file    string   // the name of a file that was opened, and what is wrong with it
	wrong   lesson.Problems

	open    bool // the list or a lesson is shown
	number  int  // of the lesson at hand, from 1; 0 for one of a file's or none
	lesson  *lesson.Lesson
	own     *lesson.Lesson // the last one that was opened from a file
	before  string         // what was on the page before the lessons, as it is kept; "" if nothing was
	history history        // of that

	solved []string // ids
	resume func()   // takes up a lesson where the learner left it

	lessonAttempt
}

// listed is a lesson of the tutorial before it is fetched.
type listed struct {
	File  string
	ID    string
	Title map[string]string // by language
}

// A mode is what the page shows.
type mode string

// The modes.
const (
	modePlay    mode = "play"    // the playground
	modeList    mode = "list"    // the list of lessons
	modePredict mode = "predict" // a lesson before its run is shown
	modeLesson  mode = "lesson"  // a lesson and its run
)

func (s *session) mode() mode {
	switch t := &s.tutorial; {
	case !t.open:
		return modePlay
	case t.lesson == nil:
		return modeList
	case !t.revealed:
		return modePredict
	}
	return modeLesson
}

// language is the page's, for the lessons.
func (s *session) language() lesson.Language {
	if s.words == locales.Of(locales.Russian) {
		return lesson.Russian
	}
	return lesson.English
}

// A place is where the learner was when the page is loaded again. The scenario
// at hand the page keeps itself.
type place struct {
	Number   int
	Revealed bool
	Before   string // what was on the page before the lessons
}

// beginTutorial takes up what the library has kept, and opens the lesson that
// the address names.
func (s *session) beginTutorial(l library) {
	t := &s.tutorial
	t.library = l
	_ = json.Unmarshal([]byte(l.progress()), &t.solved) // nothing is solved then
	var kept place
	_ = json.Unmarshal([]byte(l.place()), &kept)
	if isLessonAddress(l.address()) {
		t.before = kept.Before
	}
	if atHand := s.scenario; kept.Number > 0 && kept.Number == numberOf(l.address()) {
		t.resume = func() {
			t.revealed = kept.Revealed
			s.open(version{scenario: atHand})
		}
	}
	s.followAddress(l.address())
}

// followAddress shows what an address names: the list, a lesson, the scenario
// of a share link or, if it names none of them, the playground.
func (s *session) followAddress(fragment string) {
	switch n := numberOf(fragment); {
	case n > 0 && n == s.tutorial.number && s.tutorial.open:
	case n > 0:
		s.openLesson(n)
	case strings.HasPrefix(fragment, ownLesson):
		s.openLessonLink(fragment[len(ownLesson):])
	case isLessonAddress(fragment):
		s.openLessons()
	case isLink(fragment):
		s.openLink(fragment)
	default:
		s.leaveLessons()
	}
}

func isLessonAddress(fragment string) bool {
	return fragment == "lessons" || strings.HasPrefix(fragment, "lesson/") || strings.HasPrefix(fragment, ownLesson)
}

func numberOf(fragment string) int {
	number, ok := strings.CutPrefix(fragment, "lesson/")
	n, err := strconv.Atoi(number)
	if !ok || err != nil {
		return 0
	}
	return n
}

// enterTutorial leaves what is on the page for later.
func (s *session) enterTutorial() {
	s.touch()
	t := &s.tutorial
	if !t.open && t.before == "" {
		t.before, t.history = s.keptText(), s.history
	}
	s.playing = false
	t.open, t.problem, t.wrong, t.file = true, "", nil, ""
}

// openLessons shows the list.
func (s *session) openLessons() {
	s.enterTutorial()
	t := &s.tutorial
	t.lesson, t.number = nil, 0
	t.library.setAddress("lessons")
	s.fetchList(func() {})
}

// fetchList fetches the list if it is not there, and then does then.
func (s *session) fetchList(then func()) {
	t := &s.tutorial
	if t.list != nil {
		then()
		return
	}
	t.library.fetch("index.json", func(text, problem string) {
		s.touch()
		if problem == "" {
			if err := json.Unmarshal([]byte(text), &t.list); err != nil {
				problem = err.Error()
			}
		}
		if t.problem = problem; problem == "" {
			then()
		}
	})
}

// openLesson shows a lesson of the tutorial, by its number.
func (s *session) openLesson(n int) {
	s.enterTutorial()
	t := &s.tutorial
	t.lesson, t.number = nil, n
	t.library.setAddress("lesson/" + strconv.Itoa(n))
	s.fetchList(func() {
		if n > len(t.list) {
			s.openLessons()
			return
		}
		t.library.fetch(t.list[n-1].File, func(text, problem string) {
			s.touch()
			if t.number != n || !t.open {
				return // somebody went on
			}
			l, err := lesson.Parse([]byte(text))
			if problem == "" && err != nil {
				problem = err.Error()
			}
			if t.problem = problem; problem == "" {
				s.beginLesson(l)
			}
		})
	})
}

// ownLesson begins the address of a teacher's own lesson. What follows is the
// lesson itself, packed, so that the address is a link to it.
const ownLesson = "lesson="

// openFile shows a lesson of a teacher's own, under its address if it fits one.
func (s *session) openFile(name, text string) {
	s.enterTutorial()
	t := &s.tutorial
	t.file = name
	l, err := lesson.Parse([]byte(text))
	if err != nil {
		t.wrong, _ = err.(lesson.Problems)
		return
	}
	if packed, err := link.Pack([]byte(text)); err == nil {
		t.library.setAddress(ownLesson + packed)
	}
	t.own, t.number = l, 0
	s.beginLesson(l)
}

// openLessonLink shows the lesson that is packed in the address. If it cannot
// be read, that is said beside the list of the others.
func (s *session) openLessonLink(packed string) {
	text, err := link.Document(packed)
	if err == nil {
		s.openFile(s.words.Lesson.FromLink, string(text))
		return
	}
	s.openLessons()
	s.refuseLink(s.words.Lesson.LinkRefused, err)
}

// beginLesson shows a lesson from its start, or where the learner left it when
// the page was loaded again.
func (s *session) beginLesson(l *lesson.Lesson) {
	t := &s.tutorial
	t.lesson = l
	t.lessonAttempt = lessonAttempt{revealed: l.Predict == nil}
	s.open(version{scenario: l.Start})
	s.history = history{} // undo stays within the lesson
	if resume := t.resume; resume != nil {
		t.resume = nil
		resume()
	}
	s.keepPlace()
}

// startOver gives the lesson at hand its scenario back.
func (s *session) startOver() {
	t := &s.tutorial
	t.checked = nil
	if s.scenario == t.lesson.Start && s.typed == nil { // nothing but the run is another
		s.n, s.part, s.playing = 0, 0, false
		s.startRun(worker, false)
		return
	}
	s.open(version{scenario: t.lesson.Start})
}

// putSolution shows the solved scenario.
func (s *session) putSolution() {
	t := &s.tutorial
	t.checked = nil
	s.open(version{scenario: t.lesson.Solution})
}

// leaveLessons goes back to the playground, and what was on it.
func (s *session) leaveLessons() {
	t := &s.tutorial
	if !t.open {
		return
	}
	s.touch()
	t.open, t.lesson, t.number = false, nil, 0
	t.lessonAttempt = lessonAttempt{}
	t.library.setAddress("")
	t.library.keepPlace("")
	s.n, s.part, s.playing = 0, 0, false
	s.history = t.history
	s.restore(t.before, "")
	t.before, t.history = "", history{}
}

// keepPlace notes where the learner is, for when the page is loaded again.
func (s *session) keepPlace() {
	t := &s.tutorial
	text, err := json.Marshal(place{t.number, t.revealed, t.before})
	if err != nil {
		panic(err) // a number, a truth and a text always have a form
	}
	t.library.keepPlace(string(text))
}
