package scenario_test

import (
	"strings"
	"testing"

	"lastcall/engine/scenario"
)

// end makes a document of steps. It has an event report and a hook flush.
func end(steps string) string {
	return `{"version": 1, "events": [{"id": "report"}], "hooks": [{"id": "flush"}], "end": [` + steps + `]}`
}

func TestStepsRefused(t *testing.T) {
	const allVerbs = "print, work, enter, cancel, register, unregister, raise, exit, _exit, abort or kill"
	const braces = "in a print {0} and {name} stand for arguments, {{ and }} for braces; "
	const types = `"ValueError", "RuntimeError", "KeyError", "OSError", "TypeError", "ZeroDivisionError" or "KeyboardInterrupt"`
	refuse(t, end, []refusal{
		{"a word", `"abort"`, `/end/0: a step must be an object, not a string`},
		{"no verb", `{}`, `/end/0: a step needs a verb: ` + allVerbs},
		{"a misspelt verb", `{"pirnt": "x"}`, `/end/0: a step needs a verb: ` + allVerbs + `; did you mean "print"?`},
		{"an option without its verb", `{"message": "boom"}`, `/end/0: a step needs a verb: ` + allVerbs},
		{"two verbs", `{"print": "x", "work": 1}`, `/end/0/work: a step has one verb; this is a print step already`},
		{"two verbs, and more that is wrong", `{"work": -1, "exit": 0, "x": 1}`, `/end/0/work: work must be 0 or more
/end/0/exit: a step has one verb; this is a work step already
/end/0/x: unknown field "x"; a work step has work`},
		{"a verb twice", `{"work": 1, "work": 1}`, `/end/0/work: a work step has "work" already`},
		{"an option of another verb", `{"print": "x", "after": 1}`, `/end/0/after: unknown field "after"; a print step has print`},
		{
			"a misspelt option", `{"enter": "report", "prority": 1}`,
			`/end/0/prority: unknown field "prority"; an enter step has enter, at, after, priority, args and kwargs; did you mean "priority"?`,
		},

		{"print without text", `{"print": 1}`, `/end/0/print: print must be a string, not a number`},
		{"empty braces", `{"print": "a {} b"}`, `/end/0/print: ` + braces + `"{}" is none of them`},
		{"a conversion", `{"print": "{0!r}"}`, `/end/0/print: ` + braces + `"{0!r}" is none of them`},
		{"a format", `{"print": "{0:>8}"}`, `/end/0/print: ` + braces + `"{0:>8}" is none of them`},
		{"an attribute", `{"print": "{a.b}"}`, `/end/0/print: ` + braces + `"{a.b}" is none of them`},
		{"an item", `{"print": "{0[0]}"}`, `/end/0/print: ` + braces + `"{0[0]}" is none of them`},
		{"braces in braces", `{"print": "{a{b}}"}`, `/end/0/print: ` + braces + `"{a{b}" is none of them`},
		{"a negative index", `{"print": "{-1}"}`, `/end/0/print: ` + braces + `"{-1}" is none of them`},
		{"space in braces", `{"print": "{ a }"}`, `/end/0/print: ` + braces + `"{ a }" is none of them`},
		{"a huge index", `{"print": "{1000000}"}`, `/end/0/print: ` + braces + `"{1000000}" is none of them`},
		{"an open brace", `{"print": "{{ {0"}`, `/end/0/print: ` + braces + `"{" is none of them`},
		{"a closing brace", `{"print": "{0}}"}`, `/end/0/print: ` + braces + `"}" is none of them`},

		{"negative work", `{"work": -0.5}`, `/end/0/work: work must be 0 or more`},
		{"endless work", `{"work": 1e309}`, `/end/0/work: work must be between -1.7976931348623157e+308 and 1.7976931348623157e+308`},

		{"a misspelt event", `{"enter": "repot"}`, `/end/0/enter: no event has the id "repot"; did you mean "report"?`},
		{"an event that is not there", `{"cancel": "backup"}`, `/end/0/cancel: no event has the id "backup"`},
		{"a hook entered", `{"enter": "flush"}`, `/end/0/enter: no event has the id "flush"; that is a hook`},
		{"an event registered", `{"register": "report"}`, `/end/0/register: no hook has the id "report"; that is an event`},
		{"a misspelt hook", `{"unregister": "Flush"}`, `/end/0/unregister: no hook has the id "Flush"; did you mean "flush"?`},
		{"no id", `{"enter": null}`, `/end/0/enter: enter must be a string, not null`},
		{"at and after", `{"enter": "report", "at": 1, "after": 1}`, `/end/0/after: an enter step has at or after, not both`},

		{"another exception", `{"raise": "SystemExit"}`, `/end/0/raise: raise must be ` + types},
		{"a misspelt exception", `{"raise": "IOError"}`, `/end/0/raise: raise must be ` + types + `; did you mean "OSError"?`},
		{"a message that is no text", `{"raise": "OSError", "message": null}`, `/end/0/message: message must be a string, not null`},

		{"exit with a fraction", `{"exit": 3.0}`, `/end/0/exit: exit must be an integer, a string or null; this number has a fraction or exponent`},
		{"exit with a boolean", `{"exit": true}`, `/end/0/exit: exit must be an integer, a string or null, not a boolean`},
		{"exit with a list", `{"exit": []}`, `/end/0/exit: exit must be an integer, a string or null, not an array`},
		{"_exit with a text", `{"_exit": "bye"}`, `/end/0/_exit: _exit must be an integer, not a string`},
		{"_exit with null", `{"_exit": null}`, `/end/0/_exit: _exit must be an integer, not null`},
		{"_exit with an object", `{"_exit": {}}`, `/end/0/_exit: _exit must be an integer, not an object`},
		{"no abort", `{"abort": false}`, `/end/0/abort: abort must be true`},
		{"abort with a number", `{"abort": 1}`, `/end/0/abort: abort must be a boolean, not a number`},
		{"another signal", `{"kill": "SIGQUIT"}`, `/end/0/kill: kill must be "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1" or "SIGKILL"`},
		{"a signal's number", `{"kill": 9}`, `/end/0/kill: kill must be "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1" or "SIGKILL", not a number`},
	})
}

func TestArgumentsRefused(t *testing.T) {
	const letters = "the name of an argument is made of the letters a to z and A to Z, digits and _, and begins with no digit; "
	const kinds = "a string, a number, true, false or null"
	refuse(t, func(text string) string { return end(`{"enter": "report", ` + text + `}`) }, []refusal{
		{"one argument", `"args": 1`, `/end/0/args: args must be an array, not a number`},
		{"a list in the list", `"args": [1, [2]]`, `/end/0/args/1: an argument must be ` + kinds + `, not an array`},
		{"beyond floats", `"args": [1e400]`, `/end/0/args/0: an argument must be between -1.7976931348623157e+308 and 1.7976931348623157e+308`},
		{"kwargs in a list", `"kwargs": ["a"]`, `/end/0/kwargs: kwargs must be an object, not an array`},
		{"an object by name", `"kwargs": {"a": {}}`, `/end/0/kwargs/a: an argument must be ` + kinds + `, not an object`},
		{"a name with a dash", `"kwargs": {"a-b": 1}`, `/end/0/kwargs/a-b: ` + letters + `"a-b" is not`},
		{"an empty name", `"kwargs": {"": 1}`, `/end/0/kwargs/: ` + letters + `"" is not`},
		{"a keyword", `"kwargs": {"if": 1}`, `/end/0/kwargs/if: "if" is a keyword of Python, which no argument may be called`},
		{"a name twice", `"kwargs": {"a": 1, "a": 2}`, `/end/0/kwargs/a: kwargs has "a" already`},
	})
}

func TestIntegersHaveAsManyDigitsAsInPython(t *testing.T) {
	digits := strings.Repeat("9", scenario.MaxDigits)
	for _, verb := range []string{"exit", "_exit"} {
		if got := problemsOf(t, end(`{"`+verb+`": -`+digits+`}`)); got != "" {
			t.Errorf("%s of %d digits: %s", verb, scenario.MaxDigits, got)
		}
		want := `/end/0/` + verb + `: an integer has at most 4300 digits, as in Python`
		if got := problemsOf(t, end(`{"`+verb+`": 1`+digits+`}`)); got != want {
			t.Errorf("%s of one digit more: %s, want %s", verb, got, want)
		}
	}
	if got := problemsOf(t, end(`{"enter": "report", "args": [1`+digits+`]}`)); !strings.Contains(got, "4300") {
		t.Errorf("an argument of too many digits: %q", got)
	}
}
