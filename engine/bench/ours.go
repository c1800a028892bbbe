//go:build !heap

package main

import "lastcall/engine"

type (
	scheduler = engine.Scheduler[float64]
	event     = engine.Event[float64]
)

func newScheduler(clock engine.Clock[float64]) *scheduler { return engine.New(clock) }
