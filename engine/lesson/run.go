package lesson

import (
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A Run is what a trace says that checks and predictions ask about.
type Run struct {
	Real bool // in real time

	scenario *scenario.Scenario
	records  []trace.Record
	starts   []trace.Record
	finishes map[int]float64 // by sequence: when the action returned
	hooks    []string        // that ran, in that order
	skipped  []string
	exit     *trace.Record // the last one
	end      *trace.Record // nil if the run was stopped
}

// NewRun reads the records of a run of s; real says that it was in real time.
func NewRun(s *scenario.Scenario, records []trace.Record, real bool) Run {
	r := Run{Real: real, scenario: s, records: records, finishes: make(map[int]float64)}
	for i := range records {
		switch record := &records[i]; record.Kind {
		case trace.Start:
			r.starts = append(r.starts, *record)
		case trace.Finish:
			r.finishes[record.Seq] = record.T
		case trace.HookStart:
			r.hooks = append(r.hooks, record.ID)
		case trace.Skip:
			r.skipped = append(r.skipped, record.ID)
		case trace.Exit:
			r.exit = record
		case trace.End:
			r.end = record
		}
	}
	return r
}

// Over reports whether the program has come to an end.
func (r *Run) Over() bool { return r.end != nil }

// startsOf returns the starts of an event.
func (r *Run) startsOf(id string) (list []trace.Record) {
	for _, s := range r.starts {
		if s.ID == id {
			list = append(list, s)
		}
	}
	return list
}

// order returns which events started, each by its first start.
func (r *Run) order() (ids []string) {
	for _, s := range r.starts {
		if !slices.Contains(ids, s.ID) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// has reports whether there is a record of a kind that a function accepts.
func (r *Run) has(kind trace.Kind, accepts func(*trace.Record) bool) bool {
	return slices.ContainsFunc(r.records, func(record trace.Record) bool {
		return record.Kind == kind && accepts(&record)
	})
}

// Name is what people call an event or hook.
func (r *Run) Name(id string) string {
	for _, e := range r.scenario.Events {
		if e.ID == id && e.Label != "" {
			return e.Label
		}
	}
	for _, h := range r.scenario.Hooks {
		if h.ID == id && h.Label != "" {
			return h.Label
		}
	}
	return id
}

func (r *Run) names(ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = r.Name(id)
	}
	return list
}

// near is how much later than planned an action may begin in real time, in
// units of the clock, and still be in time: no timer is exact.
const near = 0.25

func (r *Run) late(start trace.Record) bool {
	if r.Real {
		return start.Late() > near
	}
	return start.Late() > 0
}
