package draw

import (
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// HTML writes what the timeline of a log shows as an HTML fragment: a table of
// the entries in the order in which they were to run, one of what came from
// outside if anything did, one of the hooks in the order in which they ran,
// and how the program ended. It has no styles: it is for readers that have
// their own, feeds and screen readers among them.
func HTML(s *scenario.Scenario, ix *trace.Index, o Options) string {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	d := newDrawing(s, ix, o)
	t, w := trace.Layout(s, ix, o.Width), d.words
	b := table{}
	b.write(`<div class="lastcall" lang="`, w.lang, `">`, "\n")
	b.begin(d.title(), w.event, w.plannedAt, w.began, w.ended, w.outcome)
	for _, pin := range t.Pins {
		b.row(d.entryRow(pin)...)
	}
	b.end()
	if len(t.Flags) > 0 {
		b.begin(w.outside, "t", w.outside)
		for _, flag := range t.Flags {
			what := d.flag(flag)
			if flag.Missed {
				what += ": " + w.unseen
			}
			b.row(trace.Number(flag.At), what)
		}
		b.end()
	}
	if len(t.Boxes) > 0 {
		b.begin(w.hooks, w.hook, w.fate)
		for _, box := range t.Boxes {
			name := d.label(box.ID)
			if box.Count > 1 {
				name = trace.Number(float64(box.Count)) + " " + w.marks
			}
			b.row(name, signs[box.Phase]+" "+d.phase(box.Phase))
		}
		b.end()
	}
	b.write("<p>", escape(d.ending(t)), "</p>\n</div>\n")
	return b.String()
}

// entryRow is what a pin says: event, planned, began, ended, outcome.
func (d *drawing) entryRow(pin trace.Pin) []string {
	if pin.Count > 1 {
		until := trace.Number(pin.Time) + " – " + trace.Number(pin.Until)
		return []string{trace.Number(float64(pin.Count)) + " " + d.words.marks, until, "", "", ""}
	}
	h, _ := d.ix.Entry(pin.Seq)
	began, ended := "", ""
	if h.Start >= 0 {
		began = trace.Number(h.Began)
	}
	if h.Finish >= 0 {
		ended = trace.Number(h.Ended)
	}
	return []string{d.label(pin.ID), trace.Number(pin.Time), began, ended, d.outcome(&h, pin.Late)}
}

// A table is HTML in the making.
type table struct{ strings.Builder }

func (b *table) write(parts ...string) {
	for _, part := range parts {
		b.WriteString(part)
	}
}

func (b *table) begin(caption string, heads ...string) {
	b.write("<table>\n<caption>", escape(caption), "</caption>\n<thead><tr>")
	for _, head := range heads {
		b.write(`<th scope="col">`, escape(head), "</th>")
	}
	b.write("</tr></thead>\n<tbody>\n")
}

func (b *table) row(cells ...string) {
	b.write("<tr>")
	for _, cell := range cells {
		b.write("<td>", escape(cell), "</td>")
	}
	b.write("</tr>\n")
}

func (b *table) end() { b.write("</tbody>\n</table>\n") }
