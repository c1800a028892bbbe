// Package draw writes the timeline of a trace for places where no program
// runs: an SVG file, an HTML table, plain text. Where each mark stands is the
// business of [trace.Layout], which the page draws too, so that a picture in a
// README and the live page cannot differ.
//
//	ix := trace.NewIndex(t.Records)
//	svg := draw.SVG(s, ix, draw.Options{Theme: draw.Dark})
//
// Whatever stands in a scenario is written as text: no markup in it becomes
// markup.
package draw

import (
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A Theme says which colours a picture has.
type Theme string

// The themes. Auto leaves it to the system of whoever looks at the picture.
const (
	Auto  Theme = "auto"
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Themes lists them.
var Themes = []Theme{Auto, Light, Dark}

// Options say how to draw.
type Options struct {
	Theme Theme   // if empty, Auto
	Width float64 // in pixels, 280 at least, or in characters of a text, 60 at least; if zero, 880 or 100
	Lang  string  // "en" or "ru"; if empty, "en"
}

// The widths of a picture and a text if none is given.
const (
	defaultWidth   = 880
	defaultColumns = 100
	maxColumns     = 1000
)

// A drawing is one in the making.
type drawing struct {
	scenario *scenario.Scenario // may be nil
	ix       *trace.Index
	words    *words
	labels   map[string]string
}

func newDrawing(s *scenario.Scenario, ix *trace.Index, o Options) drawing {
	d := drawing{s, ix, &english, map[string]string{}}
	if o.Lang == "ru" {
		d.words = &russian
	}
	if s == nil {
		return d
	}
	for i := range s.Events {
		d.labels[s.Events[i].ID] = s.Events[i].Label
	}
	for i := range s.Hooks {
		d.labels[s.Hooks[i].ID] = s.Hooks[i].Label
	}
	return d
}

// label is what people see for an event or a hook.
func (d *drawing) label(id string) string {
	if label := d.labels[id]; label != "" {
		return label
	}
	return id
}

func (d *drawing) title() string {
	if d.scenario == nil || d.scenario.Title == "" {
		return d.words.timeline
	}
	return d.scenario.Title
}

// cause names what ended the program.
func (d *drawing) cause(exit trace.ExitLine) string {
	switch exit.Cause {
	case trace.CauseReturn:
		return "return"
	case trace.CauseExit:
		return "sys.exit()"
	case trace.CauseException:
		return d.words.exception
	case trace.CauseHardExit:
		return "os._exit()"
	case trace.CauseAbort:
		return "os.abort()"
	case trace.CauseClose:
		return "beforeunload"
	case trace.CauseSignal:
		if exit.First > 0 { // its record comes just before
			return string(d.ix.Records()[exit.First-1].Signal)
		}
	}
	return string(exit.Cause)
}

// flag names what came from outside.
func (d *drawing) flag(f trace.Flag) string {
	name := string(f.Signal)
	switch f.Kind {
	case trace.FlagClose:
		name = "beforeunload"
	case trace.FlagDiscard:
		name = "discard"
	case trace.FlagDo:
		name = d.words.outside
	}
	if f.Kind == trace.FlagSignal && f.Handled && !f.Missed {
		name += " → " + d.words.handled
	}
	return name
}

// ending says in words how the program ends.
func (d *drawing) ending(t *trace.Timeline) string {
	if len(t.Exits) == 0 {
		return d.words.endless
	}
	exit := t.Exits[0]
	text := d.words.ends + " " + d.cause(exit) + ", t = " + trace.Number(exit.T) + "; "
	switch {
	case len(t.Exits) > 1:
		return text + d.words.diedInHooks + ": " + d.cause(t.Exits[len(t.Exits)-1])
	case exit.HookRun:
		return text + d.words.hooksRun
	}
	return text + d.words.hooksSkipped
}

// outcome says what became of an entry.
func (d *drawing) outcome(h *trace.History, late float64) string {
	w := d.words
	switch {
	case h.Outcome == trace.OutcomeCancelled:
		return w.cancelled
	case h.Outcome == trace.OutcomeLeft:
		return w.left
	case h.Outcome == trace.OutcomeInterrupted:
		return w.cutShort
	case h.Outcome == trace.OutcomeRunning:
		return w.running
	case late > 0:
		return w.late(trace.Number(late))
	}
	return w.onTime
}

// signs are those of the phases of a hook.
var signs = [...]string{
	trace.PhaseWaiting: "○", trace.PhaseRunning: "▶", trace.PhaseDone: "✓", trace.PhaseFailed: "!",
	trace.PhaseInterrupted: "✕", trace.PhaseSkipped: "⊘",
}

func (d *drawing) phase(p trace.Phase) string { return d.words.phases[p] }

// num writes a length: two decimals at most.
func num(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// escape writes text so that it is text in HTML and XML, in an attribute too.
// What no XML may hold becomes U+FFFD.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\'':
			b.WriteString("&#39;")
		case r < ' ' && r != '\t' && r != '\n', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			b.WriteRune('\ufffd')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
