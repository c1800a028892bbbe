package trace_test

import (
	"strings"
	"testing"

	"lastcall/engine/trace"
)

// logOf makes a log of words: "a" is the start of an event, "a-" its cancelling,
// "hook:h", "skip:h" and "failed:h" are about hooks, "SIGTERM" is a signal and
// "exit:return" an exit.
func logOf(words string) (log []trace.Record) {
	for i, word := range strings.Fields(words) {
		r := trace.Record{T: float64(i), Kind: trace.Start, ID: word}
		kind, id, colon := strings.Cut(word, ":")
		switch {
		case strings.HasSuffix(word, "-"):
			r.Kind, r.ID = trace.Cancel, strings.TrimSuffix(word, "-")
		case strings.HasPrefix(word, "SIG"):
			r = trace.Record{Kind: trace.Signal, Signal: "SIGTERM"}
		case colon && kind == "exit":
			r = trace.Record{Kind: trace.Exit, Cause: trace.Cause(id)}
		case colon:
			r.Kind, r.ID = map[string]trace.Kind{"hook": trace.HookStart, "skip": trace.Skip, "failed": trace.HookFailed}[kind], id
		}
		log = append(log, r, trace.Record{Kind: trace.Print, Text: word})
	}
	return log
}

func TestCompareRuns(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       string // a|b in each row; ~ moved, ! only there
	}{
		{"nothing", "", "", ""},
		{"the same", "a b exit:return hook:h", "a b exit:return hook:h", "a|a b|b exit:return|exit:return hook:h|hook:h"},
		{"two flip", "x a b y", "x b a y", "x|x ~a|~b ~b|~a y|y"},
		{"one is put off", "a b c d", "b c a d", "~a|~b ~b|~c ~c|~a d|d"},
		{"two pairs flip", "a b x c d", "b a x d c", "~a|~b ~b|~a x|x ~c|~d ~d|~c"},
		{"one log is longer", "a b c", "a", "a|a !b| !c|"},
		{"the other is longer", "a", "a b c", "a|a |!b |!c"},
		{"one is missing in the middle", "a b c", "a c", "a|a !b| c|c"},
		{"something else stands there", "a b d", "a c d", "a|a !b|!c d|d"},
		{"a periodic event runs once more", "tick tick end", "tick tick tick end", "tick|tick tick|tick |!tick end|end"},
		{"closed too early", "a b exit:return hook:h", "a exit:close hook:h", "a|a !b|!exit:close !exit:return| hook:h|hook:h"},
		{"killed", "a exit:return hook:h", "a SIGTERM exit:signal skip:h", "a|a !exit:return|!SIGTERM !hook:h|!exit:signal |!skip:h"},
		{"cancelled too late", "a- b", "a a- b", "|!a a-|a- b|b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := logOf(tt.a), logOf(tt.b)
			if got := rowsText(trace.Compare(a, b), a, b); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if got, want := rowsText(trace.Compare(b, a), b, a), mirrored(tt.want); got != want {
				t.Errorf("the other way round: got %s\nwant %s", got, want)
			}
		})
	}
}

func rowsText(rows []trace.Row, a, b []trace.Record) string {
	var list []string
	for _, row := range rows {
		list = append(list, sideText(row.A, a)+"|"+sideText(row.B, b))
	}
	return strings.Join(list, " ")
}

func sideText(s trace.Side, records []trace.Record) string {
	mark := map[trace.Fate]string{trace.FateMoved: "~", trace.FateOnly: "!"}[s.Fate]
	if s.Fate == trace.FateNone {
		return mark
	}
	if (s.Fate == trace.FateOnly) != (s.Other < 0) {
		return "contradiction"
	}
	return mark + records[s.Record+1].Text
}

func mirrored(want string) string {
	list := strings.Fields(want)
	for i, row := range list {
		a, b, _ := strings.Cut(row, "|")
		list[i] = b + "|" + a
	}
	return strings.Join(list, " ")
}
