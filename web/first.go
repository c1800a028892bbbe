//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"slices"
	"strings"

	"lastcall/engine/trace"
	"lastcall/web/locales"
)

// Away from a browser, this command prints what stands in index.html before
// any WebAssembly has come: the first example of the gallery, whose trace it
// reads, as the page is about to show it, in each language and for wide and
// narrow screens. It has no state and nothing to press.

// firstWidths are the layouts' widths in CSS pixels, by class.
var firstWidths = []struct {
	class string
	width float64
}{{"first-wide", 1040}, {"first-narrow", 330}}

func awayFromBrowser() {
	if err := printFirst(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

func printFirst(in io.Reader, out io.Writer) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	t, err := trace.Decode(text)
	if err != nil {
		return err
	}
	for _, language := range []locales.Language{locales.English, locales.Russian} {
		s := newSession(replay{trace: t}, language)
		s.openExample(examples[0].name)
		w := s.words
		fmt.Fprintf(out, "<div class=\"first\" lang=%q>\n", language)
		fmt.Fprintf(out, "<h1 class=\"intro-title\">%s</h1>\n<p class=\"intro-text\">%s</p>\n",
			html.EscapeString(w.GalleryTitle[s.example]), html.EscapeString(w.GalleryText[s.example]))
		fmt.Fprintf(out, "<section class=\"card\">\n<h2 class=\"card-title\">%s</h2>\n", html.EscapeString(w.Timeline))
		for _, f := range firstWidths {
			s.setWidth(f.width)
			fmt.Fprintf(out, "<div class=\"timeline %s\">", f.class)
			if err := printPicture(out, s.picture()); err != nil {
				return err
			}
			fmt.Fprint(out, "</div>\n")
		}
		fmt.Fprint(out, "</section>\n</div>\n")
	}
	return nil
}

// A replay is a browser in which every run makes the same trace.
type replay struct {
	browser
	trace *trace.Trace
}

func (r replay) run(_ string, _ int, records func([]trace.Record), _ func(ended)) process {
	records(r.trace.Records)
	return nil
}

func (replay) keep(string)      {}
func (replay) keepDraft(string) {}

// printPicture prints what a pen has written as an SVG element: what can be
// seen of it, with attributes in order, so that the same page gives the same
// bytes.
func printPicture(out io.Writer, picture string) error {
	var svg struct {
		attributes map[string]string
		children   []json.RawMessage
	}
	if err := json.Unmarshal([]byte(picture), &[]any{&svg.attributes, &svg.children}); err != nil {
		return err
	}
	svg.attributes["aria-hidden"] = "true" // the text beside it says it all
	fmt.Fprintf(out, "<svg width=\"100%%\"%s>", seen(svg.attributes))
	for _, child := range svg.children {
		if err := printNode(out, child); err != nil {
			return err
		}
	}
	fmt.Fprint(out, "</svg>")
	return nil
}

func printNode(out io.Writer, node json.RawMessage) error {
	var text string
	if json.Unmarshal(node, &text) == nil {
		fmt.Fprint(out, html.EscapeString(text))
		return nil
	}
	var element struct {
		tag        string
		attributes map[string]string
		children   []json.RawMessage
	}
	if err := json.Unmarshal(node, &[]any{&element.tag, &element.attributes, &element.children}); err != nil {
		return err
	}
	if element.tag == "pattern" {
		return nil // what it is for, lateness, is not in the picture
	}
	fmt.Fprintf(out, "<%s%s>", element.tag, seen(element.attributes))
	for _, child := range element.children {
		if err := printNode(out, child); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "</%s>", element.tag)
	return nil
}

// seen writes the attributes that say how an element looks.
func seen(attributes map[string]string) string {
	var list []string
	for name, value := range attributes {
		switch {
		case name == "data-kind", name == "aria-hidden":
		case slices.Contains([]string{"id", "role", "tabindex"}, name),
			strings.HasPrefix(name, "data-"), strings.HasPrefix(name, "aria-"):
			continue
		}
		list = append(list, fmt.Sprintf(` %s="%s"`, name, html.EscapeString(value)))
	}
	slices.Sort(list)
	return strings.Join(list, "")
}
