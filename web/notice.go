package main

import (
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A notice tells of something that happened, in one line, with one thing to do
// about it. The next edit takes it away.
type notice struct {
	text   func(*locales.Words) string
	action func(*locales.Words) string // of the button; nil if there is none
	act    func()
	close  func() // when it is put away; nil if nothing happens then
	bad    bool
}

// tell shows a notice without a button.
func (s *session) tell(text func(*locales.Words) string) {
	s.touch()
	s.notice = &notice{text: text}
}

// actOnNotice does what the notice offers.
func (s *session) actOnNotice() {
	s.touch()
	if n := s.notice; n != nil {
		s.notice = nil
		n.act()
	}
}

func (s *session) closeNotice() {
	s.touch()
	if n := s.notice; n != nil && n.close != nil {
		n.close()
	}
	s.notice = nil
}

// noticeBar shows the notice. It stands there when it is empty as well, so that
// what comes into it is read out.
type noticeBar struct {
	app.Compo

	Session *session
	Rev     int
}

func (b *noticeBar) Render() app.UI {
	s, w := b.Session, b.Session.words
	bar := app.Div().Class("notices").Role("status")
	if s.notice == nil {
		return bar
	}
	state := "calm"
	if s.notice.bad {
		state = "bad"
	}
	body := []app.UI{app.Span().Class("bar-text").Text(s.notice.text(w))}
	if s.notice.action != nil {
		body = append(body, app.Button().Type("button").Class("button").Text(s.notice.action(w)).OnClick(b.onAct))
	}
	body = append(body, iconButton(w.Dismiss, iconRemove, true, b.onClose))
	return bar.Body(app.Div().Class("bar").DataSet("state", state).Body(body...))
}

func (b *noticeBar) onAct(app.Context, app.Event)   { b.Session.actOnNotice() }
func (b *noticeBar) onClose(app.Context, app.Event) { b.Session.closeNotice() }
