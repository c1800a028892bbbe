package scenario_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"lastcall/engine/scenario"
)

func FuzzDecode(f *testing.F) {
	for _, data := range corpus(f) {
		f.Add(data)
	}
	f.Add([]byte(`{"version": 1, "events": [{"id": "a", "id": 1, "at": 1e400, "do": [{"print": "{}"}, {"enter": "b"}, {}]}], "x": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := scenario.Decode(data)
		if err != nil {
			problems, ok := errors.AsType[scenario.Problems](err)
			if !ok || len(problems) == 0 || len(problems) > scenario.MaxProblems+1 {
				t.Errorf("Decode() = %#v, want 1 to %d problems", err, scenario.MaxProblems+1)
			}
			line := 1
			for _, p := range problems {
				if p.Message == "" || p.Line < line || p.Line > bytes.Count(data, []byte("\n"))+1 {
					t.Errorf("after line %d comes %+v", line, p)
				}
				line = p.Line
			}
			return
		}
		text := scenario.Encode(s)
		again, err := scenario.Decode(text)
		if len(text) > scenario.MaxBytes {
			return // it was close to the limit, without its white space
		}
		if err != nil || !reflect.DeepEqual(again, s) {
			t.Errorf("Decode(Encode()) = %+v, %v, want %+v", again, err, s)
		} else if twice := scenario.Encode(again); !bytes.Equal(twice, text) {
			t.Errorf("written again it is\n%s\nnot\n%s", twice, text)
		}
	})
}
