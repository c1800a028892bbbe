package trace_test

import (
	"fmt"
	"strings"
	"testing"

	"lastcall/engine/trace"
)

var phases = map[trace.Phase]string{
	trace.PhaseWaiting: "waits", trace.PhaseRunning: "runs", trace.PhaseDone: "done",
	trace.PhaseFailed: "failed", trace.PhaseInterrupted: "interrupted", trace.PhaseSkipped: "skipped",
}

// hooksOf writes a state's registrations as "b2 runs, a1 waits".
func hooksOf(s trace.State) string {
	var words []string
	for _, g := range s.Hooks() {
		word := fmt.Sprintf("%s%d %s", g.Hook, g.Order, phases[g.Phase])
		if g.Unregistered {
			word += "?"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

// exiting is a program with hooks a, b, a, c that has returned.
func exiting() *log {
	return new(log).register("a").register("b").register("a").register("c").exit(trace.CauseReturn, true, 0)
}

func TestHooks(t *testing.T) {
	run := func(l *log, hook string) *log {
		return l.hook(trace.HookStart, hook).hook(trace.HookDone, hook)
	}
	tests := []struct {
		name string
		log  *log
		want string
	}{
		{"registered", new(log).register("a").register("b"), "b2 waits, a1 waits"},
		{"unregistered", new(log).register("a").register("b").register("a").unregister("a", 2), "b2 waits"},
		{"order counts all", new(log).register("a").unregister("a", 1).register("a"), "a2 waits"},
		{"running", exiting().hook(trace.HookStart, "c"), "c4 runs, a3 waits, b2 waits, a1 waits"},
		{"failed", exiting().hook(trace.HookStart, "c").hook(trace.HookFailed, "c"), "c4 failed, a3 waits, b2 waits, a1 waits"},
		{"latest of the same", run(run(exiting(), "c"), "a"), "c4 done, a3 done, b2 waits, a1 waits"},
		{"skipped", new(log).register("a").register("b").exit(trace.CauseAbort, false, 0).skip("b", trace.CauseAbort), "b2 skipped, a1 waits"},
		{"in doubt", exiting().hook(trace.HookStart, "c").unregister("a", 2), "c4 runs, a3 waits?, b2 waits, a1 waits?"},
		{"3.13: passed by", run(exiting().hook(trace.HookStart, "c").unregister("a", 2).hook(trace.HookDone, "c"), "b"), "c4 done, b2 done, a1 waits?"},
		{"3.13: gone at the end", run(exiting().hook(trace.HookStart, "c").unregister("a", 2).hook(trace.HookDone, "c"), "b").end(0), "c4 done, b2 done"},
		{"3.14: runs all the same", run(exiting().hook(trace.HookStart, "c").unregister("a", 2).hook(trace.HookDone, "c"), "a"), "c4 done, a3 done, b2 waits, a1 waits?"},
		{"a running hook unregisters itself", exiting().hook(trace.HookStart, "c").unregister("c", 1), "c4 runs, a3 waits, b2 waits, a1 waits"},
		{"late", exiting().hook(trace.HookStart, "c").register("a"), "a5 waits, c4 runs, a3 waits, b2 waits, a1 waits"},
		{"late ones do not run", run(run(exiting(), "c").register("a"), "a"), "a5 waits, c4 done, a3 done, b2 waits, a1 waits"},
		{"late ones are skipped first", run(exiting(), "c").register("a").skip("a", trace.CauseReturn), "a5 skipped, c4 done, a3 waits, b2 waits, a1 waits"},
		{"late and unregistered", run(exiting(), "c").register("d").unregister("d", 1), "c4 done, a3 waits, b2 waits, a1 waits"},
		{"died in a hook", run(exiting(), "c").hook(trace.HookStart, "a").exit(trace.CauseHardExit, false, 0).skip("b", trace.CauseHardExit),
			"c4 done, a3 interrupted, b2 skipped, a1 waits"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hooksOf(trace.NewIndex(tt.log.records).At(len(tt.log.records))); got != tt.want {
				t.Errorf("Hooks() = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestState(t *testing.T) {
	ix := trace.NewIndex(overrun().records)
	tests := []struct {
		n    int
		want string
	}{
		{-1, "0 t=0 running -1 hook 0 queue []"},
		{3, "3 t=0 running -1 hook 0 queue []"},
		{7, "7 t=0 running -1 hook 0 queue [0 1 2 3]"},
		{8, "8 t=1 running 0 hook 0 queue [1 2 3]"},
		{9, "9 t=1.5 running -1 hook 0 queue [1 2 3]"},
		{12, "12 t=2 running 1 hook 0 queue [2]"},
		{16, "16 t=6 running 2 hook 0 queue [4]"},
		{18, "18 t=8.2 running -1 hook 0 queue [4]"},
		{19, "19 t=8.2 running -1 hook 0 queue [4] exit: exit true 1"},
		{20, "20 t=8.2 running -1 hook 3 queue [4] exit: exit true 1"},
		{99, "28 t=8.7 running -1 hook 0 queue [4] exit: exit true 1 end: 0"},
	}
	for _, tt := range tests {
		s := ix.At(tt.n)
		var queue []int
		for _, e := range s.Queue(0) {
			queue = append(queue, e.Seq)
		}
		got := fmt.Sprintf("%d t=%v running %d hook %d queue %v", s.N, s.T, s.Running, s.Hook, queue)
		if s.Exited {
			got += fmt.Sprintf(" exit: %s %v %d", s.Cause, s.HookRun, s.Queued)
		}
		if s.Ended {
			got += fmt.Sprintf(" end: %d", s.Status)
		}
		if got != tt.want {
			t.Errorf("At(%d) = %s, want %s", tt.n, got, tt.want)
		}
	}
}

func TestEmptyState(t *testing.T) {
	for _, s := range []trace.State{{}, trace.NewIndex(nil).At(5)} {
		if s.QueueLen() != 0 || len(s.Queue(0)) != 0 || len(s.Hooks()) != 0 || s.Exited || s.Ended {
			t.Errorf("a state of nothing = %v", see(s))
		}
	}
}

func TestEntries(t *testing.T) {
	l := overrun()
	l.records = l.records[:len(l.records)-1]
	var got []string
	for _, h := range trace.NewIndex(l.records).Entries() {
		got = append(got, fmt.Sprint(h.Event, h.Seq, " ", h.Outcome, " ", h.Enter, h.Start, h.Finish, h.Cancel, " ", h.Began, "-", h.Ended))
	}
	want := []string{
		fmt.Sprint("ping0 ", trace.OutcomeRan, " 3 7 8 -1 1-1.5"),
		fmt.Sprint("backup1 ", trace.OutcomeRan, " 4 9 12 -1 2-6"),
		fmt.Sprint("report2 ", trace.OutcomeRan, " 5 13 16 -1 6-7.5"),
		fmt.Sprint("retry3 ", trace.OutcomeCancelled, " 6 -1 -1 11 0-0"),
		fmt.Sprint("report4 ", trace.OutcomeLeft, " 15 -1 -1 -1 0-0"),
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("Entries() = %v, want %v", got, want)
	}
}

func TestEntryOutcomes(t *testing.T) {
	l := new(log).enter("a", 1, 0).at(1).start(0).print("x").at(3)
	ix := trace.NewIndex(l.records)
	if h, ok := ix.Entry(0); !ok || h.Outcome != trace.OutcomeRunning || h.Ended != 1 {
		t.Errorf("Entry(0) = %v %v, want it to run", h, ok)
	}
	l.exit(trace.CauseSignal, false, 0)
	ix.Append(l.records[3])
	if h, ok := ix.Entry(0); !ok || h.Outcome != trace.OutcomeInterrupted || h.Ended != 3 {
		t.Errorf("Entry(0) = %v %v, want it interrupted at 3", h, ok)
	}
	if h, ok := ix.Entry(1); ok {
		t.Errorf("Entry(1) = %v, want none", h)
	}
}
