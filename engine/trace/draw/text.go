package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// Text draws the timeline of a log in characters, for a terminal or a code
// block: a row for each entry, in the order in which they were to run, from
// the moment planned (o) over how late it was (···) to the action (███).
func Text(s *scenario.Scenario, ix *trace.Index, o Options) string {
	columns := int(min(o.Width, maxColumns))
	if columns == 0 {
		columns = defaultColumns
	}
	d := newDrawing(s, ix, o)
	t := trace.Layout(s, ix, defaultWidth)
	c := chart{drawing: d, t: t, margin: 8}
	c.rows()
	for _, r := range c.list {
		c.margin = max(c.margin, utf8.RuneCountInString(r.name))
	}
	c.margin = min(c.margin, 24)
	c.cells = max(columns-c.margin-24, 16)
	return c.draw()
}

// A chart is a text in the making.
type chart struct {
	drawing
	t      *trace.Timeline
	margin int // of the names
	cells  int // of the time
	list   []row
	text   strings.Builder
}

// A row is a name, what stands along the time, and a remark.
type row struct {
	name, remark string
	marks        func(cells []rune)
}

func (c *chart) rows() {
	for _, pin := range c.t.Pins {
		cells := c.entryRow(pin)
		c.list = append(c.list, row{cells[0], cells[4], func(cells []rune) { c.entry(cells, pin) }})
	}
	for _, flag := range c.t.Flags {
		remark := ""
		if flag.Missed {
			remark = c.words.unseen
		}
		c.list = append(c.list, row{c.flag(flag), remark, func(cells []rune) { c.put(cells, flag.At, '⚑') }})
	}
}

// column is where a moment stands.
func (c *chart) column(at float64) int {
	part := (c.t.XAt(at) - c.t.Left) / (c.t.Right - c.t.Left)
	return min(max(int(part*float64(c.cells-1)+0.5), 0), c.cells-1)
}

func (c *chart) put(cells []rune, at float64, mark rune) { cells[c.column(at)] = mark }

// fill puts mark from one moment up to another.
func (c *chart) fill(cells []rune, from, to float64, mark rune) {
	for i := c.column(from); i < c.column(to); i++ {
		cells[i] = mark
	}
}

func (c *chart) entry(cells []rune, pin trace.Pin) {
	if pin.Count > 1 {
		c.fill(cells, pin.Time, pin.Until, '░')
		return
	}
	h, _ := c.ix.Entry(pin.Seq)
	switch {
	case h.Outcome == trace.OutcomeCancelled:
		c.put(cells, pin.Time, '×')
		return
	case h.Start < 0:
		c.put(cells, pin.Time, 'o')
		return
	}
	if pin.Late > 0 {
		c.fill(cells, pin.Time, h.Began, '·')
		c.put(cells, pin.Time, 'o')
	}
	c.put(cells, h.Began, '█')
	c.fill(cells, h.Began, h.Ended, '█')
}

func (c *chart) draw() string {
	c.text.WriteString(plain(c.title()) + "\n\n")
	c.axis()
	for _, r := range c.list {
		cells := []rune(strings.Repeat(" ", c.cells))
		for _, exit := range c.t.Exits[:min(len(c.t.Exits), 1)] {
			c.put(cells, exit.T, '│')
		}
		r.marks(cells)
		c.line(r.name, string(cells), r.remark)
	}
	c.text.WriteString("\n" + c.ending(c.t) + "\n")
	for i, box := range c.t.Boxes {
		name := c.label(box.ID)
		if box.Count > 1 {
			name = trace.Number(float64(box.Count)) + " " + c.words.marks
		}
		c.text.WriteString("  " + trace.Number(float64(i+1)) + ". " + signs[box.Phase] + " " + plain(name))
		if box.Phase != trace.PhaseDone {
			c.text.WriteString(": " + c.phase(box.Phase))
		}
		c.text.WriteString("\n")
	}
	return c.text.String()
}

// axis writes the clock's readings where there is room.
func (c *chart) axis() {
	cells := []rune(strings.Repeat(" ", c.cells+12))
	free := 0
	for _, tick := range c.t.Ticks {
		at := c.column(tick.T)
		if tick.Label == "" || at < free {
			continue
		}
		free = at + copy(cells[at:], []rune(tick.Label)) + 1
	}
	c.line("t", string(cells), "")
}

func (c *chart) line(name, cells, remark string) {
	name = plain(name)
	if utf8.RuneCountInString(name) > c.margin {
		name = string([]rune(name)[:c.margin-1]) + "…"
	}
	line := name + strings.Repeat(" ", c.margin-utf8.RuneCountInString(name)) + "  " + cells + "  " + remark
	c.text.WriteString(strings.TrimRight(line, " ") + "\n")
}

// plain makes what a terminal might obey, or break a line at, visible.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || unicode.IsPrint(r) {
			return r
		}
		return '\ufffd'
	}, text)
}
