package lesson

import (
	"fmt"
	"slices"
	"strings"
)

// A Problem is something wrong with a file.
type Problem struct {
	Line    int // from 1
	Message string
}

// String returns the problem in one line.
func (p Problem) String() string { return fmt.Sprintf("line %d: %s", p.Line, p.Message) }

// Problems are what is wrong with a file, in the order of its lines. They are
// the error of [Parse].
type Problems []Problem

// Error returns the problems, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

func (p *Problems) add(line int, format string, args ...any) {
	*p = append(*p, Problem{line, fmt.Sprintf(format, args...)})
}

func (p Problems) sort() {
	slices.SortStableFunc(p, func(a, b Problem) int { return a.Line - b.Line })
}
