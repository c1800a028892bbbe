package main

import (
	"slices"
	"time"

	"lastcall/engine/trace"
	"lastcall/web/locales"
)

// A sight is how the timeline is looked at. It is nobody's scenario: it is not
// undone, and only the axis is kept, in the browser.
type sight struct {
	from, to float64 // the window of the clock; the whole if to is not after from
	fold     bool    // gaps are folded
	except   []float64
	axis     trace.AxisKind
	start    time.Time // what the axis of dates begins with
	table    bool      // the table is shown to everyone
	keys     bool      // the shortcut sheet is open
	focus    string    // the key of the mark that the Tab key leads to

	// What the marks of a layout are is worked out once.
	marks   []mark
	marksOf *trace.Timeline
	marksIn *locales.Words
}

const (
	zoomStep = 1.5  // of a button or key
	panStep  = 0.25 // of the plot
	tightest = 1e-7 // the least part of the whole that can be shown
)

// view is what the layout is asked for.
func (s *session) view() trace.View {
	g := &s.sight
	v := trace.View{Width: s.width, From: g.from, To: g.to, Fold: g.fold, Except: g.except, Axis: s.axis()}
	if s.drag != nil {
		v.From, v.To = s.drag.window()
	}
	return v
}

// axis is how readings of the clock are written.
func (s *session) axis() trace.Axis {
	a := trace.Axis{Kind: s.sight.axis, Start: s.sight.start}
	if s.scenario != nil {
		a.Tick, a.Zero = s.scenario.Clock.Tick, s.scenario.Clock.Start
	}
	return a
}

// length writes an amount of time.
func (s *session) length(t float64) string {
	if s.sight.axis == trace.AxisNumbers {
		return trace.Number(t)
	}
	a := s.axis()
	return trace.Axis{Kind: trace.AxisDurations, Tick: a.Tick}.Text(t)
}

// looked notes that the timeline is to be laid out anew.
func (s *session) looked() {
	s.touch()
	s.run.layout = nil
}

// zoomed reports whether a part of the run is out of sight.
func (s *session) zoomed() bool { return s.sight.to > s.sight.from }

// fit shows the whole run.
func (s *session) fit() {
	s.looked()
	s.sight.from, s.sight.to = 0, 0
}

// zoom magnifies by a factor. What is at x stays there.
func (s *session) zoom(x, factor float64) {
	t := s.timeline()
	at := t.TimeAt(min(max(x, t.Left), t.Right))
	s.showWindow(at-(at-t.From)/factor, at+(t.To-at)/factor)
}

// zoomStep zooms around the cursor, or around the middle if that is out of
// sight.
func (s *session) zoomBy(factor float64) {
	t := s.timeline()
	x := (t.Left + t.Right) / 2
	if c := t.Cursor(s.cursor()); !c.Hidden && s.cursor() > 0 {
		x = c.X
	}
	s.zoom(x, factor)
}

// pan moves the window by a part of its width.
func (s *session) pan(part float64) {
	if !s.zoomed() {
		return
	}
	t := s.timeline()
	by := part * (t.To - t.From)
	by = min(max(by, t.Full.From-t.From), t.Full.To-t.To)
	s.showWindow(t.From+by, t.To+by)
}

// showWindow shows a part of the run, or all of it if the part is not smaller.
func (s *session) showWindow(from, to float64) {
	full := s.timeline().Full
	whole := full.To - full.From
	if to-from >= whole {
		s.fit()
		return
	}
	if least := tightest * whole; to-from < least {
		return
	}
	if from < full.From {
		from, to = full.From, to+full.From-from
	}
	if to > full.To {
		from, to = from-(to-full.To), full.To
	}
	s.looked()
	s.sight.from, s.sight.to = from, to
}

// follow keeps the cursor in sight while a run is played.
func (s *session) followCursor() {
	if !s.zoomed() || s.cursor() == 0 {
		return
	}
	t := s.timeline()
	if !t.Cursor(s.cursor()).Hidden {
		return
	}
	at, wide := s.state().T, t.To-t.From
	s.showWindow(at-wide/10, at+wide*9/10)
}

// foldAll folds all long waits, or none.
func (s *session) foldAll(fold bool) {
	s.looked()
	s.sight.fold, s.sight.except = fold, nil
}

// turnFold folds one long wait, or unfolds it.
func (s *session) turnFold(g *trace.Gap) {
	s.looked()
	if i := slices.Index(s.sight.except, g.From); i >= 0 {
		s.sight.except = slices.Delete(slices.Clone(s.sight.except), i, i+1)
		return
	}
	s.sight.except = append(slices.Clone(s.sight.except), g.From)
}

// The axis as the browser keeps it: its kind and where it starts.
var axisNames = [...]string{trace.AxisNumbers: "numbers", trace.AxisDurations: "durations", trace.AxisDates: "dates"}

// startLayout is how a browser's field for date and time writes them.
const startLayout = "2006-01-02T15:04"

// keptAxis is what of the axis is to be kept.
func (s *session) keptAxis() string {
	return axisNames[s.sight.axis] + " " + s.sight.start.Format(startLayout)
}

// setAxis chooses how the axis is written, from what was kept. What makes no
// sense is left as it is.
func (s *session) setAxis(kept string) {
	for kind, name := range axisNames {
		if n := len(name); len(kept) > n && kept[:n] == name && kept[n] == ' ' {
			s.looked()
			s.sight.axis = trace.AxisKind(kind)
			if start, err := time.Parse(startLayout, kept[n+1:]); err == nil && start.Year() > 1 {
				s.sight.start = start
			}
		}
	}
}
