package hooks

import "runtime/debug"

// A registration is one hook in the list.
type registration struct {
	name    string
	hook    func() error
	number  int  // of all that were ever registered; counts from 1
	settled bool // it has had its turn, or was said to be skipped
}

// call runs the hook and turns a panic into an error. That a goroutine is
// inside of it is how Exit knows that a hook calls it.
func (g *registration) call() (err error) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case *ExitError:
			err = v
		default:
			err = &PanicError{v, debug.Stack()}
		}
	}()
	return g.hook()
}

// start runs the hook on a goroutine of its own, so that one that never
// returns, or ends its goroutine, does not take the others with it.
func (g *registration) start() <-chan error {
	done := make(chan error, 1) // nobody may be waiting by then
	go func() {
		err := errGoexit
		defer func() { done <- err }()
		err = g.call()
	}()
	return done
}
