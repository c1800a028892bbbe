//go:build js && wasm

package main

import (
	"errors"
	"testing"

	"lastcall/engine/trace"
)

func TestBatch(t *testing.T) {
	for _, n := range []int{0, 1, batchRecords, batchRecords + 1, 3*batchRecords - 1} {
		var got []trace.Record
		b := batch{pass: func(text string) error {
			records, err := trace.DecodeRecords([]byte(text))
			if err != nil {
				t.Fatalf("%d records: a batch does not read back: %v", n, err)
			}
			if len(records) == 0 || len(records) > batchRecords {
				t.Errorf("%d records: a batch has %d", n, len(records))
			}
			got = append(got, records...)
			return nil
		}}
		for i := range n {
			b.add(trace.Record{T: float64(i), Kind: trace.Print, Text: "x"})
		}
		b.flush()
		if len(got) != n {
			t.Errorf("%d records went in, %d came out", n, len(got))
		}
		for i, r := range got {
			if r.T != float64(i) {
				t.Fatalf("record %d has t %v", i, r.T)
			}
		}
	}
}

func TestBatchStopsWhenPassFails(t *testing.T) {
	passed, failed := 0, 0
	b := batch{
		pass:   func(string) error { passed++; return errors.New("no") },
		failed: func() { failed++ },
	}
	for range 3 * batchRecords {
		b.add(trace.Record{Kind: trace.Print})
	}
	b.flush()
	if passed != 1 || failed != 1 || b.err == nil {
		t.Errorf("pass was called %d times, failed %d times, err is %v", passed, failed, b.err)
	}
}
