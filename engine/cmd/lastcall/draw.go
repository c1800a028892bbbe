package main

import (
	"fmt"
	"io"
	"slices"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/engine/trace/draw"
)

const drawHelp = `draw --to svg|text|html [--theme THEME] [--width N] [--lang LANG] FILE
                                       draw the timeline of a run

  --to svg        a picture, for READMEs and pages (the default)
  --to text       characters, for a terminal or a code block
  --to html       tables, for feeds, print and pages without pictures
  --theme THEME   of the picture: auto (the default), light or dark
  --width N       of the picture, in pixels (880); of the text, in characters (100)
  --lang LANG     en (the default) or ru

The run is in virtual time. Of one that would never end the first 200 records
are drawn.

Example:

  lastcall draw --to text backup.json
  lastcall draw --theme dark backup.json > backup.svg
`

// endlessRecords is how much is drawn of a run that would never end.
const endlessRecords = 200

func drawing(args []string, std stdio) (status int, err error) {
	flags := newFlags("draw")
	to := flags.String("to", "svg", "")
	theme := flags.String("theme", string(draw.Auto), "")
	width := flags.Int("width", 0, "")
	lang := flags.String("lang", "en", "")
	files, err := parse(flags, args)
	switch {
	case err != nil:
		return 0, err
	case !slices.Contains(draw.Themes, draw.Theme(*theme)):
		return 0, fmt.Errorf("--theme must be auto, light or dark, not %q", *theme)
	case *width < 0 || *width > 10_000:
		return 0, fmt.Errorf("--width must be from 1 to 10000")
	case *lang != "en" && *lang != "ru":
		return 0, fmt.Errorf("--lang must be en or ru, not %q", *lang)
	}
	write := map[string]func(*scenario.Scenario, *trace.Index, draw.Options) string{"svg": draw.SVG, "text": draw.Text, "html": draw.HTML}[*to]
	if write == nil {
		return 0, fmt.Errorf("--to must be svg, text or html, not %q", *to)
	}
	s, err := readOne("draw", files, std)
	if s == nil {
		return statusUse, err
	}
	t := program.Run(s, program.Options{})
	if t.Stopped != nil {
		t.Records = t.Records[:min(len(t.Records), endlessRecords)]
	}
	_, err = io.WriteString(std.out, write(s, trace.NewIndex(t.Records), draw.Options{
		Theme: draw.Theme(*theme), Width: float64(*width), Lang: *lang,
	}))
	return 0, err
}
