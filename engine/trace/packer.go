package trace

// A packer puts marks that come from left to right into rows, so that neither
// they nor their labels overlap. Marks that stand close together go from top
// to bottom in the order in which they come.
type packer struct {
	min, max float64 // labels stay between
	rows     []packedRow

	row  int     // of the mark placed last
	free float64 // where that mark ends
}

type packedRow struct {
	last  int     // the mark placed last, -1 if none
	mark  float64 // where that mark ends
	label float64 // where it and its label end
}

// A spot is where a packer puts a mark.
type spot struct {
	row  int
	side side // where the label is, if it has one

	// merge is a mark that the new one is to be merged with instead, -1 if
	// none; unlabel one that must lose its label.
	merge, unlabel int
}

// A side is where a label stands from its mark.
type side int8

const (
	noLabel side = iota
	toRight
	toLeft
)

func newPacker(rows int, min, max float64) *packer {
	p := &packer{min: min, max: max, rows: make([]packedRow, rows), free: min - 1e9}
	for i := range p.rows {
		p.rows[i] = packedRow{-1, p.free, p.free}
	}
	return p
}

// fits reports whether a mark from x can go into some row without a merge.
func (p *packer) fits(x float64) bool {
	for i := range p.rows {
		if p.rows[i].mark <= x {
			return true
		}
	}
	return false
}

// place finds a spot for a mark that goes from x1 to x2 with a label of a
// width, 0 for none. The mark will be number next.
func (p *packer) place(next int, x1, x2, label float64) spot {
	below := 0
	if x1 < p.free {
		below = p.row + 1
	}
	s := p.search(below, len(p.rows), x1, x2, label)
	if s.row < 0 {
		s = p.search(0, min(below, len(p.rows)), x1, x2, label)
	}
	if s.row < 0 {
		bottom := len(p.rows) - 1
		return spot{row: bottom, merge: p.rows[bottom].last, unlabel: -1}
	}
	r := packedRow{next, x2, x2}
	if s.side == toRight {
		r.label += label
	}
	p.rows[s.row] = r
	p.row, p.free = s.row, x2
	return s
}

// search looks for a spot in some rows: with the label, without, or by taking
// away the label of a mark that is there. The spot's row is -1 if there is
// none.
func (p *packer) search(from, to int, x1, x2, label float64) spot {
	if label > 0 {
		for i := from; i < to; i++ {
			switch end := p.rows[i].label; {
			case x2+label <= p.max && end <= x1:
				return spot{i, toRight, -1, -1}
			case x2+label > p.max && x1-label >= p.min && end <= x1-label:
				return spot{i, toLeft, -1, -1}
			}
		}
	}
	for i := from; i < to; i++ {
		if p.rows[i].label <= x1 {
			return spot{i, noLabel, -1, -1}
		}
	}
	for i := from; i < to; i++ {
		if p.rows[i].mark <= x1 {
			return spot{i, noLabel, -1, p.rows[i].last}
		}
	}
	return spot{row: -1}
}

// grew tells the packer that the mark of the bottom row now goes up to x.
func (p *packer) grew(x float64) {
	r := &p.rows[len(p.rows)-1]
	r.mark = max(r.mark, x)
	r.label = r.mark
	p.row, p.free = len(p.rows)-1, r.mark
}
