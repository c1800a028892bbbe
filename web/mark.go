package main

import (
	"cmp"
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A mark is something on the timeline that can be focused, and chosen or
// pressed.
type mark struct {
	kind  markKind
	i     int    // its place in the layout's list of its kind
	key   string // tells it from the others, also when the layout changes
	ref   string // what it stands for, on the whole page; empty if for several
	name  string
	at    float64 // the clock
	first int     // the record that it begins with
	hit   trace.Rect
	about target // what choosing it chooses; the zero target if nothing
}

// A markKind is a kind of marks, from top to bottom.
type markKind uint8

const (
	gapMark markKind = iota
	pinMark
	barMark
	flagMark
	exitMark
	boxMark
)

// entryRef and the like name what is on the page in more than one place. What
// has the same name is marked together, by picture.js.
func entryRef(seq int) string      { return "entry-" + itoa(seq) }
func registrationRef(n int) string { return "hook-" + itoa(n) }
func outsideRef(place int) string  { return "outside-" + itoa(place) }
func single(count int, r string) string {
	if count > 1 {
		return ""
	}
	return r
}

// marks lists the marks of the timeline, by kind.
func (s *session) marks() []mark {
	t := s.timeline()
	if s.sight.marksOf == t && s.sight.marksIn == s.words {
		return s.sight.marks
	}
	var list []mark
	for i, g := range t.Gaps {
		name := s.words.Chart.Fold(s.length(g.To - g.From))
		if g.Folded {
			name = s.words.Chart.Unfold(s.length(g.To - g.From))
		}
		list = append(list, mark{gapMark, i, "gap-" + num(g.From), "", name, g.From, -1, g.Hit, target{}})
	}
	for i := range t.Pins {
		p := &t.Pins[i]
		list = append(list, mark{pinMark, i, "pin-" + itoa(p.Seq), single(p.Count, entryRef(p.Seq)), s.pinName(p), p.Time, p.First, p.Hit, target{id: p.ID}})
	}
	for i := range t.Bars {
		b := &t.Bars[i]
		list = append(list, mark{barMark, i, "bar-" + itoa(b.Seq), single(b.Count, entryRef(b.Seq)), s.barName(b), b.From, b.First, b.Hit, target{id: b.ID}})
	}
	for i := range t.Flags {
		f := &t.Flags[i]
		m := mark{flagMark, i, "flag-" + itoa(i), "", s.flagName(f), f.At, f.First, f.Hit, target{}}
		if f.Outside >= 0 {
			m.key, m.about = "flag-o"+itoa(f.Outside), target{kind: outsideKind, index: f.Outside}
			m.ref = single(f.Count, outsideRef(f.Outside))
		}
		list = append(list, m)
	}
	for i := range t.Exits {
		e := &t.Exits[i]
		list = append(list, mark{exitMark, i, "exit-" + itoa(i), "exit", s.exitName(e), e.T, e.First, e.Hit, target{}})
	}
	for i := range t.Boxes {
		b := &t.Boxes[i]
		list = append(list, mark{boxMark, i, "box-" + itoa(b.Order), single(b.Count, registrationRef(b.Order)), s.boxName(b), 0, b.First, b.Hit, target{kind: hookKind, id: b.ID}})
	}
	s.sight.marks, s.sight.marksOf, s.sight.marksIn = list, t, s.words
	return list
}

// inRunOrder are the marks as the keyboard goes through them: by the clock,
// those of one moment from top to bottom, and then the hooks as they ran.
func (s *session) inRunOrder() []mark {
	list := slices.Clone(s.marks())
	slices.SortStableFunc(list, func(a, b mark) int {
		if a.kind == boxMark || b.kind == boxMark || a.at == b.at {
			return cmp.Compare(a.kind, b.kind)
		}
		return cmp.Compare(a.at, b.at)
	})
	return list
}

// markAt returns the mark at a point of the picture, or else the one with the
// key: of what is drawn there, its words among it.
func (s *session) markAt(x, y float64, key string) (m mark, ok bool) {
	for _, m := range s.marks() {
		if h := m.hit; x >= h.X && x <= h.X+h.W && y >= h.Y && y <= h.Y+h.H {
			return m, true
		}
	}
	return s.markOf(key)
}

// markOf returns the mark with a key.
func (s *session) markOf(key string) (m mark, ok bool) {
	list := s.marks()
	if i := slices.IndexFunc(list, func(m mark) bool { return m.key == key }); i >= 0 {
		return list[i], true
	}
	return mark{}, false
}

func (s *session) pinName(p *trace.Pin) string {
	w := s.words
	if p.Count > 1 {
		return w.Chart.PinCluster(p.Count, s.reading(p.Time), s.reading(p.Until))
	}
	outcomes := [...]string{
		trace.PinOnTime: w.OutcomeRan, trace.PinLate: w.OutcomeLate,
		trace.PinCancelled: w.OutcomeCancelled, trace.PinLeft: s.leftName(),
	}
	return w.PinName(s.labelOf(target{id: p.ID}), s.reading(p.Time), formatTime(p.Priority), outcomes[p.Kind])
}

func (s *session) barName(b *trace.Bar) string {
	w := s.words
	if b.Count > 1 {
		return w.Chart.BarCluster(b.Count, s.reading(b.From), s.reading(b.To))
	}
	shown := barText(b) // a name must have what is seen in it
	if b.Label.W == 0 {
		shown = s.labelOf(target{id: b.ID})
	}
	name := w.BarName(shown, s.reading(b.From), s.reading(b.To))
	if b.Late > 0 {
		name += ", " + w.LateBy(s.length(b.Late))
	}
	return name
}

// barText is what is written in a bar.
func barText(b *trace.Bar) string {
	if b.Full {
		return b.Label.Text + " · " + trace.Number(b.To-b.From)
	}
	return b.Label.Text
}

func (s *session) flagName(f *trace.Flag) string {
	w := s.words
	if f.Count > 1 {
		return w.Chart.FlagCluster(f.Count)
	}
	name := s.flagText(f) + ", " + s.reading(f.At)
	if f.Missed && !s.run.going {
		name += ", " + w.NeverSeen
	}
	return name
}

// flagText is what is written beside a flag.
func (s *session) flagText(f *trace.Flag) string {
	text := string(f.Signal)
	switch f.Kind {
	case trace.FlagClose:
		text = endingCodes[scenario.EndClose]
	case trace.FlagDiscard:
		text = endingCodes[scenario.EndDiscard]
	case trace.FlagDo:
		text = s.words.Outside
	}
	if f.Handled && !f.Missed {
		text += " → " + s.words.Handled
	}
	return text
}

func (s *session) exitName(e *trace.ExitLine) string {
	return s.words.Chart.Over(s.causeName(e), s.reading(e.T))
}

// causeName is why the program is over, as a programmer writes it.
func (s *session) causeName(e *trace.ExitLine) string {
	if e.Cause == trace.CauseSignal { // its record comes just before
		return string(s.run.index.Records()[max(e.First-1, 0)].Signal)
	}
	return map[trace.Cause]string{
		trace.CauseReturn: "return", trace.CauseExit: "sys.exit()", trace.CauseException: "exception",
		trace.CauseHardExit: "os._exit()", trace.CauseAbort: "os.abort()",
		trace.CauseClose: "beforeunload", trace.CauseDiscard: "discard",
	}[e.Cause]
}

func (s *session) boxName(b *trace.Box) string {
	if b.Count > 1 {
		return s.words.Chart.BoxCluster(b.Count)
	}
	return s.words.HookName(s.labelOf(target{kind: hookKind, id: b.ID}), s.phaseName(b.Phase))
}
