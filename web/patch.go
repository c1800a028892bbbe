package main

import (
	"slices"

	"lastcall/engine/scenario"
)

// A patch is the text of a scenario of which one item of a list changes with
// every move of a drag: only that is written anew.
type patch struct {
	text       []byte
	list       string
	start, end int // of the item in text
}

// newPatch returns a patch of which item i of a list changes; ok is false if
// there is no such item.
func newPatch(s *scenario.Scenario, list string, i int) (p patch, ok bool) {
	p = patch{text: scenario.Encode(s), list: list}
	p.start, p.end = itemOf(p.text, list, i)
	return p, p.start < p.end
}

// with is the text with the only item of another scenario's list in the place
// of its own.
func (p patch) with(item *scenario.Scenario) string {
	text := scenario.Encode(item)
	start, end := itemOf(text, p.list, 0)
	return string(slices.Concat(p.text[:p.start], text[start:end], p.text[p.end:]))
}

// itemOf finds item i of a list of the document's.
func itemOf(text []byte, list string, i int) (start, end int) {
	depth, item, inside := 0, 0, false
	for at := 0; at < len(text); at++ {
		switch text[at] {
		case '"':
			from := at
			for at++; text[at] != '"'; at++ {
				if text[at] == '\\' {
					at++
				}
			}
			if depth == 1 && string(text[from+1:at]) == list {
				inside = true
			}
		case '[', '{':
			if depth++; inside && depth == 3 && item == i {
				start = at
			}
		case ']', '}':
			if inside && depth == 3 {
				if item == i {
					return start, at + 1
				}
				item++
			}
			if depth--; depth == 1 {
				inside = false
			}
		}
	}
	return 0, 0
}
