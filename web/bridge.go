package main

import (
	"encoding/json"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A bridge is lastcallPage, the JavaScript side of the page. What comes from
// there reaches the session while the UI goroutine waits for it: of a run, so
// that its picture is there without waiting for go-app's next frame.
type bridge struct {
	js  app.Value
	ctx app.Context
}

func newBridge(ctx app.Context) bridge {
	return bridge{js: app.Window().Get("lastcallPage"), ctx: ctx}
}

func (b bridge) run(text string, limit int, records func([]trace.Record), done func(ended)) process {
	var onRecords, onDone app.Func
	onRecords = app.FuncOf(func(_ app.Value, args []app.Value) any {
		records(decodeBatch(args[0]))
		b.ctx.Dispatch(func(app.Context) {})
		return nil
	})
	onDone = app.FuncOf(func(_ app.Value, args []app.Value) any {
		done(decodeEnded(args[0].String()))
		b.ctx.Dispatch(func(app.Context) {
			onRecords.Release()
			onDone.Release()
		})
		return nil
	})
	return jsProcess{b.js.Call("run", text, limit, onRecords, onDone)}
}

// decodeBatch reads records as they come from the engine.
func decodeBatch(text app.Value) []trace.Record {
	batch, err := trace.DecodeRecords([]byte(text.String()))
	if err != nil {
		panic(err) // the engine wrote them: the page and it are of different versions
	}
	return batch
}

// A jsProcess is a process of lastcall.js.
type jsProcess struct{ js app.Value }

func (p jsProcess) send(signal string) { p.js.Call("send", signal) }
func (p jsProcess) close()             { p.js.Call("close") }
func (p jsProcess) reload()            { p.js.Call("reload") }
func (p jsProcess) kill()              { p.js.Call("kill") }

func (b bridge) probe(text string, maxRecords int, kinds []trace.Kind, done func(*trace.Trace)) (stop func()) {
	names := make([]any, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.String()
	}
	stopped := false
	var onDone app.Func
	onDone = app.FuncOf(func(_ app.Value, args []app.Value) any {
		t, err := trace.Decode([]byte(args[0].String()))
		if err != nil {
			t = nil
		}
		b.ctx.Dispatch(func(app.Context) {
			onDone.Release()
			if !stopped {
				done(t)
			}
		})
		return nil
	})
	process := jsProcess{b.js.Call("probe", text, maxRecords, names, onDone)}
	return func() {
		stopped = true
		process.kill()
	}
}

func (b bridge) try(text string, maxRecords int, done func(*trace.Index)) {
	index := trace.NewIndex(nil)
	var onBatch, onDone app.Func
	onBatch = app.FuncOf(func(_ app.Value, args []app.Value) any {
		batch, err := trace.DecodeRecords([]byte(args[0].String()))
		if err != nil {
			panic(err) // as in run
		}
		index.Append(batch...)
		return nil
	})
	onDone = app.FuncOf(func(app.Value, []app.Value) any {
		done(index)
		b.ctx.Defer(func(app.Context) {
			onBatch.Release()
			onDone.Release()
		})
		return nil
	})
	b.js.Call("attempt", text, maxRecords, onBatch, onDone)
}

// release is the version that this page is, and calls newer on the UI goroutine
// when there is a newer one.
func (b bridge) release(newer func()) release {
	r := release{version: b.js.Call("version").String(), take: func() { b.js.Call("update") }}
	if b.js.Call("canDownload").Bool() {
		r.download = func() { b.js.Call("download") }
	}
	b.js.Call("onUpdate", app.FuncOf(func(app.Value, []app.Value) any { // for the life of the page
		b.ctx.Dispatch(func(app.Context) { newer() })
		return nil
	}))
	return r
}

func (b bridge) language() string     { return b.js.Call("language").String() }
func (b bridge) keptAxis() string     { return b.js.Call("keptAxis").String() }
func (b bridge) keepAxis(axis string) { b.js.Call("keepAxis", axis) }
func (b bridge) setLanguage(l string) { b.js.Call("setLanguage", l) }
func (b bridge) theme() string        { return b.js.Call("theme").String() }
func (b bridge) setTheme(t string)    { b.js.Call("setTheme", t) }

// frames calls tick with the ms since the last frame, until stop is called,
// and renders when tick says that something changed. It need not go through
// the UI goroutine: an event of the browser's finds that one waiting.
func (b bridge) frames(tick func(elapsed float64) (changed bool)) (stop func()) {
	last := -1.0
	onFrame := app.FuncOf(func(_ app.Value, args []app.Value) any {
		now := args[0].Float()
		elapsed := max(0, now-last)
		if last < 0 {
			elapsed = 0
		}
		last = now
		if tick(elapsed) {
			b.ctx.Dispatch(func(app.Context) {})
		}
		return nil
	})
	cancel := b.js.Call("frames", onFrame)
	return func() {
		cancel.Invoke()
		onFrame.Release()
	}
}

// widthOf calls changed on the UI goroutine with the width of an element in
// CSS pixels, now and whenever it changes, until stop is called.
func (b bridge) widthOf(element app.Value, changed func(width float64)) (stop func()) {
	onWidth := app.FuncOf(func(_ app.Value, args []app.Value) any {
		width := args[0].Float()
		b.ctx.Dispatch(func(app.Context) { changed(width) })
		return nil
	})
	cancel := b.js.Call("width", element, onWidth)
	return func() {
		cancel.Invoke()
		onWidth.Release()
	}
}

// decodeEnded reads what the bridge says became of a run.
func decodeEnded(text string) ended {
	var e struct {
		Stopped  *trace.Stopped
		Error    string
		Survived bool
	}
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		return ended{failure: err.Error()}
	}
	return ended{e.Stopped, e.Error, e.Survived}
}
