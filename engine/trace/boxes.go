package trace

import (
	"cmp"
	"slices"
)

// A Box is an exit hook, in the order in which they ran. Boxes are as wide as
// their labels: they show order, not time.
type Box struct {
	Mark
	Order  int   // of the registration; see Registration
	Phase  Phase // of several: the worst
	Length float64

	X, Y, W, H float64
	Row        int
	Label      Label // the hook's, or the count if it stands for several
}

const (
	boxHeight  = 34.0
	boxPitch   = boxHeight + 6
	boxRows    = 4
	boxGap     = 4.0
	boxPad     = 8.0
	boxSign    = 2.0  // characters before the label: a sign of the state, and a space
	deathGap   = 12.0 // room for the line where the process died between hooks
	minBox     = 28.0
	linkHeight = 18.0 // room for the path from the exit line to the first box
)

// hookBoxes makes a box for each hook that ran, was skipped, or is to run now
// that the program is over.
func (l *layout) hookBoxes() []Box {
	var boxes []Box
	last := l.ix.At(len(l.ix.records))
	for _, g := range last.Hooks() {
		if g.Phase == PhaseWaiting && (!last.HookRun || g.Late || g.Unregistered) {
			continue
		}
		b := Box{Order: g.Order, Phase: g.Phase, Mark: Mark{ID: g.Hook, Count: 1, First: g.Start, Last: g.Settled}}
		if g.Start < 0 {
			b.First = g.Settled
		} else if end := b.end(len(l.ix.records)); end >= 0 {
			b.Length = l.ix.records[end].T - l.ix.records[g.Start].T
		}
		boxes = append(boxes, b)
	}
	slices.SortStableFunc(boxes, func(a, b Box) int {
		return cmp.Compare(uint(a.First), uint(b.First)) // -1, not yet, is last
	})
	return boxes
}

// end returns the number of the last record about b in a log of n records.
func (b *Box) end(n int) int {
	if b.Last < 0 {
		return n - 1
	}
	return b.Last
}

// add makes b stand for one more hook.
func (b *Box) add(other *Box) {
	b.Count++
	b.Last = max(b.Last, other.First, other.Last)
	b.Length += other.Length
	if severity(other.Phase) > severity(b.Phase) {
		b.Phase = other.Phase
	}
}

func severity(p Phase) int {
	return slices.Index([]Phase{PhaseWaiting, PhaseDone, PhaseRunning, PhaseSkipped, PhaseInterrupted, PhaseFailed}, p)
}

// placeBoxes gives the boxes their x, in rows from the left: their lane shows
// an order, and has nothing to do with the clock above it.
func (l *layout) placeBoxes(f *flow) {
	l.Boxes = f.boxes
	for i := range l.Boxes {
		b := &l.Boxes[i]
		b.X += l.Left
		b.Label.X = b.X + b.W/2 - b.Label.W/2
		if b.First >= 0 {
			l.ran = i + 1
		}
	}
}

// exitX is the x of the exit line, or where it is going to be.
func (l *layout) exitX() float64 {
	_, end := l.lived()
	return l.scale.x(end)
}

// exitHooks lays out the lane of boxes, with a remark below them and, if the
// process died among them, a line for the words that say how.
func (l *layout) exitHooks(f *flow) {
	top := l.lane(LaneHooks) + 4
	exits := l.ix.exits
	linked := len(exits) > 0 && len(l.Boxes) > 0 && l.Boxes[0].First >= 0 && l.scale.holds(l.ix.records[exits[0]].T)
	if linked {
		top += linkHeight
	}
	rows := 1
	for i := range l.Boxes {
		b := &l.Boxes[i]
		rows = max(rows, b.Row+1)
		b.Y, b.H = top+float64(b.Row)*boxPitch, boxHeight
		b.Hit = Rect{b.X, b.Y, b.W, b.H}
		b.Label.Y = b.Y + b.H/2 + 4
	}
	if linked {
		x, first := l.exitX(), &l.Boxes[0]
		turn := first.Y - linkHeight/2
		l.Link = []Point{{x, l.Lanes[len(l.Lanes)-1].Y}, {x, turn}, {first.X + first.W/2, turn}, {first.X + first.W/2, first.Y - 2}}
	}
	y := top + float64(rows)*boxPitch
	if len(l.Boxes) > 0 {
		y += 16
		l.Lanes[len(l.Lanes)-1].Note = Point{l.Boxes[0].X, y - 4}
	}
	if len(exits) > 1 {
		y += exitLabel
	}
	l.endLane(y + 4)
}
