package main

import (
	"errors"
	"strings"

	"lastcall/engine/scenario/link"
	"lastcall/web/locales"
)

// isLink reports whether what stands behind # in the address means to be a
// share link: v1 and a dot, or another version.
func isLink(fragment string) bool {
	version, _, dotted := strings.Cut(fragment, ".")
	return dotted && len(version) > 1 && version[0] == 'v' && strings.Trim(version[1:], "0123456789") == ""
}

// openLink shows the scenario that a share link holds. One that cannot be read
// leaves everything as it is, but for the reason why. Either way it is taken
// out of the address: when the tab is loaded again, it goes on with its work.
func (s *session) openLink(fragment string) {
	s.leaveLessons()
	s.tutorial.library.setAddress("")
	c, err := link.Decode(fragment)
	if err != nil {
		s.refuseLink(s.words.LinkRefused, err)
		return
	}
	s.open(version{scenario: c})
}

// refuseLink says that something could not be opened, and what is wrong with
// its link.
func (s *session) refuseLink(what string, err error) {
	why := linkComplaint(err)
	s.touch()
	s.notice = &notice{text: func(w *locales.Words) string { return what + " " + why(w) }, bad: true}
}

// linkComplaint says what is wrong with a link.
func linkComplaint(err error) complaint {
	switch {
	case errors.Is(err, link.ErrNewer):
		return func(w *locales.Words) string { return w.LinkNewer }
	case errors.Is(err, link.ErrTooBig):
		return func(w *locales.Words) string { return w.LinkTooBig }
	case errors.Is(err, link.ErrDamaged), errors.Is(err, link.ErrNoLink):
		return func(w *locales.Words) string { return w.LinkDamaged }
	}
	return refusedBy(err)
}
