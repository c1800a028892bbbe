package trace

import (
	"cmp"
	"slices"

	"lastcall/engine/scenario"
)

// A Flag stands where something came from outside. It is drawn in its hit
// area, with the pole at X.
type Flag struct {
	Mark
	Kind    FlagKind
	Signal  scenario.Signal
	Handled bool // the signal did not kill at once
	Missed  bool // the program was over before it came
	At      float64
	Outside int // its place in the scenario's Outside, -1 if it is not from there

	X, Y     float64 // the pole's top
	Row      int
	Flip     bool // the flag is on the left of its pole
	OffScale bool
	Label    Label // the signal; words for it and for the other kinds have room
}

// A FlagKind says what came from outside.
type FlagKind uint8

// The kinds of flags.
const (
	FlagSignal FlagKind = iota
	FlagClose
	FlagDiscard
	FlagDo // another thread's steps
)

const (
	flagRows  = 3
	flagWords = 16 // characters: "SIGTERM → handler"
)

// fromOutside lays out the lane of flags, if there are any.
func (l *layout) fromOutside(list []sent) {
	if len(list) == 0 {
		return
	}
	flags := make([]Flag, 0, len(list))
	for i := range list {
		if at := list[i].at; l.shows(at, at) {
			flags = append(flags, l.newFlag(&list[i]))
		}
	}
	slices.SortStableFunc(flags, func(a, b Flag) int { return cmp.Compare(a.X, b.X) })
	for _, rows := range rowChoices(len(flags), flagRows) {
		if l.Flags = l.packFlags(flags, rows, target); len(l.Flags) <= maxFlags {
			break
		}
	}
	if len(l.Flags) > maxFlags {
		l.Flags = l.packFlags(flags, 1, max(target, l.Width/(maxFlags-2)))
	}

	top := l.lane(LaneOutside) + 2
	rows := 1
	for i := range l.Flags {
		f := &l.Flags[i]
		rows = max(rows, f.Row+1)
		f.Y = top + float64(f.Row)*target
		f.Hit.Y = f.Y
		f.Label.Y = f.Y + 16
	}
	l.endLane(top + float64(rows)*target + 6)
}

func (l *layout) newFlag(s *sent) Flag {
	f := Flag{
		Mark: Mark{Count: 1, First: s.record, Last: s.record},
		Kind: s.kind, Signal: s.signal, Missed: s.missed, At: s.at, Outside: s.outside,
		X: l.scale.x(s.at), OffScale: s.missed && !l.scale.holds(s.at),
	}
	if s.record >= 0 {
		f.Handled = l.ix.records[s.record].Handled
		if len(l.ix.exits) > 0 && s.record > l.ix.exits[0] {
			f.X = l.exitX() // while hooks run, there is no time to scale
		}
	}
	words := flagWords
	if s.kind == FlagSignal {
		f.Label.Text = string(s.signal)
		words = 10 + len(s.signal)
	}
	f.Label.W = float64(words) * charWidth
	return f
}

func (l *layout) packFlags(flags []Flag, rows int, size float64) []Flag {
	pack := newPacker(rows, max(l.Left-target, 0), l.Width)
	var packed []Flag
	for _, f := range flags {
		x1, hit := f.X, f.X
		if f.Flip = x1+size > l.Width; f.Flip {
			x1, hit = f.X-size, f.X-target
		}
		spot := pack.place(len(packed), x1, x1+size, f.Label.W+4)
		if spot.merge >= 0 {
			packed[spot.merge].add(&f)
			pack.grew(pack.rows[rows-1].mark)
			continue
		}
		if spot.unlabel >= 0 {
			packed[spot.unlabel].Label = Label{}
		}
		f.Row, f.Hit = spot.row, Rect{hit, 0, target, target}
		switch spot.side {
		case toRight:
			f.Label.X = hit + target + 4
		case toLeft:
			f.Label.X, f.Label.End = hit-4, true
		default:
			f.Label = Label{}
		}
		packed = append(packed, f)
	}
	return packed
}

// add makes a flag stand for one more arrival.
func (f *Flag) add(other *Flag) {
	f.Count++
	if f.First < 0 || other.First >= 0 && other.First < f.First {
		f.First = other.First
	}
	f.Last = max(f.Last, other.Last)
	f.Missed = f.Missed && other.Missed
	f.Handled = f.Handled && other.Handled
	f.Label = Label{}
}
