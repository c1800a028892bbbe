//go:build !js

package main

import (
	"runtime"
	"syscall"
	"time"
)

// timed returns the ns that do takes for each of n events, once warm.
func timed(n int, do func()) float64 {
	do()
	runtime.GC()
	for times, began := 1, spent(); ; times++ {
		do()
		if passed := spent() - began; passed > time.Second/10 {
			return float64(passed.Nanoseconds()) / float64(n*times)
		}
	}
}

// spent returns the processor time that this process has used, which does not
// depend on what else the computer does.
func spent() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
