package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"lastcall/engine/internal/json"
)

// What Parse refuses and encoding/json does not.
var strict = []string{"not UTF-8", "half of a surrogate pair", "nested more than"}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`{"a": [1, -0.5e+3, "x\n\u00e9\ud83d\ude00", true, false, null], "": {}}`,
		`[[[]]]`, `"\ud83d"`, "\"\xff\"", `{"a": 1, "a": 2}`, `01`, `-`, `1.`, `1e`, `"\u12`, `nulll`, "\ufeff1", " \t\r\n0 ",
		strings.Repeat("[", 70) + strings.Repeat("]", 70),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := json.Parse(text)
		if err != nil {
			excused := false
			for _, why := range strict {
				excused = excused || strings.Contains(err.Error(), why)
			}
			if stdjson.Valid(text) && !excused {
				t.Errorf("Parse(%q): %v, but encoding/json reads it", text, err)
			}
			if at := err.(*json.SyntaxError).Offset; at < 0 || at > len(text) {
				t.Errorf("Parse(%q): the offset is %d", text, at)
			}
			return
		}
		if !utf8.Valid(text) {
			t.Errorf("Parse(%q) succeeds, but it is not UTF-8", text)
		}
		want, err := standard(text)
		if err != nil {
			t.Fatalf("Parse(%q) succeeds, but encoding/json says: %v", text, err)
		}
		if got := plain(&n); !reflect.DeepEqual(got, want) {
			t.Errorf("Parse(%q) = %v, want %v", text, got, want)
		}
		pretty := json.AppendPretty(nil, &n, 0)
		again, err := json.Parse(pretty)
		if err != nil || !bytes.Equal(json.AppendPretty(nil, &again, 0), pretty) {
			t.Errorf("AppendPretty() of %q = %q, which is not stable: %v", text, pretty, err)
		}
	})
}

func standard(text []byte) (v any, err error) {
	d := stdjson.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

// plain returns n as encoding/json would.
func plain(n *json.Node) any {
	switch n.Kind {
	case json.Bool:
		return n.Text == "true"
	case json.Number:
		return stdjson.Number(n.Text)
	case json.String:
		return n.Text
	case json.Array:
		list := make([]any, len(n.Items))
		for i := range n.Items {
			list[i] = plain(&n.Items[i])
		}
		return list
	case json.Object:
		object := make(map[string]any)
		for i, name := range n.Names {
			object[name.Text] = plain(&n.Items[i])
		}
		return object
	}
	return nil
}
