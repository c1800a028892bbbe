package trace

import (
	"cmp"
	"math"

	"lastcall/engine/scenario"
)

// A Bar is an action on the main thread, from its start to its end.
type Bar struct {
	Mark
	Seq         int
	From, To    float64 // the clock
	Late        float64 // how late it began; 0 if it is not said to be late
	Interrupted bool    // the program ended in it
	Running     bool    // it still runs when the log ends

	X, Y, W, H float64
	Row        int

	Label Label // the event's, within the bar
	Full  bool  // there is room for the length as well: "backup · 4"
}

// A Late is the time from when an entry was planned for to when its action
// began.
type Late struct {
	Mark
	Seq    int
	Amount float64 // of the worst, if there are several

	X, Y, W, H float64
	Row        int
	Label      Label // the event's, with room for the amount and two short words

	// Path leads from the pin to the bar, if both stand for this entry alone;
	// Pin and Bar are their places, -1 if it does not.
	Path     []Point
	Pin, Bar int
}

const (
	barRows = 4
	minBar  = 6.0 // the width of an action that took no time
	barPad  = 8.0
)

// late is how late an action began, 0 if it is not worth saying: a real clock
// is always a little late, and sums of floating-point numbers are not exact.
func (l *layout) late(e *History) float64 {
	if e.Start < 0 {
		return 0
	}
	ignored := instant * max(math.Abs(e.Time), math.Abs(e.Began), 1)
	if l.scenario != nil && l.scenario.Clock.Real {
		tick := cmp.Or(l.scenario.Clock.Tick, scenario.DefaultTick)
		ignored = max(ignored, frame/max(tick.Seconds(), frame))
	}
	if late := e.Late(); late > ignored {
		return min(late, math.MaxFloat64)
	}
	return 0
}

// frame is 1/60 of a second and a bit: within it, browsers do not promise to
// be on time.
const frame = 0.02

// thread lays out the main thread's lane.
func (l *layout) thread() {
	l.barRows()
	l.lates()

	y := l.lane(LaneThread)
	l.exitBand = y
	if len(l.ix.exits) > 0 {
		y += exitLabel
	}
	band := y // of the paths from pins to bars
	if len(l.Lates) > 0 {
		y += 14
	}
	y = l.settleBars(y+2) + 6
	rows := 0
	for i := range l.Lates {
		s := &l.Lates[i]
		rows = max(rows, s.Row+1)
		s.Y, s.H = y+float64(s.Row)*lateRow, 9
		s.Label.Y = s.Y + 9
		l.join(s, band)
	}
	l.endLane(y + float64(rows)*lateRow + 4)
}

// barRows makes the bars. A thread does one thing after another, so there are
// several rows only where actions took hardly any time, and not if many had to
// be merged even so.
func (l *layout) barRows() {
	places := make([]int32, 0, len(l.ix.started))
	for _, i := range l.ix.started {
		if e := l.ix.history(int(i)); l.shows(e.Began, e.Ended) {
			places = append(places, i)
		}
	}
	for _, rows := range rowChoices(len(places), barRows) {
		l.Bars = l.packBars(places, rows, target)
		if len(l.Bars) <= maxBars && (rows == 1 || l.mergedBars() <= len(l.Bars)/5) {
			return
		}
	}
	l.Bars = l.packBars(places, 1, max(target, l.Width/(maxBars-2)))
}

// mergedBars returns how many bars stand for several actions.
func (l *layout) mergedBars() (n int) {
	for i := range l.Bars {
		if l.Bars[i].Count > 1 {
			n++
		}
	}
	return n
}

func (l *layout) packBars(places []int32, rows int, size float64) []Bar {
	pack := newPacker(rows, l.Left, l.Width)
	var bars []Bar
	for _, i := range places {
		e := l.ix.history(int(i))
		x := l.scale.x(e.Began)
		end := max(l.scale.x(e.Ended), x+minBar)
		x1 := min(x, l.Width-size)
		x2 := max(end, x1+size)
		spot := pack.place(len(bars), x1, x2, 0)
		if spot.merge >= 0 {
			end = l.scale.x(e.Ended)
			bars[spot.merge].add(&e, end, l.late(&e))
			pack.grew(end)
			continue
		}
		bars = append(bars, Bar{
			Mark: Mark{ID: e.Event, Count: 1, First: e.Start, Last: l.last(&e), Hit: Rect{x1, 0, x2 - x1, 0}},
			Seq:  e.Seq, From: e.Began, To: e.Ended, Late: l.late(&e),
			Interrupted: e.Outcome == OutcomeInterrupted, Running: e.Outcome == OutcomeRunning,
			X: x, W: end - x, Row: spot.row,
		})
	}
	return bars
}

// last returns the number of the record that ended an action.
func (l *layout) last(e *History) int {
	switch e.Outcome {
	case OutcomeRan:
		return e.Finish
	case OutcomeInterrupted:
		return max(l.ix.exits[0], e.Start)
	}
	return len(l.ix.records) - 1
}

// add makes a bar stand for one more action, up to end.
func (b *Bar) add(e *History, end, late float64) {
	b.Count++
	b.Last = max(b.Last, e.Start, e.Finish)
	b.To = max(b.To, e.Ended)
	b.Late = max(b.Late, late)
	b.Interrupted = b.Interrupted || e.Outcome == OutcomeInterrupted
	b.Running = b.Running || e.Outcome == OutcomeRunning
	b.W = max(b.W, end-b.X)
	b.Hit.W = max(b.Hit.W, end-b.Hit.X)
}

// settleBars gives the bars, whose rows begin at y, their heights and labels.
// It returns where they end.
func (l *layout) settleBars(y float64) (bottom float64) {
	rows := 1
	for i := range l.Bars {
		rows = max(rows, l.Bars[i].Row+1)
	}
	height, pitch := 34.0, 34.0
	if rows > 1 {
		height, pitch = target, target+2
	}
	for i := range l.Bars {
		b := &l.Bars[i]
		b.Y, b.H = y+float64(b.Row)*pitch, height
		b.Hit.Y, b.Hit.H = b.Y, height
		b.Label = l.barLabel(b)
	}
	bottom = y + float64(rows-1)*pitch + height
	start, end := l.lived()
	l.Thread = Line{l.scale.x(start), l.scale.x(end), y + height/2}
	return bottom
}

// barLabel is the label of a bar that it fits in, with its length if that
// fits too.
func (l *layout) barLabel(b *Bar) Label {
	if b.Count > 1 {
		return Label{}
	}
	room := b.W - 2*barPad
	text := l.labels.of(b.ID, 40)
	width := textWidth(text)
	if width > room {
		return Label{}
	}
	if full := width + textWidth(" · "+Number(b.To-b.From)+" s"); full <= room {
		b.Full, width = true, full
	}
	return Label{Text: text, X: b.X + barPad, Y: b.Y + b.H/2 + 4, W: width}
}
