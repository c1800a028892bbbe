package main

import (
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/lesson"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func contains(list []string, one string) bool { return slices.Contains(list, one) }

// predictor asks for an order. The items stay where they are and are given
// numbers: nothing has to be dragged, and no focus is lost.
type predictor struct {
	app.Compo

	Session  *session
	Question []lesson.Block
	Rev      int
}

func (p *predictor) Render() app.UI {
	s := p.Session
	t, w := &s.tutorial, s.words.Lesson
	items := make([]app.UI, len(t.lesson.Predict.Items))
	for i, id := range t.lesson.Predict.Items {
		items[i] = &predictItem{Session: s, ID: id, Rev: p.Rev}
	}
	verdict := ""
	if t.judged {
		verdict = s.judgement()
	}
	return app.Div().Class("lesson-predict").Body(
		app.H2().Class("lesson-heading").Text(w.Predict),
		app.Div().Class("lesson-text").Body(blocks(p.Question)...),
		app.P().Class("lesson-how").ID("predict-how").Text(w.PredictHow),
		app.Div().Class("predict-items").Role("group").Aria("describedby", "predict-how").Aria("label", w.Predict).Body(items...),
		app.P().Class("predict-order").Aria("live", "polite").Text(w.YourOrder(s.predictedNames())),
		app.P().Class("verdict").Role("status").DataSet("state", state(verdict == "")).Text(verdict),
		app.Div().Class("lesson-buttons").Body(
			app.Button().Type("button").Class("button button-primary").Text(w.CheckPrediction).OnClick(p.onCheck),
			app.Button().Type("button").Class("button").Text(w.SkipPrediction).OnClick(p.onSkip),
		),
	)
}

// state is the data-state of an answer.
func state(fine bool) string {
	if fine {
		return "fine"
	}
	return "wrong"
}

// itemName is what people call an item of the prediction.
func (s *session) itemName(id string) string {
	item := target{id: id}
	if s.tutorial.lesson.Predict.Hooks {
		item.kind = hookKind
	}
	return s.labelOf(item)
}

// predictedNames is the order as far as it is predicted.
func (s *session) predictedNames() string {
	t := &s.tutorial
	if len(t.predicted) == 0 {
		return s.words.Lesson.NothingRuns
	}
	names := make([]string, len(t.predicted))
	for i, id := range t.predicted {
		names[i] = s.itemName(id)
	}
	return strings.Join(names, " → ")
}

func (p *predictor) onCheck(app.Context, app.Event) { p.Session.judge() }
func (p *predictor) onSkip(app.Context, app.Event)  { p.Session.reveal() }

// predictItem is one event or hook to put in order.
type predictItem struct {
	app.Compo

	Session *session
	ID      string
	Rev     int
}

func (p *predictItem) Render() app.UI {
	t := &p.Session.tutorial
	at := slices.Index(t.predicted, p.ID)
	number := "·"
	if at >= 0 {
		number = strconv.Itoa(at + 1)
	}
	name := p.Session.itemName(p.ID)
	return app.Button().Type("button").Class("predict-item").Aria("pressed", at >= 0).OnClick(p.onPick).Body(
		app.Span().Class("predict-number").Aria("hidden", at < 0).Text(number),
		app.Span().Text(name),
	)
}

func (p *predictItem) onPick(app.Context, app.Event) { p.Session.guess(p.ID) }
