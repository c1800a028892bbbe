package main

import (
	"slices"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// orders are what other orders of entering a tie's events would make of the
// run, as far as they are run.
type orders struct {
	tied     []string // the events, in the order in which they are entered
	variants []variant
	known    int // of those, how many have been run
	bounded  bool
	stop     func()
}

// A variant is the scenario with the events of a tie entered in another order.
type variant struct {
	tied     []string
	scenario *scenario.Scenario
	ran      []string // events, in the order in which their actions began
	status   *int
}

// maxOrders bounds how many are run: that is all of four events'.
const maxOrders = 24

// forget drops what has been run, and what is being run.
func (o *orders) forget() {
	if o.stop != nil {
		o.stop()
	}
	*o = orders{}
}

// movable returns the events of a tie that the main program enters, in that
// order: those that can be entered in another.
func (s *session) movable(tied []int) (events []string) {
	for _, seq := range tied {
		h, _ := s.run.index.Entry(seq)
		origin := s.run.index.Origin(s.scenario, h.Enter)
		if origin.Kind == trace.FromMain && findEvent(s.scenario, h.Event) != nil && !slices.Contains(events, h.Event) {
			events = append(events, h.Event)
		}
	}
	return events
}

// tryOrders runs the scenario with a tie's events entered in other orders, one
// after the other, as it is first.
func (s *session) tryOrders(tied []string) {
	s.touch()
	o := &s.question.orders
	o.forget()
	lists, bounded := permutations(tied)
	o.tied, o.bounded = tied, bounded
	for _, list := range lists {
		o.variants = append(o.variants, variant{tied: list, scenario: withEventsInOrder(s.scenario, list)})
	}
	limit := probeRecords + 4*(len(s.scenario.Events)+len(s.scenario.Hooks))
	var probe func()
	probe = func() {
		if o.known == len(o.variants) {
			return
		}
		v := &o.variants[o.known]
		o.stop = s.engine.probe(string(scenario.Encode(v.scenario)), limit, []trace.Kind{trace.Start}, func(t *trace.Trace) {
			s.touch()
			if t != nil {
				v.status = t.Status
				for _, r := range t.Records {
					v.ran = append(v.ran, r.ID)
				}
			}
			o.known++
			probe()
		})
	}
	probe()
}

// permutations returns the orders of a list, itself first. When they are too
// many, it is a sample: itself, backwards, and with each member moved to the
// front.
func permutations(list []string) (all [][]string, bounded bool) {
	if len(list) <= 4 {
		return arrangements(list), false
	}
	backwards := slices.Clone(list)
	slices.Reverse(backwards)
	all = [][]string{list, backwards}
	for i := 1; i < len(list) && len(all) < maxOrders; i++ {
		moved := slices.Delete(slices.Clone(list), i, i+1)
		all = append(all, slices.Insert(moved, 0, list[i]))
	}
	return all, true
}

func arrangements(list []string) (all [][]string) {
	if len(list) == 0 {
		return [][]string{nil}
	}
	for i, first := range list {
		for _, rest := range arrangements(slices.Delete(slices.Clone(list), i, i+1)) {
			all = append(all, append([]string{first}, rest...))
		}
	}
	return all
}

// withEventsInOrder returns s with some of its events in the order given, in the
// places that they have among the others.
func withEventsInOrder(s *scenario.Scenario, ids []string) *scenario.Scenario {
	c := *s
	c.Events = slices.Clone(s.Events)
	next := 0
	for i, e := range s.Events {
		if slices.Contains(ids, e.ID) {
			c.Events[i] = *findEvent(s, ids[next])
			next++
		}
	}
	return &c
}

// tie says that only the order of entering decided, and tries others.
type tie struct {
	app.Compo

	Session *session
	Seq     int
	Rev     int
}

func (c *tie) Render() app.UI {
	s, w := c.Session, c.Session.words
	movable := s.movable(s.run.index.Tied(c.Seq))
	body := []app.UI{app.P().Body(app.Strong().Class("tie-flag").Text(w.TieFlag), app.Text(" "+w.TieText))}
	o := &s.question.orders
	switch {
	case len(movable) < 2:
		body = append(body, app.P().Class("tool-text").Text(w.TieEntered))
	case !slices.Equal(o.tied, movable):
		body = append(body, app.Button().Type("button").Class("button").Text(w.TryOrders).OnClick(c.onTry))
	default:
		body = append(body, s.ordersTable())
	}
	return app.Div().Class("tie").Body(body...)
}

func (c *tie) onTry(app.Context, app.Event) {
	s := c.Session
	this, that, _ := s.asked()
	s.question.this, s.question.that, s.question.about = this, that, s.selected
	s.tryOrders(s.movable(s.run.index.Tied(c.Seq)))
}

// ordersTable is what has been run so far.
func (s *session) ordersTable() app.UI {
	w, o := s.words, &s.question.orders
	heads := []app.UI{app.Th().Scope("col").Text(w.OrderEntered), app.Th().Scope("col").Text(w.OrderRan)}
	status := o.statusDiffers()
	if status {
		heads = append(heads, app.Th().Scope("col").Class("number").Text(w.OtherStatus))
	}
	heads = append(heads, app.Td())
	rows := make([]app.UI, o.known)
	for i := range rows {
		rows[i] = &orderRow{Session: s, Place: i, Status: status, Rev: s.rev}
	}
	progress := ""
	if o.known < len(o.variants) {
		progress = w.OrdersProgress(o.known, len(o.variants))
	} else if o.bounded {
		progress = w.TryOrdersBounded
	}
	return app.Div().Body(
		app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", w.TryOrders).Body(app.Table().Class("table orders").Body(
			app.THead().Body(app.Tr().Body(heads...)),
			app.TBody().Body(rows...),
		)),
		app.P().Class("tool-progress").Role("status").Text(progress),
	)
}

func (o *orders) statusDiffers() bool {
	text := func(v variant) int {
		if v.status == nil {
			return -1 << 20
		}
		return *v.status
	}
	for _, v := range o.variants[:o.known] {
		if text(v) != text(o.variants[0]) {
			return true
		}
	}
	return false
}

// orderRow is one order and what it gives.
type orderRow struct {
	app.Compo

	Session *session
	Place   int
	Status  bool
	Rev     int
}

func (r *orderRow) Render() app.UI {
	s, w := r.Session, r.Session.words
	v := s.question.orders.variants[r.Place]
	cells := []app.UI{
		app.Td().Body(s.sequence(v.tied, v.tied)),
		app.Td().Body(s.sequence(v.near(), v.tied)),
	}
	if r.Status {
		text := "?"
		if v.status != nil {
			text = formatTime(float64(*v.status))
		}
		cells = append(cells, app.Td().Class("number").Text(text))
	}
	if r.Place == 0 {
		return app.Tr().Body(append(cells, app.Td().Class("orders-present").Text(w.PresentOrder))...)
	}
	return app.Tr().Body(append(cells, app.Td().Body(
		app.Button().Type("button").Class("button").Aria("label", w.UseOrderOf(s.names(v.tied))).
			Text(w.UseOrder).OnClick(r.onUse),
	))...)
}

func (r *orderRow) onUse(app.Context, app.Event) {
	s := r.Session
	s.edit(s.question.orders.variants[r.Place].scenario)
	s.question.orders.forget()
}

// nearRun is how many actions of a run are shown around a tie.
const nearRun = 8

// near is the run from just before the first of the tie on.
func (v variant) near() []string {
	at := max(0, slices.IndexFunc(v.ran, func(id string) bool { return slices.Contains(v.tied, id) })-1)
	return v.ran[at:min(len(v.ran), at+max(nearRun, len(v.tied)+2))]
}

// sequence writes events in their order; those of the tie stand out.
func (s *session) sequence(ids, tied []string) app.UI {
	body := make([]app.UI, 0, 2*len(ids))
	for i, id := range ids {
		if i > 0 {
			body = append(body, app.Span().Class("orders-arrow").Text(" → "))
		}
		name := app.Span().Class("orders-name")
		if slices.Contains(tied, id) {
			name = name.DataSet("tied", "true")
		}
		body = append(body, name.Text(s.labelOf(target{id: id})))
	}
	return app.Span().Class("orders-sequence").Body(body...)
}

func (s *session) names(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.labelOf(target{id: id})
	}
	return strings.Join(names, ", ")
}
