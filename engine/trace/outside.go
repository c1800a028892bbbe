package trace

import (
	"cmp"
	"slices"
	"sort"

	"lastcall/engine/scenario"
)

// sent is something that reaches the program from outside, or was to.
type sent struct {
	kind    FlagKind
	signal  scenario.Signal
	at      float64 // the clock
	record  int     // the record of its arrival, or the first one at its time; -1 if there is none
	outside int     // its place in the scenario, -1 if it is not from there
	missed  bool    // the program was over before it came
}

// outside lists what reached the program, from the log and from the scenario,
// in order of time.
func (l *layout) outside() []sent {
	arrived := l.arrived()
	if l.scenario == nil {
		return arrived
	}
	waiting := make(map[sent][]int) // arrivals by what they are
	for k, a := range arrived {
		waiting[a.what()] = append(waiting[a.what()], k)
	}
	dead := false
	for _, i := range l.inOrder() {
		o := &l.scenario.Outside[i]
		wanted := sent{at: o.At, record: -1, outside: i}
		wanted.expect(o.Send)
		list := waiting[wanted.what()]
		for len(list) > 0 && arrived[list[0]].at < o.At {
			list = list[1:]
		}
		if len(list) > 0 && !dead {
			waiting[wanted.what()] = list[1:]
			arrived[list[0]].outside = i
			dead = l.deadly(&arrived[list[0]])
			continue
		}
		if !dead && (wanted.kind == FlagDo || wanted.kind == FlagClose) {
			wanted.record = l.reached(o.At) // closing leaves no trace in a program that exits already
		}
		wanted.missed = wanted.record < 0
		arrived = append(arrived, wanted)
	}
	slices.SortStableFunc(arrived, func(a, b sent) int { return cmp.Compare(a.at, b.at) })
	return arrived
}

// inOrder returns the places in the scenario's Outside in order of time.
func (l *layout) inOrder() []int {
	order := make([]int, len(l.scenario.Outside))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(l.scenario.Outside[a].At, l.scenario.Outside[b].At)
	})
	return order
}

// what is s without when: two that are equal can be the same.
func (s sent) what() sent { return sent{kind: s.kind, signal: s.signal} }

// arrived lists what the log says came from outside. A signal that the program
// sent to itself cannot be told apart.
func (l *layout) arrived() []sent {
	var list []sent
	for n := range l.ix.records {
		r := &l.ix.records[n]
		s := sent{at: r.T, record: n, outside: -1}
		switch {
		case r.Kind == Signal:
			s.kind, s.signal = FlagSignal, r.Signal
		case r.Kind == Exit && r.Cause == CauseClose:
			s.kind = FlagClose
		case r.Kind == Exit && r.Cause == CauseDiscard:
			s.kind = FlagDiscard
		default:
			continue
		}
		list = append(list, s)
	}
	return list
}

// expect fills in what a scenario sends.
func (s *sent) expect(what scenario.Sending) {
	switch what {
	case "":
		s.kind = FlagDo
	case scenario.Close:
		s.kind = FlagClose
	case scenario.Discard:
		s.kind = FlagDiscard
	default:
		s.kind, s.signal = FlagSignal, scenario.Signal(what)
	}
}

// deadly reports whether an arrival ended the process on the spot.
func (l *layout) deadly(s *sent) bool {
	r := &l.ix.records[s.record]
	return r.Kind == Signal && !r.Handled || r.Kind == Exit && r.Cause == CauseDiscard
}

// reached returns the number of the first record at or after a time that the
// program lived to see, -1 if it did not. It sees what is due at its very
// start only if it waits or works there, which it does after an action.
func (l *layout) reached(at float64) int {
	records := l.ix.records
	n := sort.Search(len(records), func(n int) bool { return records[n].T >= at })
	if n == len(records) || at <= records[0].T && !l.waited() {
		return -1
	}
	return n
}

// waited reports whether the program ever waited or worked.
func (l *layout) waited() bool {
	records := l.ix.records
	return records[len(records)-1].T > records[0].T ||
		slices.ContainsFunc(l.ix.entries, func(e life) bool { return e.finish != never })
}
