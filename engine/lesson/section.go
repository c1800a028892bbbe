package lesson

import "strings"

// split cuts lines, the first of them numbered from, at headings that begin
// with mark. The part before the first heading has no name. A heading in
// fenced code is none.
func split(lines []string, from int, mark string) []section {
	sections := []section{{line: from - 1}}
	fenced := false
	for i, line := range lines {
		if isFence(line) {
			fenced = !fenced
		}
		if name, ok := strings.CutPrefix(line, mark); ok && !fenced {
			sections = append(sections, section{name: strings.TrimSpace(name), line: from + i})
			continue
		}
		last := &sections[len(sections)-1]
		last.lines = append(last.lines, line)
	}
	if mark == "# " {
		for i := range sections {
			s := &sections[i]
			s.parts = split(s.lines, s.from(), "## ")
		}
	}
	return sections
}

// isFence reports whether a line begins or ends fenced code.
func isFence(line string) bool { return strings.HasPrefix(line, "```") }

// firstText returns the number of the first line of a section that is not
// blank.
func firstText(s *section) (line int, ok bool) {
	for i, text := range s.lines {
		if strings.TrimSpace(text) != "" {
			return s.from() + i, true
		}
	}
	return 0, false
}
