package main

import (
	"strconv"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The shapes that the timeline is drawn with. Their look is the style sheet's
// business, by kind.

// num writes a coordinate.
func num(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func shift(x, y float64) string { return "translate(" + num(x) + "," + num(y) + ")" }

func line(kind string, x1, y1, x2, y2 float64) app.UI {
	return svg("line").Attr("data-kind", kind).
		Attr("x1", num(x1)).Attr("y1", num(y1)).Attr("x2", num(x2)).Attr("y2", num(y2))
}

func rect(kind string, x, y, w, h, radius float64) app.UI {
	return svg("rect").Attr("data-kind", kind).Attr("x", num(x)).Attr("y", num(y)).
		Attr("width", num(w)).Attr("height", num(h)).Attr("rx", num(radius))
}

func circle(kind string, x, y, radius float64) app.UI {
	return svg("circle").Attr("data-kind", kind).Attr("cx", num(x)).Attr("cy", num(y)).Attr("r", num(radius))
}

func path(kind, d string) app.UI { return svg("path").Attr("data-kind", kind).Attr("d", d) }

// words writes text at a baseline.
func words(kind string, x, y float64, text string) app.HTMLElem {
	return svg("text").Attr("data-kind", kind).Attr("x", num(x)).Attr("y", num(y)).Text(text)
}

// label writes words into the room that the layout keeps for them; nil if it
// keeps none.
func label(kind string, l trace.Label, text string) app.UI {
	if l.W == 0 {
		return nil
	}
	t := words(kind, l.X, l.Y, text)
	if l.End {
		t = t.Attr("text-anchor", "end")
	}
	return t
}

// through is the path through points.
func through(points []trace.Point) string {
	d := ""
	for i, p := range points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		d += command + num(p.X) + " " + num(p.Y)
	}
	return d
}
