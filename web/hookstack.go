package main

import (
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// hookStack shows the registered hooks at the cursor: the one that runs first
// is on top.
type hookStack struct {
	app.Compo

	Session *session
	Rev     int
}

func (h *hookStack) Render() app.UI {
	s, w := h.Session, h.Session.words
	hooks := s.state().Hooks()
	if len(hooks) == 0 {
		return card("hooks", w.HookStack, app.P().Class("empty").Text(w.HookStackEmpty))
	}
	rows := make([]app.UI, 0, min(len(hooks), maxRows))
	for _, g := range hooks[:min(len(hooks), maxRows)] {
		rows = append(rows, &hookRow{Session: s, Hook: g, Rev: s.rev})
	}
	body := []app.UI{app.Ol().Class("stack scroll").TabIndex(0).Body(rows...)}
	if more := len(hooks) - len(rows); more > 0 {
		body = append(body, app.P().Class("empty").Text(w.More(more)))
	}
	return card("hooks", w.HookStack, body...)
}

// hookRow is one registration.
type hookRow struct {
	app.Compo

	Session *session
	Hook    trace.Registration
	Rev     int
}

// phases are the phases' marks and names in the page's markup.
var phases = [...]struct{ mark, state string }{
	trace.PhaseWaiting:     {"○", "waiting"},
	trace.PhaseRunning:     {"▶", "running"},
	trace.PhaseDone:        {"✓", "done"},
	trace.PhaseFailed:      {"!", "failed"},
	trace.PhaseInterrupted: {"✕", "interrupted"},
	trace.PhaseSkipped:     {"⊘", "skipped"},
}

func (r *hookRow) Render() app.UI {
	s, g := r.Session, r.Hook
	phase := phases[g.Phase]
	return app.Li().Class("stack-item").DataSet("state", phase.state).DataSet("ref", registrationRef(g.Order)).Body(
		app.Span().Class("stack-mark").Aria("hidden", true).Text(phase.mark),
		app.Button().Type("button").Class("link").
			Text(named(s.labelOf(target{kind: hookKind, id: g.Hook}), g.With)).OnClick(r.onChoose),
		app.Span().Class("stack-note").Text(s.phaseName(g.Phase)+" · "+s.words.Registered(g.Order)),
	)
}

func (r *hookRow) onChoose(app.Context, app.Event) {
	r.Session.choose(target{kind: hookKind, id: r.Hook.Hook})
}

// phaseName is a phase in the reader's language.
func (s *session) phaseName(p trace.Phase) string {
	w := s.words
	return [...]string{
		trace.PhaseWaiting: w.Waiting, trace.PhaseRunning: w.RunningNow, trace.PhaseDone: w.Done,
		trace.PhaseFailed: w.Failed, trace.PhaseInterrupted: w.Interrupted, trace.PhaseSkipped: w.Skipped,
	}[p]
}
