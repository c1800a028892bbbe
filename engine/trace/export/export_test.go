package export_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/engine/trace/export"
)

// logs returns recorded traces with their scenarios.
func logs(t testing.TB) map[string]*trace.Trace {
	t.Helper()
	files, err := filepath.Glob("../../program/testdata/traces/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no traces: %v", err)
	}
	all := map[string]*trace.Trace{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if all[filepath.Base(file)], err = trace.Decode(data); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestCSV(t *testing.T) {
	log, err := trace.Decode([]byte(`{"version":1,"status":0,"records":[
		{"t":0,"kind":"enter","event":"a","time":1.5,"priority":2,"seq":0,"args":["x, y",1],"kwargs":{"k":null}},
		{"t":2,"kind":"start","event":"a","seq":0,"time":1.5,"priority":2,"late":0.5,"args":["x, y",1],"kwargs":{"k":null}},
		{"t":2,"kind":"print","text":"say \"hi\"\n"},
		{"t":2,"kind":"finish","event":"a","seq":0},
		{"t":2,"kind":"exit","cause":"return","hooks":"run","queued":0},
		{"t":2,"kind":"end","status":0}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`t,kind,event,hook,seq,time,priority,late,args,kwargs,text,in,removed,signal,handled,cause,hooks,queued,status
0,enter,a,,0,1.5,2,,"'x, y', 1",k=None,,,,,,,,,
2,start,a,,0,1.5,2,0.5,"'x, y', 1",k=None,,,,,,,,,
2,print,,,,,,,,,"say ""hi""|",,,,,,,,
2,finish,a,,0,,,,,,,,,,,,,,
2,exit,,,,,,,,,,,,,,return,run,0,
2,end,,,,,,,,,,,,,,,,,0
`, "\n", "\r\n")
	want = strings.ReplaceAll(want, "|", "\n")
	if got := export.CSV(log.Records); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEveryLogIsCSV(t *testing.T) {
	for name, log := range logs(t) {
		rows, err := csv.NewReader(strings.NewReader(export.CSV(log.Records))).ReadAll()
		if err != nil || len(rows) != len(log.Records)+1 {
			t.Errorf("%s: %d records are %d rows: %v", name, len(log.Records), len(rows), err)
		}
	}
}

// An event has the fields that the Trace Event Format demands of its phase.
func TestEventsFollowTheFormat(t *testing.T) {
	type event struct {
		Name, Cat, Ph *string
		Ts, Dur       *float64
		Pid, Tid      *int
		S             string
		Args          map[string]any
	}
	for name, log := range logs(t) {
		var file struct {
			DisplayTimeUnit string
			TraceEvents     []event
		}
		if err := json.Unmarshal(export.Events(nil, log.Records), &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if file.DisplayTimeUnit != "ms" {
			t.Errorf("%s: displayTimeUnit is %q", name, file.DisplayTimeUnit)
		}
		ends := 0.0
		for _, e := range file.TraceEvents {
			if e.Name == nil || e.Cat == nil || e.Ph == nil || e.Ts == nil || e.Pid == nil || e.Tid == nil {
				t.Errorf("%s: an event lacks a field: %+v", name, e)
				continue
			}
			switch *e.Ph {
			case "X":
				if e.Dur == nil || *e.Dur < 0 || *e.Ts < ends-1e-2*max(1, ends*1e-9) {
					t.Errorf("%s: %s at %v lasts %v, after one that ends at %v", name, *e.Name, *e.Ts, e.Dur, ends)
				} else {
					ends = *e.Ts + *e.Dur
				}
			case "i":
				if e.S != "t" {
					t.Errorf("%s: the scope of %s is %q", name, *e.Name, e.S)
				}
			case "M":
				if e.Args["name"] == "" {
					t.Errorf("%s: %s names nothing", name, *e.Name)
				}
			default:
				t.Errorf("%s: phase %s", name, *e.Ph)
			}
		}
	}
}

// What is written is opened again, with the same actions at the same moments.
func TestRoundTrip(t *testing.T) {
	log := logs(t)["contract-example.json"]
	document, err := os.ReadFile("../../program/testdata/scenarios/contract-example.json")
	if err != nil {
		t.Fatal(err)
	}
	s, err := scenario.Decode(document)
	if err != nil {
		t.Fatal(err)
	}
	recording, err := export.Open(export.Events(s, log.Records))
	if err != nil {
		t.Fatal(err)
	}
	_, opened := recording.Tracks[0].Trace()
	type action struct{ at, planned, priority float64 }
	actions := func(records []trace.Record) (list []action) {
		for _, r := range records {
			if r.Kind == trace.Start {
				list = append(list, action{r.T, r.Time, r.Priority})
			}
		}
		return list
	}
	got, want := actions(opened.Records), actions(log.Records)
	if len(got) < len(want) || !reflect.DeepEqual(got[:len(want)], want) { // after them come the hooks
		t.Errorf("the actions are %v, want %v", got, want)
	}
	if name := recording.Tracks[0].Name; name != "main thread" {
		t.Errorf("the busiest track is %q", name)
	}
}

func TestOpen(t *testing.T) {
	recording, err := export.Open([]byte(`[
		{"name": "thread_name", "ph": "M", "pid": 7, "tid": 7, "args": {"name": "MainThread"}},
		{"name": "load", "ph": "X", "ts": 1000000, "dur": 500000, "pid": 7, "tid": 7},
		{"name": "parse", "ph": "X", "ts": 1100000, "dur": 100000, "pid": 7, "tid": 7},
		{"name": "serve", "ph": "B", "ts": 2000000, "pid": 7, "tid": 7},
		{"name": "query", "ph": "B", "ts": 2100000, "pid": 7, "tid": 7},
		{"ph": "E", "ts": 2200000, "pid": 7, "tid": 7},
		{"ph": "E", "ts": 3000000, "pid": 7, "tid": 7},
		{"name": "ready", "ph": "i", "ts": 1500000, "pid": 7, "tid": 7, "s": "g"},
		{"name": "other", "ph": "X", "ts": 1000000, "dur": 1, "pid": 7, "tid": "worker"},
		{"name": "memory", "ph": "C", "ts": 1000000, "pid": 7, "tid": 7, "args": {"kB": 3}},
	`))
	if err != nil {
		t.Fatal(err)
	}
	want := &export.Recording{Skipped: 1, Tracks: []export.Track{
		{Name: "MainThread", Spans: []export.Span{{Name: "load", To: 0.5}, {Name: "serve", From: 1, To: 2}}, Notes: []export.Note{{"ready", 0.5}}},
		{Name: "thread worker", Spans: []export.Span{{Name: "other", To: 1e-6}}},
	}}
	for i := range recording.Tracks { // microseconds are exact enough
		for k := range recording.Tracks[i].Spans {
			s := &recording.Tracks[i].Spans[k]
			s.From, s.To = round(s.From), round(s.To)
		}
	}
	if !reflect.DeepEqual(recording, want) {
		t.Errorf("got %+v\nwant %+v", recording, want)
	}
	s, log := recording.Tracks[0].Trace()
	line := trace.Layout(s, trace.NewIndex(log.Records), 800)
	if len(line.Bars) != 2 || line.Bars[1].Label.Text != "serve" {
		t.Errorf("the timeline has the bars %+v", line.Bars)
	}
}

func round(f float64) float64 { return float64(int64(f*1e9+0.5)) / 1e9 }

func TestOpenRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "line 1, column 1",
		"{":                         "line 1, column 2",
		"[{]":                       "line 1, column 3",
		"7":                         "no file of Chrome trace events",
		`{"events": []}`:            "no file of Chrome trace events",
		`[]`:                        "no event with a beginning and an end",
		`[1, null, "x", {"ph": 3}]`: "no event with a beginning and an end",
	} {
		if _, err := export.Open([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", text, err, want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	for _, log := range logs(f) {
		f.Add(export.Events(nil, log.Records))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		recording, err := export.Open(data)
		if err != nil {
			return
		}
		for _, track := range recording.Tracks {
			s, log := track.Trace()
			last := 0.0
			for _, r := range log.Records {
				if r.T < last || r.T != r.T {
					t.Fatalf("a record at %v follows one at %v", r.T, last)
				}
				last = r.T
			}
			trace.Layout(s, trace.NewIndex(log.Records), 800)
		}
	})
}
