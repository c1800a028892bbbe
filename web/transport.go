package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// transport is the row of controls over the run: play, step, seek, speed, and
// the clock's reading.
type transport struct {
	app.Compo

	Session *session
	Rev     int
}

var speeds = []struct {
	factor float64
	name   string
}{{0.5, "½×"}, {1, "1×"}, {4, "4×"}}

func (t *transport) Render() app.UI {
	s, w := t.Session, t.Session.words
	n, total := s.cursor(), s.total()
	reading := s.reading(s.state().T)
	if s.live() {
		reading = liveReading(s.liveTime())
	}
	return app.Div().Class("transport").Body(
		app.Div().Class("transport-buttons").Role("group").Aria("label", w.Position).Body(
			iconButton(w.ToStart, iconToStart, n > 0 && !s.live(), t.onToStart),
			iconButton(w.StepBack, iconStepBack, n > 0 && !s.live(), t.onStepBack),
			t.play(),
			iconButton(w.Step, iconStep, n < total && !s.live(), t.onStep),
			iconButton(w.ToEnd, iconToEnd, n < total && !s.live(), t.onToEnd),
		),
		app.Output().Class("transport-clock").Aria("label", w.ClockName).Text(w.ClockReads(reading)),
		t.clock(),
		app.Input().Type("range").Class("transport-slider").ID("position").Aria("label", w.Position).
			Min(0).Max(total).Step(1).Disabled(s.live()).
			Aria("valuetext", w.RecordOf(n, total)+", "+w.ClockReads(reading)).
			OnInput(t.onSeek),
		app.Span().Class("transport-count").Text(w.RecordOf(n, total)),
		t.speed(),
		t.status(),
	)
}

// play is the main button. What runs in real time cannot be paused, so that
// is not offered.
func (t *transport) play() app.UI {
	s, w := t.Session, t.Session.words
	button := app.Button().Type("button").Class("button button-primary transport-play").OnClick(t.onPlay)
	switch {
	case s.live():
		return button.Disabled(true).Text(w.RunningNow)
	case s.scenario.Clock.Real && s.run.on != frame:
		return button.Disabled(false).Body(icon(iconPlay), app.Text(w.Launch))
	case s.playing:
		return button.Disabled(false).Body(icon(iconPause), app.Text(w.Pause))
	}
	return button.Disabled(false).Body(icon(iconPlay), app.Text(w.Play))
}

// clock chooses the clock; it always says which one it is.
func (t *transport) clock() app.UI {
	s, w := t.Session, t.Session.words
	real := s.scenario.Clock.Real
	return app.Div().Class("segments").Role("group").Aria("label", w.ClockName).Body(
		app.Button().Type("button").Class("segment").Aria("pressed", !real).
			Title(w.VirtualTimeHelp).Text(w.VirtualTime).OnClick(t.onVirtual),
		app.Button().Type("button").Class("segment").Aria("pressed", real).
			Title(w.RealTimeHelp).Text(w.RealTime).OnClick(t.onReal),
	)
}

// liveReading is a running clock's reading: tenths, which people can follow.
func liveReading(t float64) string { return strconv.FormatFloat(t, 'f', 1, 64) }

// OnMount and OnUpdate put the slider where the cursor is. A value among the
// attributes would be cut to the old maximum, and lost once a person has moved
// the slider.
func (t *transport) OnMount(ctx app.Context)  { ctx.Defer(t.placeSlider) }
func (t *transport) OnUpdate(ctx app.Context) { ctx.Defer(t.placeSlider) }

func (t *transport) placeSlider(app.Context) {
	if slider := app.Window().GetElementByID("position"); slider.Truthy() {
		slider.Set("value", t.Session.cursor())
	}
}

func (t *transport) speed() app.UI {
	w := t.Session.words
	choices := make([]app.UI, len(speeds))
	for i, speed := range speeds {
		chosen := t.Session.speed == speed.factor
		choices[i] = app.Button().Type("button").Class("segment").Aria("pressed", chosen).
			Text(speed.name).OnClick(t.onSpeed).DataSet("speed", i)
	}
	return app.Div().Class("segments").Role("group").Aria("label", w.Speed).Body(choices...)
}

// status says what became of the run when that is not its own end.
func (t *transport) status() app.UI {
	s, w := t.Session, t.Session.words
	var text string
	switch {
	case s.run.going && s.run.on == worker && s.run.next == nil && s.total() > 0:
		return app.Div().Class("notice").Role("status").Body(
			// The button stands first, so that it does not move as the number grows.
			app.Button().Type("button").Class("button button-danger").Text(w.Stop).OnClick(t.onStop),
			app.Span().Text(w.Running(s.total())),
		)
	case s.run.ended.failure != "":
		text = w.EngineFailed + " " + s.run.ended.failure
	case s.run.ended.stopped != nil:
		return &stoppedNotice{Session: s, Rev: s.rev}
	default:
		return app.Div().Class("notice-none").Role("status")
	}
	return app.Div().Class("notice").Role("status").Body(app.Span().Text(text))
}

func (t *transport) onPlay(app.Context, app.Event) {
	switch s := t.Session; {
	case s.scenario.Clock.Real && s.run.on != frame:
		s.launch()
	case s.playing:
		s.pause()
	default:
		s.play()
	}
}

func (t *transport) onVirtual(app.Context, app.Event) { t.Session.setClock(false) }
func (t *transport) onReal(app.Context, app.Event)    { t.Session.setClock(true) }

func (t *transport) onToStart(app.Context, app.Event)  { t.Session.seek(0) }
func (t *transport) onStepBack(app.Context, app.Event) { t.Session.seek(t.Session.cursor() - 1) }
func (t *transport) onStep(app.Context, app.Event)     { t.Session.seek(t.Session.cursor() + 1) }
func (t *transport) onToEnd(app.Context, app.Event)    { t.Session.seek(t.Session.total()) }
func (t *transport) onStop(app.Context, app.Event)     { t.Session.stop() }

func (t *transport) onSeek(ctx app.Context, _ app.Event) {
	n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err == nil {
		t.Session.seek(n)
	}
}

func (t *transport) onSpeed(ctx app.Context, _ app.Event) {
	i, err := strconv.Atoi(ctx.JSSrc().Get("dataset").Get("speed").String())
	if err == nil {
		t.Session.setSpeed(speeds[i].factor)
	}
}
