package trace_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

var widths = []float64{1000, 350}

func overlap(a, b trace.Rect) bool {
	const slack = 0.011 // coordinates are rounded
	return a.X+slack < b.X+b.W && b.X+slack < a.X+a.W && a.Y+slack < b.Y+b.H && b.Y+slack < a.Y+a.H
}

// area is the rectangle that a label's words may fill.
func area(l trace.Label) trace.Rect {
	r := trace.Rect{X: l.X, Y: l.Y - 10, W: l.W, H: 12}
	if l.End {
		r.X -= l.W
	}
	return r
}

// lane is what may not overlap in one lane.
type lane struct{ hits, labels []trace.Rect }

func (l *lane) add(hit trace.Rect, label trace.Label) {
	if hit.W > 0 {
		l.hits = append(l.hits, hit)
	}
	if label.W > 0 {
		l.labels = append(l.labels, area(label))
	}
}

func lanes(t *trace.Timeline) map[trace.LaneKind]*lane {
	m := map[trace.LaneKind]*lane{trace.LanePlanned: {}, trace.LaneThread: {}, trace.LaneOutside: {}, trace.LaneHooks: {}}
	for _, p := range t.Pins {
		m[trace.LanePlanned].add(p.Hit, p.Label)
	}
	for _, b := range t.Bars {
		m[trace.LaneThread].add(b.Hit, b.Label)
	}
	for _, s := range t.Lates {
		m[trace.LaneThread].add(trace.Rect{}, s.Label)
	}
	for _, f := range t.Flags {
		m[trace.LaneOutside].add(f.Hit, f.Label)
	}
	for _, b := range t.Boxes {
		m[trace.LaneHooks].add(b.Hit, b.Label)
	}
	for i, e := range t.Exits {
		m[[]trace.LaneKind{trace.LaneThread, trace.LaneHooks}[i]].add(e.Hit, e.Label)
	}
	return m
}

// checkLayout checks what holds for every picture.
func checkLayout(t *testing.T, what string, p *trace.Timeline) {
	t.Helper()
	if n := p.Marks(); n > trace.MaxMarks {
		t.Errorf("%s: %d marks", what, n)
	}
	for kind, lane := range lanes(p) {
		checkApart(t, fmt.Sprintf("%s: lane %d: hit areas", what, kind), lane.hits)
		checkApart(t, fmt.Sprintf("%s: lane %d: labels", what, kind), lane.labels)
		for _, r := range append(lane.hits, lane.labels...) {
			if r.X < -0.01 || r.X+r.W > p.Width+0.01 || r.Y < 0 || r.Y+r.H > p.Height {
				t.Errorf("%s: lane %d: %v is outside of %v x %v", what, kind, r, p.Width, p.Height)
			}
		}
		for _, r := range lane.hits {
			if r.W < 23.99 || r.H < 24 {
				t.Errorf("%s: lane %d: hit area %v is too small", what, kind, r)
			}
		}
	}
	for i := 1; i < len(p.Ticks); i++ {
		if p.Ticks[i].X-p.Ticks[i-1].X < 55.9 {
			t.Errorf("%s: ticks at %v and %v", what, p.Ticks[i-1].X, p.Ticks[i].X)
		}
	}
	if len(p.Ticks) == 0 || p.To <= p.From {
		t.Errorf("%s: from %v to %v, ticks %v", what, p.From, p.To, p.Ticks)
	}
	y := p.Lanes[0].Y
	for _, lane := range p.Lanes {
		if lane.Y != y {
			t.Errorf("%s: lane %d begins at %v, want %v", what, lane.Kind, lane.Y, y)
		}
		y += lane.H
	}
	if y != p.Height {
		t.Errorf("%s: lanes end at %v, height %v", what, y, p.Height)
	}
}

func checkApart(t *testing.T, what string, rects []trace.Rect) {
	t.Helper()
	for i, a := range rects {
		for _, b := range rects[:i] {
			if overlap(a, b) {
				t.Errorf("%s %v and %v overlap", what, a, b)
				return
			}
		}
	}
}

// checkCursor checks that the cursor only goes forward, but for rows of boxes,
// and that a click finds the record it stands at.
func checkCursor(t *testing.T, what string, p *trace.Timeline, n int) {
	t.Helper()
	last, exit, hooks := p.Cursor(0), p.Width, p.Lanes[len(p.Lanes)-1].Y
	if len(p.Exits) > 0 {
		exit = p.Exits[0].X // boxes are not on the way of a click
	}
	for i := 1; i <= n; i += 1 + n/3000 {
		c := p.Cursor(i)
		if c.X < last.X && c.Y1 == last.Y1 || c.X < 0 || c.X > p.Width || c.Y2 > p.Height || c.Y1 >= c.Y2 {
			t.Fatalf("%s: cursor %v after %d records, then %v", what, last, i-1, c)
		}
		last = c
		if r := p.RecordAt(c.X); c.Y2 == hooks && c.X < exit && (r < 0 || p.X(r+1) != c.X || r < i-1) {
			t.Fatalf("%s: RecordAt(X(%d)) = %d", what, i, r)
		}
	}
}

func TestLayoutOfRandomLogs(t *testing.T) {
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 1))
		records := random(rng, 1+rng.IntN(300), true)
		if rng.IntN(4) == 0 {
			records = records[:rng.IntN(len(records))]
		}
		ix := trace.NewIndex(records)
		s := &scenario.Scenario{Outside: []scenario.Outside{{At: 3, Send: "SIGTERM"}, {At: 3, Do: []scenario.Step{scenario.Print{}}}, {At: 1e4, Send: scenario.Close}}}
		for _, width := range append(widths, 559, 100, 4000) {
			what := fmt.Sprintf("seed %d, width %v", seed, width)
			p := trace.Layout(s, ix, width)
			checkLayout(t, what, p)
			checkCursor(t, what, p, len(records))
		}
	}
}

// crowded is a log of n entries, half of them late, and many hooks.
func crowded(n int) []trace.Record {
	l := new(log)
	for i := range 300 {
		l.register("hook" + strconv.Itoa(i))
	}
	for i := range n {
		l.enter("event", float64(i/2), float64(i%3))
	}
	for i := range n {
		l.at(max(l.t, float64(i/2))).start(i)
		if i%100 == 0 {
			l.signal("SIGUSR1", true)
		}
		l.at(l.t + 0.5*float64(i%4)).finish(i)
	}
	l.exit(trace.CauseReturn, true, 0)
	for i := 299; i >= 0; i-- {
		l.hook(trace.HookStart, "hook"+strconv.Itoa(i)).hook(trace.HookDone, "hook"+strconv.Itoa(i))
	}
	return l.end(0).records
}

func TestLayoutOfManyMarks(t *testing.T) {
	for _, n := range []int{0, 40, 160, 900, 50_000} {
		records := crowded(n)
		ix := trace.NewIndex(records)
		for _, width := range append(widths, 8000) {
			what := fmt.Sprintf("%d entries, width %v", n, width)
			p := trace.Layout(nil, ix, width)
			checkLayout(t, what, p)
			checkCursor(t, what, p, len(records))
			pins, bars, hooks := 0, 0, 0
			for _, m := range p.Pins {
				pins += m.Count
			}
			for _, m := range p.Bars {
				bars += m.Count
			}
			for _, m := range p.Boxes {
				hooks += m.Count
			}
			if pins != n || bars != n || hooks != 300 {
				t.Errorf("%s: pins of %d, bars of %d, boxes of %d", what, pins, bars, hooks)
			}
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	for _, n := range []int{1000, 33_000} {
		ix := trace.NewIndex(crowded(n))
		b.Run(fmt.Sprintf("%d records", ix.Len()), func(b *testing.B) {
			for b.Loop() {
				trace.Layout(nil, ix, 1000)
			}
		})
	}
}
