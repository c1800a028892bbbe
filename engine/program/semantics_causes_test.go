package program_test

import "testing"

// How programs end by themselves: whether hooks run, and the status.
func TestExits(t *testing.T) { testStories(t, exitStories) }

// How signals end them, or do not.
func TestSignals(t *testing.T) { testStories(t, signalStories) }

// ending is the story of a program with one hook that ends by these steps.
func ending(name, steps, want string) story {
	return story{name: name, scenario: `"hooks": [{"id": "bye"}], "end": [` + steps + `, {"print": "not reached"}]`, want: want}
}

var exitStories = []story{{
	name:     "the end of main runs the hooks, status 0",
	scenario: `"hooks": [{"id": "bye"}]`,
	want:     `0 exit: return | 0 hook bye | 0 status 0`,
}, {
	name:     "a program with nothing in it ends well",
	scenario: `"title": "nothing"`,
	want:     `0 exit: return | 0 status 0`,
},
	ending("sys.exit(None) runs the hooks, status 0", `{"exit": null}`, `0 exit: exit | 0 hook bye | 0 status 0`),
	ending("sys.exit(0) as well", `{"exit": 0}`, `0 exit: exit | 0 hook bye | 0 status 0`),
	ending("sys.exit(3) gives status 3", `{"exit": 3}`, `0 exit: exit | 0 hook bye | 0 status 3`),
	ending("sys.exit(256) gives status 0: the system keeps a byte", `{"exit": 256}`, `0 exit: exit | 0 hook bye | 0 status 0`),
	ending("sys.exit(257) gives status 1", `{"exit": 257}`, `0 exit: exit | 0 hook bye | 0 status 1`),
	ending("sys.exit(-1) gives status 255", `{"exit": -1}`, `0 exit: exit | 0 hook bye | 0 status 255`),
	ending("sys.exit(2**70) gives status 255", `{"exit": 1180591620717411303424}`, `0 exit: exit | 0 hook bye | 0 status 255`),
	ending("sys.exit of a text prints it on stderr, status 1", `{"exit": "no such file"}`, `0 in main: no such file | 0 exit: exit | 0 hook bye | 0 status 1`),
	ending("sys.exit of an empty text prints an empty line", `{"exit": ""}`, `0 in main:  | 0 exit: exit | 0 hook bye | 0 status 1`),
	ending("an exception that nobody catches gives status 1", `{"raise": "ValueError", "message": "boom"}`,
		`0 in main: ValueError: boom | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("one without a message shows its class alone", `{"raise": "OSError"}`, `0 in main: OSError | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("so does one whose message is empty", `{"raise": "RuntimeError", "message": ""}`, `0 in main: RuntimeError | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("but KeyError quotes its message, even an empty one", `{"raise": "KeyError", "message": ""}`, `0 in main: KeyError: '' | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("TypeError and ZeroDivisionError are no different", `{"raise": "ZeroDivisionError", "message": "division by zero"}`,
		`0 in main: ZeroDivisionError: division by zero | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("KeyboardInterrupt runs the hooks, and then the process kills itself", `{"raise": "KeyboardInterrupt", "message": "stop"}`,
		`0 in main: KeyboardInterrupt: stop | 0 exit: exception | 0 hook bye | 0 status -2`),
	ending("os._exit skips the hooks", `{"_exit": 3}`, `0 exit: _exit, no hooks | 0 skipped bye: _exit | 0 status 3`),
	ending("os._exit(256) gives status 0, too", `{"_exit": 256}`, `0 exit: _exit, no hooks | 0 skipped bye: _exit | 0 status 0`),
	ending("os._exit(-1) gives status 255, too", `{"_exit": -1}`, `0 exit: _exit, no hooks | 0 skipped bye: _exit | 0 status 255`),
	ending("os._exit of the largest C int works", `{"_exit": 2147483647}`, `0 exit: _exit, no hooks | 0 skipped bye: _exit | 0 status 255`),
	ending("os._exit of the least C int works", `{"_exit": -2147483648}`, `0 exit: _exit, no hooks | 0 skipped bye: _exit | 0 status 0`),
	ending("os._exit beyond a C int raises OverflowError, and the hooks run", `{"_exit": 2147483648}`,
		`0 in main: OverflowError: Python int too large to convert to C int | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("so does os._exit below a C int", `{"_exit": -2147483649}`,
		`0 in main: OverflowError: Python int too large to convert to C int | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("and os._exit beyond 64 bits", `{"_exit": 1180591620717411303424}`,
		`0 in main: OverflowError: Python int too large to convert to C int | 0 exit: exception | 0 hook bye | 0 status 1`),
	ending("os.abort skips the hooks", `{"abort": true}`, `0 exit: abort, no hooks | 0 skipped bye: abort | 0 status -6`),
	{
		name: "sys.exit in an action leaves the rest in the queue", // S14
		scenario: `"events": [{"id": "a", "at": 1, "do": [{"exit": 5}]}, {"id": "b", "at": 2}, {"id": "c", "at": 3}],
		"hooks": [{"id": "bye"}], "end": [{"print": "not reached"}]`,
		want: `1 a | 1 exit: exit, 2 left | 1 hook bye | 1 status 5`,
	}, {
		name:     "os._exit and os.abort in an action, too",
		scenario: `"events": [{"id": "a", "at": 1, "do": [{"abort": true}]}, {"id": "b", "at": 2}], "hooks": [{"id": "one"}, {"id": "two"}]`,
		want:     `1 a | 1 exit: abort, 1 left, no hooks | 1 skipped two: abort | 1 skipped one: abort | 1 status -6`,
	}, {
		name:     "closing the page runs the hooks, status 0, whatever the queue holds",
		scenario: `"events": [{"id": "a", "at": 4}], "hooks": [{"id": "bye"}], "outside": [{"at": 2, "send": "close"}], "end": [{"exit": 3}]`,
		want:     `2 exit: close, 1 left | 2 hook bye | 2 status 0`,
	}, {
		name:     "discarding it does not",
		scenario: `"events": [{"id": "a", "at": 4}], "hooks": [{"id": "bye"}], "outside": [{"at": 2, "send": "discard"}]`,
		want:     `2 exit: discard, 1 left, no hooks | 2 skipped bye: discard | 2 status -9`,
	}, {
		name: "a page that is closing can still be discarded",
		scenario: `"hooks": [{"id": "one"}, {"id": "two", "do": [{"work": 5}]}],
		"outside": [{"at": 1, "send": "close"}, {"at": 2, "send": "discard"}], "end": [{"work": 9}]`,
		want: `1 exit: close | 1 hook two | 2 exit: discard, no hooks | 2 skipped one: discard | 2 status -9`,
	}}

// sent is the story of a program with one hook that waits, and is sent a
// signal.
func sent(name, signal, handlers, want string) story {
	return story{name: name, scenario: `"events": [{"id": "a", "at": 4}], "hooks": [{"id": "bye"}],
		"handlers": {` + handlers + `}, "outside": [{"at": 2, "send": "` + signal + `"}]`, want: want}
}

var signalStories = []story{
	sent("SIGTERM kills, and no hook runs", "SIGTERM", ``,
		`2 SIGTERM kills | 2 exit: signal, 1 left, no hooks | 2 skipped bye: signal | 2 status -15`),
	sent("SIGHUP as well", "SIGHUP", ``, `2 SIGHUP kills | 2 exit: signal, 1 left, no hooks | 2 skipped bye: signal | 2 status -1`),
	sent("SIGUSR1 as well", "SIGUSR1", ``, `2 SIGUSR1 kills | 2 exit: signal, 1 left, no hooks | 2 skipped bye: signal | 2 status -10`),
	sent("SIGKILL cannot be handled", "SIGKILL", `"SIGTERM": [{"exit": 0}]`,
		`2 SIGKILL kills | 2 exit: signal, 1 left, no hooks | 2 skipped bye: signal | 2 status -9`),
	sent("Ctrl-C runs the hooks", "SIGINT", ``,
		`2 SIGINT | 2 in main: KeyboardInterrupt | 2 exit: exception, 1 left | 2 hook bye | 2 status -2`),
	sent("a handler that exits runs the hooks", "SIGTERM", `"SIGTERM": [{"exit": 0}]`, `2 SIGTERM | 2 exit: exit, 1 left | 2 hook bye | 2 status 0`),
	sent("it may exit as a shell would say it", "SIGTERM", `"SIGTERM": [{"exit": 143}]`, `2 SIGTERM | 2 exit: exit, 1 left | 2 hook bye | 2 status 143`),
	sent("a handler that returns lets the program go on", "SIGHUP", `"SIGHUP": []`, `2 SIGHUP | 4 a | 4 exit: return | 4 hook bye | 4 status 0`),
	sent("a handler of SIGINT stands in for Python's own", "SIGINT", `"SIGINT": [{"print": "not now"}]`,
		`2 SIGINT | 2 "not now" | 4 a | 4 exit: return | 4 hook bye | 4 status 0`),
	sent("a handler that raises ends the wait", "SIGUSR1", `"SIGUSR1": [{"raise": "ValueError", "message": "enough"}]`,
		`2 SIGUSR1 | 2 in SIGUSR1: ValueError: enough | 2 exit: exception, 1 left | 2 hook bye | 2 status 1`),
	sent("a handler may skip the hooks", "SIGTERM", `"SIGTERM": [{"_exit": 4}]`,
		`2 SIGTERM | 2 exit: _exit, 1 left, no hooks | 2 skipped bye: _exit | 2 status 4`),
	sent("a handler may send what nobody handles", "SIGTERM", `"SIGTERM": [{"kill": "SIGHUP"}]`,
		`2 SIGTERM | 2 SIGHUP kills | 2 exit: signal, 1 left, no hooks | 2 skipped bye: signal | 2 status -1`),
	{
		name: "a handler that exits inside a hook ends that hook, and its status is lost",
		scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 5}]}], "handlers": {"SIGTERM": [{"exit": 5}]},
		"outside": [{"at": 2, "send": "SIGTERM"}]`,
		want: `0 exit: return | 0 hook b | 2 SIGTERM | 2 in SIGTERM: SystemExit: 5 | 2 failed b | 2 hook a | 2 status 0`,
	}, {
		name: "a handler that returns inside a hook lets it go on",
		scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 5}]}], "handlers": {"SIGTERM": [{"work": 1}]},
		"outside": [{"at": 2, "send": "SIGTERM"}]`,
		want: `0 exit: return | 0 hook b | 2 SIGTERM | 5 hook a | 5 status 0`,
	}, {
		name: "a signal that kills inside a hook skips the rest",
		scenario: `"hooks": [{"id": "a"}, {"id": "b", "do": [{"work": 5}]}], "end": [{"exit": 3}],
		"outside": [{"at": 2, "send": "SIGHUP"}]`,
		want: `0 exit: exit | 0 hook b | 2 SIGHUP kills | 2 exit: signal, no hooks | 2 skipped a: signal | 2 status -1`,
	}, {
		name: "handlers may interrupt one another, and the inner one ends first",
		scenario: `"handlers": {"SIGUSR1": [{"print": "one"}, {"work": 4}, {"print": "over"}], "SIGHUP": [{"work": 1}, {"print": "two"}]},
		"outside": [{"at": 1, "send": "SIGUSR1"}, {"at": 2, "send": "SIGHUP"}], "events": [{"id": "a", "at": 3}]`,
		want: `1 SIGUSR1 | 1 "one" | 2 SIGHUP | 3 "two" | 5 "over" | 5 a, 2 late | 5 exit: return | 5 status 0`,
	}, {
		name: "a signal to oneself is met at once, in the middle of an action",
		scenario: `"events": [{"id": "a", "at": 1, "do": [{"kill": "SIGUSR1"}, {"print": "after"}, {"kill": "SIGKILL"}]}],
		"handlers": {"SIGUSR1": [{"print": "met"}]}, "hooks": [{"id": "bye"}]`,
		want: `1 a | 1 SIGUSR1 | 1 "met" | 1 "after" | 1 SIGKILL kills | 1 exit: signal, no hooks | 1 skipped bye: signal | 1 status -9`,
	}, {
		name:     "SIGINT to oneself is Ctrl-C, and its place is the action",
		scenario: `"events": [{"id": "a", "at": 1, "do": [{"kill": "SIGINT"}]}], "hooks": [{"id": "bye"}]`,
		want:     `1 a | 1 SIGINT | 1 in a: KeyboardInterrupt | 1 exit: exception | 1 hook bye | 1 status -2`,
	}, {
		name: "an action that catches up meets each signal at its moment",
		scenario: `"events": [{"id": "a", "at": 1, "do": [{"work": 5}, {"print": "over"}]}], "handlers": {"SIGHUP": [{"print": "hup"}]},
		"outside": [{"at": 3, "send": "SIGHUP"}, {"at": 2, "send": "SIGHUP"}, {"at": 3, "send": "SIGHUP"}]`,
		want: `1 a | 2 SIGHUP | 2 "hup" | 3 SIGHUP | 3 "hup" | 3 SIGHUP | 3 "hup" | 6 "over" | 6 exit: return | 6 status 0`,
	}, {
		name:     "a program that ends earlier never meets them",
		scenario: `"hooks": [{"id": "bye"}], "outside": [{"at": 0, "send": "SIGKILL"}]`,
		want:     `0 exit: return | 0 hook bye | 0 status 0`,
	}}
