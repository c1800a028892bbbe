//go:build !js

package main

import (
	"syscall"
	"time"
)

// spent returns the processor time that this process has used, which does not
// depend on what else the computer does.
func spent() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
