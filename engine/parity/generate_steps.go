package parity

import (
	"strconv"
	"strings"

	"lastcall/engine/scenario"
)

// A place is where steps stand.
type place struct {
	self    int // the event whose action it is, -1 if none
	outside bool
	with    scenario.Arguments
}

// steps makes up to max steps.
func (g *generator) steps(p place, max int) (steps []scenario.Step) {
	for range g.IntN(max + 1) {
		if step := g.step(p); step != nil {
			steps = append(steps, step)
		}
	}
	return steps
}

// step makes one step, nil if it would have to name what there is not.
func (g *generator) step(p place) scenario.Step {
	if !p.outside && g.chance(g.deadly) {
		return g.deadlyStep()
	}
	switch n := g.IntN(20); {
	case n < 7:
		return scenario.Print{Text: g.template(p)}
	case n < 10 && !p.outside:
		return scenario.Work{Units: max(0, g.time())}
	case n < 14 && len(g.s.Events) > 0:
		return g.enter(p)
	case n < 15 && len(g.s.Events) > 0:
		return scenario.Cancel{Event: g.s.Events[g.other(p)].ID}
	case n < 18 && len(g.s.Hooks) > 0:
		hook := pick(g, g.s.Hooks...)
		return scenario.Register{Hook: hook.ID, With: g.again(hook.With)}
	case n < 20 && len(g.s.Hooks) > 0:
		return scenario.Unregister{Hook: pick(g, g.s.Hooks...).ID}
	}
	return nil
}

// deadlyStep makes a step that may be the last one of a place, or of all.
func (g *generator) deadlyStep() scenario.Step {
	switch g.IntN(8) {
	case 0, 1:
		return scenario.Raise{Type: pick(g, scenario.ExceptionTypes...), Message: g.message()}
	case 2, 3:
		return scenario.Exit{Code: g.exitCode()}
	case 4:
		return scenario.HardExit{Code: g.hardExitCode()}
	case 5:
		return scenario.Abort{}
	default:
		return scenario.Kill{Signal: pick(g, scenario.Signals...)}
	}
}

// other returns which event a step is about: mostly one after that whose
// action it stands in, so that most programs come to an end.
func (g *generator) other(p place) int {
	if rest := len(g.s.Events) - p.self - 1; rest > 0 && g.chance(0.8) {
		return p.self + 1 + g.IntN(rest)
	}
	return g.IntN(len(g.s.Events))
}

// enter makes a step that enters an event; one that has run before, with a
// delay.
func (g *generator) enter(p place) scenario.Step {
	i := g.other(p)
	e := scenario.Enter{Event: g.s.Events[i].ID, When: g.when(), With: g.again(g.s.Events[i].With)}
	if i <= p.self && !e.When.Absolute {
		e.When.Time = pick(g, 0.1, 0.5, 1, 2)
	}
	if g.chance(0.3) {
		priority := g.priority()
		e.Priority = &priority
	}
	return e
}

// again makes the arguments of a further entry or registration: mostly those
// of the first, which its prints know.
func (g *generator) again(first scenario.Arguments) scenario.Arguments {
	if g.chance(0.8) {
		return first
	}
	return g.arguments()
}

// template makes the text of a print.
func (g *generator) template(p place) string {
	var b strings.Builder
	for range g.IntN(4) {
		switch n := g.IntN(10); {
		case g.chance(g.wrong):
			b.WriteString("{" + pick(g, "0", "7", "000123", "nothing", "_") + "}")
		case n < 3 && len(p.with.Args) > 0:
			b.WriteString("{" + pick(g, "", "0") + strconv.Itoa(g.IntN(len(p.with.Args))) + "}")
		case n < 5 && len(p.with.Kwargs) > 0:
			b.WriteString("{" + pick(g, p.with.Kwargs...).Name + "}")
		case n == 5:
			b.WriteString(pick(g, "{{", "}}", "{{0}}", "{{{{"))
		default:
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(g.text()))
		}
	}
	return b.String()
}

func (g *generator) message() *string {
	if g.chance(0.25) {
		return nil
	}
	text := g.text()
	return &text
}
