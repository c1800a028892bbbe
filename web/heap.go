package main

import (
	"strconv"

	"lastcall/engine/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// heapView shows the queue twice: as the heap that CPython keeps it in, and in
// the order of running. The table says all that the picture says.
type heapView struct {
	app.Compo

	Session *session
	Rev     int
}

// The measures of the tree.
const (
	heapNodes  = 15 // drawn: four levels
	heapLeaf   = 84.0
	heapNodeW  = 78.0
	heapNodeH  = 36.0
	heapLevelH = 56.0
	heapText   = 10 // characters that fit in a node
)

func (c *heapView) Render() app.UI {
	s, w := c.Session, c.Session.words
	steps, at := s.runSteps(), s.runStep()
	about := steps.Step(at).Seq
	heap, length := steps.Heap(at, heapNodes)
	if length == 0 {
		return app.Div().Class("heap").Body(
			app.H3().Class("subtitle").Text(w.HeapTree),
			app.P().Class("tool-text").Text(w.HeapEmpty),
		)
	}
	sorted := steps.Sorted(at, heapNodes)
	rows := make([]app.UI, len(sorted))
	for i, e := range sorted {
		rows[i] = &heapRow{Session: s, Entry: e, About: e.Seq == about, Rev: s.rev}
	}
	var more app.UI
	if length > len(heap) {
		more = app.P().Class("tool-text").Text(w.More(length - len(heap)))
	}
	return app.Div().Class("heap").Body(
		app.Div().Class("heap-part").Body(
			app.H3().Class("subtitle").Text(w.HeapTree),
			app.Div().Class("heap-tree").TabIndex(0).Role("region").Aria("label", w.HeapTree).Body(s.heapTree(heap, about)),
			app.P().Class("tool-text").Text(w.RunsOnWait),
		),
		app.Div().Class("heap-part").Body(
			app.H3().Class("subtitle").Text(w.HeapSorted),
			app.Div().Class("heap-sorted").TabIndex(0).Role("region").Aria("label", w.HeapSorted).Body(app.Table().Class("table").Body(
				app.THead().Body(app.Tr().Body(
					app.Th().Scope("col").Text(w.Event),
					app.Th().Scope("col").Class("number").Text(w.Time),
					app.Th().Scope("col").Class("number").Text(w.Priority),
					app.Th().Scope("col").Class("number").Text(w.Sequence),
					app.Th().Scope("col").Class("number").Text(w.HeapPlace),
				)),
				app.TBody().Body(rows...),
			)),
			more,
		),
	)
}

// heapTree draws the heap: the first entry on top, its two children below.
func (s *session) heapTree(heap []trace.HeapEntry, about int) app.UI {
	levels := 1
	for 1<<levels <= len(heap) {
		levels++
	}
	width := heapLeaf * float64(int(1)<<(levels-1))
	height := heapLevelH*float64(levels-1) + heapNodeH + 4
	middle := func(place int) (x, y float64) {
		level, first := 0, 0
		for place > 2*first {
			level, first = level+1, 2*first+1
		}
		share := width / float64(int(1)<<level)
		return (float64(place-first) + .5) * share, 2 + heapLevelH*float64(level)
	}
	var edges, nodes []app.UI
	for _, e := range heap {
		x, y := middle(e.Place)
		if e.Place > 0 {
			px, py := middle((e.Place - 1) / 2)
			edges = append(edges, svg("line").Attr("data-kind", "heap-edge").
				Attr("x1", num(px)).Attr("y1", num(py+heapNodeH)).Attr("x2", num(x)).Attr("y2", num(y)))
		}
		kind := "heap-node"
		if e.Seq == about {
			kind += " about"
		}
		key := s.reading(e.Time) + ", " + formatTime(e.Priority) + ", " + strconv.Itoa(e.Seq)
		name := s.labelOf(target{id: e.Event})
		nodes = append(nodes, svg("g").Attr("data-kind", kind).Body(
			svg("title").Text(s.words.HeapNode(name, s.reading(e.Time), formatTime(e.Priority), e.Seq, e.Place)),
			svg("rect").Attr("data-kind", "heap-box").Attr("x", num(x-heapNodeW/2)).Attr("y", num(y)).
				Attr("width", num(heapNodeW)).Attr("height", num(heapNodeH)).Attr("rx", "7"),
			heapWords("heap-name", x, y+15, cut(name, heapText)),
			heapWords("heap-key", x, y+29, cut(key, heapText+2)),
		))
	}
	return svg("svg").Attr("viewBox", "0 0 "+num(width)+" "+num(height)).
		Attr("width", num(width)).Attr("height", num(height)).Attr("aria-hidden", "true").
		Body(append(edges, nodes...)...)
}

func heapWords(kind string, x, y float64, text string) app.UI {
	return svg("text").Attr("data-kind", kind).Attr("x", num(x)).Attr("y", num(y)).Attr("text-anchor", "middle").Text(text)
}

// cut shortens text to so many characters.
func cut(text string, limit int) string {
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return text
}

// heapRow is one entry of the sorted queue.
type heapRow struct {
	app.Compo

	Session *session
	Entry   trace.HeapEntry
	About   bool
	Rev     int
}

func (r *heapRow) Render() app.UI {
	s, e := r.Session, r.Entry
	row := app.Tr()
	if r.About {
		row = row.DataSet("state", "about")
	}
	return row.Body(
		app.Td().Body(app.Button().Type("button").Class("link").
			Text(named(s.labelOf(target{id: e.Event}), e.With)).OnClick(r.onChoose)),
		app.Td().Class("number").Text(s.reading(e.Time)),
		app.Td().Class("number").Text(formatTime(e.Priority)),
		app.Td().Class("number").Text(e.Seq),
		app.Td().Class("number").Text(e.Place),
	)
}

func (r *heapRow) onChoose(app.Context, app.Event) { r.Session.choose(target{id: r.Entry.Event}) }
