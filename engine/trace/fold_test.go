package trace_test

import (
	"cmp"
	"slices"

	"lastcall/engine/trace"
)

// picture is a state, whole.
type picture struct {
	trace.State
	queue []trace.Entry
	hooks []trace.Registration

	registered int
}

func see(s trace.State) picture {
	return picture{State: s, queue: s.Queue(0), hooks: s.Hooks()}
}

// fold is the plain reading of a log, record by record: what an Index must
// agree with.
func fold(records []trace.Record) picture {
	p := picture{State: trace.State{N: len(records), Running: -1}}
	exiting := false
	for n, r := range records {
		p.T = r.T
		switch r.Kind {
		case trace.Enter:
			p.queue = append(p.queue, trace.Entry{Seq: r.Seq, Event: r.ID, Time: r.Time, Priority: r.Priority, With: r.With, Enter: n})
		case trace.Cancel, trace.Start:
			p.queue = slices.DeleteFunc(p.queue, func(e trace.Entry) bool { return e.Seq == r.Seq })
			if r.Kind == trace.Start {
				p.Running = r.Seq
			}
		case trace.Finish:
			p.Running = -1
		case trace.Exit:
			if i := p.find(trace.PhaseRunning); i >= 0 {
				p.hooks[i].Phase, p.hooks[i].Settled = trace.PhaseInterrupted, n
			}
			p.Running, p.Hook = -1, 0
			p.Exited, p.Cause, p.HookRun, p.Queued = true, r.Cause, r.HookRun, r.Queued
			exiting = exiting || r.HookRun
		case trace.End:
			p.Ended, p.Status = true, r.Status
		}
		p.foldHook(n, r, exiting)
	}
	slices.SortFunc(p.queue, func(a, b trace.Entry) int {
		return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Seq, b.Seq))
	})
	slices.Reverse(p.hooks)
	return p
}

// foldHook keeps p.hooks, oldest first.
func (p *picture) foldHook(n int, r trace.Record, exiting bool) {
	waits := func(g trace.Registration) bool { return g.Hook == r.ID && g.Phase == trace.PhaseWaiting }
	switch r.Kind {
	case trace.Register:
		p.registered++
		p.hooks = append(p.hooks, trace.Registration{Hook: r.ID, With: r.With, Register: n, Start: -1, Settled: -1, Late: exiting, Order: p.registered})
	case trace.Unregister:
		p.hooks = slices.DeleteFunc(p.hooks, func(g trace.Registration) bool { return waits(g) && (!exiting || g.Late) })
		for i := range p.hooks {
			p.hooks[i].Unregistered = p.hooks[i].Unregistered || waits(p.hooks[i])
		}
	case trace.HookStart, trace.Skip:
		i := len(p.hooks) - 1
		for ; i >= 0; i-- {
			if waits(p.hooks[i]) && (r.Kind == trace.Skip || !p.hooks[i].Late) {
				break
			}
		}
		if p.hooks[i].Unregistered = false; r.Kind == trace.Skip {
			p.hooks[i].Phase, p.hooks[i].Settled = trace.PhaseSkipped, n
		} else {
			p.hooks[i].Phase, p.hooks[i].Start, p.Hook = trace.PhaseRunning, n, p.hooks[i].Order
		}
		order := p.hooks[i].Order
		p.hooks = slices.DeleteFunc(p.hooks, func(g trace.Registration) bool { return g.Unregistered && g.Order > order })
	case trace.HookDone, trace.HookFailed:
		i := p.find(trace.PhaseRunning)
		p.hooks[i].Settled, p.hooks[i].Phase = n, trace.PhaseDone
		if p.Hook = 0; r.Kind == trace.HookFailed {
			p.hooks[i].Phase = trace.PhaseFailed
		}
	case trace.End:
		p.hooks = slices.DeleteFunc(p.hooks, func(g trace.Registration) bool { return g.Unregistered })
	}
}

func (p *picture) find(phase trace.Phase) int {
	return slices.IndexFunc(p.hooks, func(g trace.Registration) bool { return g.Phase == phase })
}
