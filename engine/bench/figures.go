//go:build !js

package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// figures are what was measured, one figure a round.
type figures map[figureOf][]float64

type figureOf struct {
	peer *peer
	kind string
	n    int
}

var headings = map[string]string{
	batch:  "n events entered, then run: ns an event",
	steady: "n events queued, one run, one entered: ns an event",
	cancel: "n events entered, half cancelled in random order, the rest run: ns an event",
	size:   "n events queued: bytes an event",
	allocs: "n events entered and run, once warm: allocations an event",
}

// print prints all figures, and then the targets.
func (f figures) print(w io.Writer) {
	fmt.Fprintf(w, "%s\nMedian of %d rounds, least and greatest. Processor time; of WebAssembly, which does not know it, the fastest of many times.\n", machine(), rounds)
	for _, kind := range kinds {
		fmt.Fprintf(w, "\n%s\n%-24s", headings[kind], "n")
		for _, n := range sizes[kind] {
			fmt.Fprintf(w, "%26s", thousands(float64(n)))
		}
		fmt.Fprintln(w)
		for _, p := range peers {
			if p.most[kind] == 0 {
				continue
			}
			fmt.Fprintf(w, "%-24s", p.name)
			for _, n := range sizes[kind] {
				cell := "takes too long"
				if n <= p.most[kind] {
					cell = spread(f[figureOf{p, kind, n}])
				}
				fmt.Fprintf(w, "%26s", cell)
			}
			fmt.Fprintln(w)
		}
	}
	fmt.Fprintf(w, "\n%-70s%10s%26s\n", "targets", "target", "measured")
	missed := 0
	for _, t := range targets {
		if !f.printTarget(w, t) {
			missed++
		}
	}
	fmt.Fprintf(w, "%d of %d targets are met\n", len(targets)-missed, len(targets))
}

func (f figures) printTarget(w io.Writer, t target) (met bool) {
	what, measured := t.of.String(), f[t.of]
	if t.to.peer != nil {
		if t.to.peer != t.of.peer {
			what = fmt.Sprintf("%s: %s / %s", t.of.work(), t.of.peer.name, t.to.peer.name)
		} else {
			what = fmt.Sprintf("%s / %s", t.of, thousands(float64(t.to.n)))
		}
		measured = ratios(measured, f[t.to])
	}
	limit, verdict := fmt.Sprintf("<= %g", t.most), "met"
	met = median(measured) <= t.most
	if t.least > 0 {
		limit, met = fmt.Sprintf(">= %g", t.least), median(measured) >= t.least
	}
	if !met {
		verdict = "MISSED"
	}
	fmt.Fprintf(w, "%-70s%10s%26s  %s\n", what, limit, spread(measured), verdict)
	return met
}

func (f figureOf) work() string { return f.kind + " " + thousands(float64(f.n)) }

func (f figureOf) String() string { return f.work() + ": " + f.peer.name }

// writeTo writes a table of the medians between the two markers of a file.
func (f figures) writeTo(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	const begin, end = "<!-- bench -->\n", "<!-- end of bench -->"
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		return fmt.Errorf("%s has no place for the table, from %q to %q", file, begin, end)
	}
	return os.WriteFile(file, []byte(before+begin+f.table()+end+after), 0o644)
}

// table returns the medians, rounded, for README.md.
func (f figures) table() string {
	var b strings.Builder
	columns := []figureOf{{nil, batch, 1e3}, {nil, batch, 1e4}, {nil, batch, 1e5}, {nil, batch, 1e6}, {nil, steady, 1e4}, {nil, cancel, 1e4}}
	b.WriteString("| ns an event | 1,000 | 10,000 | 100,000 | 1,000,000 | steady, 10,000 | half cancelled, 10,000 |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|--:|\n")
	for _, p := range peers {
		fmt.Fprintf(&b, "| %s |", p.name)
		for _, c := range columns {
			c.peer = p
			if measured := f[c]; measured != nil {
				fmt.Fprintf(&b, " %s |", thousands(median(measured)))
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "\n%s\n", machine())
	return b.String()
}

func ratios(of, to []float64) []float64 {
	result := slices.Clone(of)
	for i := range result {
		result[i] /= to[i]
	}
	return result
}

func median(x []float64) float64 {
	sorted := slices.Sorted(slices.Values(x))
	return sorted[len(sorted)/2]
}

func spread(x []float64) string {
	return fmt.Sprintf("%s (%s-%s)", number(median(x)), number(slices.Min(x)), number(slices.Max(x)))
}

// number shows three digits, or all before the point.
func number(x float64) string {
	if x >= 100 {
		return thousands(x)
	}
	return fmt.Sprintf("%.3g", x)
}

// thousands shows a whole number with commas.
func thousands(x float64) string {
	text := fmt.Sprintf("%.0f", x)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
