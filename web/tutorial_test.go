package main

import (
	"encoding/json"
	"strings"
	"testing"

	"lastcall/engine/lesson"
	"lastcall/web/lessons"
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// fakeLibrary has the lessons at hand and remembers the rest.
type fakeLibrary struct {
	progressText, placeText, fragment string
	down                              bool // nothing can be fetched
}

func (l *fakeLibrary) fetch(name string, done func(text, problem string)) {
	if l.down {
		done("", "the network is down")
		return
	}
	if name == "index.json" {
		var list []listed
		for i, file := range lessons.Files() {
			texts := lessons.All()[i].Texts
			list = append(list, listed{file.Name, lessons.All()[i].ID, map[string]string{
				"en": texts[lesson.English].Title, "ru": texts[lesson.Russian].Title,
			}})
		}
		text, err := json.Marshal(list)
		if err != nil {
			panic(err)
		}
		done(string(text), "")
		return
	}
	for _, file := range lessons.Files() {
		if file.Name == name {
			done(string(file.Text), "")
			return
		}
	}
	done("", "404 Not Found")
}

func (l *fakeLibrary) progress() string           { return l.progressText }
func (l *fakeLibrary) keepProgress(text string)   { l.progressText = text }
func (l *fakeLibrary) place() string              { return l.placeText }
func (l *fakeLibrary) keepPlace(text string)      { l.placeText = text }
func (l *fakeLibrary) address() string            { return l.fragment }
func (l *fakeLibrary) setAddress(fragment string) { l.fragment = fragment }

// learning returns a session that shows what the library's address says, its
// run at its end.
func learning(t *testing.T, l *fakeLibrary) (*session, *fakeBrowser) {
	t.Helper()
	s, b := opened(t, "cancel")
	s.beginTutorial(l)
	b.settle()
	return s, b
}

func TestALessonGoesFromPredictionToSolution(t *testing.T) {
	l := &fakeLibrary{fragment: "lesson/5"}
	s, b := learning(t, l)
	if s.mode() != modePredict {
		t.Fatalf("a fresh lesson is in mode %s", s.mode())
	}
	s.guess("alert")
	s.judge()
	if got := s.judgement(); got != "backup runs before alert. The time decides: 2 comes before 5." {
		t.Errorf("a wrong prediction is told %q", got)
	}
	s.guess("alert")
	for _, id := range []string{"backup", "report", "alert"} {
		s.guess(id)
	}
	s.judge()
	if s.mode() != modeLesson || !s.playing {
		t.Fatalf("after a right prediction the mode is %s", s.mode())
	}
	s.checkTask()
	if len(s.missed()) == 0 || l.progressText != "" {
		t.Errorf("the start: missed %v, progress %q", s.missed(), l.progressText)
	}
	s.putSolution()
	b.settle()
	s.checkTask()
	if len(s.missed()) > 0 || l.progressText != `["one_thread"]` {
		t.Errorf("the solution: missed %v, progress %q", s.missed(), l.progressText)
	}
}

func TestTheLanguageOfWhatWasSaidFollows(t *testing.T) {
	s, _ := learning(t, &fakeLibrary{fragment: "lesson/5"})
	s.guess("alert")
	s.judge()
	s.speak(locales.Russian)
	if got := s.judgement(); !strings.Contains(got, "Решает время") {
		t.Errorf("it says %q", got)
	}
	s.reveal()
	s.checkTask()
	if got := strings.Join(s.missed(), " "); !strings.Contains(got, "Нужно вовремя") {
		t.Errorf("it says %q", got)
	}
}

func TestLeavingGivesBackWhatWasThere(t *testing.T) {
	l := &fakeLibrary{fragment: "lesson/1"}
	s, b := learning(t, l)
	s.openLesson(2)
	s.openLessons()
	b.settle()
	s.leaveLessons()
	b.settle()
	if s.mode() != modePlay || s.example != "cancel" || l.fragment != "" {
		t.Errorf("mode %s, example %q, address %q", s.mode(), s.example, l.fragment)
	}
}

func TestALessonIsTakenUpAfterAReload(t *testing.T) {
	l := &fakeLibrary{fragment: "lesson/1"}
	s, b := learning(t, l)
	s.reveal()
	s.setSteps(target{id: "alarm"}, nil)
	s.checkTask()
	b.settle()

	again := newSession(b, locales.English)
	again.open(version{scenario: s.scenario}) // as the page does with what it has kept
	again.beginTutorial(l)
	b.settle()
	s = again
	if s.mode() != modeLesson || len(findEvent(s.scenario, "alarm").Do) != 0 {
		t.Errorf("mode %s, alarm does %v", s.mode(), findEvent(s.scenario, "alarm").Do)
	}
	s.leaveLessons()
	b.settle()
	if s.example != "cancel" {
		t.Errorf("the scenario from before is %q", s.example)
	}
}

func TestAddresses(t *testing.T) {
	tests := []struct {
		fragment string
		mode     mode
		number   int
	}{
		{"", modePlay, 0}, {"v1.abc", modePlay, 0}, {"lessons", modeList, 0}, {"lesson/x", modeList, 0},
		{"lesson/14", modePredict, 14}, {"lesson/15", modeList, 0}, {"lesson/-1", modeList, 0},
	}
	for _, test := range tests {
		s, _ := learning(t, &fakeLibrary{fragment: test.fragment})
		if s.mode() != test.mode || s.tutorial.number != test.number {
			t.Errorf("#%s is mode %s, lesson %d", test.fragment, s.mode(), s.tutorial.number)
		}
	}
}

func TestWhatCannotBeFetched(t *testing.T) {
	l := &fakeLibrary{fragment: "lesson/3", down: true}
	s, b := learning(t, l)
	if s.mode() != modeList || s.tutorial.problem == "" {
		t.Errorf("mode %s, problem %q", s.mode(), s.tutorial.problem)
	}
	l.down = false
	s.openLesson(3)
	b.settle()
	if s.mode() != modePredict || s.tutorial.problem != "" {
		t.Errorf("mode %s, problem %q", s.mode(), s.tutorial.problem)
	}
}

func TestALessonFromAFile(t *testing.T) {
	l := &fakeLibrary{fragment: "lessons"}
	s, b := learning(t, l)
	text := string(lessons.Files()[0].Text)
	s.openFile("broken.md", strings.Replace(text, "# checks", "# tests", 1))
	if s.mode() != modeList || len(s.tutorial.wrong) == 0 {
		t.Fatalf("mode %s, problems %v", s.mode(), s.tutorial.wrong)
	}
	s.openFile("first.md", text)
	s.reveal()
	s.putSolution()
	b.settle()
	s.checkTask()
	if l.progressText != `["own/first_event"]` {
		t.Errorf("the progress is %s", l.progressText)
	}
	s.openLessons()
	if got := s.tutorial.solvedNumbers(); len(got) != 0 {
		t.Errorf("a teacher's lesson counts as ours: %v", got)
	}
	s.forgetProgress()
	if l.progressText != "null" {
		t.Errorf("after a reset the progress is %s", l.progressText)
	}
}

// The address of a teacher's lesson is a link to it.
func TestALessonFromALink(t *testing.T) {
	l := &fakeLibrary{fragment: "lessons"}
	s, _ := learning(t, l)
	s.openFile("first.md", string(lessons.Files()[0].Text))
	link := l.fragment
	if !strings.HasPrefix(link, "lesson=v1.") {
		t.Fatalf("the address ends in #%s", link)
	}
	other, _ := learning(t, &fakeLibrary{fragment: link})
	if got := other.tutorial.lesson; got == nil || got.ID != "first_event" || other.tutorial.number != 0 {
		t.Errorf("the link opens %+v", got)
	}
	for _, damaged := range []string{link[:len(link)-9], "lesson=", "lesson=v9.abc"} {
		other, _ := learning(t, &fakeLibrary{fragment: damaged})
		if other.mode() != modeList || other.notice == nil || !other.notice.bad {
			t.Errorf("#%s: mode %s, notice %+v", damaged, other.mode(), other.notice)
		}
	}
}

// Every lesson renders in each mode and language.
func TestTheTutorialRenders(t *testing.T) {
	s, b := learning(t, &fakeLibrary{fragment: "lessons"})
	render := func() {
		t.Helper()
		for _, c := range []app.Composer{&lessonsPart{Session: s}, &header{Session: s}, &lessonList{Session: s}} {
			mounted(t, c)
		}
	}
	render()
	for n := range s.tutorial.list {
		s.openLesson(n + 1)
		b.settle()
		for _, language := range []locales.Language{locales.English, locales.Russian} {
			s.speak(language)
			mounted(t, &lessonPanel{Session: s})
			mounted(t, &predictor{Session: s, Question: s.tutorial.lesson.Text(s.language()).Predict})
		}
		s.guess(s.tutorial.lesson.Predict.Items[0])
		s.judge()
		mounted(t, &predictItem{Session: s, ID: s.tutorial.lesson.Predict.Items[0]})
		s.reveal()
		s.checkTask()
		mounted(t, &lessonPanel{Session: s})
		mounted(t, &taskPart{Session: s})
		s.tutorial.hint, s.tutorial.solution = true, true
		s.putSolution()
		b.settle()
		s.checkTask()
		mounted(t, &taskPart{Session: s})
		if s.scenario.Clock.Real != (len(s.missed()) > 0) {
			t.Errorf("lesson %d, in virtual time: missed %v", n+1, s.missed())
		}
	}
	s.openLessons()
	render()
}
