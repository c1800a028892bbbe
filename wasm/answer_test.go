//go:build js && wasm

package main

import (
	"errors"
	"testing"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

func TestAnswer(t *testing.T) {
	tests := []struct {
		name string
		f    function
		want string
	}{
		{"value", func([]safejs.Value) (string, error) { return `[1]`, nil }, `{"ok":true,"value":[1]}`},
		{"error", func([]safejs.Value) (string, error) { return "", errors.New(`a "b"`) }, `{"ok":false,"error":"a \"b\""}`},
		{"panic", func([]safejs.Value) (string, error) { panic("oops") }, `{"ok":false,"error":"internal error: oops"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := answer(test.f, nil); got != test.want {
				t.Errorf("answer() = %s, want %s", got, test.want)
			}
		})
	}
}

func TestAnswerProblems(t *testing.T) {
	problems := scenario.Problems{{Path: "/a", Message: "m"}, {Path: "/b", Message: "n", Line: 2}}
	got := answer(func([]safejs.Value) (string, error) { return "", problems }, nil)
	want := `{"ok":false,"error":` + quote(problems.Error()) +
		`,"problems":[{"path":"/a","message":"m"},{"path":"/b","message":"n"}]}`
	if got != want {
		t.Errorf("answer() = %s, want %s", got, want)
	}
}

func TestArguments(t *testing.T) {
	var h host
	functions := map[string]function{
		"check": check, "run": run, "discard": discard, "start": h.start, "startReal": h.startReal,
		"send": h.send, "unload": h.unload,
	}
	number, err := safejs.ValueOf(1)
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range functions {
		for _, args := range [][]safejs.Value{nil, {safejs.Undefined()}, {safejs.Null(), number, number}} {
			if value, err := f(args); err == nil {
				t.Errorf("%s(%v) = %s, want an error", name, args, value)
			}
		}
	}
}
