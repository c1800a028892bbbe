package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// The first steps of a first visit: one line, one step at a time. A step is
// over when it has been done.
const (
	hintPlay = iota + 1
	hintEnd
	hintEdit
	hintsOver
)

// showHints begins the first steps.
func (s *session) showHints() {
	s.touch()
	s.hint = hintPlay
}

// did goes on from a step that has been done.
func (s *session) did(hint int) {
	if s.hint == hint {
		s.nextHint()
	}
}

func (s *session) nextHint() {
	s.touch()
	if s.hint++; s.hint == hintsOver {
		s.closeHints()
	}
}

// closeHints puts the first steps away for good. The menu brings them back.
func (s *session) closeHints() {
	s.touch()
	s.hint = 0
	s.engine.hintsSeen()
}

// hints shows the step that is next.
type hints struct {
	app.Compo

	Session *session
	Rev     int
}

func (h *hints) Render() app.UI {
	s, w := h.Session, h.Session.words
	if s.hint == 0 {
		return app.Div().Class("hints-none")
	}
	text := map[int]string{hintPlay: w.HintPlay, hintEnd: w.HintEnd, hintEdit: w.HintEdit}[s.hint]
	var next app.UI
	if s.hint < hintEdit {
		next = app.Button().Type("button").Class("button").Text(w.HintNext).OnClick(h.onNext)
	}
	return app.Section().Class("bar hints").DataSet("state", "hint").Aria("label", w.FirstStepsName).Body(
		app.Span().Class("hints-number").Text(w.HintOf(s.hint, hintEdit)),
		app.Span().Class("bar-text").Aria("live", "polite").Text(text),
		next,
		app.Button().Type("button").Class("button").Text(w.HintClose).OnClick(h.onClose),
	)
}

func (h *hints) onNext(app.Context, app.Event)  { h.Session.nextHint() }
func (h *hints) onClose(app.Context, app.Event) { h.Session.closeHints() }
