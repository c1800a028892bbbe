package hooks

import (
	"errors"
	"strconv"
)

var (
	// ErrSkipped is how a hook that never runs is reported at the end of the
	// program: the grace period was over, or it was registered while hooks
	// ran.
	ErrSkipped = errors.New("skipped")

	// ErrUnfinished is how the hook that was running when the grace period
	// was over is reported at the end of the program.
	ErrUnfinished = errors.New("unfinished")

	errGoexit = errors.New("runtime.Goexit in a hook")
)

// An ExitError is how a hook that called [Exit] is reported. The call ends
// the hook, and nothing else.
type ExitError struct {
	Code int // what Exit was called with
}

func (e *ExitError) Error() string { return "Exit(" + strconv.Itoa(e.Code) + ") in a hook is ignored" }

// A PanicError is how a hook that panicked is reported.
type PanicError struct {
	Value any    // what panic was called with
	Stack []byte // as debug.Stack gives it
}

func (e *PanicError) Error() string { return "panic: " + textOf(e.Value) }

// Unwrap returns the panic's value if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}
