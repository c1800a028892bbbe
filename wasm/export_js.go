//go:build js && wasm

package main

import (
	"errors"

	"github.com/hack-pad/safejs"

	"lastcall/engine/codegen"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/scenario/link"
	"lastcall/engine/trace"
	"lastcall/engine/trace/draw"
)

// maxDrawn is how many records a run may make that is drawn, or whose order a
// test expects: beyond, a picture has no room and a test no reader.
const maxDrawn = 10_000

// code(scenario, to) returns a scenario as a program.
func code(args []safejs.Value) (string, error) {
	s, err := scenarioArg(args, 0)
	to, toErr := textArg(args, 1)
	if err := errors.Join(err, toErr); err != nil {
		return "", err
	}
	var source codegen.Source
	switch to {
	case "python":
		source = codegen.Python(s)
	case "go":
		source = codegen.Go(s)
	default:
		source, err = codegen.GoTest(s, program.Run(s, program.Options{MaxRecords: maxDrawn}))
	}
	return quote(source.Text), err
}

// svg(document, isTrace, theme, lang, width) draws a trace, or the run of a
// scenario.
func svg(args []safejs.Value) (string, error) {
	text, textErr := textArg(args, 0)
	theme, themeErr := textArg(args, 2)
	lang, langErr := textArg(args, 3)
	width, widthErr := args[4].Float()
	if err := errors.Join(textErr, themeErr, langErr, widthErr); err != nil {
		return "", err
	}
	isTrace, err := args[1].Bool()
	if err != nil {
		return "", err
	}
	var s *scenario.Scenario
	var t *trace.Trace
	if isTrace {
		t, err = trace.Decode([]byte(text))
	} else if s, err = scenario.Decode([]byte(text)); err == nil {
		t = program.Run(s, program.Options{MaxRecords: maxDrawn})
	}
	if err != nil {
		return "", err
	}
	return quote(draw.SVG(s, trace.NewIndex(t.Records), draw.Options{Theme: draw.Theme(theme), Lang: lang, Width: width})), nil
}

// encode(scenario) packs a scenario for a share link.
func encode(args []safejs.Value) (string, error) {
	s, err := scenarioArg(args, 0)
	if err != nil {
		return "", err
	}
	text, err := link.Encode(s)
	return quote(text), err
}

// decode(link) returns the scenario of a share link, as a document.
func decode(args []safejs.Value) (string, error) {
	text, err := textArg(args, 0)
	if err != nil {
		return "", err
	}
	s, err := link.Decode(text)
	if err != nil {
		return "", err
	}
	return quote(string(scenario.Encode(s))), nil
}

// scenarioArg returns argument i, a scenario as text.
func scenarioArg(args []safejs.Value, i int) (*scenario.Scenario, error) {
	text, err := textArg(args, i)
	if err != nil {
		return nil, err
	}
	return scenario.Decode([]byte(text))
}
