package hooks

import (
	"os"
	"os/signal"
	"reflect"
	"runtime"
	"slices"
	"time"
)

// listen ends the process when one of the signals arrives, hooks first, and
// at once when another does.
func (p *process) listen(signals []os.Signal) {
	if runtime.GOARCH == "wasm" {
		return // it has no signals, and signal.Ignored panics
	}
	if signals == nil {
		signals = []os.Signal{os.Interrupt}
	}
	signals = slices.DeleteFunc(slices.Clone(signals), signal.Ignored)
	if len(signals) == 0 { // to Notify, that would mean all
		return
	}
	arrived := make(chan os.Signal, 2) // we look at no more
	signal.Notify(arrived, signals...)
	go func() {
		sig := <-arrived
		go p.end(0, sig)
		die(<-arrived)
	}()
}

// die ends the process as the signal would have, so that a shell, or whoever
// waits for the process, learns of it: a script that runs the program stops
// at Ctrl-C too.
func die(sig os.Signal) {
	// The kernel keeps process 1, as in a container, from killing itself.
	if os.Getpid() != 1 {
		signal.Reset(sig)
		self, err := os.FindProcess(os.Getpid())
		if err == nil && self.Signal(sig) == nil {
			time.Sleep(time.Second) // it comes at once, or it is blocked
		}
	}
	os.Exit(signalStatus(sig))
}

// signalStatus is the status that says that a signal ended a process, where a
// signal cannot.
func signalStatus(sig os.Signal) int {
	if runtime.GOOS == "windows" {
		return -0x3ffffec6 // STATUS_CONTROL_C_EXIT, 0xC000013A
	}
	// Plan 9 has no syscall.Signal: there signals are strings.
	if v := reflect.ValueOf(sig); v.CanInt() {
		return 128 + int(v.Int())
	}
	return 1
}
