package main

import (
	"hash/fnv"
	"slices"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// An outcome is what becomes of a program that is to end in some way.
type outcome struct {
	endless bool            // it does not come to an end that can be seen
	cause   trace.Cause     // of its first exit; empty if there is none
	run     bool            // at that, hooks are to run
	signal  scenario.Signal // the last that came before it
	status  *int            // nil if it was stopped by a limit
	hooks   []trace.Registration
	nths    []int            // which registration of its hook each is, counted from 0
	places  map[string][]int // in hooks, by hook, in order of registering
}

// registration is what became of a row of the matrix.
func (o outcome) registration(h matrixHook) (g trace.Registration, ok bool) {
	if places := o.places[h.hook]; h.nth < len(places) {
		return o.hooks[places[h.nth]], true
	}
	return g, false
}

// A way is one to end, under an atexit profile.
type way struct {
	ending scenario.Ending
	python scenario.Profile
}

// outcomes are those of every way to end, as far as they are worked out. The
// endings and the exit matrix show them.
type outcomes struct {
	known map[way]outcome
	same  map[uint64]outcome // by the hash of the program's text: what need not be run again
	both  bool               // the two profiles may differ
	rows  []matrixHook       // of the matrix, nil if they are to be found anew
	stop  func()
}

// outcomeKinds are the records that an outcome is made of.
var outcomeKinds = []trace.Kind{
	trace.Register, trace.Unregister, trace.Signal, trace.Exit,
	trace.HookStart, trace.HookDone, trace.HookFailed, trace.Skip, trace.End,
}

// probeRecords bounds the runs that only look what becomes of a program,
// beyond what every event and hook of it makes once.
const probeRecords = 20_000

// profiles are both, the older one first.
var profiles = []scenario.Profile{scenario.Python313, scenario.Python314}

func newOutcome(t *trace.Trace) outcome {
	if t == nil {
		return outcome{}
	}
	o := outcome{status: t.Status, hooks: trace.NewIndex(t.Records).At(len(t.Records)).Hooks()}
	o.nths, o.places = make([]int, len(o.hooks)), make(map[string][]int)
	for i, g := range slices.Backward(o.hooks) {
		o.nths[i] = len(o.places[g.Hook])
		o.places[g.Hook] = append(o.places[g.Hook], i)
	}
	for _, r := range t.Records {
		switch r.Kind {
		case trace.Signal:
			o.signal = r.Signal
		case trace.Exit:
			o.cause, o.run = r.Cause, r.HookRun
			return o
		}
	}
	o.endless = t.Stopped != nil
	return o
}

// forget drops what is known, and what is being worked out.
func (o *outcomes) forget() {
	if o.stop != nil {
		o.stop()
	}
	*o = outcomes{known: make(map[way]outcome), same: o.same}
}

// ways is how many there are to work out.
func (o *outcomes) ways() int {
	if o.both {
		return len(profiles) * len(scenario.Endings)
	}
	return len(scenario.Endings)
}

// done reports whether all are worked out.
func (o *outcomes) done() bool { return len(o.known) == o.ways() }

// outcome is what becomes of the scenario at hand in a way to end; ok is false
// while that is being worked out.
func (s *session) outcome(e scenario.Ending) (o outcome, ok bool) {
	o, ok = s.outcomes.known[way{e, profileOf(s.scenario)}]
	return o, ok
}

// probeEndings finds out, from the engine, what becomes of the scenario in
// each of the ways to end, one after the other: in its own profile first.
func (s *session) probeEndings() {
	s.outcomes.forget()
	s.outcomes.both = profilesMatter(s.scenario)
	base, at := s.scenario, s.endingMoment()
	ways := make([]way, 0, 2*len(scenario.Endings))
	for _, e := range scenario.Endings {
		ways = append(ways, way{e, profileOf(base)})
	}
	if s.outcomes.both {
		for _, e := range scenario.Endings {
			ways = append(ways, way{e, other(profileOf(base))})
		}
	}
	limit := probeRecords + 4*(len(base.Events)+len(base.Hooks))
	before := s.outcomes.same
	s.outcomes.same = make(map[uint64]outcome)
	found := func(w way, text uint64, o outcome) {
		s.outcomes.known[w], s.outcomes.same[text], s.outcomes.rows = o, o, nil
	}
	var probe func(i int)
	probe = func(i int) {
		for ; i < len(ways); i++ {
			c := *base.WithEnding(ways[i].ending, at)
			c.Python = ways[i].python
			text := scenario.Encode(&c)
			sum := hash(text)
			if o, ok := before[sum]; ok {
				found(ways[i], sum, o)
				continue
			}
			s.outcomes.stop = s.engine.probe(string(text), limit, outcomeKinds, func(t *trace.Trace) {
				s.touch()
				found(ways[i], sum, newOutcome(t))
				probe(i + 1)
			})
			return
		}
	}
	probe(0)
}

func hash(text []byte) uint64 {
	h := fnv.New64a()
	h.Write(text)
	return h.Sum64()
}

// profileOf is the profile that a scenario is run under.
func profileOf(s *scenario.Scenario) scenario.Profile {
	if s.Python == profiles[1] {
		return profiles[1]
	}
	return profiles[0]
}

// other is the other profile.
func other(p scenario.Profile) scenario.Profile {
	if p == profiles[0] {
		return profiles[1]
	}
	return profiles[0]
}

// profilesMatter reports whether the atexit profile can make a difference: it
// does where a hook is unregistered while hooks run.
func profilesMatter(s *scenario.Scenario) bool {
	found := false
	look := func(steps []scenario.Step) {
		for _, step := range steps {
			if _, ok := step.(scenario.Unregister); ok {
				found = true
			}
		}
	}
	for _, h := range s.Hooks {
		look(h.Do)
	}
	for _, steps := range s.Handlers {
		look(steps)
	}
	for _, o := range s.Outside {
		look(o.Do)
	}
	return found
}
