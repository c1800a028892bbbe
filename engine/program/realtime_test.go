package program_test

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// longest is how much time a run may take here: a [time.Duration] holds 292
// years, and a program that waits longer does so in pieces.
const longest = 250 * 365 * 24 * time.Hour

// In real time, where steps take none, every recorded scenario makes the
// records that it makes under the virtual clock, in the same order. Left out
// are those that time itself decides:
//   - moments that lie nearer than a nanosecond, which a virtual clock tells
//     apart, or, by the rounding of a sum, holds for two;
//   - runs that take longer than time can be told, or that a virtual clock
//     stops because it stands still.
func TestRealTimeOrder(t *testing.T) {
	compared := 0
	for _, file := range goldens(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		s := load(t, file)
		want := program.Run(s, program.Options{})
		if why := untold(s, want); why != "" {
			t.Logf("%s is left out: %s", name, why)
			continue
		}
		compared++
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := program.New(s, program.Options{Real: true}).Run(t.Context())
				inOrder(t, got, want)
			})
		})
	}
	if compared < 200 {
		t.Errorf("%d scenarios were compared, want at least 200", compared)
	}
}

// inOrder compares two traces without their times.
func inOrder(t *testing.T, got, want *trace.Trace) {
	t.Helper()
	g, w := order(got), order(want)
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("record %d differs:\n got %s\nwant %s", i, strings.Join(g[i:], "\n"), strings.Join(w[i:], "\n"))
		}
	}
	if (got.Status == nil) != (want.Status == nil) || got.Status != nil && *got.Status != *want.Status {
		t.Errorf("status is %v, want %v", got.Status, want.Status)
	}
}

// A virtual clock's timers are never late, however late the actions are; nor is
// anything moved or missing when a run is compared with one in real time.
func TestWaitsAndComparisons(t *testing.T) {
	s, err := scenario.Decode([]byte(`{"version": 1, "events": [{"id": "a", "at": 1, "do": [{"work": 5}, {"enter": "b"}]},
		{"id": "b", "at": 2, "do": [{"work": 0.25}]}, {"id": "c", "at": 3}], "hooks": [{"id": "bye"}],
		"outside": [{"at": 4, "do": [{"print": "x"}, {"enter": "c", "after": 9}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		virtual := program.Run(s, program.Options{}).Records
		real := program.New(s, program.Options{Real: true}).Run(t.Context()).Records
		waits := trace.Waits(virtual, map[string]float64{"a": 5, "b": 0.25})
		if len(waits) != 10 {
			t.Errorf("%d waits, want 10", len(waits))
		}
		for _, w := range waits {
			if w.Timer != 0 {
				t.Errorf("a timer is late: %+v", w)
			}
		}
		rows := trace.Compare(virtual, real)
		if len(rows) != 7 { // five starts, the exit and a hook
			t.Errorf("%d rows, want 7", len(rows))
		}
		for _, row := range rows {
			if row.A.Fate != trace.FateSame || row.B.Fate != trace.FateSame {
				t.Errorf("%+v, want the same", row)
			}
		}
	})
}

func order(t *trace.Trace) []string {
	list := make([]string, len(t.Records))
	for i, r := range t.Records {
		r.T, r.Time = 0, 0
		list[i] = string(r.AppendJSON(nil))
	}
	return list
}

// untold says why the order of a run is not told by real time, if it is not.
func untold(s *scenario.Scenario, t *trace.Trace) string {
	if t.Stopped != nil {
		return "it is stopped"
	}
	var moments []float64
	for _, r := range t.Records {
		moments = append(moments, r.T)
		if r.Kind == trace.Enter && math.Abs(r.Time) < 1e18 {
			moments = append(moments, r.Time)
		}
	}
	for _, o := range s.Outside {
		moments = append(moments, o.At)
	}
	slices.Sort(moments)
	first, last := s.Clock.Start, t.Records[len(t.Records)-1].T
	if (last-first)*float64(s.Clock.Tick) > float64(longest) {
		return "it takes too long"
	}
	for i := range moments[1:] {
		if d := (moments[i+1] - moments[i]) * float64(s.Clock.Tick); d != 0 && d < 2 {
			return fmt.Sprintf("%v and %v are one moment", moments[i], moments[i+1])
		}
	}
	return ""
}

// Two events with the same delay are due at the same moment under the virtual
// clock, where priority decides. In real time they are not, even if the clock
// is too coarse to tell: in Python's own example of sched, the order flips.
func TestRealTimeFlipsEqualDelays(t *testing.T) {
	const example = `{"version": 1, "clock": {"start": %s, "tick": %q}, "events": [
		{"id": "positional", "after": 5, "priority": 2}, {"id": "keyword", "after": 5, "priority": 1}]}`
	for _, clock := range [][2]string{{"0", "1s"}, {"1.65e9", "1s"}, {"-1e15", "1h"}} {
		s, err := scenario.Decode(fmt.Appendf(nil, example, clock[0], clock[1]))
		if err != nil {
			t.Fatal(err)
		}
		tests := []struct {
			name    string
			options program.Options
			want    []string
		}{
			{"virtual", program.Options{}, []string{"keyword", "positional"}},
			{"coarse", program.Options{Real: true, CoarseClock: true}, []string{"positional", "keyword"}},
		}
		for _, tt := range tests {
			t.Run(tt.name+" from "+clock[0], func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var got []string
					for _, r := range program.New(s, tt.options).Run(t.Context()).Records {
						if r.Kind == trace.Start {
							got = append(got, r.ID)
						}
					}
					if !slices.Equal(got, tt.want) {
						t.Errorf("got %v, want %v", got, tt.want)
					}
				})
			})
		}
	}
}

// A live program runs in real time.
type live struct {
	*program.Program
	records []trace.Record
	waits   chan struct{} // holds one when the program has begun to wait
	ended   chan *trace.Trace
}

func begin(t *testing.T, ctx context.Context, text string) *live {
	t.Helper()
	s, err := scenario.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	l := &live{waits: make(chan struct{}, 1), ended: make(chan *trace.Trace, 1)}
	l.Program = program.New(s, program.Options{
		Real: true,
		Emit: func(r trace.Record) { l.records = append(l.records, r) },
		Idle: func() {
			select {
			case l.waits <- struct{}{}:
			default:
			}
		},
	})
	go func() { l.ended <- l.Run(ctx) }()
	return l
}

// story is what the program did, a word or two a record, with whole seconds.
func (l *live) story() string {
	var b strings.Builder
	for _, r := range l.records {
		fmt.Fprintf(&b, "%.0f %s", r.T, r.Kind)
		switch r.Kind {
		case trace.Start, trace.HookStart, trace.HookDone, trace.Skip:
			fmt.Fprintf(&b, " %s", r.ID)
		case trace.Print:
			fmt.Fprintf(&b, " %s", r.Text)
		case trace.Exit:
			fmt.Fprintf(&b, " %s", r.Cause)
		case trace.End:
			fmt.Fprintf(&b, " %d", r.Status)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (l *live) tells(t *testing.T, want string) {
	t.Helper()
	want = strings.ReplaceAll(strings.TrimSpace(want), "\t", "") + "\n"
	if got := l.story(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

const patient = `{"version": 1, "events": [{"id": "far", "at": 100}],
	"hooks": [{"id": "first"}, {"id": "second", "do": [{"work": 3}]}],
	"handlers": {"SIGUSR1": [{"print": "caught"}, {"work": 2}]}}`

func TestRealTimePasses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		l := begin(t, t.Context(), `{"version": 1, "clock": {"start": 10, "tick": "1m"}, "events": [
			{"id": "long", "at": 12, "do": [{"work": 5}]}, {"id": "late", "at": 13}],
			"outside": [{"at": 14, "do": [{"print": "outside"}]}]}`)
		<-l.ended
		if passed := time.Since(began); passed != 7*time.Minute {
			t.Errorf("it took %v, want 7 minutes", passed)
		}
		l.tells(t, `
			10 enter
			10 enter
			12 start long
			14 print outside
			17 finish
			17 start late
			17 finish
			17 exit return
			17 end 0`)
	})
}

func TestRealTimeSend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := begin(t, t.Context(), patient)
		time.Sleep(5 * time.Second)
		l.Send(scenario.Sending(scenario.SIGUSR1))
		time.Sleep(time.Second)
		l.Send(scenario.Sending(scenario.SIGUSR1)) // the handler is interrupted
		time.Sleep(5 * time.Second)
		l.Send(scenario.Close)
		<-l.ended
		l.tells(t, `
			0 register
			0 register
			0 enter
			5 signal
			5 print caught
			6 signal
			6 print caught
			11 exit close
			11 hook second
			14 hook-done second
			14 hook first
			14 hook-done first
			14 end 0`)
	})
}

func TestRealTimeCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		l := begin(t, ctx, patient)
		time.Sleep(7 * time.Second)
		cancel()
		<-l.ended
		l.tells(t, `
			0 register
			0 register
			0 enter
			7 exit discard
			7 skip second
			7 skip first
			7 end -9`)
	})
}

// A wait can be longer than a duration.
func TestRealTimeLongWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := begin(t, t.Context(), `{"version": 1, "events": [{"id": "never", "at": 1e300}]}`)
		time.Sleep(time.Hour)
		l.Send(scenario.Sending(scenario.SIGKILL))
		if status := (<-l.ended).Status; status == nil || *status != -9 {
			t.Errorf("status is %v, want -9", status)
		}
	})
}

// A program that enters itself again for ever rests now and then, and can be
// ended; that the clock stands still for it is no reason to stop it.
func TestRealTimeRests(t *testing.T) {
	l := begin(t, t.Context(), `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again"}]}]}`)
	<-l.waits
	l.Send(scenario.Sending(scenario.SIGKILL))
	got := <-l.ended
	if got.Stopped != nil || got.Status == nil || *got.Status != -9 {
		t.Errorf("stopped is %v, status %v, want -9", got.Stopped, got.Status)
	}
}

// The waits of a program that is closed are real, but nothing sleeps: so these
// tests take part of a second.
func TestClose(t *testing.T) {
	const text = `{"version": 1, "clock": {"tick": "1ms"}, "events": [{"id": "far", "at": 1e9}],
		"hooks": [{"id": "first", "do": [{"work": 400}]}, {"id": "second", "do": [{"work": 60}]}]}`
	tests := []struct {
		name   string
		budget time.Duration
		want   []string
		status int
	}{
		{"enough", time.Minute, []string{"exit close", "hook second", "hook-done second", "hook first", "hook-done first"}, 0},
		{"too little", 200 * time.Millisecond, []string{"exit close", "hook second", "hook-done second", "hook first", "exit discard"}, -9},
		{"next to nothing", 30 * time.Millisecond, []string{"exit close", "hook second", "exit discard", "skip first"}, -9},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := begin(t, t.Context(), text)
			<-l.waits
			began := time.Now()
			l.Close(tt.budget)
			l.Close(time.Hour) // gives no more time
			got := <-l.ended
			passed := time.Since(began)

			var story []string
			for line := range strings.Lines(l.story()) {
				_, what, _ := strings.Cut(strings.TrimSpace(line), " ")
				if strings.Contains("exit hook hook-done skip", strings.Fields(what)[0]) {
					story = append(story, what)
				}
			}
			if !slices.Equal(story, tt.want) {
				t.Errorf("got %q, want %q", story, tt.want)
			}
			if got.Status == nil || *got.Status != tt.status {
				t.Errorf("status is %v, want %d", got.Status, tt.status)
			}
			if wanted := min(tt.budget, 460*time.Millisecond); passed < wanted {
				t.Errorf("it took %v, want %v at least", passed, wanted)
			}
		})
	}
}

// A program that is closed in the middle of its hooks has its budget for those
// that are left.
func TestCloseWhileHooksRun(t *testing.T) {
	l := begin(t, t.Context(), `{"version": 1, "hooks": [{"id": "first"}, {"id": "second", "do": [{"work": 0.05}]}]}`)
	<-l.waits
	l.Close(time.Minute)
	if got := <-l.ended; got.Status == nil || *got.Status != 0 {
		t.Errorf("status is %v, want 0:\n%s", got.Status, l.story())
	}
	if strings.Count(l.story(), "hook-done") != 2 {
		t.Errorf("not all hooks ran:\n%s", l.story())
	}
}
