package program_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A story is a program and what comes of it, told by [tell].
//
// Each is told for both profiles, and where want314 is empty they must not
// differ. The live test has CPython tell them as well.
type story struct {
	name     string
	scenario string // the members of the document, without version and python
	want     string // what happens, in lines or parted by |
	want314  string // of Python 3.14 and later, if that differs
}

// stories are all of them.
var stories = slices.Concat(schedStories, waitStories, hookStories, changedHookStories, exitStories, signalStories)

var profiles = []scenario.Profile{scenario.Python313, scenario.Python314}

func testStories(t *testing.T, stories []story) {
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			for _, profile := range profiles {
				got := tell(program.Run(s.decode(t, profile), program.Options{}))
				if want := s.told(profile); got != want {
					t.Errorf("Python %s:\n%s\nwant\n%s", profile, got, want)
				}
			}
		})
	}
}

// document is the story's scenario as JSON.
func (s story) document(profile scenario.Profile) []byte {
	return fmt.Appendf(nil, `{"version": 1, "python": %q, %s}`, profile, s.scenario)
}

func (s story) decode(t *testing.T, profile scenario.Profile) *scenario.Scenario {
	t.Helper()
	return decode(t, s.document(profile))
}

func decode(t *testing.T, document []byte) *scenario.Scenario {
	t.Helper()
	decoded, err := scenario.Decode(document)
	if err != nil {
		t.Fatal(err)
	}
	return decoded
}

// told is what comes of it, a line for each thing, without indents.
func (s story) told(profile scenario.Profile) string {
	want := s.want
	if profile == scenario.Python314 && s.want314 != "" {
		want = s.want314
	}
	lines := strings.Split(strings.ReplaceAll(want, " | ", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// tell tells a trace: a line for each record but those that say that
// something was asked for, or went as it should, each with its time:
//
//	2 a                     event a begins
//	2 a, 1.5 late           that long after its time
//	2 "text"                a line on stdout
//	2 in a: ValueError      and one on stderr
//	2 cancel a
//	2 unregister a: 3       so many were there
//	2 SIGTERM               it meets a handler
//	2 SIGTERM kills
//	2 exit: return, 1 left  main is over: in the queue there is one event
//	2 exit: _exit, no hooks
//	2 hook a                begins
//	2 failed a
//	2 skipped a: signal     it never runs, because of that
//	2 status 3
func tell(t *trace.Trace) string {
	var told []string
	for _, r := range t.Records {
		if text := tellRecord(r); text != "" {
			told = append(told, strconv.FormatFloat(r.T, 'g', -1, 64)+" "+text)
		}
	}
	if t.Stopped != nil {
		told = append(told, fmt.Sprintf("stopped: %s, by %s", t.Stopped.Why, t.Stopped.Event))
	}
	return strings.Join(told, "\n")
}

func tellRecord(r trace.Record) string {
	switch r.Kind {
	case trace.Start:
		if r.Late() > 0 {
			return fmt.Sprintf("%s, %g late", r.ID, r.Late())
		}
		return r.ID
	case trace.Print:
		return strconv.Quote(r.Text)
	case trace.Error:
		return strings.TrimSpace("in " + r.In + ": " + r.Text)
	case trace.Cancel:
		return "cancel " + r.ID
	case trace.Unregister:
		return fmt.Sprintf("unregister %s: %d", r.ID, r.Removed)
	case trace.Signal:
		if !r.Handled {
			return string(r.Signal) + " kills"
		}
		return string(r.Signal)
	case trace.Exit:
		return tellExit(r)
	case trace.HookStart:
		return "hook " + r.ID
	case trace.HookFailed:
		return "failed " + r.ID
	case trace.Skip:
		return fmt.Sprintf("skipped %s: %s", r.ID, r.Cause)
	case trace.End:
		return fmt.Sprintf("status %d", r.Status)
	}
	return ""
}

func tellExit(r trace.Record) string {
	text := "exit: " + string(r.Cause)
	if r.Queued > 0 {
		text += fmt.Sprintf(", %d left", r.Queued)
	}
	if !r.HookRun {
		text += ", no hooks"
	}
	return text
}
