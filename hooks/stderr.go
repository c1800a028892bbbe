package hooks

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

// This file is all that is ever written to os.Stderr.

// writeError writes what Python writes as "Exception ignored in atexit
// callback".
func writeError(name string, err error) {
	var stack []byte
	if p, ok := errors.AsType[*PanicError](err); ok {
		stack = append([]byte("\n\n"), bytes.TrimSpace(panicked(p.Stack))...)
	}
	fmt.Fprintf(os.Stderr, "hook %q: %v%s\n", name, err, stack)
}

// writePanic writes what Go does when nobody recovers a panic. It is to be
// called by the function that recovered it.
func writePanic(v any) {
	fmt.Fprintf(os.Stderr, "panic: %v\n\n%s", v, panicked(debug.Stack()))
}

// panicked takes from a stack the calls that were made since the panic.
func panicked(stack []byte) []byte {
	goroutine, calls, _ := bytes.Cut(stack, []byte("\n"))
	_, calls, found := bytes.Cut(calls, []byte("\npanic("))
	if !found {
		return stack
	}
	_, calls, _ = bytes.Cut(calls, []byte("\n")) // the panic's arguments
	_, calls, _ = bytes.Cut(calls, []byte("\n")) // and place
	return bytes.Join([][]byte{goroutine, calls}, []byte("\n"))
}
