package trace_test

import (
	"fmt"

	"lastcall/engine/trace"
)

// The queue after any number of records, in any order of asking.
func ExampleIndex_At() {
	ix := trace.NewIndex([]trace.Record{
		{Kind: trace.Enter, ID: "report", Time: 4, Seq: 0},
		{Kind: trace.Enter, ID: "ping", Time: 1, Seq: 1},
		{T: 1, Kind: trace.Start, ID: "ping", Time: 1, Seq: 1},
	})
	for _, n := range []int{3, 2} {
		s := ix.At(n)
		fmt.Print("t=", s.T, ", running ", s.Running, ":")
		for _, e := range s.Queue(0) {
			fmt.Print(" ", e.Event)
		}
		fmt.Println()
	}
	// Output:
	// t=1, running 1: report
	// t=0, running -1: ping report
}

// A worker that is terminated cannot write the end of its log.
func ExampleDiscard() {
	log := []trace.Record{{Kind: trace.Register, ID: "flush"}, {T: 2, Kind: trace.Print, Text: "working"}}
	fmt.Println(string(trace.AppendRecords(nil, trace.Discard(log))))
	// Output:
	// [
	// {"t":0,"kind":"register","hook":"flush"},
	// {"t":2,"kind":"print","text":"working"},
	// {"t":2,"kind":"exit","cause":"discard","hooks":"skipped","queued":0},
	// {"t":2,"kind":"skip","hook":"flush","why":"discard"},
	// {"t":2,"kind":"end","status":-9}
	// ]
}
