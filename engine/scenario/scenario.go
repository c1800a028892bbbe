// Package scenario is the document that describes a program: its events, exit
// hooks, signal handlers, what reaches it from outside, and how it ends.
//
// A document is JSON. [Decode] checks it once, at the door, and reports every
// problem with its place; what it returns is valid from there on, and so is
// everything downstream. [Encode] writes it back in one stable form.
//
//	s, err := scenario.Decode(data)
//	if problems, ok := errors.AsType[scenario.Problems](err); ok { ... }
//
// Times are float64 without a unit, as in Python's sched.
package scenario

import (
	"slices"
	"time"
)

// A Scenario is a program as data. The main program registers the hooks in
// the order listed, enters the events in the order listed, runs the scheduler
// and then does End.
type Scenario struct {
	Title    string
	Clock    Clock
	Python   Profile
	Events   []Event
	Hooks    []Hook
	Handlers map[Signal][]Step // a Python signal handler for each signal named
	Outside  []Outside
	End      []Step
}

// EventIDs returns the ids of the events, in their order.
func (s *Scenario) EventIDs() (ids []string) {
	for i := range s.Events {
		ids = append(ids, s.Events[i].ID)
	}
	return ids
}

// HookIDs returns the ids of the hooks, in their order.
func (s *Scenario) HookIDs() (ids []string) {
	for i := range s.Hooks {
		ids = append(ids, s.Hooks[i].ID)
	}
	return ids
}

// Clock says how time passes.
type Clock struct {
	Real  bool          // the wall clock; false is virtual time
	Start float64       // the first reading
	Tick  time.Duration // how long one unit lasts in real time
}

// DefaultTick is the length of one unit in real time when none is given.
const DefaultTick = time.Second

// A Profile names a family of CPython versions whose atexit behaves alike.
type Profile string

// The two families. They differ in what unregistering a hook does once hooks
// have begun to run.
const (
	Python313 Profile = "3.13" // CPython 3.10 to 3.13
	Python314 Profile = "3.14" // CPython 3.14 and later
)

// An Event is something that the scheduler runs.
type Event struct {
	ID       string
	Label    string // what people see; if empty, the ID
	When     When
	Priority float64 // lower runs first
	Unqueued bool    // left out of the queue until a step enters it
	With     Arguments
	Do       []Step
}

// A Hook is something that atexit runs.
type Hook struct {
	ID           string
	Label        string // what people see; if empty, the ID
	Unregistered bool   // left out until a step registers it
	With         Arguments
	Do           []Step
}

// When is the moment an event is entered for: enterabs at Time, or, if not
// Absolute, enter with Time as the delay from the moment of entering.
type When struct {
	Absolute bool
	Time     float64
}

// Arguments are what an action or hook is called with.
type Arguments struct {
	Args   []Value
	Kwargs []Kwarg // in the order given, names unique
}

// Empty reports whether there are none.
func (a Arguments) Empty() bool { return len(a.Args) == 0 && len(a.Kwargs) == 0 }

// Kwarg is one keyword argument.
type Kwarg struct {
	Name  string
	Value Value
}

// Outside is what another process, another thread or the user does when the
// clock passes At: it sends Send, or else does Do.
type Outside struct {
	At   float64
	Send Sending // empty if Do is meant
	Do   []Step  // print, enter, cancel, register and unregister only
}

// A Signal is one of the signals that a program can send, meet or handle.
type Signal string

// The signals. SIGKILL cannot be handled.
const (
	SIGHUP  Signal = "SIGHUP"
	SIGINT  Signal = "SIGINT"
	SIGKILL Signal = "SIGKILL"
	SIGUSR1 Signal = "SIGUSR1"
	SIGTERM Signal = "SIGTERM"
)

// The signals in the order in which they are listed to people: those that a
// program can handle, and all of them.
var (
	Handleable = []Signal{SIGINT, SIGTERM, SIGHUP, SIGUSR1}
	Signals    = append(slices.Clip(Handleable), SIGKILL)
)

// A Sending is what can come from outside: a signal, Close or Discard.
type Sending string

// What a browser does to a page. Close fires beforeunload, so hooks run;
// Discard destroys the page without an event, so they do not.
const (
	Close   Sending = "close"
	Discard Sending = "discard"
)

// Sendings lists what can come from outside in the order in which it is listed
// to people.
var Sendings = append(retyped[Sending](Signals), Close, Discard)

// retyped returns the same words as those of another type.
func retyped[To, From ~string](list []From) []To {
	same := make([]To, len(list))
	for i, word := range list {
		same[i] = To(word)
	}
	return same
}
