package program_test

import (
	"context"
	"maps"
	"sync"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A sender is a program that is sent things when it does others.
type sender struct {
	name     string
	scenario string
	before   []scenario.Sending            // before it runs
	during   map[string][]scenario.Sending // as tell has it: when it does this for the first time
	want     string
}

const (
	sigint  = scenario.Sending(scenario.SIGINT)
	sigterm = scenario.Sending(scenario.SIGTERM)
	sigusr1 = scenario.Sending(scenario.SIGUSR1)
	sigkill = scenario.Sending(scenario.SIGKILL)
)

var senders = []sender{{
	name:     "what is sent before the run is met in the first wait",
	scenario: `"events": [{"id": "a"}, {"id": "b", "at": 1}], "hooks": [{"id": "bye"}]`,
	before:   []scenario.Sending{sigterm},
	want:     `0 a | 0 SIGTERM kills | 0 exit: signal, 1 left, no hooks | 0 skipped bye: signal | 0 status -15`,
}, {
	name:     "a program that never waits never meets it",
	scenario: `"hooks": [{"id": "bye"}], "end": [{"print": "done"}]`,
	before:   []scenario.Sending{sigkill},
	want:     `0 "done" | 0 exit: return | 0 hook bye | 0 status 0`,
}, {
	name:     "work meets it too, before any time has passed",
	scenario: `"end": [{"print": "begin"}, {"work": 5}, {"print": "not reached"}]`,
	before:   []scenario.Sending{scenario.Close},
	want:     `0 "begin" | 0 exit: close | 0 status 0`,
}, {
	name:     "what is sent while an action runs is met after it",
	scenario: `"events": [{"id": "a", "do": [{"print": "still"}]}, {"id": "b"}], "hooks": [{"id": "bye"}]`,
	during:   map[string][]scenario.Sending{"a": {sigint}},
	want:     `0 a | 0 "still" | 0 SIGINT | 0 in main: KeyboardInterrupt | 0 exit: exception, 1 left | 0 hook bye | 0 status -2`,
}, {
	name:     "or in its work",
	scenario: `"events": [{"id": "a", "at": 1, "do": [{"work": 2}, {"print": "not reached"}]}], "hooks": [{"id": "bye"}]`,
	during:   map[string][]scenario.Sending{"a": {scenario.Discard}},
	want:     `1 a | 1 exit: discard, no hooks | 1 skipped bye: discard | 1 status -9`,
}, {
	name: "a handler meets it, and may be interrupted by the next",
	scenario: `"events": [{"id": "a", "at": 2}], "handlers": {"SIGUSR1": [{"print": "one"}, {"work": 1}, {"print": "over"}],
		"SIGTERM": [{"print": "two"}]}`,
	before: []scenario.Sending{sigusr1, sigterm},
	want:   `0 SIGUSR1 | 0 "one" | 0 SIGTERM | 0 "two" | 1 "over" | 2 a | 2 exit: return | 2 status 0`,
}, {
	name:     "what comes after the one that ends main is for the hooks to meet",
	scenario: `"events": [{"id": "a", "at": 2}], "hooks": [{"id": "one"}, {"id": "two", "do": [{"work": 3}]}]`,
	before:   []scenario.Sending{sigint, sigint, scenario.Close, sigterm},
	want: `0 SIGINT | 0 in main: KeyboardInterrupt | 0 exit: exception, 1 left | 0 hook two | 0 SIGINT
		0 in two: KeyboardInterrupt | 0 failed two | 0 hook one | 0 status -2`,
}, {
	name:     "a hook that waits long enough meets all of it",
	scenario: `"events": [{"id": "a", "at": 2}], "hooks": [{"id": "one"}, {"id": "two", "do": [{"work": 3}]}]`,
	before:   []scenario.Sending{sigint, scenario.Close, sigterm},
	want: `0 SIGINT | 0 in main: KeyboardInterrupt | 0 exit: exception, 1 left | 0 hook two | 0 SIGTERM kills
		0 exit: signal, 1 left, no hooks | 0 skipped one: signal | 0 status -15`,
}, {
	name:     "closing changes nothing once hooks run",
	scenario: `"hooks": [{"id": "one"}, {"id": "two", "do": [{"work": 3}]}], "end": [{"exit": 4}]`,
	during:   map[string][]scenario.Sending{"hook two": {scenario.Close}},
	want:     `0 exit: exit | 0 hook two | 3 hook one | 3 status 4`,
}, {
	name:     "discarding does",
	scenario: `"hooks": [{"id": "one"}, {"id": "two", "do": [{"work": 3}]}], "end": [{"exit": 4}]`,
	during:   map[string][]scenario.Sending{"exit: exit": {scenario.Discard}},
	want:     `0 exit: exit | 0 hook two | 0 exit: discard, no hooks | 0 skipped one: discard | 0 status -9`,
}, {
	name:     "what is sent at the end is met by nobody",
	scenario: `"hooks": [{"id": "one", "do": [{"work": 1}]}]`,
	during:   map[string][]scenario.Sending{"status 0": {sigkill, scenario.Discard}},
	want:     `0 exit: return | 0 hook one | 1 status 0`,
}, {
	name:     "what is sent comes before what was to come from outside",
	scenario: `"events": [{"id": "a", "at": 2}], "outside": [{"at": 0, "do": [{"print": "outside"}]}], "handlers": {"SIGUSR1": [{"print": "sent"}]}`,
	before:   []scenario.Sending{sigusr1},
	want:     `0 SIGUSR1 | 0 "sent" | 0 "outside" | 2 a | 2 exit: return | 2 status 0`,
}}

func TestSend(t *testing.T) {
	for _, test := range senders {
		t.Run(test.name, func(t *testing.T) {
			var p *program.Program
			var got trace.Trace
			during := maps.Clone(test.during)
			p = program.New(story{scenario: test.scenario}.decode(t, scenario.Python313), program.Options{Emit: func(r trace.Record) {
				got.Records = append(got.Records, r)
				for _, what := range during[tellRecord(r)] {
					p.Send(what)
				}
				delete(during, tellRecord(r))
			}})
			for _, what := range test.before {
				p.Send(what)
			}
			p.Run(t.Context())
			p.Send(sigterm) // nobody is there
			if want := (story{want: test.want}).told(scenario.Python313); tell(&got) != want {
				t.Errorf("%s\nwant\n%s", tell(&got), want)
			}
		})
	}
}

// Send may be called from anywhere, and nothing that is sent is lost.
func TestSendConcurrently(t *testing.T) {
	const senders, each = 4, 50
	s := story{scenario: `"handlers": {"SIGUSR1": []}, "events": [{"id": "tick", "do": [{"enter": "tick", "after": 1}]}],
		"hooks": [{"id": "last", "do": [{"work": 1}]}]`}
	met := 0
	p := program.New(s.decode(t, scenario.Python313), program.Options{MaxRecords: 300_000, Emit: func(r trace.Record) {
		if r.Kind == trace.Signal {
			met++
		}
	}})
	var sending sync.WaitGroup
	for range senders {
		sending.Go(func() {
			for range each {
				p.Send(sigusr1)
			}
		})
	}
	go func() {
		sending.Wait()
		p.Send(scenario.Close)
	}()
	// On one thread the program never lets the senders in, and is stopped.
	if got := p.Run(t.Context()); got.Stopped == nil && met != senders*each {
		t.Errorf("%d signals were met, want %d", met, senders*each)
	}
}

// A program whose context is done is destroyed where it stands.
func TestCancelledContext(t *testing.T) {
	const text = `"events": [{"id": "a", "at": 1, "do": [{"print": "x"}, {"print": "y"}]}, {"id": "b", "at": 2}],
		"hooks": [{"id": "one"}, {"id": "two", "do": [{"print": "bye"}]}], "handlers": {"SIGUSR1": [{"print": "met"}, {"work": 1}]},
		"outside": [{"at": 0.5, "send": "SIGUSR1"}]`
	for _, test := range []struct{ when, want string }{
		{"hook two", `0.5 SIGUSR1 | 0.5 "met" | 1.5 a, 0.5 late | 1.5 "x" | 1.5 "y" | 2 b | 2 exit: return | 2 hook two | 2 "bye"
			2 exit: discard, no hooks | 2 skipped one: discard | 2 status -9`},
		{`"x"`, `0.5 SIGUSR1 | 0.5 "met" | 1.5 a, 0.5 late | 1.5 "x" | 1.5 exit: discard, 1 left, no hooks
			1.5 skipped two: discard | 1.5 skipped one: discard | 1.5 status -9`},
		{`SIGUSR1`, `0.5 SIGUSR1 | 0.5 "met" | 0.5 exit: discard, 2 left, no hooks | 0.5 skipped two: discard | 0.5 skipped one: discard | 0.5 status -9`},
		{"", `0 exit: discard, no hooks | 0 skipped one: discard | 0 status -9`},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		if test.when == "" {
			cancel()
		}
		var got []trace.Record
		program.New(story{scenario: text}.decode(t, scenario.Python313), program.Options{Emit: func(r trace.Record) {
			if got = append(got, r); tellRecord(r) == test.when {
				cancel()
			}
		}}).Run(ctx)
		if told, want := tell(&trace.Trace{Records: got}), (story{want: test.want}).told(scenario.Python313); told != want {
			t.Errorf("cancelled at %s:\n%s\nwant\n%s", test.when, told, want)
		}
		cancel()
	}
}
