package program

import (
	"errors"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// How a step can end the steps after it, besides an exception.
var (
	errDead  = errors.New("the process is dead")
	errClose = errors.New("the page is being closed") // SystemExit(0) in all but cause
)

// An exception is a Python exception on its way up.
type exception struct {
	class   string
	message *string        // nil if it has none; what str() gives
	place   string         // what was running when it was raised
	code    scenario.Value // of a SystemExit
}

func (e *exception) Error() string { return e.text() }

// text is the last line of the traceback.
func (e *exception) text() string {
	if e.message == nil || *e.message == "" {
		return e.class
	}
	return e.class + ": " + *e.message
}

// raise returns a new exception of class, raised here and now.
func (p *Program) raise(class, message string) *exception {
	return &exception{class: class, message: &message, place: p.place}
}

// raiseStep returns the exception of a raise step. KeyError shows its message
// as repr does.
func (p *Program) raiseStep(step scenario.Raise) *exception {
	e := &exception{class: step.Type, message: step.Message, place: p.place}
	if e.message != nil && e.class == "KeyError" {
		quoted := scenario.Quote(*e.message)
		e.message = &quoted
	}
	return e
}

// systemExit returns the exception that sys.exit raises.
func (p *Program) systemExit(code scenario.Value) *exception {
	e := &exception{class: "SystemExit", place: p.place, code: code}
	if code != scenario.Null {
		message := code.Str()
		e.message = &message
	}
	return e
}

// outcome is what an exception that nobody catches makes of the program.
func (e *exception) outcome() (trace.Cause, int) {
	switch e.class {
	case "SystemExit":
		return trace.CauseExit, exitStatus(e.code)
	case "KeyboardInterrupt":
		return trace.CauseException, -2 // CPython ends itself with SIGINT, after the hooks
	}
	return trace.CauseException, 1
}

// stderr is what an exception that nobody catches prints.
func (e *exception) stderr() (text string, ok bool) {
	if e.class != "SystemExit" {
		return e.text(), true
	}
	return e.code.Str(), e.code.Kind() == scenario.StringKind
}

// exitStatus is the status that sys.exit(code) gives.
func exitStatus(code scenario.Value) int {
	switch code.Kind() {
	case scenario.NullKind:
		return 0
	case scenario.IntKind:
		if n, ok := code.Int64(); ok {
			return int(n & 0xff) // the system keeps the low byte
		}
		return 255 // CPython takes an int that fits no C long for -1
	}
	return 1
}
