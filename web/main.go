// Command web is app.wasm, the page of the playground. It shows traces: it
// never runs a program itself.
//
// A session (session.go, run.go) holds everything that the page shows, its
// tutorial what the lessons add. The components, one a file, draw it and call
// its methods; the timeline alone is drawn past go-app, by a pen (pen.go) on a
// canvas. Bridge and library take the session's wishes to JavaScript.
//
// Away from a browser it writes the picture of a trace that stands in
// index.html until the page has come: first.go.
package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

func main() {
	// Where the files are served from is the host's business.
	app.RouteWithRegexpFunc(".*", func() app.Composer { return &page{} })
	app.RunWhenOnBrowser() // in a browser it does not return
	awayFromBrowser()
}
