package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

func (b bridge) keep(text string)       { b.js.Call("keep", text) }
func (b bridge) keepDraft(text string)  { b.js.Call("keepDraft", text) }
func (b bridge) hintsSeen()             { b.js.Call("hintsSeen") }
func (b bridge) copy(text string)       { b.js.Call("copy", text) }
func (b bridge) save(name, text string) { b.js.Call("save", name, text) }

// kept, draft and newcomer are what was stored on visits before.
func (b bridge) kept() string   { return b.js.Call("kept").String() }
func (b bridge) draft() string  { return b.js.Call("draft").String() }
func (b bridge) newcomer() bool { return b.js.Call("newcomer").Bool() }

func (b bridge) clipboard(pasted func(text string, ok bool)) {
	b.once("clipboard", func(args []app.Value) {
		if args[0].IsNull() {
			pasted("", false)
		} else {
			pasted(args[0].String(), true)
		}
	})
}

func (b bridge) chooseFile(chosen func(name, text string)) {
	b.once("chooseFile", func(args []app.Value) {
		if len(args) == 2 {
			chosen(args[0].String(), args[1].String())
		}
	})
}

// once calls a function that answers once: with nothing, if there is nothing.
func (b bridge) once(name string, answer func(args []app.Value)) {
	var onAnswer app.Func
	onAnswer = app.FuncOf(func(_ app.Value, args []app.Value) any {
		b.ctx.Dispatch(func(app.Context) {
			answer(args)
			onAnswer.Release()
		})
		return nil
	})
	b.js.Call(name, onAnswer)
}

// wishes calls grant for what a person asks for, until stop is called. An
// event of the browser's finds the UI goroutine waiting, and must know at once
// whether it was answered.
func (b bridge) wishes(grant func(asked wish, name, text string) (done bool, copied string)) (stop func()) {
	onWish := app.FuncOf(func(_ app.Value, args []app.Value) any {
		done, copied := grant(wish(args[0].String()), args[1].String(), args[2].String())
		b.ctx.Dispatch(func(app.Context) {})
		return map[string]any{"done": done, "copied": copied}
	})
	cancel := b.js.Call("wishes", onWish)
	return func() {
		cancel.Invoke()
		onWish.Release()
	}
}
