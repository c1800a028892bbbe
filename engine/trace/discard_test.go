package trace_test

import (
	"slices"
	"testing"

	"lastcall/engine/trace"
)

func TestDiscard(t *testing.T) {
	tests := []struct {
		name      string
		log       *log
		queued    int
		want      []string // skipped
		completed bool
	}{
		{"nothing happened", new(log), 0, nil, false},
		{"while it waits", new(log).register("a").register("b").register("c").unregister("b", 1).enter("e", 1, 0).enter("e", 2, 0).at(1).start(0), 1, []string{"c", "a"}, false},
		{"in a hook", exiting().at(4).hook(trace.HookStart, "c"), 0, []string{"a", "b", "a"}, false},
		{"after a hook that registers one", exiting().hook(trace.HookStart, "c").register("d").hook(trace.HookDone, "c"), 0, []string{"d", "a", "b", "a"}, false},
		{"in a hook that unregisters", exiting().hook(trace.HookStart, "c").unregister("a", 2), 0, []string{"b"}, false},
		{"while skips are written", exiting().exit(trace.CauseAbort, false, 0).skip("c", trace.CauseAbort), 0, []string{"a", "b", "a"}, false},
		{"it is over", overrun(), 0, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := tt.log.records
			got := trace.Discard(before)
			if tt.completed {
				if len(got) != len(before) {
					t.Errorf("Discard added %v", got[len(before):])
				}
				return
			}
			want := &log{t: tt.log.t, records: slices.Clone(before)}
			want.exit(trace.CauseDiscard, false, tt.queued)
			for _, hook := range tt.want {
				want.skip(hook, trace.CauseDiscard)
			}
			if want.end(-9); !slices.Equal(got, want.records) {
				t.Errorf("Discard() = %v, want %v", got[len(before):], want.records[len(before):])
			}
		})
	}
}

// What Discard is given must stay as it is, also behind its length.
func TestDiscardCopies(t *testing.T) {
	all := exiting().hook(trace.HookStart, "c").records
	trace.Discard(all[:5])
	if all[5].Kind != trace.HookStart {
		t.Errorf("Discard wrote over its argument: %v", all[5])
	}
}
