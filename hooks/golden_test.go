package hooks_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"testing"

	"lastcall/hooks"
)

const goldenFile = "testdata/atexit.jsonl"

//go:embed testdata/atexit.jsonl
var golden []byte

// A story is a script and its log. Those of the golden file were played by
// CPython 3.11 through testdata/atexit_play.py.
type story struct {
	Script script `json:"script"`
	Log    string `json:"log"`
}

func TestGolden(t *testing.T) {
	stories := json.NewDecoder(bytes.NewReader(golden))
	for line := 1; stories.More(); line++ {
		var s story
		if err := stories.Decode(&s); err != nil {
			t.Fatal(err)
		}
		if got := visible(play(s.Script, new(hooks.Registry))); got != s.Log {
			t.Errorf("%s:%d:\n got %s\nwant %s", goldenFile, line, got, s.Log)
		}
	}
}
