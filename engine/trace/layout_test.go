package trace_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

func layout(l *log, s *scenario.Scenario, width float64) *trace.Timeline {
	return trace.Layout(s, trace.NewIndex(l.records), width)
}

func labelsOf(t *trace.Timeline) string {
	var b strings.Builder
	for _, tick := range t.Ticks {
		b.WriteString(tick.Label + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestLayout(t *testing.T) {
	s := &scenario.Scenario{
		Hooks:   []scenario.Hook{{ID: "flush", Label: "flush all"}},
		Outside: []scenario.Outside{{At: 8.2, Send: "SIGTERM"}},
	}
	p := layout(overrun(), s, 1000)
	if got, want := labelsOf(p), "0 1 2 3 4 5 6 7 8 9 10 11"; got != want {
		t.Errorf("ticks %s, want %s", got, want)
	}
	if len(p.Lanes) != 4 || p.Lanes[2].Kind != trace.LaneOutside {
		t.Errorf("lanes %v", p.Lanes)
	}

	var pins []string
	for _, m := range p.Pins {
		pins = append(pins, fmt.Sprint(m.ID, m.Seq, " ", m.Kind, " ", m.Note))
	}
	if got, want := fmt.Sprint(pins), fmt.Sprintf("[ping0 %d p1 backup1 %d p1 report2 %d p1 retry3 %d p2 report4 %d p1]",
		trace.PinOnTime, trace.PinOnTime, trace.PinLate, trace.PinCancelled, trace.PinLeft); got != want {
		t.Errorf("pins %s, want %s", got, want)
	}

	report := p.Bars[2]
	if report.ID != "report" || report.First != 13 || report.Last != 16 || report.X != p.XAt(6) || report.Late != 2 || report.Label.Text != "report" {
		t.Errorf("third bar %+v", report)
	}
	if backup := p.Bars[1]; !backup.Full || backup.Label.Text != "backup" {
		t.Errorf("second bar %+v", backup)
	}
	if ping := p.Bars[0]; ping.Label.W > 0 {
		t.Errorf("first bar is too short for its label: %+v", ping)
	}

	if len(p.Lates) != 1 {
		t.Fatalf("lates %+v", p.Lates)
	}
	late := p.Lates[0]
	if late.Seq != 2 || late.Amount != 2 || late.X != p.XAt(4) || late.X+late.W != p.XAt(6) || late.Label.Text != "report" {
		t.Errorf("late %+v", late)
	}
	if path := late.Path; late.Pin != 2 || late.Bar != 2 || path[0] != (trace.Point{X: p.Pins[2].X, Y: p.Pins[2].Bottom}) || path[3] != (trace.Point{X: report.X, Y: report.Y}) {
		t.Errorf("path of %+v", late)
	}

	if len(p.Flags) != 1 || !p.Flags[0].Handled || p.Flags[0].Outside != 0 || p.Flags[0].First != 17 || p.Flags[0].Missed {
		t.Errorf("flags %+v", p.Flags)
	}
	if len(p.Exits) != 1 || p.Exits[0].Cause != trace.CauseExit || p.Exits[0].X != p.XAt(8.2) || p.Exits[0].First != 18 {
		t.Errorf("exits %+v", p.Exits)
	}
	var boxes []string
	for _, b := range p.Boxes {
		boxes = append(boxes, fmt.Sprintf("%d %s %s %d-%d %.1f", b.Order, b.Label.Text, phases[b.Phase], b.First, b.Last, b.Length))
		if b.Y <= p.Exits[0].Y2 || b.Row != 0 {
			t.Errorf("box %+v is not below the exit line", b)
		}
	}
	if got, want := strings.Join(boxes, ", "), "3 flush all done 19-21 0.0, 2 unlock failed 22-24 0.0, 1 close_db done 25-26 0.5"; got != want {
		t.Errorf("boxes %s, want %s", got, want)
	}
}

// The cursor goes by the clock, and then from box to box.
func TestCursor(t *testing.T) {
	p := layout(overrun(), nil, 1000)
	middle := func(b trace.Box) float64 { return b.X + b.W/2 }
	tests := []struct {
		n    int
		want float64
	}{
		{0, p.XAt(0)}, {7, p.XAt(0)}, {9, p.XAt(1.5)}, {14, p.XAt(6)}, {19, p.XAt(8.2)},
		{20, middle(p.Boxes[0])}, {21, middle(p.Boxes[0])}, {22, p.Boxes[0].X + p.Boxes[0].W},
		{23, middle(p.Boxes[1])}, {27, p.Boxes[2].X + p.Boxes[2].W}, {28, p.Boxes[2].X + p.Boxes[2].W},
	}
	for _, tt := range tests {
		if got := p.X(tt.n); got != tt.want {
			t.Errorf("X(%d) = %v, want %v", tt.n, got, tt.want)
		}
	}
	for x, want := range map[float64]int{
		0: 6, p.XAt(1): 7, p.XAt(5.9): 15, p.XAt(4.1): 15, p.XAt(3.9): 11, p.XAt(8): 27, p.XAt(7): 16, 1000: 27,
	} {
		if got := p.RecordAt(x); got != want {
			t.Errorf("RecordAt(%v) = %d, want %d", x, got, want)
		}
	}
	if got := layout(new(log), nil, 1000).RecordAt(10); got != -1 {
		t.Errorf("RecordAt of an empty log = %d", got)
	}
}

// Entries of the same moment stand in the order in which they are to run.
func TestTiesGoDown(t *testing.T) {
	l := new(log)
	for i := range 50 {
		l.enter("e", 5, float64(-i%3))
	}
	for i := range 3 {
		l.enter("f", 5.01, float64(i))
	}
	l.enter("g", 50, 0).at(50)
	for _, width := range widths {
		pins := layout(l, nil, width).Pins
		if len(pins) != 7 || pins[5].Count != 48 || pins[6].Count != 1 || pins[6].Row != 0 {
			t.Fatalf("pins %+v", pins)
		}
		for i, p := range pins[:6] {
			if p.Row != i {
				t.Errorf("pin %d is in row %d", i, p.Row)
			}
		}
	}
}

// What came from outside is in the log or, without a trace there, was due
// while the program lived.
func TestFlags(t *testing.T) {
	s := &scenario.Scenario{Outside: []scenario.Outside{
		{At: 9, Do: []scenario.Step{scenario.Print{Text: "too late"}}},
		{At: 2, Do: []scenario.Step{scenario.Print{Text: "in time"}}},
		{At: 4, Send: "SIGTERM"},
		{At: 4, Do: []scenario.Step{scenario.Print{Text: "dead by then"}}},
		{At: 4, Send: scenario.Close},
		{At: 1, Send: "SIGUSR1"},
	}}
	l := new(log).enter("e", 5, 0).at(1).signal("SIGUSR1", true).at(2).print("in time")
	l.at(3).signal("SIGUSR1", true).at(4).signal("SIGTERM", false).exit(trace.CauseSignal, false, 1).end(-15)
	p := layout(l, s, 1000)
	var got []string
	for _, f := range p.Flags {
		got = append(got, fmt.Sprintf("%v:%s%d from %d record %d missed %v", f.At, f.Signal, f.Kind, f.Outside, f.First, f.Missed))
	}
	want := []string{
		"1:SIGUSR10 from 5 record 1 missed false",
		"2:3 from 1 record 2 missed false",
		"3:SIGUSR10 from -1 record 3 missed false",
		"4:SIGTERM0 from 2 record 4 missed false",
		"4:3 from 3 record -1 missed true",
		"4:1 from 4 record -1 missed true",
		"9:3 from 0 record -1 missed true",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("flags\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(layout(l, nil, 1000).Flags) != 3 {
		t.Error("a log alone has flags for its signals")
	}
	if lanes := layout(new(log), nil, 1000).Lanes; len(lanes) != 3 {
		t.Errorf("lanes %v, want none for the outside", lanes)
	}
}

// Boxes stand in a lane of their own, from its left, in rows if they must: they
// show an order, not times.
func TestBoxes(t *testing.T) {
	hooks := func(n int) *log {
		l := new(log)
		for range n {
			l.register("close_connection")
		}
		l.at(10).exit(trace.CauseReturn, true, 0)
		for range n {
			l.hook(trace.HookStart, "close_connection").hook(trace.HookDone, "close_connection")
		}
		return l.end(0)
	}
	tests := []struct {
		hooks    int
		width    float64
		rows     int
		fullSize bool
	}{
		{1, 1000, 1, true}, {4, 1000, 1, true}, {8, 1000, 2, true},
		{1, 350, 1, true}, {3, 350, 2, true}, {10, 350, 4, false}, {99, 350, 4, false},
	}
	for _, tt := range tests {
		p := layout(hooks(tt.hooks), nil, tt.width)
		rows := p.Boxes[len(p.Boxes)-1].Row + 1
		full := p.Boxes[0].Label.Text == "close_connection"
		if rows != tt.rows || full != tt.fullSize || p.Boxes[0].X != p.Left {
			t.Errorf("%d hooks, width %v: %d rows from %v, full labels: %v", tt.hooks, tt.width, rows, p.Boxes[0].X, full)
		}
		from, to := p.Link[0], p.Link[len(p.Link)-1]
		if first := p.Boxes[0]; from != (trace.Point{X: p.Exits[0].X, Y: p.Exits[0].Y2}) || to.X != first.X+first.W/2 || to.Y > first.Y {
			t.Errorf("%d hooks, width %v: the link goes from %v to %v", tt.hooks, tt.width, from, to)
		}
	}
}

func TestDeathInHook(t *testing.T) {
	l := new(log).register("a").register("b").register("c").at(1).exit(trace.CauseReturn, true, 0)
	l.hook(trace.HookStart, "c").hook(trace.HookDone, "c").hook(trace.HookStart, "b").at(2).exit(trace.CauseHardExit, false, 0)
	p := layout(l.skip("a", trace.CauseHardExit).end(3), nil, 1000)
	if len(p.Exits) != 2 || len(p.Boxes) != 3 {
		t.Fatalf("exits %+v, boxes %+v", p.Exits, p.Boxes)
	}
	line := p.Exits[1]
	if b, next := p.Boxes[1], p.Boxes[2]; b.Phase != trace.PhaseInterrupted || b.Length != 1 || line.X <= b.X+b.W || line.X >= next.X || next.Phase != trace.PhaseSkipped {
		t.Errorf("line %+v, boxes %+v", line, p.Boxes)
	}
}

// A real clock is a little late always, and nobody wants to read so.
func TestLateOnRealClock(t *testing.T) {
	l := new(log).enter("a", 1, 0).enter("b", 2, 0).enter("c", 3, 0)
	l.at(1.004).start(0).at(1.5).finish(0).at(2.2).start(1).finish(1).at(3 + 1e-12).start(2).finish(2)
	for _, tt := range []struct {
		clock scenario.Clock
		want  int
	}{
		{scenario.Clock{}, 2},
		{scenario.Clock{Real: true, Tick: time.Second}, 1},
		{scenario.Clock{Real: true, Tick: 10 * time.Millisecond}, 0},
	} {
		if p := layout(l, &scenario.Scenario{Clock: tt.clock}, 1000); len(p.Lates) != tt.want {
			t.Errorf("%+v: lates %+v", tt.clock, p.Lates)
		}
	}
}
