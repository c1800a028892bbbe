//go:build js && wasm

package main

import (
	"errors"
	"strconv"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

// A function is one that JavaScript can call. It returns JSON.
type function func(args []safejs.Value) (value string, err error)

// answer calls f and shapes what comes of it, as JSON: {ok: true, value}, or
// {ok: false, error} with problems if it was the scenario's fault.
func answer(f function, args []safejs.Value) (text string) {
	defer func() {
		if p := recover(); p != nil {
			text = failure(internal(p))
		}
	}()
	value, err := f(args)
	if err != nil {
		return failure(err)
	}
	return `{"ok":true,"value":` + value + `}`
}

// internal is the error for a panic of ours.
func internal(p any) error {
	why := "a panic"
	switch p := p.(type) {
	case error:
		why = p.Error()
	case string:
		why = p
	}
	return errors.New("internal error: " + why)
}

func failure(err error) string {
	text := `{"ok":false,"error":` + quote(err.Error())
	if problems, ok := errors.AsType[scenario.Problems](err); ok {
		text += `,"problems":` + problemsJSON(problems)
	}
	return text + "}"
}

func problemsJSON(problems scenario.Problems) string {
	b := []byte{'['}
	for i, p := range problems {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"path":`+quote(p.Path)+`,"message":`+quote(p.Message)+`}`...)
	}
	return string(append(b, ']'))
}

// textArg returns argument i, which lastcall.js sends as text.
func textArg(args []safejs.Value, i int) (string, error) {
	if i >= len(args) || args[i].Type() != safejs.TypeString {
		return "", errors.New("argument " + strconv.Itoa(i) + " must be text")
	}
	return args[i].String()
}

// countArg returns argument i, a whole number; 0 stands for none given.
func countArg(args []safejs.Value, i int) (int, error) {
	if i >= len(args) || args[i].Type() != safejs.TypeNumber {
		return 0, errors.New("argument " + strconv.Itoa(i) + " must be a number")
	}
	return args[i].Int()
}

// funcArg returns argument i, a JavaScript function.
func funcArg(args []safejs.Value, i int) (safejs.Value, error) {
	if i >= len(args) || args[i].Type() != safejs.TypeFunction {
		return safejs.Value{}, errors.New("argument " + strconv.Itoa(i) + " must be a function")
	}
	return args[i], nil
}
