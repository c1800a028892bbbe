package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// A library is where the lessons are, and where the learner's place among them
// is kept. Its callbacks come on the UI goroutine.
type library interface {
	fetch(name string, done func(text, problem string))
	progress() string
	keepProgress(text string)
	place() string // with the tab
	keepPlace(text string)
	address() string // what stands behind # in the address
	setAddress(fragment string)
}

// jsLibrary is lastcallLessons, on the JavaScript side of the page.
type jsLibrary struct {
	js  app.Value
	ctx app.Context
}

func newLibrary(ctx app.Context) jsLibrary {
	return jsLibrary{app.Window().Get("lastcallLessons"), ctx}
}

func (l jsLibrary) fetch(name string, done func(text, problem string)) {
	l.js.Call("fetch", name, l.once(done))
}

// read reads the file that a person has chosen in an input.
func (l jsLibrary) read(input app.Value, done func(name, text string)) {
	l.js.Call("read", input, l.once(done))
}

// once is a callback with two texts that comes once.
func (l jsLibrary) once(done func(a, b string)) app.Func {
	var on app.Func
	on = app.FuncOf(func(_ app.Value, args []app.Value) any {
		a, b := args[0].String(), args[1].String()
		l.ctx.Dispatch(func(app.Context) {
			done(a, b)
			on.Release()
		})
		return nil
	})
	return on
}

func (l jsLibrary) progress() string           { return l.js.Call("progress").String() }
func (l jsLibrary) keepProgress(text string)   { l.js.Call("keepProgress", text) }
func (l jsLibrary) place() string              { return l.js.Call("place").String() }
func (l jsLibrary) keepPlace(text string)      { l.js.Call("keepPlace", text) }
func (l jsLibrary) address() string            { return l.js.Call("address").String() }
func (l jsLibrary) setAddress(fragment string) { l.js.Call("setAddress", fragment) }

// onAddress calls changed when the address is changed by another than
// setAddress, until stop is called.
func (l jsLibrary) onAddress(changed func(fragment string)) (stop func()) {
	on := app.FuncOf(func(_ app.Value, args []app.Value) any {
		fragment := args[0].String()
		l.ctx.Dispatch(func(app.Context) { changed(fragment) })
		return nil
	})
	cancel := l.js.Call("onAddress", on)
	return func() {
		cancel.Invoke()
		on.Release()
	}
}
