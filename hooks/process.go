package hooks

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"sync/atomic"
)

// panicStatus is the status of a Go program that panics.
const panicStatus = 2

// A process is the running program and the hooks it ends with.
//
// It ends once. Whoever comes to end first, of main, any number of Exits and
// a signal, runs the hooks and decides the status; the others wait for an end
// that is not theirs.
type process struct {
	registry Registry
	options  atomic.Pointer[Options] // nil until main
	ending   atomic.Bool

	// Of the goroutine of main.
	left   bool // main's function has returned or called exit
	status int
}

func (p *process) main(o Options, main func() int) {
	if !p.options.CompareAndSwap(nil, &o) {
		panic("hooks: Main is called twice")
	}
	p.listen(o.Signals)
	defer func() {
		v := recover()
		if v != nil {
			writePanic(v)
			p.end(panicStatus, nil)
		}
		if p.left {
			p.end(p.status, nil)
		}
		// It was runtime.Goexit: this goroutine is over, the program is not.
	}()
	p.status = main()
	p.left = true
}

func (p *process) exit(code int) {
	switch p.caller() {
	case hookCaller:
		panic(&ExitError{code})
	case mainCaller:
		p.status, p.left = code, true
		runtime.Goexit() // to the deferred function of main
	default:
		p.end(code, nil)
	}
}

// end runs the hooks and ends the process, by the signal if there is one. It
// never returns.
func (p *process) end(status int, sig os.Signal) {
	if p.ending.Swap(true) {
		select {}
	}
	p.runHooks()
	if sig != nil {
		die(sig)
	}
	os.Exit(status)
}

func (p *process) runHooks() {
	o := p.options.Load()
	if o == nil {
		o = new(Options)
	}
	ctx := context.Background()
	if o.Grace > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, o.Grace)
		defer cancel()
	}

	pass := p.registry.begin()
	for g := pass.next(ctx); g != nil; g = pass.next(ctx) {
		select {
		case err := <-g.start():
			if err != nil {
				o.report(g.name, err)
			}
		case <-ctx.Done():
			o.report(g.name, fmt.Errorf("%w after the grace period of %v", ErrUnfinished, o.Grace))
		}
	}

	why := fmt.Errorf("%w: registered while hooks ran", ErrSkipped)
	if ctx.Err() != nil {
		why = fmt.Errorf("%w: the grace period of %v is over", ErrSkipped, o.Grace)
	}
	for _, name := range pass.end() {
		o.report(name, why)
	}
}
