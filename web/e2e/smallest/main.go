// Command smallest is go-app's smallest app, which bench-start.mjs compares the
// page's start with.
package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

type hello struct{ app.Compo }

func (h *hello) Render() app.UI { return app.H1().Class("page").Text("Hello") }

func main() {
	app.RouteWithRegexpFunc(".*", func() app.Composer { return &hello{} })
	app.RunWhenOnBrowser()
}
