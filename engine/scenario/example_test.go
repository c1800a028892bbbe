package scenario_test

import (
	"errors"
	"fmt"

	"lastcall/engine/scenario"
)

func ExampleDecode() {
	_, err := scenario.Decode([]byte(`{
  "version": 1,
  "events": [
    { "id": "report", "prioritty": 1, "do": [{ "print": "{0.name}" }] },
    { "id": "retry", "at": 1, "after": 2 }
  ],
  "end": [{ "enter": "repot" }, { "exit": 1.5 }]
}`))
	if problems, ok := errors.AsType[scenario.Problems](err); ok {
		for _, p := range problems {
			fmt.Printf("line %d, %s:\n  %s\n", p.Line, p.Path, p.Message)
		}
	}
	// Output:
	// line 4, /events/0/prioritty:
	//   unknown field "prioritty"; an event has id, label, at, after, priority, queued, args, kwargs and do; did you mean "priority"?
	// line 4, /events/0/do/0/print:
	//   in a print {0} and {name} stand for arguments, {{ and }} for braces; "{0.name}" is none of them
	// line 5, /events/1/after:
	//   an event has at or after, not both
	// line 7, /end/0/enter:
	//   no event has the id "repot"; did you mean "report"?
	// line 7, /end/1/exit:
	//   exit must be an integer, a string or null; this number has a fraction or exponent
}

func ExampleDecode_syntax() {
	_, err := scenario.Decode([]byte("{\n  \"version\": 1,\n}"))
	fmt.Println(err)
	// Output: line 3, column 1: a name in double quotes should be here
}

func ExampleEncode() {
	s := &scenario.Scenario{
		Title: "Hello",
		Events: []scenario.Event{{
			ID:   "greet",
			When: scenario.When{Absolute: true, Time: 2},
			Do:   []scenario.Step{scenario.Print{Text: "hello"}, scenario.Work{Units: 0.5}},
		}},
		End: []scenario.Step{scenario.Exit{Code: scenario.Int(3)}},
	}
	fmt.Printf("%s", scenario.Encode(s))
	// Output:
	// {
	//   "version": 1,
	//   "title": "Hello",
	//   "events": [ { "id": "greet", "at": 2, "do": [ { "print": "hello" }, { "work": 0.5 } ] } ],
	//   "end": [ { "exit": 3 } ]
	// }
}

func ExamplePrint_Format() {
	closing := scenario.Print{Text: "closing {0} ({mode})"}
	text, err := closing.Format(scenario.Arguments{
		Args:   []scenario.Value{scenario.String("main")},
		Kwargs: []scenario.Kwarg{{Name: "mode", Value: scenario.Float(1e-5)}},
	})
	fmt.Println(text, err)

	_, err = closing.Format(scenario.Arguments{})
	fmt.Println(err)
	// Output:
	// closing main (1e-05) <nil>
	// IndexError: Replacement index 0 out of range for positional args tuple
}
