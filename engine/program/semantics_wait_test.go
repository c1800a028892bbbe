package program_test

import (
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

// What reaches a program while it waits or works.
func TestWaits(t *testing.T) { testStories(t, waitStories) }

var waitStories = []story{{
	name: "Ctrl-C during a wait leaves the event in the queue", // S15 C
	scenario: `"events": [{"id": "a", "at": 5}], "hooks": [{"id": "bye"}],
		"outside": [{"at": 2, "send": "SIGINT"}]`,
	want: `2 SIGINT | 2 in main: KeyboardInterrupt | 2 exit: exception, 1 left | 2 hook bye | 2 status -2`,
}, {
	name: "what is raised between two actions loses neither", // S16
	scenario: `"events": [{"id": "a"}, {"id": "b"}], "handlers": {"SIGUSR1": [{"raise": "OSError", "message": "no"}]},
		"outside": [{"at": 0, "send": "SIGUSR1"}]`,
	want: `0 a | 0 SIGUSR1 | 0 in SIGUSR1: OSError: no | 0 exit: exception, 1 left | 0 status 1`,
}, {
	name: "an earlier event that a thread enters during a wait is seen after it", // S22
	scenario: `"events": [{"id": "far", "at": 1}, {"id": "urgent", "queued": false}],
		"outside": [{"at": 0.25, "do": [{"enter": "urgent", "at": 0.5}]}]`,
	want: `1 urgent, 0.5 late | 1 far | 1 exit: return | 1 status 0`,
}, {
	name: "nor does the wait end for what a signal handler enters", // S22
	scenario: `"events": [{"id": "far", "at": 1}, {"id": "urgent", "queued": false}],
		"handlers": {"SIGUSR1": [{"enter": "urgent"}]}, "outside": [{"at": 0.25, "send": "SIGUSR1"}]`,
	want: `0.25 SIGUSR1 | 1 urgent, 0.75 late | 1 far | 1 exit: return | 1 status 0`,
}, {
	name: "a handler that takes its time makes a wait no longer, unless it takes more", // S22, PEP 475
	scenario: `"events": [{"id": "a", "at": 4}, {"id": "b", "at": 8}], "handlers": {"SIGHUP": [{"work": 2}], "SIGTERM": [{"work": 5}]},
		"outside": [{"at": 1, "send": "SIGHUP"}, {"at": 5, "send": "SIGTERM"}]`,
	want: `1 SIGHUP | 4 a | 5 SIGTERM | 10 b, 2 late | 10 exit: return | 10 status 0`,
}, {
	name:     "a thread that enters after the last event keeps nothing alive", // S22
	scenario: `"events": [{"id": "a", "at": 1}], "outside": [{"at": 2, "do": [{"enter": "a"}]}]`,
	want:     `1 a | 1 exit: return | 1 status 0`,
}, {
	name:     "work past the largest number raises OverflowError", // S28
	scenario: `"clock": {"start": 1e308}, "end": [{"work": 1.7e308}]`,
	want:     `1e+308 in main: OverflowError: timestamp out of range for platform time_t | 1e+308 exit: exception | 1e+308 status 1`,
}, {
	name: "a thread can enter and cancel while an action works", // S30
	scenario: `"events": [{"id": "a", "at": 1, "do": [{"work": 4}]}, {"id": "b", "at": 3}, {"id": "c", "queued": false}],
		"outside": [{"at": 2, "do": [{"cancel": "b"}, {"enter": "c"}]}]`,
	want: `1 a | 2 cancel b | 5 c, 3 late | 5 exit: return | 5 status 0`,
}, {
	name:     "an error in a thread ends that thread only", // S30, X20
	scenario: `"events": [{"id": "a", "at": 2}], "outside": [{"at": 1, "do": [{"cancel": "a"}, {"cancel": "a"}, {"print": "not reached"}]}]`,
	want:     `1 cancel a | 1 in outside: ValueError: list.remove(x): x not in list | 2 exit: return | 2 status 0`,
}, {
	name: "after each action is a wait of zero, where what has come by then is met", // S33
	scenario: `"events": [{"id": "a", "do": [{"print": "busy"}]}, {"id": "b"}],
		"outside": [{"at": -1, "do": [{"print": "first"}]}, {"at": 0, "do": [{"print": "second"}]}]`,
	want: `0 a | 0 "busy" | 0 "first" | 0 "second" | 0 b | 0 exit: return | 0 status 0`,
}, {
	name:     "after the last action too", // S33
	scenario: `"events": [{"id": "a"}], "outside": [{"at": 0, "do": [{"enter": "a", "args": [1]}]}]`,
	want:     `0 a | 0 a | 0 exit: return | 0 status 0`,
}, {
	name: "what comes at the moment of an event comes before it", // S4 S33
	scenario: `"events": [{"id": "a", "at": 1}, {"id": "sooner", "queued": false, "priority": -1}],
		"outside": [{"at": 1, "do": [{"enter": "sooner", "at": 1}]}]`,
	want: `1 sooner | 1 a | 1 exit: return | 1 status 0`,
}, {
	name: "what comes at one moment comes in the order listed, whatever the order of others",
	scenario: `"events": [{"id": "a", "at": 9}], "outside": [{"at": 3, "do": [{"print": "three"}]},
		{"at": 1, "do": [{"print": "one"}]}, {"at": 3, "do": [{"print": "three again"}]}]`,
	want: `1 "one" | 3 "three" | 3 "three again" | 9 a | 9 exit: return | 9 status 0`,
}}

// S28, but unlike CPython, which takes an infinite time: it runs what is due at
// minus infinity at once, and fails when it waits for infinity.
func TestEnteringAtInfinityRaises(t *testing.T) {
	const overflow = "OverflowError: timestamp out of range for platform time_t"
	for _, s := range []story{{
		name:     "in an action",
		scenario: `"events": [{"id": "a", "at": 1e308, "do": [{"enter": "a", "after": 1.7e308}]}, {"id": "b", "at": 1.1e308}]`,
		want:     `1e+308 a | 1e+308 in a: ` + overflow + ` | 1e+308 exit: exception, 1 left | 1e+308 status 1`,
	}, {
		name:     "in main, which enters what is listed",
		scenario: `"clock": {"start": 1e308}, "events": [{"id": "a"}, {"id": "b", "after": 1.7e308}, {"id": "c"}], "hooks": [{"id": "bye"}]`,
		want:     `1e+308 in main: ` + overflow + ` | 1e+308 exit: exception, 1 left | 1e+308 hook bye | 1e+308 status 1`,
	}, {
		name:     "below all numbers",
		scenario: `"clock": {"start": -1e308}, "events": [{"id": "a", "do": [{"enter": "a", "after": -1.7e308}]}]`,
		want:     `-1e+308 a | -1e+308 in a: ` + overflow + ` | -1e+308 exit: exception | -1e+308 status 1`,
	}, {
		name: "in a thread, which ends, and in a hook",
		scenario: `"events": [{"id": "a", "at": 1e308}], "outside": [{"at": 1e308, "do": [{"enter": "a", "after": 1.7e308}]}],
			"hooks": [{"id": "h", "do": [{"enter": "a", "after": 1.7e308}]}]`,
		want: `1e+308 in outside: ` + overflow + ` | 1e+308 a | 1e+308 exit: return | 1e+308 hook h
			1e+308 in h: ` + overflow + ` | 1e+308 failed h | 1e+308 status 0`,
	}} {
		if got := tell(program.Run(s.decode(t, scenario.Python313), program.Options{})); got != s.told(scenario.Python313) {
			t.Errorf("%s:\n%s\nwant\n%s", s.name, got, s.told(scenario.Python313))
		}
	}
}
