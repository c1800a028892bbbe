// Package trace is what happened: an append-only log of records, and the
// folds that turn the first n of them into what is on screen.
//
// Nothing here runs a program, and no record is ever edited: stepping back is
// reading fewer of them.
package trace

import "lastcall/engine/scenario"

// A Trace is the log of one run.
type Trace struct {
	// Status is what Python's subprocess would report: 0 to 255, or minus the
	// signal's number. It is nil while the program runs, and if it was
	// stopped by a limit.
	Status  *int
	Stopped *Stopped
	Records []Record
}

// Stopped says which limit ended a run, and the event that kept it going.
type Stopped struct {
	Why   Limit
	Event string
}

// A Limit is one that a run can reach.
type Limit string

// The limits.
const (
	LimitRecords Limit = "records" // as many records as were allowed
	LimitStuck   Limit = "stuck"   // entries without end while the clock stands still
)

// A Kind says what a record is about.
type Kind uint8

// The kinds, in the contract's order.
const (
	Register Kind = iota
	Unregister
	Enter
	Cancel
	Start
	Finish
	Print
	Error
	Signal
	Exit
	HookStart
	HookDone
	HookFailed
	Skip
	End
)

var kindNames = [...]string{
	"register", "unregister", "enter", "cancel", "start", "finish", "print", "error",
	"signal", "exit", "hook", "hook-done", "hook-failed", "skip", "end",
}

// String returns the kind as it stands in a trace.
func (k Kind) String() string { return kindNames[k] }

// A Cause is what ended a program.
type Cause string

// The causes.
const (
	CauseReturn    Cause = "return"
	CauseExit      Cause = "exit"
	CauseException Cause = "exception"
	CauseSignal    Cause = "signal"
	CauseHardExit  Cause = "_exit"
	CauseAbort     Cause = "abort"
	CauseClose     Cause = "close"
	CauseDiscard   Cause = "discard"
)

// A Record is one thing that happened. Which fields beyond T and Kind mean
// something depends on the Kind.
type Record struct {
	T    float64 // the clock
	Kind Kind
	ID   string // the event or hook

	Seq      int                 // enter, cancel, start, finish
	Time     float64             // enter, start: the moment entered for
	Priority float64             // enter, start
	With     *scenario.Arguments // register, enter, start, hook; nil if none

	Removed int    // unregister: how many
	Text    string // print, error
	In      string // error: the event, hook or signal handler, "outside" or "main"

	Signal  scenario.Signal // signal
	Handled bool            // signal

	Cause   Cause // exit: what ended the program; skip: what kept the hook from running
	HookRun bool  // exit: hooks are to run
	Queued  int   // exit: events left in the queue

	Status int // end
}

// Late is how long after its time the event of a start record began.
func (r Record) Late() float64 { return r.T - r.Time }
