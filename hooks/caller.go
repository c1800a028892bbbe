package hooks

import (
	"reflect"
	"runtime"
)

// A caller is whose code it is that calls.
type caller uint8

const (
	otherCaller caller = iota
	mainCaller         // the function given to main, on its goroutine
	hookCaller         // a hook, on its goroutine
)

// caller looks for the innermost of our own calls on the stack. Goroutines
// have no other identity that a program may use.
func (p *process) caller() caller {
	pcs := make([]uintptr, 128)
	n := runtime.Callers(2, pcs)
	for n == len(pcs) {
		pcs = make([]uintptr, 2*len(pcs))
		n = runtime.Callers(2, pcs)
	}
	// Not variables of the package: those would link all of this into
	// programs that only use a Registry.
	hookFrame, mainFrame := nameOf((*registration).call), nameOf((*process).main)
	frames := runtime.CallersFrames(pcs[:n])
	for {
		frame, more := frames.Next()
		switch frame.Function {
		case hookFrame:
			return hookCaller
		case mainFrame:
			return mainCaller
		}
		if !more {
			return otherCaller
		}
	}
}

func nameOf(f any) string {
	return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
}
