package trace

import "slices"

// A Pin stands at the moment an entry was planned for.
type Pin struct {
	Mark
	Kind     PinKind
	Seq      int
	Time     float64
	Until    float64 // the planned time of the last entry, if there are several
	Priority float64
	Late     float64 // how late the action began; 0 if it is not said to be late

	X, Y     float64 // the middle
	Bottom   float64 // where its stem ends
	Row      int
	OffScale bool // it is planned for a time beyond the edge where it stands

	Label Label  // the event's
	Note  string // the priority, p1, after the label; empty if all have the same
}

// A PinKind is what became of an entry, for its pin. A pin of several is of
// the kind that is last in this list.
type PinKind uint8

// The kinds of pins.
const (
	PinOnTime PinKind = iota
	PinCancelled
	PinLeft // still in the queue when the log ends
	PinLate
)

const (
	pinRows = 6
	crowd   = 1000 // more entries or actions than this are shown in a single row
)

// planned lays out the lane of pins.
func (l *layout) planned() {
	places := make([]int32, 0, len(l.ix.entries))
	for i := range l.ix.entries {
		if at := l.ix.records[l.ix.entries[i].enter].Time; l.shows(at, at) {
			places = append(places, int32(i))
		}
	}
	l.ix.first(places, 0)
	l.pinRows(places)

	top := l.lane(LanePlanned) + 2
	rows := 1
	for i := range l.Pins {
		rows = max(rows, l.Pins[i].Row+1)
	}
	bottom := top + float64(rows)*target + 10
	for i := range l.Pins {
		p := &l.Pins[i]
		p.Y = top + (float64(p.Row)+0.5)*target
		p.Bottom = bottom
		p.Hit.Y = p.Y - target/2
		p.Label.Y = p.Y + 4
	}
	l.endLane(bottom)
}

// pinRows makes the pins in as many rows as it takes, or as there can be
// without too many pins.
func (l *layout) pinRows(places []int32) {
	for _, rows := range rowChoices(len(places), pinRows) {
		if l.Pins = l.packPins(places, rows, target); len(l.Pins) <= maxPins {
			return
		}
	}
	l.Pins = l.packPins(places, 1, max(target, l.Width/(maxPins-2)))
}

// rowChoices lists the numbers of rows to try for n marks.
func rowChoices(n, most int) []int {
	if n > crowd {
		return []int{1}
	}
	return []int{most, (most + 1) / 2, 1}
}

func (l *layout) packPins(places []int32, rows int, size float64) []Pin {
	noted := l.prioritiesDiffer()
	pack := newPacker(rows, l.Left-target/2, l.Width)
	var pins []Pin
	for _, i := range places {
		e := l.ix.history(int(i))
		x := l.scale.x(e.Time)
		x1, x2 := x-target/2, x-target/2+size
		if !pack.fits(x1) {
			bottom := &pack.rows[rows-1]
			pins[bottom.last].add(&e, l.late(&e))
			pack.grew(bottom.mark)
			continue
		}
		p := l.newPin(&e, x, noted)
		room := 0.0
		if p.Label.W > 0 {
			room = p.Label.W + 4
		}
		spot := pack.place(len(pins), x1, x2, room)
		if spot.unlabel >= 0 {
			pins[spot.unlabel].Label = Label{}
		}
		p.Row = spot.row
		switch spot.side {
		case toRight:
			p.Label.X = x2
		case toLeft:
			p.Label.X, p.Label.End = x1, true
		default:
			p.Label = Label{}
		}
		pins = append(pins, p)
	}
	return pins
}

func (l *layout) newPin(e *History, x float64, noted bool) Pin {
	p := Pin{
		Mark: Mark{ID: e.Event, Count: 1, First: e.Enter, Last: e.Enter, Hit: Rect{x - target/2, 0, target, target}},
		Kind: PinOnTime, Seq: e.Seq, Time: e.Time, Until: e.Time, Priority: e.Priority,
		X: x, OffScale: !l.scale.holds(e.Time),
	}
	p.Label.Text = l.labels.of(e.Event, 20)
	p.Label.W = textWidth(p.Label.Text)
	if noted {
		p.Note = "p" + Number(e.Priority)
		p.Label.W += textWidth(" " + p.Note)
	}
	p.Last = max(e.Enter, e.Start, e.Finish, e.Cancel)
	p.Late = l.late(e)
	p.Kind = pinKind(e, p.Late)
	return p
}

func pinKind(e *History, late float64) PinKind {
	switch {
	case e.Outcome == OutcomeLeft:
		return PinLeft
	case e.Outcome == OutcomeCancelled:
		return PinCancelled
	case late > 0:
		return PinLate
	}
	return PinOnTime
}

// add makes a pin stand for one more entry.
func (p *Pin) add(e *History, late float64) {
	p.Count++
	p.First = min(p.First, e.Enter)
	p.Last = max(p.Last, e.Enter, e.Start, e.Finish, e.Cancel)
	p.Until = max(p.Until, e.Time)
	p.Late = max(p.Late, late)
	p.Kind = max(p.Kind, pinKind(e, late))
	p.Label, p.Note = Label{}, ""
}

// prioritiesDiffer reports whether priorities say anything.
func (l *layout) prioritiesDiffer() bool {
	return slices.ContainsFunc(l.ix.entries, func(e life) bool {
		return l.ix.records[e.enter].Priority != l.ix.records[l.ix.entries[0].enter].Priority
	})
}
