package main

import (
	"lastcall/engine/scenario"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// windowControls are what people can do to a program that runs in real time:
// close or reload its window, which fires beforeunload in it, destroy it,
// which fires nothing, or send it a signal.
type windowControls struct {
	app.Compo

	Session *session
	Rev     int
}

func (c *windowControls) Render() app.UI {
	s, w := c.Session, c.Session.words
	live := s.live()
	signals := []app.UI{option("", w.SendSignal, true)}
	for _, signal := range scenario.Signals {
		signals = append(signals, option(string(signal), string(signal), false))
	}
	var first app.UI = app.Button().Type("button").Class("button").Title(w.CloseHelp).
		Disabled(!live).Text(w.CloseWindow).OnClick(c.onClose)
	if !live {
		first = app.Button().Type("button").Class("button").Disabled(false).
			Text(w.Launch).OnClick(c.onLaunch)
	}
	return app.Div().Class("window-controls").Role("group").Aria("label", w.ProgramWindow).Body(
		first,
		app.Button().Type("button").Class("button").Title(w.ReloadHelp).
			Disabled(!live).Text(w.ReloadWindow).OnClick(c.onReload),
		app.Button().Type("button").Class("button button-danger").Title(w.KillHelp).
			Disabled(!live).Text(w.KillWindow).OnClick(c.onKill),
		app.Select().Class("field").Aria("label", w.SendSignal).
			Disabled(!live).OnChange(c.onSend).Body(signals...),
	)
}

func (c *windowControls) onLaunch(app.Context, app.Event) { c.Session.launch() }

// act does something to a program, if it still runs.
func (c *windowControls) act(do func(process)) {
	if c.Session.live() {
		do(c.Session.run.process)
	}
}

func (c *windowControls) onClose(app.Context, app.Event)  { c.act(process.close) }
func (c *windowControls) onReload(app.Context, app.Event) { c.act(process.reload) }
func (c *windowControls) onKill(app.Context, app.Event)   { c.act(process.kill) }

func (c *windowControls) onSend(ctx app.Context, _ app.Event) {
	signal := valueOf(ctx)
	ctx.JSSrc().Set("value", "") // it is a menu: nothing stays chosen
	if signal != "" {
		c.act(func(p process) { p.send(signal) })
	}
}
