package trace_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"lastcall/engine/trace"
)

func TestRoundTrip(t *testing.T) {
	var records []trace.Record
	for _, w := range written {
		records = append(records, w.record)
	}
	status := 0
	for _, want := range []*trace.Trace{
		{Status: &status, Records: records},
		{Records: random(rand.New(rand.NewPCG(9, 9)), 2000, false)},
		{Stopped: &trace.Stopped{Why: trace.LimitRecords, Event: "e"}},
		{Records: []trace.Record{{T: 1e308, Kind: trace.Start, Time: -1e308, ID: "e"}}},
	} {
		data := want.AppendJSON(nil)
		got, err := trace.Decode(data)
		if err != nil {
			t.Fatalf("Decode: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("Decode(%.300s) = %v, want %v", data, got, want)
		}
	}
	data := trace.AppendRecords(nil, records)
	got, err := trace.DecodeRecords(data)
	if err != nil || !reflect.DeepEqual(got, records) {
		t.Errorf("DecodeRecords(%s) = %v, %v", data, got, err)
	}
}

func TestDecodeErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{``, "line 1, column 1: this must be an object"},
		{`[]`, "line 1, column 1: this must be an object"},
		{`{"version":1,"status":0}`, `a trace needs the field "records"`},
		{`{"version":2,"status":0,"records":[]}`, "/version: this must be 1"},
		{`{"version":1,"status":0.5,"records":[]}`, "/status: this must be an integer or null"},
		{`{"version":1,"version":1,"status":0,"records":[]}`, "/version: this is given twice"},
		{`{"version":1,"status":0,"records":[],"extra":1}`, "/extra: unknown field"},
		{`{"version":1,"status":0,"stopped":{"why":"stuck","event":"e"},"records":[]}`, "/status: this must be null"},
		{`{"version":1,"status":null,"stopped":{"why":"tired","event":"e"},"records":[]}`, "/stopped: this must be one of records, stuck"},
		{`{"version":1,"status":0,"records":{}}`, "line 1, column 35: this must be an array"},
		{"{\"version\":1,\n\"status\":0,\"records\":[\n{\"t\":x}]}", "line 3, column 6: "},
		{`{"version":1,"status":0,"records":[]} x`, "line 1, column 39: there is something after"},
		{`{"version" 1}`, "column 2: a name in double quotes"},
		{`{"version":1`, "a comma or } should be here"},
	}
	for _, tt := range tests {
		if _, err := trace.Decode([]byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Decode(%s): %v, want %s", tt.text, err, tt.want)
		}
	}
}

func TestDecodeRecordErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{`[3]`, "/0: this must be an object, not a number"},
		{`[{}]`, `/0: the field "t" is missing`},
		{`[{"t":"0"}]`, "/0/t: this must be a number, not a string"},
		{`[{"t":1e999,"kind":"end"}]`, "/0/t: this number does not fit a float64"},
		{`[{"t":0,"kind":"finished"}]`, "/0/kind: this must be one of register, unregister,"},
		{`[{"t":0,"kind":"end","status":0},{"t":0,"kind":"end"}]`, `/1: the field "status" is missing`},
		{`[{"t":0,"kind":"end","status":1.5}]`, "/0/status: this must be an integer"},
		{`[{"t":0,"kind":"end","status":1,"queued":1}]`, "/0/queued: unknown field; a record of kind end has t, kind, status"},
		{`[{"t":0,"kind":"end","status":1,"status":1}]`, "/0/status: this is given twice"},
		{`[{"t":0,"kind":"finish","event":"e","seq":-1}]`, "/0/seq: this must not be negative"},
		{`[{"t":3,"kind":"start","event":"e","seq":1,"time":1,"priority":0,"late":1}]`, "/0/late: this must be t - time"},
		{`[{"t":0,"kind":"hook","hook":"a","args":[[]]}]`, "/0/args/0: an argument is"},
		{`[{"t":0,"kind":"hook","hook":"a","kwargs":{"b":1,"b":2}}]`, "/0/kwargs/b: this is given twice"},
		{`[{"t":0,"kind":"signal","signal":"SIGQUIT","handled":true}]`, "/0/signal: this must be one of SIGINT,"},
		{`[{"t":0,"kind":"signal","signal":"SIGTERM","handled":"true"}]`, "/0/handled: this must be a boolean"},
		{`[{"t":0,"kind":"exit","cause":"exit","hooks":"later","queued":0}]`, "/0/hooks: this must be one of run, skipped"},
		{`[{"t":0,"kind":"skip","hook":"a","why":"bored"}]`, "/0/why: this must be one of return,"},
		{`[{"t":0,"kind":"print","text":"a"},]`, "line 1, column 36"},
	}
	for _, tt := range tests {
		if _, err := trace.DecodeRecords([]byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("DecodeRecords(%s): %v, want %s", tt.text, err, tt.want)
		}
	}
}

// What is read is written so that it reads the same, and any text can be read
// or refused.
func FuzzDecode(f *testing.F) {
	status := 1
	var records []trace.Record
	for _, w := range written {
		records = append(records, w.record)
	}
	f.Add((&trace.Trace{Status: &status, Records: records}).AppendJSON(nil))
	f.Add((&trace.Trace{Stopped: &trace.Stopped{Why: trace.LimitStuck}}).AppendJSON(nil))
	f.Add([]byte(`{"version":1,"status":null,"records":[{"t":0,"kind":"print","text":"\"]}{"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := trace.Decode(data)
		if err != nil {
			return
		}
		again, err := trace.Decode(first.AppendJSON(nil))
		if err != nil || !reflect.DeepEqual(first, again) {
			t.Errorf("Decode(%s) = %v, then %v, %v", data, first, again, err)
		}
		trace.Layout(nil, trace.NewIndex(trace.Discard(first.Records)), 350)
	})
}

func BenchmarkDecode(b *testing.B) {
	data := (&trace.Trace{Records: random(rand.New(rand.NewPCG(5, 6)), 10_000, true)}).AppendJSON(nil)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := trace.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
