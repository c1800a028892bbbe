package trace

import "lastcall/engine/scenario"

// A Timeline is a picture of a log: where each mark stands, in CSS pixels from
// the top left corner. It knows nothing of how marks are drawn, nor of any
// language: words come from whoever draws it, who is told how much room there
// is for them.
//
// In a lane, no two hit areas overlap and no two labels do. There are never
// more than [MaxMarks] marks: where a log has more to show, neighbours merge.
type Timeline struct {
	Width, Height float64

	Left, Right float64 // of the plot: the part of the width where time runs
	From, To    float64 // the clock there
	Full        Span    // what From and To are when the whole log is shown
	Ticks       []Tick
	Gaps        []Gap // long times in which nothing happens, that can be folded

	Lanes  []Lane
	Thread Line // the main program's life

	Pins  []Pin  // lane Planned: entries, in the order in which they are to run
	Bars  []Bar  // lane Thread: actions, in the order in which they ran
	Lates []Late // lane Thread: how late they were
	Flags []Flag // lane Outside
	Exits []ExitLine
	Boxes []Box   // lane Hooks, in the order in which they ran
	Link  []Point // from the exit line to the first box; nil if there is none

	scale scale
	ix    *Index
	ran   int // boxes whose hook ran or was skipped: the first ones
}

// MaxMarks bounds what a Timeline holds: ticks, lanes and marks together. A
// mark is drawn with two or three elements, so that there are less than 400.
const MaxMarks = 160

// How many marks of a sort there may be; with the lanes less than MaxMarks.
const (
	maxTicks = 16
	maxGaps  = 6
	maxPins  = 44
	maxBars  = 34
	maxLates = 12
	maxFlags = 12
	maxBoxes = 20
)

// Sizes in pixels.
const (
	target     = 24.0 // the least width and height of a hit area (WCAG 2.5.8)
	axisHeight = 28.0
	narrow     = 560.0 // below this width lane labels stand above their lanes
	minWidth   = 280.0
)

// A Span is a part of the clock's readings.
type Span struct{ From, To float64 }

// A Rect is a rectangle.
type Rect struct{ X, Y, W, H float64 }

// A Line is a horizontal line.
type Line struct{ X1, X2, Y float64 }

// A Point is a point.
type Point struct{ X, Y float64 }

// A Label is room for words. Text is the part of them that is the same in
// every language.
type Label struct {
	Text string
	X, Y float64 // of the baseline's start, or its end if End
	W    float64 // 0: there is no room, and nothing is to be drawn
	End  bool
}

// A Mark is what all marks have.
type Mark struct {
	ID          string // the event or hook; of the first if there are several
	Count       int    // how many the mark stands for
	First, Last int    // numbers of the first and last record that it is about, -1 if none
	Hit         Rect
}

// A LaneKind says what a lane shows.
type LaneKind uint8

// The lanes, from top to bottom. LaneOutside is left out when there is nothing
// in it.
const (
	LanePlanned LaneKind = iota
	LaneThread
	LaneOutside
	LaneHooks
)

// A Lane is a band of the picture, as wide as it.
type Lane struct {
	Kind  LaneKind
	Y, H  float64
	Label Point // the baseline's start
	Note  Point // the same for a remark below the hooks, up to 260 px wide; zero if there are none
}

// Layout draws the whole log to scale; see [View].
func Layout(s *scenario.Scenario, ix *Index, width float64) *Timeline {
	return View{Width: width}.Layout(s, ix)
}

// layout is a Timeline in the making.
type layout struct {
	*Timeline
	view     View
	scenario *scenario.Scenario
	labels   labels
	exitBand float64 // the y of the room for the exit's cause
}

// lane begins a lane below the ones there are and returns the y of its
// content.
func (l *layout) lane(kind LaneKind) (top float64) {
	l.Lanes = append(l.Lanes, Lane{Kind: kind, Y: l.Height})
	if l.Width < narrow {
		return l.Height + 22
	}
	return l.Height + 4
}

// endLane ends the lane at y.
func (l *layout) endLane(y float64) {
	lane := &l.Lanes[len(l.Lanes)-1]
	lane.H = y - lane.Y
	lane.Label = Point{16, lane.Y + lane.H/2 + 4}
	if l.Width < narrow {
		lane.Label = Point{2, lane.Y + 15}
	}
	l.Height = y
}

// Marks returns how many marks, lanes and ticks there are.
func (t *Timeline) Marks() int {
	return len(t.Ticks) + len(t.Gaps) + len(t.Lanes) + len(t.Pins) + len(t.Bars) + len(t.Lates) + len(t.Flags) + len(t.Exits) + len(t.Boxes)
}
