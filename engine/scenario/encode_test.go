package scenario_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lastcall/engine/scenario"
)

// corpus returns every valid document there is: ours, and those that have
// been run by CPython.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	documents := make(map[string][]byte)
	for _, dir := range []string{"testdata/valid", "../program/testdata/scenarios"} {
		files, err := filepath.Glob(filepath.FromSlash(dir) + "/*.json")
		if err != nil || len(files) == 0 {
			t.Fatalf("no scenario in %s: %v", dir, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			documents[dir+"/"+filepath.Base(file)] = data
		}
	}
	return documents
}

// roundTrip checks that s survives being written and read, and that it is
// written the same again.
func roundTrip(t *testing.T, s *scenario.Scenario) {
	t.Helper()
	text := scenario.Encode(s)
	again, err := scenario.Decode(text)
	if err != nil {
		t.Fatalf("Decode() of what Encode() wrote: %v\n%s", err, text)
	}
	if !reflect.DeepEqual(again, s) {
		t.Errorf("Decode(Encode()) =\n%+v\nwant\n%+v", again, s)
	}
	if twice := scenario.Encode(again); !bytes.Equal(twice, text) {
		t.Errorf("written again it is\n%s\nnot\n%s", twice, text)
	}
}

func TestWhatIsReadIsWrittenAndReadTheSame(t *testing.T) {
	for name, data := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			s, err := scenario.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, s)
		})
	}
}

func TestEncode(t *testing.T) {
	tests := []struct{ name, want string }{
		{"smallest.json", `
{
  "version": 1
}
`},
		{"empty.json", `
{
  "version": 1
}
`},
		{"defaults.json", `
{
  "version": 1,
  "events": [ { "id": "e" } ],
  "hooks": [ { "id": "h" } ]
}
`},
		{"contract.json", `
{
  "version": 1,
  "title": "When an action overruns",
  "events": [
    {
      "id": "backup",
      "at": 2,
      "priority": 1,
      "do": [ { "print": "backup started" }, { "work": 4 } ]
    },
    {
      "id": "report",
      "after": 4,
      "do": [ { "print": "report sent" }, { "enter": "report", "after": 5 } ]
    },
    { "id": "retry", "queued": false }
  ],
  "hooks": [
    {
      "id": "close_db",
      "args": ["main", 2],
      "kwargs": { "mode": "safe" },
      "do": [ { "print": "closing {0} ({mode})" }, { "work": 0.5 } ]
    },
    {
      "id": "flush",
      "registered": false,
      "do": [ { "raise": "OSError", "message": "disk full" } ]
    }
  ],
  "handlers": { "SIGTERM": [ { "exit": 0 } ] },
  "outside": [ { "at": 8, "send": "SIGTERM" }, { "at": 3, "do": [ { "enter": "retry" } ] } ],
  "end": [ { "exit": 3 } ]
}
`},
		{"everything.json", `
{
  "version": 1,
  "title": "Все поля",
  "clock": { "mode": "real", "start": -1650000000.25, "tick": "1m30s" },
  "python": "3.14",
  "events": [
    {
      "id": "a",
      "label": "A",
      "at": 0,
      "priority": -1.5,
      "args": [1],
      "kwargs": { "x": false },
      "do": [ { "print": "\u2028\"\\ {x}" } ]
    },
    { "id": "later", "priority": 1e+300, "queued": false },
    { "id": "_", "after": -3 },
    { "id": "match_is_no_keyword", "at": 0 }
  ],
  "hooks": [
    {
      "id": "h",
      "label": "Ключ 🔑",
      "registered": false,
      "args": [true, "", 1e-05],
      "kwargs": { "match": 0, "func": null }
    }
  ],
  "handlers": { "SIGINT": [ { "kill": "SIGINT" } ], "SIGUSR1": [] },
  "outside": [
    { "at": 1, "send": "close" },
    {
      "at": 0,
      "do": [ { "print": "x" }, { "cancel": "a" }, { "register": "h" }, { "unregister": "h" } ]
    },
    { "at": 1e+21, "do": [] }
  ],
  "end": [
    { "print": "{0} {name} {{}} {00}" },
    { "work": 0 },
    { "enter": "a" },
    { "enter": "later", "at": -1.5, "priority": 0 },
    { "enter": "later", "after": 1e-7, "args": [null], "kwargs": { "b": 1, "a": "2" } },
    { "cancel": "a" },
    { "register": "h" },
    { "register": "h", "args": [1.0, 1, 0, -0.0, 100.0] },
    { "unregister": "h" },
    { "raise": "ValueError" },
    { "raise": "KeyError", "message": "" },
    { "exit": null },
    { "exit": "bye" },
    { "exit": -12345678901234567890 },
    { "_exit": 256 },
    { "abort": true },
    { "kill": "SIGKILL" }
  ]
}
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", "valid", test.name))
			if err != nil {
				t.Fatal(err)
			}
			s, err := scenario.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := string(scenario.Encode(s)), strings.TrimPrefix(test.want, "\n"); got != want {
				t.Errorf("Encode() =\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestTicksAreShort(t *testing.T) {
	for tick, want := range map[time.Duration]string{
		time.Nanosecond:         "1ns",
		1500 * time.Microsecond: "1.5ms",
		10 * time.Second:        "10s",
		time.Minute:             "1m",
		90 * time.Second:        "1m30s",
		10 * time.Minute:        "10m",
		24 * time.Hour:          "24h",
		time.Hour + time.Second: "1h0m1s",
	} {
		s := &scenario.Scenario{Python: scenario.Python313, Clock: scenario.Clock{Tick: tick}}
		if got := string(scenario.Encode(s)); !strings.Contains(got, `"tick": "`+want+`"`) {
			t.Errorf("a tick of %v is written as\n%s\nwant %s", tick, got, want)
		}
		roundTrip(t, s)
	}
}

func TestTheZeroScenarioIsTheSmallest(t *testing.T) {
	if got, want := string(scenario.Encode(&scenario.Scenario{})), "{\n  \"version\": 1\n}\n"; got != want {
		t.Errorf("Encode() = %s, want %s", got, want)
	}
}
