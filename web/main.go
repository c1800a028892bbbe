// Command web is app.wasm, the page of the playground. It shows traces: it
// never runs a program itself.
//
// A session (session.go, run.go) holds everything that the page shows. The
// components, one a file, draw it and call its methods; the bridge takes its
// wishes to JavaScript.
package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

func main() {
	// Where the files are served from is the host's business.
	app.RouteWithRegexpFunc(".*", func() app.Composer { return &page{} })
	app.RunWhenOnBrowser() // in a browser it does not return
	awayFromBrowser()
}
