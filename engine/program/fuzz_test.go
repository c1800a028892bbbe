package program_test

import (
	"os"
	"testing"

	"lastcall/engine/parity"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// room is as many records as the runs here may make.
const room = 200

// Whatever the document: Decode does not panic, and what it takes is run to
// its end as checkRun has it.
func FuzzDocument(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, document []byte) {
		if s, err := scenario.Decode(document); err == nil {
			checkRun(t, s)
		}
	})
}

// So is a random scenario, of which a document made of random bytes is none.
func FuzzScenario(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, newer bool) {
		python := scenario.Python313
		if newer {
			python = scenario.Python314
		}
		_, s, err := parity.Document(parity.Random(seed, 0, python))
		if err != nil {
			t.Fatal(err)
		}
		checkRun(t, s)
	})
}

// checkRun checks that a run ends, or is stopped, and that the folds over its
// records say at each of them what the engine itself has.
func checkRun(t *testing.T, s *scenario.Scenario) {
	ix := trace.NewIndex(nil)
	var p *program.Program
	p = program.New(s, program.Options{MaxRecords: room, Emit: func(r trace.Record) {
		ix.Append(r)
		now := ix.At(ix.Len())
		if now.QueueLen() != p.Queued() {
			t.Fatalf("after record %d, %+v: the fold has %d events in the queue, the scheduler %d", ix.Len()-1, r, now.QueueLen(), p.Queued())
		}
		if n := len(now.Hooks()); !now.Exited && n != p.Registered() {
			t.Fatalf("after record %d, %+v: the fold has %d registrations, atexit %d", ix.Len()-1, r, n, p.Registered())
		}
	}})
	checkEnd(t, p.Run(t.Context()), ix)
}

// checkEnd checks how a run ended that made the records of ix.
func checkEnd(t *testing.T, got *trace.Trace, ix *trace.Index) {
	if err := parity.Check(ix.Records()); err != nil {
		t.Fatal(err)
	}
	last := ix.At(ix.Len())
	if got.Stopped != nil {
		if ix.Len() != room && got.Stopped.Why == trace.LimitRecords || got.Status != nil || last.Ended {
			t.Fatalf("stopped by %+v after %d records, status %v, ended %t", got.Stopped, ix.Len(), got.Status, last.Ended)
		}
		return
	}
	if !last.Ended || !last.Exited || got.Status == nil || *got.Status != last.Status {
		t.Fatalf("status %v, and the last record is %+v", got.Status, ix.Records()[ix.Len()-1])
	}
}

func addSeeds(f *testing.F) {
	for _, file := range goldens(f) {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, s := range stories {
		f.Add(s.document(scenario.Python314))
	}
	for seed := range uint64(50) {
		f.Add(scenario.Encode(parity.Generate(seed, scenario.Python313)))
	}
}
