package trace_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lastcall/engine/trace"
)

// spread is a log with two long waits: at 0 to 4, at 100 to 101, at 1000.
func spread() *log {
	l := new(log).register("bye")
	for i, at := range []float64{1, 3, 100, 1000} {
		l.enter("e"+fmt.Sprint(i), at, 0)
	}
	for i, at := range []float64{1, 3, 100, 1000} {
		l.at(at).start(i).at(at + 1).finish(i)
	}
	return l.exit(trace.CauseReturn, true, 0).hook(trace.HookStart, "bye").hook(trace.HookDone, "bye").end(0)
}

func marksOf(p *trace.Timeline) string {
	var b strings.Builder
	for _, pin := range p.Pins {
		b.WriteString(pin.ID + " ")
	}
	b.WriteString("|")
	for _, bar := range p.Bars {
		b.WriteString(" " + bar.ID)
	}
	return fmt.Sprint(b.String(), " | exits ", len(p.Exits), ", boxes ", len(p.Boxes))
}

// A window shows what is in it, to scale, and nothing else of the clock.
func TestWindow(t *testing.T) {
	ix := trace.NewIndex(spread().records)
	tests := []struct {
		from, to float64
		want     string
		ticks    string
	}{
		{0, 5, "e0 e1 | e0 e1 | exits 0, boxes 1", "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5 4.0 4.5 5.0"},
		{3.5, 50, "| e1 | exits 0, boxes 1", "5 10 15 20 25 30 35 40 45 50"},
		{99, 102, "e2 | e2 | exits 0, boxes 1", "99.0 99.5 100.0 100.5 101.0 101.5 102.0"},
		{1000.5, 1002, "| e3 | exits 1, boxes 1", "1000.6 1000.8 1001.0 1001.2 1001.4 1001.6 1001.8 1002.0"},
		{0, 0, "e0 e1 e2 e3 | e0 e1 e2 e3 | exits 1, boxes 1", "0 100 200 300 400 500 600 700 800 900 1000"},
	}
	for _, tt := range tests {
		p := trace.View{Width: 1000, From: tt.from, To: tt.to}.Layout(nil, ix)
		checkLayout(t, fmt.Sprint(tt.from), p)
		if got := marksOf(p); got != tt.want {
			t.Errorf("from %v to %v: %s, want %s", tt.from, tt.to, got, tt.want)
		}
		if got := labelsOf(p); got != tt.ticks {
			t.Errorf("from %v to %v: ticks %s, want %s", tt.from, tt.to, got, tt.ticks)
		}
		if p.Full != (trace.Span{From: 0, To: 1001}) {
			t.Errorf("from %v to %v: the whole is %v", tt.from, tt.to, p.Full)
		}
	}
}

// A gap is folded with all others, or alone, and what is around it keeps the
// scale.
func TestFolds(t *testing.T) {
	ix := trace.NewIndex(spread().records)
	tests := []struct {
		name   string
		view   trace.View
		folded []bool
		ticks  string
	}{
		{"none", trace.View{}, []bool{false}, "0 100 200 300 400 500 600 700 800 900 1000"},
		{"the longest", trace.View{Except: []float64{101}}, []bool{false, true}, "0 10 20 30 40  60 70 80 90 100"},
		{"all", trace.View{Fold: true}, []bool{true, true}, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5  100.5  1000.5 1001.0"},
		{"all but one", trace.View{Fold: true, Except: []float64{101}}, []bool{false}, "0 100 200 300 400 500 600 700 800 900 1000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.view.Width = 1000
			p := tt.view.Layout(nil, ix)
			checkLayout(t, tt.name, p)
			var folded []bool
			for _, g := range p.Gaps {
				folded = append(folded, g.Folded)
				if g.Folded && g.X2-g.X1 > 31 {
					t.Errorf("a folded gap goes from %v to %v", g.X1, g.X2)
				}
			}
			if fmt.Sprint(folded) != fmt.Sprint(tt.folded) {
				t.Fatalf("gaps %+v, want folded %v", p.Gaps, tt.folded)
			}
			if got := labelsOf(p); got != tt.ticks {
				t.Errorf("ticks %s, want %s", got, tt.ticks)
			}
			for _, at := range []float64{0, 1.5, 3, 50, 100.5, 500, 1000.5, 1001} {
				if x := p.XAt(at); p.XAt(p.TimeAt(x)) != x {
					t.Errorf("%v stands at %v, where the clock reads %v", at, x, p.TimeAt(x))
				}
			}
		})
	}
}

// Whatever part is shown, marks stay few and apart.
func TestViewsOfRandomLogs(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 2))
		ix := trace.NewIndex(random(rng, 1+rng.IntN(300), true))
		for range 5 {
			from := rng.Float64() * 20
			v := trace.View{Width: 300 + 900*rng.Float64(), From: from, To: from + rng.Float64()*30, Fold: rng.IntN(2) == 0}
			if rng.IntN(3) == 0 {
				v.To = 0
			}
			p := v.Layout(nil, ix)
			what := fmt.Sprintf("seed %d, %+v", seed, v)
			checkLayout(t, what, p)
			if v.Whole() {
				checkCursor(t, what, p, ix.Len())
			}
		}
	}
}

func TestAxis(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	tests := []struct {
		name     string
		axis     trace.Axis
		from, to float64
		want     string
	}{
		{"numbers", trace.Axis{}, 0, 2, "0.0 0.2 0.4 0.6 0.8 1.0 1.2 1.4 1.6 1.8 2.0"},
		{"seconds", trace.Axis{Kind: trace.AxisDurations}, 0, 20, "0s 2s 4s 6s 8s 10s 12s 14s 16s 18s 20s"},
		{"minutes", trace.Axis{Kind: trace.AxisDurations}, 0, 300, "0m 00s 0m 30s 1m 00s 1m 30s 2m 00s 2m 30s 3m 00s 3m 30s 4m 00s 4m 30s 5m 00s"},
		{"hours", trace.Axis{Kind: trace.AxisDurations, Tick: time.Minute}, 0, 180, "0h 00m 0h 15m 0h 30m 0h 45m 1h 00m 1h 15m 1h 30m 1h 45m 2h 00m 2h 15m 2h 30m 2h 45m 3h 00m"},
		{"milliseconds", trace.Axis{Kind: trace.AxisDurations, Tick: time.Millisecond}, 0, 10, "0.000s 0.001s 0.002s 0.003s 0.004s 0.005s 0.006s 0.007s 0.008s 0.009s 0.010s"},
		{"from the start", trace.Axis{Kind: trace.AxisDurations, Zero: 100}, 100, 110, "0s 1s 2s 3s 4s 5s 6s 7s 8s 9s 10s"},
		{"days", trace.Axis{Kind: trace.AxisDurations, Tick: 24 * time.Hour}, 0, 7, "0d 00h 0d 12h 1d 00h 1d 12h 2d 00h 2d 12h 3d 00h 3d 12h 4d 00h 4d 12h 5d 00h 5d 12h 6d 00h 6d 12h 7d 00h"},
		{"times", trace.Axis{Kind: trace.AxisDates, Tick: time.Minute, Start: start}, 0, 180, "09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00 11:15 11:30 11:45 12:00"},
		{"times with seconds", trace.Axis{Kind: trace.AxisDates, Start: start}, 0, 60, "09:00:00 09:00:05 09:00:10 09:00:15 09:00:20 09:00:25 09:00:30 09:00:35 09:00:40 09:00:45 09:00:50 09:00:55 09:01:00"},
		{"dates", trace.Axis{Kind: trace.AxisDates, Tick: 24 * time.Hour, Start: start}, 0, 5, "2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28"},
		{"over midnight", trace.Axis{Kind: trace.AxisDates, Tick: time.Hour, Start: start}, 0, 24, "11-23 09:00 11-23 12:00 11-23 15:00 11-23 18:00 11-23 21:00 11-24 00:00 11-24 03:00 11-24 06:00 11-24 09:00"},
	}
	for _, tt := range tests {
		p := trace.View{Width: 1000, From: tt.from, To: tt.to, Axis: tt.axis}.Layout(nil, trace.NewIndex(nil))
		if got := labelsOf(p); got != tt.want {
			t.Errorf("%s: ticks %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAxisText(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	tests := []struct {
		axis trace.Axis
		t    float64
		want string
	}{
		{trace.Axis{}, 2.5, "2.5"},
		{trace.Axis{Kind: trace.AxisDurations}, 90.25, "1m 30.25s"},
		{trace.Axis{Kind: trace.AxisDurations}, -5, "-5s"},
		{trace.Axis{Kind: trace.AxisDurations, Tick: time.Hour}, 26, "1d 02h 00m 00s"},
		{trace.Axis{Kind: trace.AxisDates, Start: start}, 61.5, "11-23 09:01:01.5"},
		{trace.Axis{Kind: trace.AxisDates, Start: start}, 1e300, "1e+300s"},
	}
	for _, tt := range tests {
		if got := tt.axis.Text(tt.t); got != tt.want {
			t.Errorf("Text(%v) = %s, want %s", tt.t, got, tt.want)
		}
	}
}

func TestSnap(t *testing.T) {
	tests := []struct {
		axis             trace.Axis
		t, pixel, pixels float64
		want             float64
	}{
		{trace.Axis{}, 2.34, 0.013, 24, 2.5},
		{trace.Axis{}, -0.1, 0.013, 24, 0},
		{trace.Axis{}, 2.343, 0.013, 1, 2.34},
		{trace.Axis{}, 1234, 1.3, 24, 1250},
		{trace.Axis{Kind: trace.AxisDurations, Tick: time.Minute}, 17, 0.5, 24, 15},
	}
	for _, tt := range tests {
		if got := tt.axis.Snap(tt.t, tt.pixel, tt.pixels); got != tt.want {
			t.Errorf("Snap(%v, %v, %v) = %v, want %v", tt.t, tt.pixel, tt.pixels, got, tt.want)
		}
	}
}
