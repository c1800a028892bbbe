package lesson

import (
	"net/url"
	"strings"
	"unicode"
)

// The texts are a small part of Markdown, so that a file looks right in any
// editor, and so that all of it can be read here: paragraphs, lists of one
// level, fenced code; in them *emphasis*, **strong**, `code` and
// [links](https://…), which do not contain each other. A backslash takes the
// meaning from the character after it. Anything else, HTML too, is text.

// A BlockKind is what a block is.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	BulletList
	NumberedList
	CodeBlock
)

// A Block is a part of a text.
type Block struct {
	Kind  BlockKind
	Items [][]Span // a paragraph has one
	Text  string   // of a CodeBlock, its lines
}

// A SpanKind is what a span is.
type SpanKind uint8

// The kinds of spans.
const (
	Plain SpanKind = iota
	Emphasis
	Strong
	Code
	Link
)

// A Span is a piece of text on a line.
type Span struct {
	Kind SpanKind
	Text string
	URL  string // of a Link; https
}

// blocks reads lines, the first of them numbered from.
func (p *parser) blocks(lines []string, from int) (blocks []Block) {
	for i := 0; i < len(lines); {
		line := lines[i]
		kind, text := classify(line)
		switch {
		case strings.TrimSpace(line) == "":
			i++
			continue
		case isFence(line):
			end := i + 1
			for end < len(lines) && !isFence(lines[end]) {
				end++
			}
			if end == len(lines) {
				p.problems.add(from+i, "this block of code does not end: a line ``` is missing")
			}
			code := strings.Join(lines[i+1:min(end, len(lines))], "\n")
			blocks = append(blocks, Block{Kind: CodeBlock, Text: code})
			i = end + 1
			continue
		case strings.HasPrefix(line, "#"):
			p.problems.add(from+i, "a part of a text has no headings below it")
		}
		first := i
		for i++; i < len(lines) && continues(kind, lines[i]); i++ {
			text += " " + strings.TrimSpace(lines[i])
		}
		item := p.spans(text, from+first)
		if last := len(blocks) - 1; kind != Paragraph && last >= 0 && blocks[last].Kind == kind {
			blocks[last].Items = append(blocks[last].Items, item)
		} else {
			blocks = append(blocks, Block{Kind: kind, Items: [][]Span{item}})
		}
	}
	return blocks
}

// classify returns what a line begins, and its text.
func classify(line string) (BlockKind, string) {
	if text, ok := strings.CutPrefix(line, "- "); ok {
		return BulletList, strings.TrimSpace(text)
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if text, ok := strings.CutPrefix(line[digits:], ". "); ok && 0 < digits && digits < 3 {
		return NumberedList, strings.TrimSpace(text)
	}
	return Paragraph, strings.TrimSpace(line)
}

// continues reports whether a line goes on with the paragraph or item before.
func continues(kind BlockKind, line string) bool {
	if strings.TrimSpace(line) == "" || isFence(line) || strings.HasPrefix(line, "#") {
		return false
	}
	if kind != Paragraph {
		return strings.HasPrefix(line, " ")
	}
	begun, _ := classify(line)
	return begun == Paragraph
}

// marks are what encloses a span.
var marks = []struct {
	mark string
	kind SpanKind
}{{"`", Code}, {"**", Strong}, {"*", Emphasis}}

// spans reads the text of a paragraph or item that begins at a line.
func (p *parser) spans(text string, line int) (spans []Span) {
	var plain strings.Builder
	add := func(s Span) {
		if plain.Len() > 0 {
			spans = append(spans, Span{Text: plain.String()})
			plain.Reset()
		}
		if s.Text != "" {
			spans = append(spans, s)
		}
	}
	for text != "" {
		if rest, ok := strings.CutPrefix(text, `\`); ok && rest != "" {
			plain.WriteByte(rest[0])
			text = rest[1:]
			continue
		}
		span, rest, found := p.span(text, line)
		if found {
			add(span)
			text = rest
			continue
		}
		plain.WriteByte(text[0])
		text = text[1:]
	}
	add(Span{})
	return spans
}

// span reads the span that text begins with; found is false if it begins with
// plain text.
func (p *parser) span(text string, line int) (s Span, rest string, found bool) {
	for _, m := range marks {
		inner, ok := strings.CutPrefix(text, m.mark)
		if !ok {
			continue
		}
		if m.kind != Code && (inner == "" || unicode.IsSpace(rune(inner[0]))) {
			return Span{}, "", false // 2 * 3
		}
		inside, after, closed := strings.Cut(inner, m.mark)
		if !closed {
			p.problems.add(line, "this %s has no second one; write \\%s for the character", m.mark, m.mark)
			return Span{}, "", false
		}
		return Span{Kind: m.kind, Text: inside}, after, true
	}
	if text[0] != '[' {
		return Span{}, "", false
	}
	name, after, ok := strings.Cut(text[1:], "](")
	address, after, closed := strings.Cut(after, ")")
	if !ok || !closed {
		return Span{}, "", false
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		p.problems.add(line, "a link leads to an https address, not to %q", address)
	}
	return Span{Kind: Link, Text: name, URL: address}, after, true
}
