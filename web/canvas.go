package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// A canvas is picture.js: where the timeline is drawn, and what people do there.
type canvas struct {
	js   app.Value
	stop func()
}

func newCanvas() canvas {
	return canvas{js: app.Window().Get("lastcallPage"), stop: func() {}}
}

// svgElement is the element that the picture is in.
func (c *canvas) svgElement() app.Value { return app.Window().GetElementByID("picture") }

// draw makes the picture what a pen has written.
func (c *canvas) draw(picture string) {
	if at := c.svgElement(); at.Truthy() {
		c.js.Call("draw", at, picture)
	}
}

// focus gives the focus to a mark, if another one has it.
func (c *canvas) focus(key string) {
	if at := c.svgElement(); at.Truthy() {
		c.js.Call("focusMark", at, key)
	}
}

// focusSoon gives the focus to an element of the page that is to appear within
// the next frames.
func (c *canvas) focusSoon(id string) { c.js.Call("focusSoon", id) }

// hint says what is below the pointer.
func (c *canvas) hint(h hint) {
	if at := c.svgElement(); at.Truthy() {
		c.js.Call("hint", at, app.Window().GetElementByID("timeline-hint"), h.text, h.cursor)
	}
}

// A gesture is something that a person does on the canvas.
type gesture struct {
	kind   string // down, move, up, cancel, hover, zoom, pan, press, focus or key
	x, y   float64
	with   modifiers
	amount float64 // of a zoom the factor, of a pan the pixels
	key    string  // of a mark or of the keyboard
}

// listen hands on gestures as they come, until release is called. The browser
// is told what do returns at once: from its point of view it is one event.
func (c *canvas) listen(do func(gesture) (taken bool)) {
	tell := app.FuncOf(func(_ app.Value, args []app.Value) any {
		return do(gesture{
			kind: args[0].String(), x: args[1].Float(), y: args[2].Float(),
			with: modifiers(args[3].Int()), amount: args[4].Float(), key: args[5].String(),
		})
	})
	stop := c.js.Call("listen", "picture", tell)
	c.stop = func() {
		stop.Invoke()
		tell.Release()
	}
}

func (c *canvas) release() { c.stop() }
