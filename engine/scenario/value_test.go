package scenario_test

import (
	"math"
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// What CPython's str and repr, and our JSON, make of the same.
func TestValuesPrintAsInPython(t *testing.T) {
	tests := []struct {
		value           scenario.Value
		str, repr, json string
	}{
		{scenario.Null, "None", "None", "null"},
		{scenario.Bool(true), "True", "True", "true"},
		{scenario.Bool(false), "False", "False", "false"},
		{scenario.Int(-3), "-3", "-3", "-3"},
		{scenario.Int(math.MaxInt64), "9223372036854775807", "9223372036854775807", "9223372036854775807"},
		{scenario.Float(3), "3.0", "3.0", "3.0"},
		{scenario.Float(-0.5), "-0.5", "-0.5", "-0.5"},
		{scenario.Float(0.0001), "0.0001", "0.0001", "0.0001"},
		{scenario.Float(0.00001), "1e-05", "1e-05", "1e-05"},
		{scenario.Float(9999999999999998), "9999999999999998.0", "9999999999999998.0", "9999999999999998.0"},
		{scenario.Float(1e16), "1e+16", "1e+16", "1e+16"},
		{scenario.Float(5e-324), "5e-324", "5e-324", "5e-324"},
		{scenario.Float(math.Copysign(0, -1)), "-0.0", "-0.0", "-0.0"},
		{scenario.String("a"), "a", "'a'", `"a"`},
		{scenario.String("it's"), "it's", `"it's"`, `"it's"`},
		{scenario.String(`it's "a"`), `it's "a"`, `'it\'s "a"'`, `"it's \"a\""`},
		{scenario.String("\t\n\x00\x7f\u00a0é\u200b😀"), "\t\n\x00\x7f\u00a0é\u200b😀", `'\t\n\x00\x7f\xa0é\u200b😀'`, `"\t\n\u0000` + "\x7f\u00a0é\u200b😀" + `"`},
	}
	for _, test := range tests {
		if got := test.value.Str(); got != test.str {
			t.Errorf("Str() = %q, want %q", got, test.str)
		}
		if got := test.value.Repr(); got != test.repr {
			t.Errorf("Repr() = %s, want %s", got, test.repr)
		}
		if got := test.value.JSON(); got != test.json {
			t.Errorf("JSON() = %s, want %s", got, test.json)
		}
		s, err := scenario.Decode([]byte(`{"version": 1, "hooks": [{"id": "h", "args": [` + test.json + `]}]}`))
		if err != nil || s.Hooks[0].With.Args[0] != test.value {
			t.Errorf("%s is read as another value: %v", test.json, err)
		}
	}
}

func TestIntegersOfAnySize(t *testing.T) {
	big := "-1" + strings.Repeat("0", 40)
	s, err := scenario.Decode([]byte(`{"version": 1, "hooks": [{"id": "h", "args": [` + big + `, 7, 7.0]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	args := s.Hooks[0].With.Args
	if n, ok := args[0].Int64(); ok || args[0].Str() != big || args[0].Kind() != scenario.IntKind {
		t.Errorf("%s is %d, %v, and prints %s", big, n, ok, args[0].Str())
	}
	if n, ok := args[1].Int64(); !ok || n != 7 {
		t.Errorf("Int64() of 7 = %d, %v", n, ok)
	}
	if _, ok := args[2].Int64(); ok || args[2].Kind() != scenario.FloatKind {
		t.Error("7.0 is an integer")
	}
}
