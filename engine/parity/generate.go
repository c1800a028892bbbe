package parity

import (
	"math/rand/v2"
	"slices"

	"lastcall/engine/scenario"
)

// Generate returns the scenario of a seed: the same one every time, valid,
// and soon over. It may hold whatever the contract allows, but for what CPython
// itself is not of one mind about, and for numbers beyond all use.
func Generate(seed uint64, python scenario.Profile) *scenario.Scenario {
	for try := uint64(0); ; try++ {
		if s := Random(seed, try, python); fit(s) {
			return s
		}
	}
}

// Random returns a scenario that is valid, but need not end.
func Random(seed, try uint64, python scenario.Profile) *scenario.Scenario {
	g := generator{Rand: rand.New(rand.NewPCG(seed, try))}
	g.s.Python = python
	g.scenario()
	return &g.s
}

// A generator makes one scenario.
type generator struct {
	*rand.Rand
	s scenario.Scenario

	deadly float64 // how likely a step is to end what it stands in
	wrong  float64 // how likely a print asks for an argument that is not there
}

var (
	eventIDs = []string{"backup", "report", "retry", "poll", "tick", "_e6"}
	hookIDs  = []string{"close_db", "flush", "unlock", "Say_bye", "h5"}
	titles   = []string{"", "", "a title", "Заголовок «№ 1»"}
	labels   = []string{"", "", "", "the nightly backup", "\"quoted\" {0}"}
)

func (g *generator) scenario() {
	g.deadly = pick(g, 0.0, 0.02, 0.06, 0.15)
	g.wrong = pick(g, 0.0, 0.0, 0.02, 0.1)
	g.s.Title = pick(g, titles...)
	g.s.Clock.Tick = scenario.DefaultTick
	if g.chance(0.2) {
		g.s.Clock.Start = g.time()
	}
	for _, id := range eventIDs[:g.IntN(len(eventIDs)+1)] {
		g.s.Events = append(g.s.Events, scenario.Event{
			ID: id, Label: pick(g, labels...), When: g.when(), Priority: g.priority(),
			Unqueued: g.chance(0.2), With: g.arguments(),
		})
	}
	for _, id := range hookIDs[:g.IntN(len(hookIDs)+1)] {
		g.s.Hooks = append(g.s.Hooks, scenario.Hook{
			ID: id, Label: pick(g, labels...), Unregistered: g.chance(0.2), With: g.arguments(),
		})
	}
	for i := range g.s.Events {
		e := &g.s.Events[i]
		e.Do = g.steps(place{self: i, with: e.With}, 4)
	}
	for i := range g.s.Hooks {
		h := &g.s.Hooks[i]
		h.Do = g.steps(place{self: -1, with: h.With}, 4)
	}
	g.handlers()
	g.outside()
	g.end()
	if len(g.s.Events) > 0 && g.chance(0.3) {
		g.chain()
	}
}

// chain makes an event enter itself again and again, until something else
// ends that.
func (g *generator) chain() {
	e := &g.s.Events[g.IntN(len(g.s.Events))]
	again := scenario.Enter{Event: e.ID, When: scenario.When{Time: pick(g, 0.3, 0.5, 1, 2)}, With: e.With}
	e.Do = slices.Insert(e.Do, g.IntN(len(e.Do)+1), scenario.Step(again))

	until := pick(g, 1, 2.5, 3, 5)
	cancel := []scenario.Step{scenario.Cancel{Event: e.ID}}
	switch g.IntN(4) {
	case 0:
		g.s.Outside = append(g.s.Outside, scenario.Outside{At: until, Do: cancel})
	case 1:
		g.s.Outside = append(g.s.Outside, scenario.Outside{At: until, Send: pick(g, scenario.Close, scenario.Sending(scenario.SIGINT))})
	default:
		other := pick(g, g.s.Events...)
		g.s.Events = append(g.s.Events, scenario.Event{ID: "stop", When: scenario.When{Time: until}, Do: append(cancel, other.Do...)})
	}
}

func (g *generator) handlers() {
	g.s.Handlers = map[scenario.Signal][]scenario.Step{}
	for _, signal := range scenario.Handleable {
		if g.chance(0.3) {
			g.s.Handlers[signal] = g.steps(place{self: -1}, 3)
		}
	}
}

// outside makes what comes from there. Some entries are at one moment, or at
// that of an event.
func (g *generator) outside() {
	for range pick(g, 0, 0, 1, 1, 2, 3, 5) {
		o := scenario.Outside{At: g.time()}
		switch {
		case g.chance(0.4):
			o.Do = g.steps(place{self: -1, outside: true}, 3)
		case g.chance(0.7):
			o.Send = scenario.Sending(pick(g, scenario.Handleable...))
		default:
			o.Send = pick(g, scenario.Close, scenario.Close, scenario.Discard, scenario.Sending(scenario.SIGKILL))
		}
		g.s.Outside = append(g.s.Outside, o)
	}
}

// end makes the end of the main program, which is often a step that ends it.
func (g *generator) end() {
	g.s.End = g.steps(place{self: -1}, 3)
	if g.chance(0.4) {
		g.s.End = append(g.s.End, g.deadlyStep())
	}
}

// arguments makes some, or none.
func (g *generator) arguments() (a scenario.Arguments) {
	for range pick(g, 0, 0, 0, 1, 2, 3) {
		a.Args = append(a.Args, g.value())
	}
	names := []string{"mode", "self", "name", "format", "x1", "kwargs"}
	g.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names[:pick(g, 0, 0, 0, 1, 2)] {
		a.Kwargs = append(a.Kwargs, scenario.Kwarg{Name: name, Value: g.value()})
	}
	return a
}

func (g *generator) chance(p float64) bool { return g.Float64() < p }

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }
