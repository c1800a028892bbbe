package json_test

import (
	"strings"
	"testing"

	"lastcall/engine/internal/json"
)

func TestAppendPrettyKeepsOnALineWhatFits(t *testing.T) {
	long := strings.Repeat("x", 100)
	tests := []struct{ name, text, want string }{
		{"a scalar", `1.50`, `1.50`},
		{"an empty document", `{}`, `{}`},
		{"a document is opened", `{"a":[1,"b",null],"c":{"d":true}}`, `
{
  "a": [1, "b", null],
  "c": { "d": true }
}`},
		{"objects in a list have air", `{"a":[{"b":1},{}]}`, `
{
  "a": [ { "b": 1 }, {} ]
}`},
		{"what does not fit is opened", `{"a":[{"b":1,"c":"` + long + `"},{"d":2}]}`, `
{
  "a": [
    {
      "b": 1,
      "c": "` + long + `"
    },
    { "d": 2 }
  ]
}`},
		{"nothing is gained by opening these", `{"a":[{"b":"` + long + `"},["` + long + `",1]]}`, `
{
  "a": [
    { "b": "` + long + `" },
    ["` + long + `", 1]
  ]
}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, err := json.Parse([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := string(json.AppendPretty(nil, &n, 0)), strings.TrimPrefix(test.want, "\n"); got != want {
				t.Errorf("AppendPretty() =\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestALineHasAHundredCharacters(t *testing.T) {
	for length, want := range map[int]int{73: 3, 74: 6} { // letters to lines; there is room for a comma
		n, err := json.Parse([]byte(`{"a":{"b":1,"c":"` + strings.Repeat("ж", length) + `"}}`))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Split(string(json.AppendPretty(nil, &n, 0)), "\n")
		if len(got) != want {
			t.Errorf("with %d letters there are %d lines, want %d:\n%s", length, len(got), want, strings.Join(got, "\n"))
		}
	}
}

func TestBuiltValues(t *testing.T) {
	var n json.Node
	n.Add("number", json.NumberOf(1e-7))
	n.Add("literal", json.Literal("1.50"))
	n.Add("text", json.StringOf("\x01\"\u2028é"))
	n.Add("yes", json.BoolOf(true))
	n.Add("no", json.BoolOf(false))
	n.Add("null", json.Node{})
	want := `{
  "number": 1e-7,
  "literal": 1.50,
  "text": "\u0001\"\u2028é",
  "yes": true,
  "no": false,
  "null": null
}`
	if got := string(json.AppendPretty(nil, &n, 0)); got != want {
		t.Errorf("AppendPretty() =\n%s\nwant\n%s", got, want)
	}
}
