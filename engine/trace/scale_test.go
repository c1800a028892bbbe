package trace_test

import (
	"math"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

func TestOffScale(t *testing.T) {
	ended := func() *log {
		return new(log).enter("a", 10, 0).enter("b", 14, 0).enter("c", 15.1, 0).enter("d", 1e300, 0).enter("e", -1e300, 0).
			at(10).start(0).finish(0).exit(trace.CauseReturn, true, 4)
	}
	p := layout(ended(), nil, 1000)
	if p.From != 0 || p.To != 14 {
		t.Errorf("from %v to %v, want 0 to 14", p.From, p.To)
	}
	for _, pin := range p.Pins {
		if want := pin.Seq >= 2; pin.OffScale != want {
			t.Errorf("pin of %v: OffScale = %v", pin.Time, pin.OffScale)
		}
		if pin.Time > 15 && pin.X != p.Right || pin.Time < 0 && pin.X != p.Left {
			t.Errorf("pin of %v stands at %v", pin.Time, pin.X)
		}
	}
	// While a run goes on nobody knows how long it will take.
	going := new(log).enter("a", 10, 0).enter("b", 40, 0).enter("c", 1e9, 0).at(0.01)
	if p := layout(going, nil, 1000); p.To != 40 || !p.Pins[2].OffScale {
		t.Errorf("from %v to %v, pins %+v", p.From, p.To, p.Pins)
	}
}

func TestScale(t *testing.T) {
	at := func(t float64, l *log) *log {
		return l.at(t).enter("e", t, 0).start(0).finish(0).exit(trace.CauseReturn, true, 0).end(0)
	}
	tests := []struct {
		name     string
		log      *log
		start    float64
		from, to float64
		ticks    string
	}{
		{"nothing", new(log), 0, 0, 1, "0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0"},
		{"one instant", at(5, new(log)), 5, 5, 6, "5.0 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 6.0"},
		{"from the clock's start", at(5, new(log)), 0, 0, 5, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5 4.0 4.5 5.0"},
		{"before it", new(log).at(3).enter("e", 1, 0).start(0).at(6).finish(0), 3, 1, 6, "1.0 1.5 2.0 2.5 3.0 3.5 4.0 4.5 5.0 5.5 6.0"},
		{"long numbers", at(1650000000.5, new(log)), 1650000000, 1650000000, 1650000000.5, "1650000000.0 1650000000.1 1650000000.2 1650000000.3 1650000000.4 1650000000.5"},
		{"tiny", at(1e-4, new(log)), 0, 0, 1e-4, "0.00000 0.00001 0.00002 0.00003 0.00004 0.00005 0.00006 0.00007 0.00008 0.00009 0.00010"},
		{"huge", at(1e308, new(log)), -1e308, -1e308, 1e308, "-1e+308 -8e+307 -6e+307 -4e+307 -2e+307 0 2e+307 4e+307 6e+307 8e+307 1e+308"},
		{"more than a float holds", at(1e18, new(log)), 1e18, 1e18, 2e18, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := layout(tt.log, &scenario.Scenario{Clock: scenario.Clock{Start: tt.start}}, 1000)
			if tt.ticks == "" {
				if len(p.Ticks) == 0 || p.To <= p.From {
					t.Errorf("from %v to %v, ticks %v", p.From, p.To, p.Ticks)
				}
				return
			}
			if p.From != tt.from || p.To != tt.to || labelsOf(p) != tt.ticks {
				t.Errorf("from %v to %v, ticks %s; want %v to %v, %s", p.From, p.To, labelsOf(p), tt.from, tt.to, tt.ticks)
			}
			if x := p.XAt(tt.to); math.Abs(x-p.Right) > 0.01 {
				t.Errorf("XAt(%v) = %v, want %v", tt.to, x, p.Right)
			}
			if m := p.TimeAt((p.Left + p.Right) / 2); math.Abs(p.XAt(m)-(p.Left+p.Right)/2) > 0.02 {
				t.Errorf("TimeAt and XAt disagree at %v", m)
			}
		})
	}
}

func TestNumberAndCount(t *testing.T) {
	for f, want := range map[float64]string{0: "0", 2: "2", 0.1 + 0.2: "0.3", 1.23456: "1.235", 1e-7: "1e-07", math.Copysign(0, -1): "0", -2.5: "-2.5", 1e21: "1e+21"} {
		if got := trace.Number(f); got != want {
			t.Errorf("Number(%v) = %s, want %s", f, got, want)
		}
	}
	for n, want := range map[int]string{7: "7", 999: "999", 1000: "1k", 1234: "1.2k", 9999: "9.9k", 50_000: "50k", 2_000_000: "2M"} {
		if got := trace.Count(n); got != want {
			t.Errorf("Count(%d) = %s, want %s", n, got, want)
		}
	}
}
