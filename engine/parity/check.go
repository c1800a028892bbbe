package parity

import (
	"fmt"

	"lastcall/engine/trace"
)

// Check checks that a log is whole: its folds can be asked at every record,
// and agree with what the records say of them.
func Check(records []trace.Record) error {
	ix := trace.NewIndex(records)
	for n := range len(records) + 1 {
		s := ix.At(n)
		queue, hooks := s.Queue(0), s.Hooks()
		if len(queue) != s.QueueLen() {
			return fmt.Errorf("after %d records there are %d and %d events in the queue", n, len(queue), s.QueueLen())
		}
		if n == len(records) {
			break
		}
		switch r := records[n]; {
		case r.Kind == trace.Exit && r.Queued != len(queue):
			return fmt.Errorf("record %d says that %d events are left; the fold has %d", n, r.Queued, len(queue))
		case r.Kind == trace.Start && (len(queue) == 0 || queue[0].Seq != r.Seq):
			return fmt.Errorf("record %d starts entry %d, which is not the first of %v", n, r.Seq, queue)
		case r.Kind == trace.Unregister && !s.Exited && r.Removed != waiting(hooks, r.ID):
			return fmt.Errorf("record %d says that %d registrations of %s went; the fold has %v", n, r.Removed, r.ID, hooks)
		}
	}
	if last := ix.At(len(records)); last.Ended {
		return settled(last)
	}
	return nil
}

func waiting(hooks []trace.Registration, hook string) (n int) {
	for _, h := range hooks {
		if h.Hook == hook {
			n++
		}
	}
	return n
}

// settled checks that each registration has come to something.
func settled(s trace.State) error {
	for _, h := range s.Hooks() {
		if h.Phase == trace.PhaseWaiting || h.Phase == trace.PhaseRunning {
			return fmt.Errorf("at the end, nothing is said of %+v", h)
		}
	}
	return nil
}
