package trace_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"lastcall/engine/trace"
)

// differs says how got differs from want, "" if it does not.
func differs(got, want picture) string {
	switch {
	case got.N != want.N || got.T != want.T || got.Running != want.Running || got.Hook != want.Hook:
		return fmt.Sprintf("N, T, Running, Hook = %v %v %v %v, want %v %v %v %v",
			got.N, got.T, got.Running, got.Hook, want.N, want.T, want.Running, want.Hook)
	case got.Exited != want.Exited || got.Cause != want.Cause || got.HookRun != want.HookRun || got.Queued != want.Queued:
		return fmt.Sprintf("exit = %v, want %v", got.State, want.State)
	case got.Ended != want.Ended || got.Status != want.Status:
		return fmt.Sprintf("end = %v %v, want %v %v", got.Ended, got.Status, want.Ended, want.Status)
	case !slices.Equal(got.queue, want.queue):
		return fmt.Sprintf("Queue() = %v, want %v", got.queue, want.queue)
	case got.QueueLen() != len(got.queue):
		return fmt.Sprintf("QueueLen() = %d, want %d", got.QueueLen(), len(got.queue))
	case !slices.Equal(got.hooks, want.hooks):
		return fmt.Sprintf("Hooks() = %v, want %v", got.hooks, want.hooks)
	}
	return ""
}

// An index answers as a plain fold does, whether it was made at once, grew a
// record at a time, or knows no more than the first n.
func TestAtAgreesWithFold(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 0))
		records := random(rng, 20+rng.IntN(1500), seed%2 == 0)
		whole := trace.NewIndex(records)
		grown := trace.NewIndex(nil)
		for n := range len(records) + 1 {
			if n > 0 {
				grown.Append(records[n-1])
			}
			if n < len(records)-100 && rng.IntN(20) > 0 {
				continue
			}
			want := fold(records[:n])
			if n == 0 {
				want.T = 0
			}
			if why := differs(see(whole.At(n)), want); why != "" {
				t.Fatalf("seed %d: At(%d): %s", seed, n, why)
			}
			if why := differs(see(grown.At(n)), want); why != "" {
				t.Fatalf("seed %d: At(%d) of a growing index: %s", seed, n, why)
			}
		}
	}
}

func TestQueueLimit(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	l := new(log)
	for range 1000 {
		l.enter("e", float64(rng.IntN(50)), float64(rng.IntN(3)))
	}
	s := trace.NewIndex(l.records).At(1000)
	all := s.Queue(0)
	for _, limit := range []int{1, 2, 7, 100, 400, 1000, 2000} {
		if got, want := s.Queue(limit), all[:min(limit, 1000)]; !slices.Equal(got, want) {
			t.Errorf("Queue(%d) = %v, want %v", limit, got, want)
		}
	}
}

func TestConsole(t *testing.T) {
	l := overrun()
	ix := trace.NewIndex(l.records)
	for n := range len(l.records) + 1 {
		var want []int
		for i, r := range l.records[:n] {
			if r.Kind == trace.Print || r.Kind == trace.Error {
				want = append(want, i)
			}
		}
		if got := ix.Console(n); !slices.Equal(got, want) {
			t.Errorf("Console(%d) = %v, want %v", n, got, want)
		}
	}
}

// Records that make no sense together must not break anything.
func TestContradictions(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var records []trace.Record
		for range rng.IntN(80) {
			records = append(records, trace.Record{
				T: float64(rng.IntN(9)), Kind: trace.Kind(rng.IntN(int(trace.End) + 1)), ID: names[rng.IntN(4)],
				Seq: rng.IntN(6) - 1, Time: float64(rng.IntN(9)), HookRun: rng.IntN(2) == 0,
			})
		}
		ix := trace.NewIndex(records)
		for n := range len(records) + 1 {
			see(ix.At(n))
		}
		ix.Entries()
		trace.Discard(records)
		for _, width := range widths {
			trace.Layout(nil, ix, width)
		}
	}
}

func BenchmarkNewIndex(b *testing.B) {
	records := random(rand.New(rand.NewPCG(5, 6)), 100_000, true)
	for b.Loop() {
		trace.NewIndex(records)
	}
}

func BenchmarkAt(b *testing.B) {
	records := random(rand.New(rand.NewPCG(5, 6)), 100_000, true)
	ix := trace.NewIndex(records)
	n := 0
	for b.Loop() {
		s := ix.At(n)
		s.Queue(100)
		n = (n + 7919) % len(records)
	}
}
