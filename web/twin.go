package main

import (
	"lastcall/engine/trace"
)

// A twin is the run in virtual time that one in real time is compared with.
type twin struct {
	begun, over bool
	records     []trace.Record
	rows        []trace.Row // virtual time is the one side, real time the other
}

// comparable reports whether there is a run in real time to compare.
func (s *session) comparable() bool { return s.run.on == frame && !s.run.going }

// startTwin runs the twin, once for a run.
func (s *session) startTwin() {
	if s.twin.begun || !s.comparable() {
		return
	}
	s.twin.begun = true
	number := s.run.number
	var records []trace.Record
	add := func(batch []trace.Record) { records = append(records, batch...) }
	done := func(ended) {
		if s.run.number == number {
			s.touch()
			s.twin = twin{begun: true, over: true, records: records, rows: trace.Compare(records, s.run.index.Records())}
		}
	}
	s.engine.run(s.text, s.limit, add, done)
}

// difference says in a sentence how the two runs differ: in their order, or
// else in how they ended.
func (s *session) difference() string {
	w := s.words
	only := false
	for i, row := range s.twin.rows {
		only = only || row.A.Fate == trace.FateOnly || row.B.Fate == trace.FateOnly
		if row.A.Fate != trace.FateMoved {
			continue
		}
		first, second := &s.twin.records[row.A.Record], s.overtaker(i)
		if first.Kind == trace.Start && second.Kind == trace.Start && first.Time == second.Time {
			return w.TieFlips(s.happened(first), s.happened(second))
		}
		return w.OrderMoves(s.happened(first), s.happened(second))
	}
	if only {
		return w.EndedOtherwise
	}
	return w.SameOrder
}

// overtaker is what came after row i in virtual time, and before it in real
// time: the first that was moved has one.
func (s *session) overtaker(i int) *trace.Record {
	moved := s.twin.rows[i].A
	for _, row := range s.twin.rows[i:] {
		if row.A.Fate == trace.FateMoved && row.A.Other < moved.Other {
			return &s.twin.records[row.A.Record]
		}
	}
	panic("nothing overtakes it")
}

// happened says what a record is about.
func (s *session) happened(r *trace.Record) string {
	name := r.ID
	switch r.Kind {
	case trace.Start, trace.Cancel:
		name = s.labelOf(target{id: r.ID})
	case trace.HookStart, trace.HookFailed, trace.Skip:
		name = s.labelOf(idTarget(true, r.ID))
	case trace.Signal:
		name = string(r.Signal)
	case trace.Exit:
		name = string(r.Cause)
	}
	return s.words.Happened(r.Kind.String(), name)
}
