package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// footer says which version this is and offers it as one file.
type footer struct {
	app.Compo

	Session *session
	Rev     int
}

func (f *footer) Render() app.UI {
	s, w := f.Session, f.Session.words
	var download app.UI
	if s.release.download != nil {
		download = app.Button().Type("button").Class("button").Title(w.DownloadHelp).
			Text(w.Download).OnClick(f.onDownload)
	}
	return app.Footer().Class("footer").Body(
		app.Span().Class("footer-version").Text("Lastcall "+s.release.version),
		download,
	)
}

func (f *footer) onDownload(app.Context, app.Event) { f.Session.release.download() }

// updateNotice says that there is a newer version, and takes it on a click.
type updateNotice struct {
	app.Compo

	Session *session
	Rev     int
}

func (n *updateNotice) Render() app.UI {
	s, w := n.Session, n.Session.words
	notice := app.Div().Class("update").Role("status")
	if !s.release.newer {
		return notice
	}
	return notice.DataSet("state", "new").Body(
		app.Span().Text(w.NewVersion),
		app.Button().Type("button").Class("button").Text(w.TakeNewVersion).OnClick(n.onTake),
	)
}

func (n *updateNotice) onTake(app.Context, app.Event) { n.Session.release.take() }

// A release is the version that people have before them.
type release struct {
	version  string
	newer    bool   // there is a newer one
	take     func() // takes that
	download func() // saves this one as a file; nil if it is one already
}
