//go:build !js

package main

import (
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"os"
	"slices"
	"strings"

	"lastcall/engine/trace"
	"lastcall/web/locales"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
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

func main() {
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
			if err := printPicture(out, app.HTMLString((&timeline{Session: s}).Render())); err != nil {
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

func (r replay) run(_ string, _ host, records func([]trace.Record), _ func(ended)) process {
	records(r.trace.Records)
	return nil
}

func (replay) keep(string) {}

// printPicture prints the SVG element of what go-app wrote: what can be seen
// of it, with attributes in order, so that the same page gives the same bytes.
func printPicture(out io.Writer, page string) error {
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict = false
	depth := 0
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth > 0 || token.Name.Local == "svg" {
				depth++
				fmt.Fprintf(out, "<%s%s>", token.Name.Local, seen(token))
			}
		case xml.EndElement:
			if depth > 0 {
				depth--
				fmt.Fprintf(out, "</%s>", token.Name.Local)
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); depth > 0 && text != "" {
				fmt.Fprint(out, html.EscapeString(text))
			}
		}
	}
}

// seen returns the attributes of an element that say how it looks.
func seen(e xml.StartElement) string {
	var list []string
	for _, a := range e.Attr {
		switch name := a.Name.Local; {
		case name == "data-kind":
		case slices.Contains([]string{"id", "role", "tabindex"}, name), a.Name.Space != "":
			continue
		case strings.HasPrefix(name, "data-"), strings.HasPrefix(name, "aria-"), strings.HasPrefix(name, "on"):
			continue
		}
		list = append(list, fmt.Sprintf(` %s="%s"`, a.Name.Local, html.EscapeString(a.Value)))
	}
	if e.Name.Local == "svg" {
		list = append(list, ` aria-hidden="true"`) // the text beside it says it all
	}
	slices.Sort(list)
	return strings.Join(list, "")
}
