package draw

import (
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// SVG draws the timeline of a log as an SVG document, which also may stand
// in an HTML page as it is. The scenario gives title and labels; it may be nil.
func SVG(s *scenario.Scenario, ix *trace.Index, o Options) string {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	p := picture{drawing: newDrawing(s, ix, o), t: trace.Layout(s, ix, o.Width)}
	width, height := num(p.t.Width), num(p.t.Height+8)
	p.write(`<svg xmlns="http://www.w3.org/2000/svg" class="lastcall" role="img" lang="`, p.words.lang,
		`" viewBox="0 0 `, width, " ", height, `" width="`, width, `" height="`, height, `">`, "\n")
	p.write("<title>", escape(p.title()), "</title>\n<desc>", escape(p.ending(p.t)), "</desc>\n")
	p.write("<style>", style(o.Theme), "</style>\n", hatch)
	p.write(`<rect class="ground" width="`, width, `" height="`, height, `"/>`, "\n")
	p.ground()
	p.lates()
	p.bars()
	p.pins()
	p.flags()
	p.boxes()
	p.exits()
	p.write("</svg>\n")
	return p.text.String()
}

// A picture is an SVG document in the making.
type picture struct {
	drawing
	t    *trace.Timeline
	text strings.Builder
}

func (p *picture) write(parts ...string) {
	for _, part := range parts {
		p.text.WriteString(part)
	}
}

func (p *picture) line(class string, x1, y1, x2, y2 float64) {
	p.write(`<line class="`, class, `" x1="`, num(x1), `" y1="`, num(y1), `" x2="`, num(x2), `" y2="`, num(y2), `"/>`)
}

func (p *picture) rect(class string, x, y, w, h, radius float64) {
	p.write(`<rect class="`, class, `" x="`, num(x), `" y="`, num(y), `" width="`, num(w), `" height="`, num(h),
		`" rx="`, num(radius), `"/>`)
}

func (p *picture) path(class, d string) { p.write(`<path class="`, class, `" d="`, d, `"/>`) }

// wordsAt writes text at a baseline: from x on, or up to it, or around it, as
// anchor says.
func (p *picture) wordsAt(class string, x, y float64, anchor, text string) {
	p.write(`<text class="`, class, `" x="`, num(x), `" y="`, num(y), `" text-anchor="`, anchor, `">`, escape(text), "</text>")
}

// inRoom writes words into the room that the layout keeps for them.
func (p *picture) inRoom(class string, l trace.Label, text string) {
	if l.W == 0 {
		return
	}
	anchor := "start"
	if l.End {
		anchor = "end"
	}
	p.wordsAt(class, l.X, l.Y, anchor, text)
}

// mark begins a group with a tooltip, which end ends.
func (p *picture) mark(title string) { p.write("<g><title>", escape(title), "</title>") }

func (p *picture) end() { p.write("</g>\n") }

const hatch = `<defs><pattern id="lastcall-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
	`<rect class="hatch-ground" width="7" height="7"/><line class="hatch-line" y2="7"/></pattern></defs>` + "\n"

// style is the picture's style sheet. Its selectors begin with .lastcall, so
// that they mean nothing else in a page that the picture stands in.
func style(theme Theme) string {
	switch theme {
	case Light:
		return ".lastcall{" + lightColours + "}" + rules
	case Dark:
		return ".lastcall{" + darkColours + "}" + rules
	}
	return ".lastcall{" + lightColours + "}@media (prefers-color-scheme:dark){.lastcall{" + darkColours + "}}" + rules
}

const (
	lightColours = "--panel:#fff;--ink:#1d2327;--muted:#5b656d;--line:#dcdfd9;--grid:#ecece6;--accent:#2459d6;--on-accent:#fff;" +
		"--hook:#0d7650;--on-hook:#fff;--late:#a85a00;--late-soft:#fdf0dc;--bad:#b3261e;--bad-soft:#fbe9e7;--faint:#6d7680"
	darkColours = "--panel:#181d21;--ink:#e8ecee;--muted:#9aa7af;--line:#2d363c;--grid:#222a2f;--accent:#6f9bff;--on-accent:#0b1220;" +
		"--hook:#4ecb98;--on-hook:#08150f;--late:#f2a541;--late-soft:#3a2c14;--bad:#ff8a80;--bad-soft:#3a1d1b;--faint:#8a959d"
)

var rules = strings.ReplaceAll(`
@ground{fill:var(--panel)}
.lastcall text{font:12.5px system-ui,"Segoe UI","DejaVu Sans",sans-serif;fill:var(--ink)}
@mono{font-family:ui-monospace,"DejaVu Sans Mono",monospace}
@small{font-size:11.5px}
@tiny{font-size:9.5px;font-weight:600}
@muted{fill:var(--muted)}
@grid{stroke:var(--grid)}
@after{fill:var(--grid);fill-opacity:.45}
@link{fill:none;stroke:var(--ink);stroke-width:1.5}
@lane{stroke:var(--line)}
@thread{stroke:var(--line);stroke-width:3}
@pin{fill:var(--accent);stroke:var(--accent);stroke-width:2}
@pin-late{fill:var(--panel);stroke:var(--late);stroke-width:3}
@pin-off{fill:var(--panel);stroke:var(--faint);stroke-width:2}
@stem{stroke:var(--accent);stroke-width:1.5}
@stem-late{stroke:var(--late);stroke-width:1.5;stroke-dasharray:4 3}
@stem-off{stroke:var(--faint);stroke-width:1.5;stroke-dasharray:2 3}
@struck{text-decoration:line-through;fill:var(--faint)}
@bar{fill:var(--accent)}
@bar-cut{stroke:var(--bad);stroke-width:2;stroke-dasharray:4 2}
@on-bar{fill:var(--on-accent)}
@late{fill:url(#lastcall-hatch)}
@late-text{fill:var(--late);font-weight:600}
@connector{fill:none;stroke:var(--late);stroke-width:1.5;stroke-dasharray:4 3}
@flag{fill:var(--bad);stroke:var(--bad)}
@flag-calm{fill:var(--accent);stroke:var(--accent)}
@flag-unseen{fill:none;stroke:var(--faint);stroke-dasharray:2 2}
@exit{stroke:var(--ink);stroke-width:2.5}
@plate{fill:var(--ink)}
@on-plate{fill:var(--panel)}
@box{fill:var(--panel);stroke:var(--hook);stroke-width:2}
@box-ran{fill:var(--hook)}
@box-failed{stroke:var(--bad);fill:var(--bad-soft)}
@box-skipped{stroke:var(--faint);stroke-dasharray:4 3}
@on-ran{fill:var(--on-hook)}
@on-failed{fill:var(--bad)}
@hatch-ground{fill:var(--late-soft)}
@hatch-line{stroke:var(--late);stroke-width:2}
`, "@", ".lastcall .")
