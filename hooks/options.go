package hooks

import (
	"os"
	"time"
)

// Options say how a program ends. The zero value is what Python does.
type Options struct {
	// Signals are the signals that end the program, hooks first. If nil,
	// [os.Interrupt] alone; if empty and not nil, none. A program that is to
	// end well under docker stop, Kubernetes or systemd adds SIGTERM:
	//
	//	Signals: []os.Signal{os.Interrupt, syscall.SIGTERM}
	//
	// One that the program was started to ignore, as by nohup, stays ignored.
	Signals []os.Signal

	// Grace is how long the hooks may take together, counted from when they
	// begin. When it is over the program ends: the hook that runs is
	// abandoned, the rest never run, and all are reported. If zero or less,
	// there is no limit. Let it be shorter than what the one who sends the
	// signal allows: 10 s for docker stop, 30 s in Kubernetes.
	Grace time.Duration

	// Report is called with each hook that failed, was abandoned
	// ([ErrUnfinished]) or skipped ([ErrSkipped]). Calls come one at a time,
	// each before the next hook, on goroutines of their own, and the grace
	// period does not cut them short. If nil, they are written to os.Stderr.
	Report func(name string, err error)
}

// report calls Report as a hook is called, since it may be as broken.
func (o *Options) report(name string, err error) {
	if o.Report == nil {
		writeError(name, err)
		return
	}
	reporter := registration{name: "Report", hook: func() error {
		o.Report(name, err)
		return nil
	}}
	if broken := <-reporter.start(); broken != nil {
		writeError(name, err)
		writeError(reporter.name, broken)
	}
}
