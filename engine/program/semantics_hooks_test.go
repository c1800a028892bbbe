package program_test

import "testing"

// What hooks do, and what becomes of them when they fail.
func TestHooks(t *testing.T) { testStories(t, hookStories) }

// What becomes of hooks when hooks register and unregister. Here Python 3.14
// differs: it runs a copy of the list.
func TestChangedHooks(t *testing.T) { testStories(t, changedHookStories) }

var hookStories = []story{{
	name: "hooks run last in, first out, after the end of the main program", // X1 X16
	scenario: `"hooks": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "events": [{"id": "e", "at": 1}],
		"end": [{"print": "done"}]`,
	want: `1 e | 1 "done" | 1 exit: return | 1 hook c | 1 hook b | 1 hook a | 1 status 0`,
}, {
	name: "a hook runs as often as it was registered, with the arguments of each", // X1 X6
	scenario: `"hooks": [{"id": "a", "args": [1], "kwargs": {"k": "x"}, "do": [{"print": "{0}{k}"}]}, {"id": "b"}],
		"end": [{"register": "a", "args": [2], "kwargs": {"k": "y"}}, {"register": "a", "args": [3], "kwargs": {"k": null}}]`,
	want: `0 exit: return | 0 hook a | 0 "3None" | 0 hook a | 0 "2y" | 0 hook b | 0 hook a | 0 "1x" | 0 status 0`,
}, {
	name:     "arguments that a hook lacks are found when it runs, and the others go on", // X2
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"print": "{path}"}]}, {"id": "c", "do": [{"print": "{0}"}]}]`,
	want: `0 exit: return | 0 hook c | 0 in c: IndexError: Replacement index 0 out of range for positional args tuple | 0 failed c
		0 hook b | 0 in b: KeyError: 'path' | 0 failed b | 0 hook a | 0 status 0`,
}, {
	name: "unregister removes every registration of a hook, whatever its arguments", // X3
	scenario: `"hooks": [{"id": "a", "args": [1]}, {"id": "b"}],
		"end": [{"register": "a", "args": [2]}, {"register": "a"}, {"unregister": "a"}]`,
	want: `0 unregister a: 3 | 0 exit: return | 0 hook b | 0 status 0`,
}, {
	name:     "unregister of a hook that is not registered says nothing", // X3
	scenario: `"hooks": [{"id": "a", "registered": false}], "end": [{"unregister": "a"}, {"register": "a"}, {"unregister": "a"}, {"unregister": "a"}]`,
	want:     `0 unregister a: 0 | 0 unregister a: 1 | 0 unregister a: 0 | 0 exit: return | 0 status 0`,
}, {
	name:     "a hook that raises is reported, the next one runs, the status stays 0", // X7
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 1}, {"raise": "ValueError", "message": "boom"}, {"print": "no"}]}, {"id": "c"}]`,
	want:     `0 exit: return | 0 hook c | 0 hook b | 1 in b: ValueError: boom | 1 failed b | 1 hook a | 1 status 0`,
}, {
	name:     "nor does a hook that raises change a status of 3", // X7
	scenario: `"hooks": [{"id": "a", "do": [{"raise": "RuntimeError"}]}], "end": [{"exit": 3}]`,
	want:     `0 exit: exit | 0 hook a | 0 in a: RuntimeError | 0 failed a | 0 status 3`,
}, {
	name: "sys.exit in a hook is an error like any, whatever it exits with", // X8
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"exit": 9}]}, {"id": "c", "do": [{"exit": null}]},
		{"id": "d", "do": [{"exit": "text"}]}, {"id": "e", "do": [{"exit": ""}]}]`,
	want: `0 exit: return | 0 hook e | 0 in e: SystemExit | 0 failed e | 0 hook d | 0 in d: SystemExit: text | 0 failed d
		0 hook c | 0 in c: SystemExit | 0 failed c | 0 hook b | 0 in b: SystemExit: 9 | 0 failed b | 0 hook a | 0 status 0`,
}, {
	name:     "sys.exit in a hook does not change the status of an earlier one", // X8
	scenario: `"hooks": [{"id": "a", "do": [{"exit": 0}]}], "end": [{"exit": 3}]`,
	want:     `0 exit: exit | 0 hook a | 0 in a: SystemExit: 0 | 0 failed a | 0 status 3`,
}, {
	name:     "KeyboardInterrupt in a hook ends that hook alone", // X9
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"raise": "KeyboardInterrupt"}]}]`,
	want:     `0 exit: return | 0 hook b | 0 in b: KeyboardInterrupt | 0 failed b | 0 hook a | 0 status 0`,
}, {
	name:     "Ctrl-C while a hook works ends that hook alone", // X9
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 5}, {"print": "no"}]}], "outside": [{"at": 2, "send": "SIGINT"}]`,
	want:     `0 exit: return | 0 hook b | 2 SIGINT | 2 in b: KeyboardInterrupt | 2 failed b | 2 hook a | 2 status 0`,
}, {
	name: "os._exit in a hook ends all, with its status", // X14
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"_exit": 7}]}, {"id": "c"}],
		"events": [{"id": "e", "at": 1, "do": [{"enter": "e", "after": 1}, {"exit": 3}]}]`,
	want: `1 e | 1 exit: exit, 1 left | 1 hook c | 1 hook b | 1 exit: _exit, 1 left, no hooks | 1 skipped a: _exit | 1 status 7`,
}, {
	name:     "a fatal error in a hook ends all", // X14
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"abort": true}]}], "end": [{"exit": 3}]`,
	want:     `0 exit: exit | 0 hook b | 0 exit: abort, no hooks | 0 skipped a: abort | 0 status -6`,
}, {
	name: "a hook that hangs keeps the process, until a second SIGTERM kills it", // X15
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 1000000}]}],
		"events": [{"id": "e", "at": 9}], "outside": [{"at": 1, "send": "close"}, {"at": 60, "send": "SIGTERM"}]`,
	want: `1 exit: close, 1 left | 1 hook b | 60 SIGTERM kills | 60 exit: signal, 1 left, no hooks
		60 skipped a: signal | 60 status -15`,
}, {
	name:     "an exception is printed before the hooks run", // X16
	scenario: `"hooks": [{"id": "a", "do": [{"print": "bye"}]}], "end": [{"raise": "TypeError", "message": "no"}]`,
	want:     `0 in main: TypeError: no | 0 exit: exception | 0 hook a | 0 "bye" | 0 status 1`,
}, {
	name: "a hook that a thread registers while main is busy runs first", // X17 X20
	scenario: `"hooks": [{"id": "a"}, {"id": "b"}, {"id": "c", "registered": false}],
		"outside": [{"at": 1, "do": [{"register": "c"}, {"unregister": "b"}]}], "end": [{"work": 2}]`,
	want: `1 unregister b: 1 | 2 exit: return | 2 hook c | 2 hook a | 2 status 0`,
}, {
	name: "closing the page while hooks run changes nothing", // X6
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 5}]}], "end": [{"exit": 4}],
		"outside": [{"at": 2, "send": "close"}, {"at": 3, "send": "close"}]`,
	want: `0 exit: exit | 0 hook b | 5 hook a | 5 status 4`,
}, {
	name: "what hooks enter stays in the queue, and they can cancel it",
	scenario: `"events": [{"id": "e", "at": 2}], "hooks": [{"id": "a", "do": [{"cancel": "e"}, {"work": 1}, {"kill": "SIGKILL"}]},
		{"id": "b", "do": [{"enter": "e"}, {"enter": "e"}]}], "end": [{"enter": "e"}]`,
	want: `2 e | 2 exit: return, 1 left | 2 hook b | 2 hook a | 2 cancel e | 3 SIGKILL kills | 3 exit: signal, 2 left, no hooks | 3 status -9`,
}}

var changedHookStories = []story{{
	name:     "a hook that is registered while hooks run never runs", // X10
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"register": "late"}, {"register": "b"}]}, {"id": "late", "registered": false}]`,
	want:     `0 exit: return | 0 hook b | 0 hook a | 0 skipped b: return | 0 skipped late: return | 0 status 0`,
}, {
	name: "nor one that a thread or a signal handler registers then", // X10 X17
	scenario: `"hooks": [{"id": "a", "do": [{"work": 5}]}, {"id": "late", "registered": false}],
		"handlers": {"SIGUSR1": [{"register": "late", "args": [2]}]},
		"outside": [{"at": 1, "do": [{"register": "late"}]}, {"at": 2, "send": "SIGUSR1"}]`,
	want: `0 exit: return | 0 hook a | 2 SIGUSR1 | 5 skipped late: return | 5 skipped late: return | 5 status 0`,
}, {
	name:     "a pending hook that a hook unregisters runs in 3.14 all the same", // X11
	scenario: `"hooks": [{"id": "a"}, {"id": "b"}, {"id": "c", "do": [{"unregister": "a"}]}]`,
	want:     `0 exit: return | 0 hook c | 0 unregister a: 1 | 0 hook b | 0 status 0`,
	want314:  `0 exit: return | 0 hook c | 0 unregister a: 1 | 0 hook b | 0 hook a | 0 status 0`,
}, {
	name: "nor does it help in 3.14 when a thread or a handler unregisters", // X11
	scenario: `"hooks": [{"id": "a"}, {"id": "b"}, {"id": "c", "do": [{"work": 5}]}], "handlers": {"SIGUSR1": [{"unregister": "b"}]},
		"outside": [{"at": 1, "do": [{"unregister": "a"}]}, {"at": 2, "send": "SIGUSR1"}]`,
	want: `0 exit: return | 0 hook c | 1 unregister a: 1 | 2 SIGUSR1 | 2 unregister b: 1 | 5 status 0`,
	want314: `0 exit: return | 0 hook c | 1 unregister a: 1 | 2 SIGUSR1 | 2 unregister b: 1
		5 hook b | 5 hook a | 5 status 0`,
}, {
	name: "all registrations of a pending hook go, or in 3.14 stay", // X11 X3
	scenario: `"hooks": [{"id": "a", "args": [1]}, {"id": "b", "do": [{"unregister": "a"}, {"unregister": "a"}]}],
		"end": [{"register": "a", "args": [2]}, {"register": "b"}, {"register": "a", "args": [3]}]`,
	want: `0 exit: return | 0 hook a | 0 hook b | 0 unregister a: 3 | 0 unregister a: 0
		0 hook b | 0 unregister a: 0 | 0 unregister a: 0 | 0 status 0`,
	want314: `0 exit: return | 0 hook a | 0 hook b | 0 unregister a: 3 | 0 unregister a: 0
		0 hook a | 0 hook b | 0 unregister a: 0 | 0 unregister a: 0 | 0 hook a | 0 status 0`,
}, {
	name:     "a pending hook that is unregistered and registered again is too late, or in 3.14 runs once", // X10 X11
	scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"unregister": "a"}, {"register": "a"}]}]`,
	want:     `0 exit: return | 0 hook b | 0 unregister a: 1 | 0 skipped a: return | 0 status 0`,
	want314:  `0 exit: return | 0 hook b | 0 unregister a: 1 | 0 hook a | 0 skipped a: return | 0 status 0`,
}, {
	name:     "a hook that unregisters itself, or one that ran, finds it there still", // X11
	scenario: `"hooks": [{"id": "a", "do": [{"unregister": "a"}, {"unregister": "b"}]}, {"id": "b"}]`,
	want:     `0 exit: return | 0 hook b | 0 hook a | 0 unregister a: 1 | 0 unregister b: 1 | 0 status 0`,
}, {
	name:     "a hook that is registered and unregistered while hooks run leaves no trace", // X10
	scenario: `"hooks": [{"id": "a", "do": [{"register": "late"}, {"unregister": "late"}]}, {"id": "late", "registered": false}]`,
	want:     `0 exit: return | 0 hook a | 0 unregister late: 1 | 0 status 0`,
}, {
	name:     "where the process dies in its hooks, what would have run is skipped: in 3.14 what was unregistered too", // X11 X14
	scenario: `"hooks": [{"id": "a"}, {"id": "b"}, {"id": "c", "do": [{"unregister": "a"}, {"register": "a"}, {"_exit": 1}]}]`,
	want: `0 exit: return | 0 hook c | 0 unregister a: 1 | 0 exit: _exit, no hooks
		0 skipped a: _exit | 0 skipped b: _exit | 0 status 1`,
	want314: `0 exit: return | 0 hook c | 0 unregister a: 1 | 0 exit: _exit, no hooks
		0 skipped a: _exit | 0 skipped b: _exit | 0 skipped a: _exit | 0 status 1`,
}}
