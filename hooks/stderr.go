package hooks

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// This file is all that is ever written to os.Stderr.

// writeError writes what Python writes as "Exception ignored in atexit
// callback".
func writeError(name string, err error) {
	text := fmt.Sprintf("hook %q: %v", name, err)
	if p, ok := errors.AsType[*PanicError](err); ok {
		text += "\n\n" + string(panicked(p.Stack))
	}
	fmt.Fprintln(os.Stderr, strings.TrimSpace(text))
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
