package main

import (
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A page is the root: it owns the session and ties it to the browser.
type page struct {
	app.Compo

	session *session
	stops   []func()
}

func (p *page) OnMount(ctx app.Context) {
	b := newBridge(ctx)
	p.session = newSession(b, locales.Language(b.language()))
	p.session.theme = b.theme()
	p.session.release = b.release(func() {
		p.session.release.newer = true
		p.session.touch()
	})
	p.session.setAxis(b.keptAxis())
	lib := newLibrary(ctx)
	p.session.restore(b.kept(), b.draft())
	p.session.beginTutorial(lib)
	if b.newcomer() {
		p.session.showHints()
	}
	p.stops = append(p.stops, b.wishes(p.session.grant))
	b.visits(p.session.setVisits)
	p.stops = append(p.stops, b.frames(p.frame), lib.onAddress(p.session.followAddress))
	ctx.Defer(func(ctx app.Context) {
		canvas := app.Window().GetElementByID("timeline")
		p.stops = append(p.stops, b.widthOf(canvas, p.session.setWidth))
	})
}

func (p *page) OnDismount() {
	for _, stop := range p.stops {
		stop()
	}
}

func (p *page) Render() app.UI {
	s := p.session
	if s == nil {
		return app.Div()
	}
	return app.Div().Class("page").Body(
		&updateNotice{Session: s, Rev: s.rev},
		&header{Session: s, Rev: s.rev},
		&announcer{Session: s, Rev: s.rev},
		&shortcutSheet{Session: s, Rev: s.rev},
		app.Main().Class("main").DataSet("mode", s.mode()).Body(
			&noticeBar{Session: s, Rev: s.rev},
			&lastVisit{Session: s, Rev: s.rev},
			&intro{Session: s, Rev: s.rev},
			&lessonsPart{Session: s, Rev: s.rev},
			&hints{Session: s, Rev: s.rev},
			&transport{Session: s, Rev: s.rev},
			app.Div().Class("stage").Body(
				app.Div().Class("stage-left").Body(
					app.Section().Class("card").Aria("label", s.words.Timeline).Body(
						&timeline{Session: s, Rev: s.rev},
						&endings{Session: s, Rev: s.rev},
					),
					app.Div().Class("panels").Body(
						&queue{Session: s, Rev: s.rev},
						&hookStack{Session: s, Rev: s.rev},
						&console{Session: s, Rev: s.rev},
					),
				),
				&inspector{Session: s, Rev: s.rev},
			),
			&toolbox{Session: s, Rev: s.rev},
		),
		app.P().Class("drop").Aria("hidden", true).Text(s.words.DropHere),
		&footer{Session: s, Rev: s.rev},
	)
}

// frame moves playing on. Between two records only the cursor moves, and that
// without a rendering.
func (p *page) frame(elapsed float64) (changed bool) {
	changed = p.session.frame(elapsed)
	if p.session.announce(elapsed) {
		changed = true
	}
	if changed {
		p.session.followCursor()
		p.session.repaint()
	}
	if (p.session.playing || p.session.live()) && !changed {
		moveCursor(p.session)
	}
	return changed
}
