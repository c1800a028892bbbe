package main

import (
	"slices"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// mounted mounts a component without a browser. Values of JavaScript are
// stubs there.
func mounted(t *testing.T, c app.Composer) {
	t.Helper()
	d := app.NewClientTester(c)
	t.Cleanup(d.Close)
	d.Consume()
}

// Every component renders every example at its start, in its middle and at
// its end, whatever is selected.
func TestComponentsRender(t *testing.T) {
	for _, e := range examples {
		if e.name == "runaway" {
			continue // large, and no different
		}
		s, _ := opened(t, e.name)
		for _, n := range []int{0, s.total() / 2, s.total()} {
			s.seek(n)
			for _, selected := range []target{{}, {id: s.scenario.Events[0].ID}, {kind: hookKind, id: s.scenario.Hooks[0].ID}} {
				s.choose(selected)
				for _, c := range []app.Composer{
					&header{Session: s}, &intro{Session: s}, &transport{Session: s}, &timeline{Session: s},
					&endings{Session: s}, &inspector{Session: s}, &queue{Session: s}, &hookStack{Session: s}, &console{Session: s},
				} {
					mounted(t, c)
				}
			}
		}
	}
}

// A row acts on what it shows, also after rows before it went away: go-app
// compares handlers by the code they point to.
func TestARowActsOnWhatItShows(t *testing.T) {
	s, b := opened(t, "hooks")
	row := &stepRow{Session: s, Target: target{id: "serve"}, Index: 0, Step: s.scenario.Events[0].Do[0]}
	mounted(t, row)
	row.onRemove(nil, app.Event{})
	b.settle()
	if got := len(findEvent(s.scenario, "serve").Do); got != 1 {
		t.Fatalf("serve has %d steps, want 1", got)
	}
	row.Step = s.scenario.Events[0].Do[0]
	row.onRemove(nil, app.Event{})
	if got := findEvent(s.scenario, "serve").Do; len(got) != 0 {
		t.Errorf("serve still does %v", got)
	}
}

func TestStepsMove(t *testing.T) {
	s, _ := opened(t, "overrun")
	before := slices.Clone(findEvent(s.scenario, "backup").Do)
	row := &stepRow{Session: s, Target: target{id: "backup"}, Index: 1, Step: before[1]}
	row.onUp(nil, app.Event{})
	after := findEvent(s.scenario, "backup").Do
	if after[0] != before[1] || after[1] != before[0] {
		t.Errorf("after moving up: %v", after)
	}
}
