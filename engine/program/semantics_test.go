package program_test

import "testing"

// The stories of semantics*_test.go go through what is known of CPython, row
// by row: S of sched, X of atexit, C of the causes of an exit. These rows are
// about what a scenario cannot say:
//
//	S8             cancelling an equal event of another scheduler: there is one
//	S10 S11        the queue as a list, and empty(): seen as the count at the exit alone
//	S12            run(blocking=False): the main program calls run()
//	S13 S29        what actions return, and run() inside an action
//	S17 S18 S20 S21  clocks that fail, stop, or go backwards: there is one, and it does not
//	S23 S24 S26    actions that cannot be called, arguments that change or do not compare
//	S25 S27        times that are no finite float64
//	S31 S32        a scheduler whose functions are replaced; what the lock covers
//	S34 S35        the Event as a tuple, the default clock
//	X4             functions with an == of their own
//	X5 X6 X12 X13  _ncallbacks, _clear and _run_exitfuncs; package hooks has them
//	X18 X21 X22 X23  threads and forks that hooks start, subinterpreters, processes
//	X19 X24        weakref and logging, module objects
//	X25            finally
//	C              excepthook, SIG_DFL and SIG_IGN, SIGQUIT and such, SIGPIPE,
//	               segfaults, Py_FatalError, execv, -i, asyncio, joining threads
func TestSched(t *testing.T) { testStories(t, schedStories) }

var schedStories = []story{{
	name: "the earlier runs first, then the lower priority, then the first entered", // S1
	scenario: `"events": [{"id": "late", "at": 2, "priority": -9}, {"id": "low", "at": 1, "priority": 0.5},
		{"id": "one", "at": 1, "priority": -1.5}, {"id": "two", "at": 1, "priority": -1.5}, {"id": "mid", "at": 1}]`,
	want: `1 one | 1 two | 1 mid | 1 low | 2 late | 2 exit: return | 2 status 0`,
}, {
	name: "ties stay in the order entered, whatever is cancelled among them", // S2
	scenario: `"events": [{"id": "a", "at": 5}, {"id": "b", "at": 5}, {"id": "c", "at": 5}, {"id": "d", "at": 5}, {"id": "e", "at": 5},
		{"id": "pick", "at": 1, "do": [{"cancel": "b"}, {"cancel": "d"}, {"enter": "b", "at": 5}, {"cancel": "a"}]}]`,
	want: `1 pick | 1 cancel b | 1 cancel d | 1 cancel a | 5 c | 5 e | 5 b | 5 exit: return | 5 status 0`,
}, {
	name:     "a negative delay is a time in the past, and runs at once, before what is due", // S3
	scenario: `"clock": {"start": 10}, "events": [{"id": "due"}, {"id": "past", "after": -3, "priority": 9}]`,
	want:     `10 past, 3 late | 10 due | 10 exit: return | 10 status 0`,
}, {
	name:     "what is due now runs without a wait", // S4
	scenario: `"events": [{"id": "a"}, {"id": "b", "at": 0}], "outside": [{"at": 0, "do": [{"print": "in the first wait"}]}]`,
	want:     `0 a | 0 "in the first wait" | 0 b | 0 exit: return | 0 status 0`,
}, {
	name: "what an action enters for now takes its place among those that wait", // S5
	scenario: `"events": [{"id": "parent", "at": 1, "do": [{"enter": "child9"}, {"enter": "child"}]},
		{"id": "b", "at": 1, "priority": 1}, {"id": "c", "at": 1, "priority": 5},
		{"id": "child", "queued": false}, {"id": "child9", "priority": 9, "queued": false}]`,
	want: `1 parent | 1 child | 1 b | 1 c | 1 child9 | 1 exit: return | 1 status 0`,
}, {
	name: "what an action enters for the past runs before all others", // S5
	scenario: `"events": [{"id": "parent", "at": 1, "do": [{"enter": "old", "at": 0.5}]}, {"id": "b", "at": 1, "priority": -9},
		{"id": "c", "at": 1}, {"id": "old", "priority": 9, "queued": false}]`,
	want: `1 b | 1 parent | 1 old, 0.5 late | 1 c | 1 exit: return | 1 status 0`,
}, {
	name: "cancelling what was never entered, ran, or was cancelled raises ValueError", // S7
	scenario: `"events": [{"id": "ran", "at": 1}, {"id": "gone", "at": 9}, {"id": "never", "queued": false}, {"id": "last", "at": 3}],
		"outside": [{"at": 2, "do": [{"cancel": "never"}]}, {"at": 2, "do": [{"cancel": "ran"}]},
			{"at": 2, "do": [{"cancel": "gone"}, {"cancel": "gone"}]}]`,
	want: `1 ran | 2 in outside: ValueError: list.remove(x): x not in list
		2 in outside: ValueError: list.remove(x): x not in list | 2 cancel gone
		2 in outside: ValueError: list.remove(x): x not in list | 3 last | 3 exit: return | 3 status 0`,
}, {
	name:     "an action cannot cancel itself, for it has left the queue", // S7
	scenario: `"events": [{"id": "a", "at": 1, "do": [{"cancel": "a"}]}, {"id": "b", "at": 2}]`,
	want:     `1 a | 1 in a: ValueError: list.remove(x): x not in list | 1 exit: exception, 1 left | 1 status 1`,
}, {
	name: "cancel takes the latest of several entries", // S7
	scenario: `"events": [{"id": "a", "at": 3}, {"id": "b", "at": 1,
		"do": [{"enter": "a", "at": 2}, {"enter": "a", "at": 4}, {"cancel": "a"}]}]`,
	want: `1 b | 1 cancel a | 2 a | 3 a | 3 exit: return | 3 status 0`,
}, {
	name:     "cancelling all during a wait does not shorten it", // S9
	scenario: `"events": [{"id": "a", "at": 5}], "outside": [{"at": 1, "do": [{"cancel": "a"}]}]`,
	want:     `1 cancel a | 5 exit: return | 5 status 0`,
}, {
	name: "an action that raises is lost alone, and nothing is met after it", // S14
	scenario: `"events": [{"id": "a", "do": [{"raise": "ValueError", "message": "boom"}]}, {"id": "b"}],
		"outside": [{"at": 0, "do": [{"print": "never seen"}]}]`,
	want: `0 a | 0 in a: ValueError: boom | 0 exit: exception, 1 left | 0 status 1`,
}, {
	name:     "what an action did before it raised stays done", // S14
	scenario: `"events": [{"id": "a", "at": 1, "do": [{"enter": "a", "after": 1}, {"work": 3}, {"raise": "KeyError"}, {"print": "no"}]}]`,
	want:     `1 a | 4 in a: KeyError | 4 exit: exception, 1 left | 4 status 1`,
}, {
	name: "events run late, back to back, in order, and none is dropped", // S19
	scenario: `"events": [{"id": "a", "at": 1, "do": [{"work": 2.5}]}, {"id": "b", "at": 2, "do": [{"work": 2.5}]},
		{"id": "c", "at": 3, "do": [{"work": 2.5}]}, {"id": "d", "at": 4, "do": [{"work": 2.5}]}, {"id": "e", "at": 5, "do": [{"work": 2.5}]}]`,
	want: `1 a | 3.5 b, 1.5 late | 6 c, 3 late | 8.5 d, 4.5 late | 11 e, 6 late | 13.5 exit: return | 13.5 status 0`,
}, {
	name: "among the late it is still time that decides, and priority only ties", // S19 S1
	scenario: `"events": [{"id": "slow", "at": 0, "do": [{"work": 5}]}, {"id": "urgent", "at": 2, "priority": -9},
		{"id": "early", "at": 1, "priority": 9}, {"id": "tied", "at": 2}]`,
	want: `0 slow | 5 early, 4 late | 5 urgent, 3 late | 5 tied, 3 late | 5 exit: return | 5 status 0`,
}, {
	name:     "arguments that a print lacks are found when the action runs, not when it is entered", // S23
	scenario: `"events": [{"id": "a", "at": 1, "args": [1], "do": [{"print": "{0}"}, {"print": "{1}"}]}]`,
	want: `1 a | 1 "1" | 1 in a: IndexError: Replacement index 1 out of range for positional args tuple
		1 exit: exception | 1 status 1`,
}, {
	name: "each entry has its own arguments, and an enter step without any gives none", // S24
	scenario: `"events": [{"id": "a", "at": 1, "args": ["x"], "kwargs": {"n": 1}, "do": [{"print": "{0} {n}"}]},
		{"id": "b", "do": [{"enter": "a", "after": 1, "args": ["y", 2], "kwargs": {"n": null}}, {"enter": "a", "after": 2}]}]`,
	want: `0 b | 1 a | 1 "x 1" | 1 a | 1 "y None" | 2 a
		2 in a: IndexError: Replacement index 0 out of range for positional args tuple | 2 exit: exception | 2 status 1`,
}, {
	name: "delays add up as floats do, so ten times 0.1 is less than 1", // S36
	scenario: `"events": [{"id": "a", "after": 0.1, "do": [{"enter": "a", "after": 0.1}]}],
		"outside": [{"at": 1.05, "send": "close"}]`,
	want: `0.1 a | 0.2 a | 0.30000000000000004 a | 0.4 a | 0.5 a | 0.6 a | 0.7 a | 0.7999999999999999 a
		0.8999999999999999 a | 0.9999999999999999 a | 1.05 exit: close, 1 left | 1.05 status 0`,
}, {
	name: "re-entering for a time keeps the pace, re-entering after a delay drifts", // S36, and lessons
	scenario: `"events": [{"id": "absolute", "at": 1, "do": [{"work": 0.25}, {"enter": "absolute2", "at": 2}]},
		{"id": "absolute2", "queued": false}, {"id": "relative", "at": 3, "do": [{"work": 0.25}, {"enter": "relative2", "after": 1}]},
		{"id": "relative2", "queued": false}]`,
	want: `1 absolute | 2 absolute2 | 3 relative | 4.25 relative2 | 4.25 exit: return | 4.25 status 0`,
}}
