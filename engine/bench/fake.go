//go:build !js

package main

import (
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jonboulle/clockwork"
)

// The fake clocks of Go. They have no priorities, and run each event on a
// goroutine of its own.

type timer interface{ Stop() bool }

// fakeWork enters n events by afterFunc, cancels half if that is the work, and
// has letPass run the rest.
func fakeWork(kind string, n int, afterFunc func(time.Duration, func()) timer, letPass func(time.Duration)) func() {
	timers := make([]timer, n)
	delays := rand.Perm(n)
	var doomed []int
	if kind == cancel {
		doomed = rand.Perm(n)[:n/2]
	}
	return func() {
		var left sync.WaitGroup
		left.Add(n - len(doomed))
		for i, delay := range delays {
			timers[i] = afterFunc(time.Duration(1+delay)*time.Microsecond, left.Done)
		}
		for _, i := range doomed {
			timers[i].Stop()
		}
		letPass(time.Duration(n) * time.Microsecond)
		left.Wait()
	}
}

// answerSynctest answers with what synctest measures, which is to be had in
// tests alone.
func answerSynctest() {
	always := func(string, string) (bool, error) { return true, nil }
	testing.Main(always, []testing.InternalTest{{Name: "synctest", F: func(t *testing.T) {
		answer(func(kind string, n int) float64 {
			do := fakeWork(kind, n, func(d time.Duration, f func()) timer { return time.AfterFunc(d, f) }, time.Sleep)
			return timed(n, func() { synctest.Test(t, func(*testing.T) { do() }) })
		})
	}}}, nil, nil)
}

func measureClockwork(kind string, n int) float64 {
	clock := clockwork.NewFakeClock()
	return timed(n, fakeWork(kind, n, func(d time.Duration, f func()) timer { return clock.AfterFunc(d, f) }, clock.Advance))
}
