package main

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// announcer tells those who do not see the page what changes on it: what the
// program prints while it is played, now and then and not line by line, and
// what the keyboard has done on the timeline.
type announcer struct {
	app.Compo

	Session *session
	Rev     int
}

func (a *announcer) Render() app.UI {
	return app.Div().Class("aside").ID("announcer").Role("status").Aria("live", "polite").Text(a.Session.said.text)
}

// said is what was announced.
type said struct {
	text  string
	lines int     // of the console that have been read
	over  bool    // the exit status has
	quiet float64 // ms since something was
}

const (
	breath   = 1000.0 // ms between announcements at least
	lastSaid = 3      // lines at most
)

// say announces a text at once.
func (s *session) say(text string) {
	s.touch()
	s.said.text, s.said.quiet = text, 0
}

// announce goes on by the time since the last frame, in ms, and reports whether
// there is something to be read.
func (s *session) announce(elapsed float64) (changed bool) {
	running := s.playing || s.live()
	if s.said.quiet += elapsed; s.said.quiet < breath && running {
		return false
	}
	numbers, end := s.run.index.Console(s.cursor()), s.run.index.At(s.cursor())
	read := s.said
	s.said.lines, s.said.over = len(numbers), end.Ended
	if !running && !end.Ended || len(numbers) <= read.lines && end.Ended == read.over {
		return false // a person steps, and reads at leisure
	}
	fresh := numbers[min(read.lines, len(numbers)):]
	var lines []string
	if more := len(fresh) - lastSaid; more > 0 {
		lines, fresh = append(lines, s.words.Earlier(more)), fresh[more:]
	}
	for _, n := range fresh {
		lines = append(lines, s.run.index.Records()[n].Text)
	}
	if end.Ended {
		lines = append(lines, s.words.ExitStatus(end.Status))
	}
	s.say(strings.Join(lines, "; "))
	return true
}
