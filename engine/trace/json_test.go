package trace_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

var with = &scenario.Arguments{
	Args:   []scenario.Value{scenario.String("ma\"in"), scenario.Int(2), scenario.Float(2), scenario.Null},
	Kwargs: []scenario.Kwarg{{Name: "mode", Value: scenario.String("safe")}, {Name: "dry", Value: scenario.Bool(true)}},
}

const withJSON = `"args":["ma\"in",2,2.0,null],"kwargs":{"mode":"safe","dry":true}`

// written is one record of each form and how it is written.
var written = []struct {
	record trace.Record
	want   string
}{
	{trace.Record{Kind: trace.Register, ID: "a"}, `{"t":0,"kind":"register","hook":"a"}`},
	{trace.Record{T: 0.5, Kind: trace.Register, ID: "a", With: with}, `{"t":0.5,"kind":"register","hook":"a",` + withJSON + `}`},
	{trace.Record{T: 1, Kind: trace.Unregister, ID: "a", Removed: 2}, `{"t":1,"kind":"unregister","hook":"a","removed":2}`},
	{trace.Record{T: 1, Kind: trace.Enter, ID: "e", Time: 2, Priority: -1.5, Seq: 7}, `{"t":1,"kind":"enter","event":"e","time":2,"priority":-1.5,"seq":7}`},
	{trace.Record{T: 1, Kind: trace.Enter, ID: "e", With: with}, `{"t":1,"kind":"enter","event":"e","time":0,"priority":0,"seq":0,` + withJSON + `}`},
	{trace.Record{T: 1, Kind: trace.Cancel, ID: "e", Seq: 7}, `{"t":1,"kind":"cancel","event":"e","seq":7}`},
	{trace.Record{T: 4, Kind: trace.Start, ID: "e", Time: 2.5, Priority: 1, Seq: 7}, `{"t":4,"kind":"start","event":"e","seq":7,"time":2.5,"priority":1,"late":1.5}`},
	{trace.Record{T: 4, Kind: trace.Start, ID: "e", Time: 4, With: &scenario.Arguments{Args: with.Args[1:2]}},
		`{"t":4,"kind":"start","event":"e","seq":0,"time":4,"priority":0,"late":0,"args":[2]}`},
	{trace.Record{T: 4, Kind: trace.Finish, ID: "e", Seq: 7}, `{"t":4,"kind":"finish","event":"e","seq":7}`},
	{trace.Record{T: 4, Kind: trace.Print, Text: "a\nb"}, `{"t":4,"kind":"print","text":"a\nb"}`},
	{trace.Record{T: 4, Kind: trace.Error, Text: "ValueError: boom", In: "e"}, `{"t":4,"kind":"error","text":"ValueError: boom","in":"e"}`},
	{trace.Record{T: 4, Kind: trace.Signal, Signal: "SIGTERM", Handled: true}, `{"t":4,"kind":"signal","signal":"SIGTERM","handled":true}`},
	{trace.Record{T: 4, Kind: trace.Exit, Cause: trace.CauseExit, HookRun: true, Queued: 3}, `{"t":4,"kind":"exit","cause":"exit","hooks":"run","queued":3}`},
	{trace.Record{T: 4, Kind: trace.Exit, Cause: trace.CauseHardExit}, `{"t":4,"kind":"exit","cause":"_exit","hooks":"skipped","queued":0}`},
	{trace.Record{T: 4, Kind: trace.HookStart, ID: "a", With: &scenario.Arguments{Kwargs: with.Kwargs[1:]}}, `{"t":4,"kind":"hook","hook":"a","kwargs":{"dry":true}}`},
	{trace.Record{T: 4, Kind: trace.HookDone, ID: "a"}, `{"t":4,"kind":"hook-done","hook":"a"}`},
	{trace.Record{T: 4, Kind: trace.HookFailed, ID: "a"}, `{"t":4,"kind":"hook-failed","hook":"a"}`},
	{trace.Record{T: 4, Kind: trace.Skip, ID: "a", Cause: trace.CauseSignal}, `{"t":4,"kind":"skip","hook":"a","why":"signal"}`},
	{trace.Record{T: 1e21, Kind: trace.End, Status: -15}, `{"t":1e+21,"kind":"end","status":-15}`},
}

func TestAppendJSON(t *testing.T) {
	for _, tt := range written {
		if got := string(tt.record.AppendJSON([]byte("x"))); got != "x"+tt.want {
			t.Errorf("AppendJSON() = %s, want %s", got, tt.want)
		}
	}
}

func TestAppendTrace(t *testing.T) {
	status := 3
	records := []trace.Record{{Kind: trace.Print, Text: "hi"}, {T: 1, Kind: trace.End, Status: 3}}
	tests := []struct {
		trace trace.Trace
		want  string
	}{
		{trace.Trace{Status: &status, Records: records}, `{"version":1,"status":3,"records":[
{"t":0,"kind":"print","text":"hi"},
{"t":1,"kind":"end","status":3}
]}`},
		{trace.Trace{}, `{"version":1,"status":null,"records":[]}`},
		{trace.Trace{Stopped: &trace.Stopped{Why: trace.LimitStuck, Event: "e"}}, `{"version":1,"status":null,"stopped":{"why":"stuck","event":"e"},"records":[]}`},
	}
	for _, tt := range tests {
		if got := string(tt.trace.AppendJSON(nil)); got != tt.want {
			t.Errorf("AppendJSON() = %s, want %s", got, tt.want)
		}
	}
}

// What is written is JSON, even where a difference of two times overflows.
func TestAppendedIsJSON(t *testing.T) {
	records := random(rand.New(rand.NewPCG(8, 8)), 500, true)
	records = append(records, trace.Record{T: 1e308, Kind: trace.Start, Time: -1e308, ID: "\xff\u2028\x00\\"})
	data := (&trace.Trace{Records: records}).AppendJSON(nil)
	var v struct{ Records []struct{ Late float64 } }
	if err := json.Unmarshal(data, &v); err != nil || len(v.Records) != len(records) || v.Records[len(records)-1].Late != math.MaxFloat64 {
		t.Errorf("Unmarshal: %v, %d records", err, len(v.Records))
	}
	if lines := strings.Count(string(data), "\n"); lines != len(records)+1 {
		t.Errorf("%d lines for %d records", lines, len(records))
	}
}

func TestAppendJSONAllocates(t *testing.T) {
	b := make([]byte, 0, 1<<16)
	n := testing.AllocsPerRun(100, func() {
		for i := range written {
			if written[i].record.With == nil {
				b = written[i].record.AppendJSON(b[:0])
			}
		}
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	t := trace.Trace{Records: random(rand.New(rand.NewPCG(5, 6)), 10_000, true)}
	var data []byte
	for b.Loop() {
		data = t.AppendJSON(data[:0])
	}
	b.SetBytes(int64(len(data)))
}
