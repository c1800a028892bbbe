package trace

// An ExitLine stands where the program was over, or, in the middle of the
// hooks, where the process died.
type ExitLine struct {
	Mark
	Cause   Cause
	HookRun bool
	Queued  int // entries left in the queue
	T       float64

	X, Y1, Y2 float64
	Label     Label // room for the cause
}

const (
	exitLabel = 24.0 // the height of the room for the cause
	exitWords = 16   // characters: "sys.exit(0)", "unhandled SIGHUP"
)

// exitLines draws the exit line, and the one of a death among the hooks.
func (l *layout) exitLines(f *flow) {
	exits := l.ix.exits
	if len(exits) == 0 {
		return
	}
	hooks := l.Lanes[len(l.Lanes)-1]
	if l.scale.holds(l.ix.records[exits[0]].T) {
		l.addExit(exits[0], l.exitX(), axisHeight-4, hooks.Y, l.exitBand)
	}
	if len(exits) == 1 {
		return
	}
	x, y1, y2 := l.Left, hooks.Y, hooks.Y+hooks.H-exitLabel
	if f.died >= 0 {
		b := &l.Boxes[f.died]
		x, y1, y2 = b.X+b.W+deathGap/2, b.Y-2, b.Y+b.H+2
	}
	l.addExit(exits[len(exits)-1], x, y1, y2, hooks.Y+hooks.H-exitLabel-2)
}

// addExit adds a line for record n, with its label right of it, or left, in
// the band that begins at y.
func (l *layout) addExit(n int, x, y1, y2, y float64) {
	r := &l.ix.records[n]
	e := ExitLine{
		Mark:  Mark{Count: 1, First: n, Last: n, Hit: Rect{max(0, min(x-target/2, l.Width-target)), y, target, target}},
		Cause: r.Cause, HookRun: r.HookRun, Queued: r.Queued, T: r.T, X: x, Y1: y1, Y2: y2,
	}
	e.Label = Label{X: x + 6, Y: y + 16, W: exitWords * charWidth}
	if e.Label.X+e.Label.W > l.Width {
		e.Label.X, e.Label.End = x-6, true
	}
	l.Exits = append(l.Exits, e)
}
