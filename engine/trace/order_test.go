package trace_test

import (
	"slices"
	"strconv"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// a log of entries that are called by their sequence numbers. backup (1) is
// busy from 2 to 6; report (2) and mail (3) tie at 4; audit (4) is entered at
// 6, by backup, for 3; late (5) is cancelled, left (6) never runs.
var busy = []trace.Record{
	{Kind: trace.Enter, ID: "ping", Time: 1, Priority: 1, Seq: 0},
	{Kind: trace.Enter, ID: "backup", Time: 2, Priority: 1, Seq: 1},
	{Kind: trace.Enter, ID: "report", Time: 4, Priority: 1, Seq: 2},
	{Kind: trace.Enter, ID: "mail", Time: 4, Priority: 1, Seq: 3},
	{T: 1, Kind: trace.Start, ID: "ping", Time: 1, Seq: 0},
	{T: 1, Kind: trace.Finish, ID: "ping", Seq: 0},
	{T: 2, Kind: trace.Start, ID: "backup", Time: 2, Seq: 1},
	{T: 6, Kind: trace.Enter, ID: "audit", Time: 3, Priority: 5, Seq: 4},
	{T: 6, Kind: trace.Enter, ID: "late", Time: 8, Priority: 9, Seq: 5},
	{T: 6, Kind: trace.Finish, ID: "backup", Seq: 1},
	{T: 6, Kind: trace.Start, ID: "audit", Time: 3, Seq: 4},
	{T: 7, Kind: trace.Finish, ID: "audit", Seq: 4},
	{T: 7, Kind: trace.Start, ID: "report", Time: 4, Seq: 2},
	{T: 7, Kind: trace.Cancel, ID: "late", Seq: 5},
	{T: 7, Kind: trace.Enter, ID: "left", Time: 8, Priority: 0, Seq: 6},
	{T: 7, Kind: trace.Finish, ID: "report", Seq: 2},
	{T: 7, Kind: trace.Start, ID: "mail", Time: 4, Seq: 3},
	{T: 7.5, Kind: trace.Exit, Cause: trace.CauseExit, HookRun: true},
}

func TestCompare(t *testing.T) {
	ix := trace.NewIndex(busy)
	tests := []struct {
		name          string
		a, b          int
		first, second int
		by            trace.Decider
	}{
		{"the earlier time", 1, 0, 0, 1, trace.ByTime},
		{"time comes before priority", 4, 2, 4, 2, trace.ByTime},
		{"a tie goes to the one entered first", 3, 2, 2, 3, trace.BySequence},
		{"one was over before the other was entered", 4, 0, 0, 4, trace.ByArrival},
		{"one that is running when the other is entered", 4, 1, 1, 4, trace.ByArrival},
		{"cancelled before the other was entered", 6, 5, 5, 6, trace.ByArrival},
		{"one that was cancelled stands where it would have run", 5, 3, 3, 5, trace.ByTime},
		{"one that is left over", 3, 6, 3, 6, trace.ByTime},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := ix.Compare(test.a, test.b)
			if !ok || got.First.Seq != test.first || got.Second.Seq != test.second || got.By != test.by {
				t.Errorf("Compare(%d, %d) = %d, %d by %d, %v; want %d, %d by %d", test.a, test.b,
					got.First.Seq, got.Second.Seq, got.By, ok, test.first, test.second, test.by)
			}
		})
	}
	for _, pair := range [][2]int{{1, 1}, {1, 99}, {-1, 1}} {
		if _, ok := ix.Compare(pair[0], pair[1]); ok {
			t.Errorf("Compare(%v) is ok", pair)
		}
	}
	if o, _ := trace.NewIndex([]trace.Record{
		{Kind: trace.Enter, Time: 3, Priority: 2, Seq: 0}, {Kind: trace.Enter, Time: 3, Priority: 1, Seq: 1},
	}).Compare(0, 1); o.First.Seq != 1 || o.By != trace.ByPriority {
		t.Errorf("of priorities 2 and 1, %d is first by %d", o.First.Seq, o.By)
	}
}

func TestTiesAndNeighbours(t *testing.T) {
	ix := trace.NewIndex(busy)
	for seq, want := range map[int][]int{0: nil, 2: {2, 3}, 3: {2, 3}, 6: nil, 99: nil} {
		if got := ix.Tied(seq); !slices.Equal(got, want) {
			t.Errorf("Tied(%d) = %v, want %v", seq, got, want)
		}
	}
	if got := ix.Ties(9); len(got) != 1 || !slices.Equal(got[0], []int{2, 3}) {
		t.Errorf("Ties = %v, want those of 2 and 3", got)
	}
	if got := ix.Ties(0); got != nil {
		t.Errorf("Ties(0) = %v", got)
	}
	for seq, want := range map[int]int{1: 0, 4: 1, 2: 4, 3: 2, 5: 3, 6: 3, 0: -1, 99: -1} {
		got, ok := ix.Before(seq)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("Before(%d) = %d, want %d", seq, got, want)
		}
	}
	if got, want := ix.Of("audit"), []int{4}; !slices.Equal(got, want) {
		t.Errorf("Of(audit) = %v, want %v", got, want)
	}
	for _, test := range []struct {
		around, limit int
		want          []int
	}{
		{2, 99, []int{0, 1, 4, 2, 3, 5, 6}},
		{2, 3, []int{4, 2, 3}},
		{0, 2, []int{0, 1}},
		{6, 2, []int{5, 6}},
		{99, 2, []int{0, 1}},
	} {
		if got := ix.Ran(test.around, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("Ran(%d, %d) = %v, want %v", test.around, test.limit, got, test.want)
		}
	}
}

func TestHolds(t *testing.T) {
	asleep := []trace.Record{
		{Kind: trace.Enter, ID: "far", Time: 8, Seq: 0},
		{T: 2, Kind: trace.Enter, ID: "soon", Time: 4, Seq: 1},
		{T: 8, Kind: trace.Start, ID: "soon", Time: 4, Seq: 1},
		{T: 8, Kind: trace.Finish, ID: "soon", Seq: 1},
		{T: 8, Kind: trace.Start, ID: "far", Time: 8, Seq: 0},
	}
	tests := []struct {
		name    string
		records []trace.Record
		seq     int
		want    []trace.Hold
	}{
		{"on time", busy, 1, nil},
		{"behind two actions", busy, 2, []trace.Hold{{4, 6, trace.HoldAction, 1}, {6, 7, trace.HoldAction, 4}}},
		{"an action that takes no time holds nothing", busy, 3, []trace.Hold{{4, 6, trace.HoldAction, 1}, {6, 7, trace.HoldAction, 4}}},
		{"entered too late", busy, 4, []trace.Hold{{3, 6, trace.HoldEntered, -1}}},
		{"cancelled", busy, 5, nil},
		{"unknown", busy, 99, nil},
		{"run() was asleep", asleep, 1, []trace.Hold{{4, 8, trace.HoldAsleep, 0}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := trace.NewIndex(test.records).Holds(test.seq); !slices.Equal(got, test.want) {
				t.Errorf("Holds(%d) = %v, want %v", test.seq, got, test.want)
			}
		})
	}
}

// In every log that CPython left, the holds of an entry add up to its
// lateness.
func TestHoldsAddUp(t *testing.T) {
	for _, name := range []string{"contract-example", "exception-keeps-work-done", "enter-in-the-past-jumps-ahead", "cancel-first-during-a-wait", "float-drift", "handler-enters-in-a-wait"} {
		_, log := recorded(t, "../program/testdata/traces/"+name+".json")
		ix := trace.NewIndex(log.Records)
		for _, h := range ix.Entries() {
			at := h.Time
			for _, hold := range ix.Holds(h.Seq) {
				if hold.From != at || hold.To <= hold.From {
					t.Errorf("%s: entry %d is held %v, after %v", name, h.Seq, hold, at)
				}
				at = hold.To
			}
			if h.Start >= 0 && h.Late() > 0 && at != h.Began {
				t.Errorf("%s: entry %d is explained up to %v, and began at %v", name, h.Seq, at, h.Began)
			}
		}
	}
}

func TestOrigin(t *testing.T) {
	const text = `{"version": 1,
		"events": [
			{"id": "first", "at": 1, "do": [{"work": 4}, {"enter": "again", "after": 1}]},
			{"id": "again", "queued": false},
			{"id": "urgent", "queued": false}
		],
		"hooks": [{"id": "tidy", "do": [{"enter": "again", "after": 1}]}],
		"handlers": {"SIGUSR1": [{"enter": "urgent", "after": 0}]},
		"outside": [{"at": 2, "do": [{"enter": "urgent", "after": 9}]}, {"at": 3, "send": "SIGUSR1"}],
		"end": [{"enter": "again", "after": 0}]
	}`
	s, err := scenario.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	records := []trace.Record{
		{Kind: trace.Register, ID: "tidy"},
		{Kind: trace.Enter, ID: "first", Time: 1, Seq: 0},
		{T: 1, Kind: trace.Start, ID: "first", Seq: 0},
		{T: 2, Kind: trace.Enter, ID: "urgent", Time: 11, Seq: 1},
		{T: 3, Kind: trace.Signal, Signal: scenario.SIGUSR1, Handled: true},
		{T: 3, Kind: trace.Enter, ID: "urgent", Time: 3, Seq: 2},
		{T: 5, Kind: trace.Enter, ID: "again", Time: 6, Seq: 3},
		{T: 5, Kind: trace.Finish, ID: "first", Seq: 0},
		{T: 5, Kind: trace.Enter, ID: "again", Time: 5, Seq: 4},
		{T: 5, Kind: trace.Exit, Cause: trace.CauseReturn, HookRun: true},
		{T: 5, Kind: trace.HookStart, ID: "tidy"},
		{T: 5, Kind: trace.Enter, ID: "again", Time: 6, Seq: 5},
	}
	ix := trace.NewIndex(records)
	for n, want := range map[int]trace.Origin{
		1:  {Kind: trace.FromMain},
		3:  {Kind: trace.FromOutside},
		5:  {Kind: trace.FromHandler, ID: "SIGUSR1"},
		6:  {Kind: trace.FromAction, ID: "first"},
		8:  {Kind: trace.FromMain},
		11: {Kind: trace.FromHook, ID: "tidy"},
	} {
		t.Run("record "+strconv.Itoa(n), func(t *testing.T) {
			if got := ix.Origin(s, n); got != want {
				t.Errorf("Origin = %v, want %v", got, want)
			}
		})
	}
}
