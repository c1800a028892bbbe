package json_test

import (
	"errors"
	"strings"
	"testing"

	"lastcall/engine/internal/json"
)

func TestParseKeepsOrderPlacesAndNumbersAsWritten(t *testing.T) {
	text := `{"b": [1.50, -0, 1E+2], "a": {"x": true, "x": null}, "é": "\u00e9\ud83d\ude00\n/"}`
	root, err := json.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"b", "a", "é"} {
		name := root.Names[i]
		if name.Text != want || !strings.HasPrefix(text[name.Offset:], `"`+want) {
			t.Errorf("name %d = %q at %d, want %q", i, name.Text, name.Offset, want)
		}
	}
	for i, want := range []string{"1.50", "-0", "1E+2"} {
		number := root.Get("b").Items[i]
		if number.Text != want || !strings.HasPrefix(text[number.Offset:], want) {
			t.Errorf("number %d = %q at %d, want %q", i, number.Text, number.Offset, want)
		}
	}
	if got, want := root.Get("é").Text, "é😀\n/"; got != want {
		t.Errorf("string = %q, want %q", got, want)
	}
	if got := root.Get("a").Get("x").Kind; got != json.Null {
		t.Errorf("Get() of a name given twice = %v, want the last", got)
	}
}

func TestParseSeesNamesGivenTwice(t *testing.T) {
	many := make([]string, 40)
	for i := range many {
		many[i] = `"` + strings.Repeat("n", i+1) + `": 0`
	}
	tests := map[string]string{ // text to the names that are repeated
		`{"a": 1, "b": 2}`:                                "",
		`{"a": 1, "b": 2, "a": 3, "a": 4}`:                "a a",
		`{"a": 1, "\u0061": 2}`:                           "a",
		`{"": 1, "b": 2}`:                                 "",
		`{` + strings.Join(many, ",") + `}`:               "",
		`{` + strings.Join(many, ",") + `, "nnn": 1}`:     "nnn",
		`{"nn": 1, ` + strings.Join(many[:20], ",") + `}`: "nn",
	}
	for text, want := range tests {
		root, err := json.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var repeated []string
		for _, name := range root.Names {
			if name.Repeated {
				repeated = append(repeated, name.Text)
			}
		}
		if got := strings.Join(repeated, " "); got != want {
			t.Errorf("in %s %q are repeated, want %q", text, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	tests := []struct {
		name, text string
		offset     int
		message    string
	}{
		{"nothing", " ", 1, "a value should be here, but the text ends"},
		{"a second value", "1 2", 2, "the end of the document should be here"},
		{"a byte order mark", "\ufeff{}", 0, "byte order mark"},
		{"a comma at the end", `{"a": 1,}`, 8, "a name in double quotes should be here"},
		{"a comma at the end of a list", "[1,]", 3, "a value should be here"},
		{"no comma", "[1 2]", 3, "a comma or ] should be here"},
		{"no colon", `{"a" 1}`, 5, "a colon should be here"},
		{"an object without an end", `{"a": 1`, 7, "a comma or } should be here, but the text ends"},
		{"the wrong bracket", `{"a": 1]`, 7, "a comma or } should be here"},
		{"single quotes", `{'a': 1}`, 1, "strings stand in double quotes"},
		{"a comment", "[ // one", 2, "JSON has no comments"},
		{"a word that is none", "[nul]", 1, "a value should be here"},
		{"not a number", "NaN", 0, "a value should be here"},
		{"a plus", "+1", 0, "a value should be here"},
		{"a zero in front", "[-01]", 1, "no 0 in front"},
		{"a point without digits", "1.", 2, "a digit should be here, but the text ends"},
		{"an exponent without digits", "1e+x", 3, "a digit should be here"},
		{"a minus alone", "-", 1, "a digit should be here, but the text ends"},
		{"an open string", `["a]`, 1, "the string that begins here is not closed"},
		{"an open string with an escape", `["\n]`, 1, "the string that begins here is not closed"},
		{"a line break in a string", "\"a\nb\"", 2, `such as \n`},
		{"an unknown escape", `"\x41"`, 1, "this is no escape"},
		{"half an escape", `"\u00e"`, 1, "this is no escape"},
		{"a high surrogate alone", `"a\ud83d"`, 2, "half of a surrogate pair"},
		{"a low surrogate alone", `"\ude00"`, 1, "half of a surrogate pair"},
		{"two high surrogates", `"\ud83d\ud83d"`, 1, "half of a surrogate pair"},
		{"Latin-1", "\"caf\xe9\"", 4, "not UTF-8"},
		{"a surrogate as UTF-8", "\"\xed\xa0\x80\"", 1, "not UTF-8"},
		{"too deep", deep(json.MaxDepth + 1), json.MaxDepth, "nested more than 64 deep"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := json.Parse([]byte(test.text))
			syntax, ok := errors.AsType[*json.SyntaxError](err)
			if !ok {
				t.Fatalf("Parse(%q) = %v, want a SyntaxError", test.text, err)
			}
			if syntax.Offset != test.offset || !strings.Contains(err.Error(), test.message) {
				t.Errorf("Parse(%q): %q at %d, want %q at %d", test.text, err, syntax.Offset, test.message, test.offset)
			}
		})
	}
	if _, err := json.Parse([]byte(deep(json.MaxDepth))); err != nil {
		t.Errorf("Parse() of the deepest: %v", err)
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		text      string
		f         float64
		isFloat   bool
		i         int
		isInteger bool
	}{
		{"3", 3, true, 3, true},
		{"-0", 0, true, 0, true},
		{"2.50", 2.5, true, 0, false},
		{"1e3", 1000, true, 0, false},
		{"1e-999", 0, true, 0, false},
		{"1e400", 0, false, 0, false},
		{"9223372036854775808", 9223372036854775808, true, 0, false},
		{`"3"`, 0, false, 0, false},
	}
	for _, test := range tests {
		n, err := json.Parse([]byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		if f, ok := n.Float(); ok != test.isFloat || ok && f != test.f {
			t.Errorf("%s: Float() = %v, %v, want %v, %v", test.text, f, ok, test.f, test.isFloat)
		}
		if i, ok := n.Int(); ok != test.isInteger || ok && i != test.i {
			t.Errorf("%s: Int() = %v, %v, want %v, %v", test.text, i, ok, test.i, test.isInteger)
		}
	}
}

func TestWhatIsMissingIsNoNumber(t *testing.T) {
	root, err := json.Parse([]byte(`{"a": 1}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := root.Get("b").Get("c").Float(); ok {
		t.Error("Float() of what is missing is ok")
	}
	if _, ok := root.Get("b").Int(); ok {
		t.Error("Int() of what is missing is ok")
	}
}

func TestPosition(t *testing.T) {
	text := "ab\né😀x\n"
	tests := []struct{ offset, line, column int }{
		{0, 1, 1}, {2, 1, 3}, {3, 2, 1}, {5, 2, 2}, {9, 2, 3}, {11, 3, 1}, {99, 3, 1},
	}
	for _, test := range tests {
		if line, column := json.Position([]byte(text), test.offset); line != test.line || column != test.column {
			t.Errorf("Position(%d) = %d, %d, want %d, %d", test.offset, line, column, test.line, test.column)
		}
	}
}
