package program_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// forever is a program that goes on until it is stopped.
const forever = `"events": [{"id": "once"}, {"id": "tick", "do": [{"enter": "tick", "after": 1}]}]`

// A run that makes too many records ends with the last for which there is
// room, wherever that is: in an action, a handler, a hook, or at the end.
func TestRecordsLimitCutsAnywhere(t *testing.T) {
	for _, file := range goldens(t) {
		s := load(t, file)
		whole := program.Run(s, program.Options{})
		for room := 1; room <= len(whole.Records)+1; room++ {
			got := program.Run(s, program.Options{MaxRecords: room})
			cut := room < len(whole.Records)
			if !sameRecords(got.Records, whole.Records[:min(room, len(whole.Records))]) {
				t.Errorf("%s: with room for %d it makes other records", filepath.Base(file), room)
			}
			if (got.Stopped != nil) != cut || (got.Status == nil) != cut {
				t.Errorf("%s: with room for %d of %d: stopped %v, status %v", filepath.Base(file), room, len(whole.Records), got.Stopped, got.Status)
			}
			if cut && got.Stopped.Why != trace.LimitRecords {
				t.Errorf("%s: stopped by %s", filepath.Base(file), got.Stopped.Why)
			}
		}
	}
}

func sameRecords(a, b []trace.Record) bool {
	return bytes.Equal(trace.AppendRecords(nil, a), trace.AppendRecords(nil, b))
}

// A program that would go on for ever has no status and no end, and the event
// that kept it going is named.
func TestRecordsLimitNamesTheCulprit(t *testing.T) {
	s := story{scenario: forever}.decode(t, scenario.Python313)
	const room = 100
	got := program.Run(s, program.Options{MaxRecords: room})
	if len(got.Records) != room || got.Status != nil {
		t.Errorf("%d records, status %v; want %d, and no status", len(got.Records), got.Status, room)
	}
	if want := (trace.Stopped{Why: trace.LimitRecords, Event: "tick"}); got.Stopped == nil || *got.Stopped != want {
		t.Errorf("stopped = %v, want %v", got.Stopped, want)
	}
	if last := got.Records[room-1]; last.Kind == trace.End {
		t.Errorf("it has an end record")
	}
	if text := string(got.AppendJSON(nil)); !strings.HasPrefix(text, `{"version":1,"status":null,"stopped":{"why":"records","event":"tick"},"records":[`) {
		t.Errorf("as JSON it begins with %.90s", text)
	}
}

// Where no step enters anything, it is the event that started last, or none.
func TestRecordsLimitWithoutACulprit(t *testing.T) {
	for _, test := range []struct{ scenario, want string }{
		{`"events": [{"id": "a"}, {"id": "b", "at": 1, "do": [{"print": "1"}, {"print": "2"}]}, {"id": "c", "at": 2}]`, "b"},
		{`"hooks": [{"id": "a"}], "end": [{"print": "1"}, {"print": "2"}, {"print": "3"}, {"print": "4"}, {"print": "5"}, {"print": "6"}, {"print": "7"}]`, ""},
	} {
		got := program.Run(story{scenario: test.scenario}.decode(t, scenario.Python313), program.Options{MaxRecords: 7})
		if got.Stopped == nil || got.Stopped.Event != test.want {
			t.Errorf("%s: stopped = %v, want by %q", test.scenario, got.Stopped, test.want)
		}
	}
}

// MaxRecords is the most there can be: what is above it, or makes no sense, is
// that.
func TestMaxRecords(t *testing.T) {
	for _, test := range []struct{ given, want int }{
		{0, program.MaxRecords}, {-1, program.MaxRecords}, {1, 1}, {program.MaxRecords, program.MaxRecords},
		{program.MaxRecords + 1, program.MaxRecords},
	} {
		if got := program.Room(test.given); got != test.want {
			t.Errorf("with a limit of %d there is room for %d records, want %d", test.given, got, test.want)
		}
	}
}

// S6: a program that enters without end while the clock stands still is
// stopped at the ten thousandth entry.
func TestStuck(t *testing.T) {
	again := `"events": [{"id": "again", "at": 3, "do": [{"enter": "again"}]}]`
	got := program.Run(story{scenario: again}.decode(t, scenario.Python313), program.Options{})
	if want := "stopped: stuck, by again"; !strings.HasSuffix(tell(got), "\n"+want) {
		t.Errorf("%.40s…, want it to end with %s", tell(got), want)
	}
	if n := count(got, trace.Enter); n != 10_001 || got.Status != nil {
		t.Errorf("%d entries and status %v; want 10001, the first by main, and none", n, got.Status)
	}
	if last := got.Records[len(got.Records)-1]; last.Kind != trace.Enter || last.T != 3 {
		t.Errorf("the last record is %+v", last)
	}
}

func count(t *trace.Trace, kind trace.Kind) (n int) {
	for _, r := range t.Records {
		if r.Kind == kind {
			n++
		}
	}
	return n
}

// repeated is a list of n steps.
func repeated(step string, n int) string {
	return "[" + strings.Join(slices.Repeat([]string{step}, n), ", ") + "]"
}

// Entries at one moment are counted, wherever they are made, and one less than
// the limit is none too many.
func TestStuckAnywhere(t *testing.T) {
	thousand, less := repeated(`{"enter": "e"}`, 1000), repeated(`{"enter": "e"}`, 999)
	hooks := func(first string) (list []string) {
		for i := range 9 {
			list = append(list, fmt.Sprintf(`{"id": "h%d", "do": %s}`, i, thousand))
		}
		return append(list, `{"id": "last", "do": `+first+`}`)
	}
	for _, test := range []struct{ name, scenario, want string }{
		{"9,999 in hooks", `"events": [{"id": "e", "queued": false}], "hooks": [` + strings.Join(hooks(less), ", ") + `]`, "status 0"},
		{"10,000 in hooks", `"events": [{"id": "e", "queued": false}], "hooks": [` + strings.Join(hooks(thousand), ", ") + `]`, "stopped: stuck, by e"},
		{"10,000 in a handler", `"events": [{"id": "e", "at": 1}], "handlers": {"SIGUSR1": ` + thousand + `},
			"end": ` + repeated(`{"kill": "SIGUSR1"}`, 10), "stopped: stuck, by e"},
		{"9,000 and 9,000 a moment later", `"events": [{"id": "e", "queued": false}], "handlers": {"SIGUSR1": ` + thousand + `},
			"end": [` + strings.Trim(repeated(`{"kill": "SIGUSR1"}`, 9), "[]") + `, {"work": 0.001}, ` +
			strings.Trim(repeated(`{"kill": "SIGUSR1"}`, 9), "[]") + `]`, "status 0"},
	} {
		got := tell(program.Run(story{scenario: test.scenario}.decode(t, scenario.Python313), program.Options{}))
		if !strings.HasSuffix(got, test.want) {
			t.Errorf("%s: it ends with %q, want %q", test.name, got[max(0, len(got)-40):], test.want)
		}
	}
}

// The event that kept a stuck program from going on is not the one that was
// entered more often before.
func TestStuckNamesTheCulprit(t *testing.T) {
	for _, test := range []struct{ name, scenario, want string }{
		{"one that was busy before", `"clock": {"start": -11000}, "events": [{"id": "busy", "do": [{"enter": "busy", "after": 1}]},
			{"id": "spin", "at": 0, "priority": -1, "do": [{"enter": "spin"}]}]`, "spin"},
		{"two that enter each other", `"events": [{"id": "pong", "queued": false, "do": [{"enter": "ping"}]},
			{"id": "ping", "do": [{"enter": "pong"}]}]`, "ping"},
		{"one of two that fan out", `"events": [{"id": "a", "do": [{"enter": "a"}, {"enter": "b"}, {"enter": "b"}]}, {"id": "b"}]`, "b"},
	} {
		got := program.Run(story{scenario: test.scenario}.decode(t, scenario.Python313), program.Options{})
		if got.Stopped == nil || got.Stopped.Why != trace.LimitStuck || got.Stopped.Event != test.want {
			t.Errorf("%s: stopped = %+v, want by %s", test.name, got.Stopped, test.want)
		}
	}
}

// A handler that interrupts itself without end is stopped by RecursionError,
// as any other exception: it is reported once, and hooks run.
func TestHandlersNestToALimit(t *testing.T) {
	for _, test := range []struct{ handlers, last string }{
		{`"SIGUSR1": [{"kill": "SIGUSR1"}, {"print": "not reached"}]`, "SIGUSR1"},
		{`"SIGUSR1": [{"kill": "SIGHUP"}], "SIGHUP": [{"kill": "SIGUSR1"}]`, "SIGHUP"},
	} {
		s := story{scenario: `"handlers": {` + test.handlers + `}, "hooks": [{"id": "bye"}], "end": [{"kill": "SIGUSR1"}]`}
		got := program.Run(s.decode(t, scenario.Python313), program.Options{})
		told := tell(got)
		want := "0 in " + test.last + ": RecursionError: maximum recursion depth exceeded\n0 exit: exception\n0 hook bye\n0 status 1"
		if !strings.HasSuffix(told, want) {
			t.Errorf("it ends with %q, want %q", told[max(0, len(told)-120):], want)
		}
		if n := count(got, trace.Signal); n != 1001 {
			t.Errorf("%d signals, want 1001", n)
		}
	}
}
