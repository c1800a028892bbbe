package trace

import "slices"

const (
	lateRows  = 3
	lateRow   = 16.0
	lateGap   = 8.0
	lateWords = 14 // characters to spare for words: "is … s late", "опоздание … с"
)

// lates makes the strips that show how late actions began, for bars of a
// single action. One that finds no place is merged with those in its way.
func (l *layout) lates() {
	for i := range l.Bars {
		b := &l.Bars[i]
		if b.Late == 0 || b.Count > 1 {
			continue
		}
		e, _ := l.ix.Entry(b.Seq)
		x := l.scale.x(e.Time)
		l.addLate(Late{
			Mark: Mark{ID: b.ID, Count: 1, First: b.First, Last: b.First},
			Seq:  b.Seq, Amount: b.Late, X: x, W: max(b.X-x, 1), Bar: i, Pin: -1,
		})
	}
}

func (l *layout) addLate(s Late) {
	text := l.labels.of(s.ID, 20)
	width := textWidth(text+Number(s.Amount)) + lateWords*charWidth
	right := Label{Text: text, X: s.X + s.W + lateGap, W: width}
	left := Label{Text: text, X: s.X - lateGap, W: width, End: true}
	labels := []Label{right, left, {}}
	if right.X+width > l.Width {
		labels = labels[1:]
	}
	for _, label := range labels {
		if label.End && label.X-width < l.Left {
			continue
		}
		for s.Row = range lateRows {
			s.Label = label
			if len(l.Lates) < maxLates && l.clear(&s) {
				l.Lates = append(l.Lates, s)
				return
			}
		}
	}
	s.Row, s.Label = lateRows-1, Label{}
	l.mergeLate(s)
}

// extent is from where to where a strip and its label go.
func (s *Late) extent() (x1, x2 float64) {
	x1, x2 = s.X, s.X+s.W
	switch {
	case s.Label.W > 0 && s.Label.End:
		x1 = s.Label.X - s.Label.W
	case s.Label.W > 0:
		x2 = s.Label.X + s.Label.W
	}
	return x1, x2
}

// meets reports whether two strips are in each other's way.
func (s *Late) meets(other *Late) bool {
	a1, a2 := s.extent()
	b1, b2 := other.extent()
	return s.Row == other.Row && a1 < b2+2 && b1 < a2+2
}

// clear reports whether no strip is in the way of s.
func (l *layout) clear(s *Late) bool {
	for i := range l.Lates {
		if s.meets(&l.Lates[i]) {
			return false
		}
	}
	return true
}

// mergeLate adds s to the strips, made one with all that it meets. If there are
// too many strips even so, it is made one with the last of them.
func (l *layout) mergeLate(s Late) {
	for {
		i := slices.IndexFunc(l.Lates, func(other Late) bool { return s.meets(&other) })
		if i < 0 && len(l.Lates) < maxLates {
			l.Lates = append(l.Lates, s)
			return
		}
		if i < 0 {
			i = len(l.Lates) - 1
			s.Row = l.Lates[i].Row
		}
		s.join(&l.Lates[i])
		l.Lates = slices.Delete(l.Lates, i, i+1)
	}
}

// join makes s stand for what other does as well.
func (s *Late) join(other *Late) {
	end := max(s.X+s.W, other.X+other.W)
	s.X = min(s.X, other.X)
	s.W = end - s.X
	s.Count += other.Count
	s.First, s.Last = min(s.First, other.First), max(s.Last, other.Last)
	if other.Amount > s.Amount {
		s.Amount, s.ID, s.Seq = other.Amount, other.ID, other.Seq
	}
	s.Label, s.Pin, s.Bar = Label{}, -1, -1
}

// join draws the path of a strip from its pin to its bar. Paths of different
// rows turn at different heights.
func (l *layout) join(s *Late, band float64) {
	if s.Bar < 0 {
		return
	}
	for i := range l.Pins {
		if p := &l.Pins[i]; p.Seq == s.Seq && p.Count == 1 {
			b := &l.Bars[s.Bar]
			y := band + 3 + float64(s.Row)*4
			s.Pin = i
			s.Path = []Point{{p.X, p.Bottom}, {p.X, y}, {b.X, y}, {b.X, b.Y}}
			return
		}
	}
	s.Bar = -1
}
