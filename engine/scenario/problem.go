package scenario

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/internal/json"
)

// A Problem is something wrong with a document.
type Problem struct {
	Path    string // a JSON pointer, as /events/1/do/0/enter; "" is the document
	Message string // what is allowed there
	Line    int    // in the text, from 1
}

// String returns the problem in one line.
func (p Problem) String() string {
	if p.Path == "" {
		return p.Message
	}
	return p.Path + ": " + p.Message
}

// Problems are all that is wrong with a document, in its order. They are an
// error.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// maxProblems is how many are listed. Nobody reads more, and a hostile
// document could have millions.
const maxProblems = 100

// A place is a value in the document and the way to it.
type place struct {
	*json.Node
	up   *place
	step string
}

// member returns the place of a member; ok is false if there is none.
func (p *place) member(name string) (m *place, ok bool) {
	node := p.Get(name)
	return &place{node, p, name}, node != nil
}

// item returns the place of an array's item.
func (p *place) item(i int) *place { return &place{&p.Items[i], p, strconv.Itoa(i)} }

var pointer = strings.NewReplacer("~", "~0", "/", "~1")

// path returns the JSON pointer.
func (p *place) path() string {
	if p.up == nil {
		return ""
	}
	return p.up.path() + "/" + pointer.Replace(p.step)
}

// A complaint is a problem on its way.
type complaint struct {
	Problem
	offset int
}

// complain notes a problem at p.
func (d *decoder) complain(p *place, message string) {
	d.complaints = append(d.complaints, complaint{Problem{Path: p.path(), Message: message}, p.Offset})
}

// problems returns what was noted, in the order of the document.
func (d *decoder) problems() Problems {
	slices.SortStableFunc(d.complaints, func(a, b complaint) int { return cmp.Compare(a.offset, b.offset) })
	var list Problems
	line, seen := 1, 0
	for i, c := range d.complaints {
		if i == maxProblems {
			more := len(d.complaints) - maxProblems
			return append(list, Problem{Message: "and " + strconv.Itoa(more) + " more problems", Line: line})
		}
		line += strings.Count(string(d.text[seen:c.offset]), "\n")
		seen = c.offset
		c.Line = line
		list = append(list, c.Problem)
	}
	return list
}

// oneOf lists what is allowed: a, b or c.
func oneOf(names []string) string {
	switch n := len(names); n {
	case 0:
		return "nothing"
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
}

// didYouMean returns "; did you mean …?" for the closest of the names, if one
// is close.
func didYouMean(name string, names []string) string {
	best, least := "", min(3, len(name)/2+1)
	for _, candidate := range names[:min(len(names), 1000)] {
		if d := distance(name, candidate, least); d < least {
			best, least = candidate, d
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + strconv.Quote(best) + "?"
}

// distance is how many letters must be put in, left out or changed to make b
// of a; limit if that is as many or more.
func distance(a, b string, limit int) int {
	if len(a) > len(b)+limit || len(b) > len(a)+limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(b)], limit)
}
