package scenario_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// What CPython's str.format makes of the same.
func TestPrintFormatsAsPython(t *testing.T) {
	with := scenario.Arguments{
		Args: []scenario.Value{scenario.String("main"), scenario.Int(2), scenario.Float(1e-5), scenario.Null, scenario.Bool(true)},
		Kwargs: []scenario.Kwarg{
			{Name: "mode", Value: scenario.String("{0}")},
			{Name: "_1", Value: scenario.Float(3)},
		},
	}
	tests := []struct{ text, want string }{
		{"", ""},
		{"plain", "plain"},
		{"{0}", "main"},
		{"{00} {01}", "main 2"},
		{"{2} {3} {4}", "1e-05 None True"},
		{"{mode} {_1}", "{0} 3.0"},
		{"{{0}} {{{0}}} }}{{", "{0} {main} }{"},
		{"{0}{0}}}", "mainmain}"},
		{"ключ: {0}\n", "ключ: main\n"},
		{"{5}", "IndexError: Replacement index 5 out of range for positional args tuple"},
		{"{007}", "IndexError: Replacement index 7 out of range for positional args tuple"},
		{"{999999}", "IndexError: Replacement index 999999 out of range for positional args tuple"},
		{"{0} {name} {5}", "KeyError: 'name'"},
		{"{class}", "KeyError: 'class'"},
	}
	for _, test := range tests {
		got, err := scenario.Print{Text: test.text}.Format(with)
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%q.format() = %q, want %q", test.text, got, test.want)
		}
		if problems := problemsOf(t, end(`{"print": `+scenario.String(test.text).JSON()+`}`)); problems != "" {
			t.Errorf("%q is refused: %s", test.text, problems)
		}
	}
}

func TestFormatErrorsHaveATypeAndAMessage(t *testing.T) {
	_, err := scenario.Print{Text: "{name}"}.Format(scenario.Arguments{})
	failed, ok := errors.AsType[*scenario.FormatError](err)
	if !ok || failed.Type != "KeyError" || failed.Message != "'name'" {
		t.Errorf("Format() = %#v, want a KeyError of 'name'", err)
	}
}

func TestAPrintGetsNoLongerThanADocument(t *testing.T) {
	argument := strings.Repeat("x", 1024)
	with := scenario.Arguments{Args: []scenario.Value{scenario.String(argument)}}
	longest := strings.Repeat("{0}", scenario.MaxPrint/1024)
	if text, err := (scenario.Print{Text: longest}).Format(with); err != nil || len(text) != scenario.MaxPrint {
		t.Errorf("Format() of the longest has %d bytes, %v", len(text), err)
	}
	_, err := scenario.Print{Text: longest + "."}.Format(with)
	if err == nil || err.Error() != "MemoryError" {
		t.Errorf("Format() of more = %v, want a MemoryError", err)
	}
}

func TestParts(t *testing.T) {
	got := slices.Collect(scenario.Print{Text: "a {0}{{{name}"}.Parts())
	want := []scenario.Part{{Text: "a "}, {Text: "0", Argument: true}, {Text: "{"}, {Text: "name", Argument: true}}
	if !slices.Equal(got, want) {
		t.Errorf("Parts() = %v, want %v", got, want)
	}
	for part := range (scenario.Print{Text: "a{0}"}).Parts() {
		if part.Argument {
			t.Error("Parts() goes on when it is told to stop")
		}
		break
	}
	if got := slices.Collect(scenario.Print{Text: "a{}b"}.Parts()); len(got) != 1 {
		t.Errorf("Parts() of a text that is not allowed = %v, want what is before that", got)
	}
}

func BenchmarkFormat(b *testing.B) {
	with := scenario.Arguments{Args: []scenario.Value{scenario.String("main")}, Kwargs: []scenario.Kwarg{{Name: "mode", Value: scenario.String("safe")}}}
	for _, text := range []string{"backup started", "closing {0} ({mode})"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (scenario.Print{Text: text}).Format(with); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
