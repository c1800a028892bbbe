package main

import (
	"bytes"
	"slices"
	"strings"
)

// A block is a fenced code block of Markdown.
type block struct {
	info string // what stands behind the opening fence
	document
	end int // the line of the closing fence
}

// inMarkdown returns the scenarios in a Markdown file: those in code blocks
// that say lastcall, and those of players, of which a code block may hold the
// scenario as well.
func inMarkdown(data []byte) (found []document) {
	blocks, rest := fences(data)
	for _, b := range blocks {
		if slices.Contains(strings.FieldsFunc(b.info, notInWord), "lastcall") {
			found = append(found, b.document)
		}
	}
	for _, p := range players(rest) {
		if p.script != nil {
			found = append(found, *p.script)
			continue
		}
		if b := blockBefore(blocks, rest, p); b != nil && !slices.ContainsFunc(found, func(d document) bool { return d.line == b.line }) {
			found = append(found, b.document)
		} else if p.before != nil {
			found = append(found, *p.before)
		}
	}
	slices.SortStableFunc(found, func(a, b document) int { return a.line - b.line })
	return found
}

// notInWord parts the words of an info string: json lastcall, {.lastcall},
// json:lastcall.
func notInWord(r rune) bool { return strings.ContainsRune(" \t{}.,:=\"'", r) }

// blockBefore returns the code block right before a player, if it says of
// nothing else where its scenario is.
func blockBefore(blocks []block, rest []byte, p player) *block {
	for i := range blocks {
		b := &blocks[i]
		if p.elsewhere || b.end >= p.line {
			continue
		}
		between := bytes.Join(bytes.Split(rest, []byte("\n"))[b.end:p.line-1], nil)
		if len(bytes.TrimSpace(between)) == 0 {
			return b
		}
	}
	return nil
}

// fences returns the fenced code blocks of a file, and the file without them,
// with as many lines.
func fences(data []byte) (blocks []block, rest []byte) {
	var open string // the fence that is open
	var indent int
	for i, line := range strings.Split(string(data), "\n") {
		text := strings.TrimLeft(line, " \t")
		fence := text[:len(text)-len(strings.TrimLeft(text, "`"))]
		if fence == "" {
			fence = text[:len(text)-len(strings.TrimLeft(text, "~"))]
		}
		switch {
		case open == "" && len(fence) >= 3 && !strings.Contains(text[len(fence):], "`"):
			open, indent = fence, len(line)-len(text)
			blocks = append(blocks, block{info: strings.TrimSpace(text[len(fence):]), document: document{line: i + 2}})
		case open != "" && len(fence) >= len(open) && fence[0] == open[0] && strings.TrimSpace(text) == fence:
			blocks[len(blocks)-1].end = i + 1
			open = ""
		case open != "":
			b := &blocks[len(blocks)-1]
			b.text = append(append(b.text, line[min(indent, len(line)-len(text)):]...), '\n')
			b.end = i + 1
		default:
			rest = append(rest, line...)
		}
		rest = append(rest, '\n')
	}
	return blocks, rest
}
