package lesson

import (
	"bytes"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"lastcall/engine/scenario"
)

// A section is what stands below a heading: the lines after it.
type section struct {
	name  string // as in the heading, "" before the first
	line  int    // of the heading
	lines []string
	parts []section // of a text: what stands below its ## headings
}

// from is the number of the first of its lines.
func (s *section) from() int { return s.line + 1 }

// Parse reads a file and checks it. An error is [Problems]: everything that is
// wrong, each with its line.
func Parse(file []byte) (*Lesson, error) {
	p := parser{lesson: &Lesson{Texts: make(map[Language]*Text)}}
	switch {
	case len(file) > MaxBytes:
		p.problems.add(1, "the file has %d bytes; at most %d are allowed", len(file), MaxBytes)
	case !utf8.Valid(file):
		p.problems.add(1+bytes.Count(file[:invalid(file)], []byte("\n")), "this is not UTF-8")
	default:
		p.file(file)
	}
	if len(p.problems) > 0 {
		p.problems.sort()
		return nil, p.problems
	}
	return p.lesson, nil
}

// invalid is the offset of the first byte that is not UTF-8.
func invalid(text []byte) int {
	for i := 0; ; {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
}

type parser struct {
	lesson   *Lesson
	problems Problems
	fields   map[string]field // of the front matter
}

// A field is a line of the front matter.
type field struct {
	value string
	line  int
}

func (p *parser) file(file []byte) {
	text := strings.TrimPrefix(string(file), "\ufeff")
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	rest := p.frontMatter(lines)
	if rest == 0 {
		return
	}
	sections := split(lines[rest:], rest+1, "# ")
	known := []string{"en", "ru", "python", "scenario", "checks", "solution"}
	seen := make(map[string]*section)
	for i := range sections {
		s := &sections[i]
		switch {
		case s.name == "":
			if line, ok := firstText(s); ok {
				p.problems.add(line, "a text stands below a heading: # en or # ru")
			}
		case !slices.Contains(known, s.name):
			p.problems.add(s.line, "there is no section %q; there are %s", s.name, strings.Join(known, ", "))
		case seen[s.name] != nil:
			p.problems.add(s.line, "there is a second section %q", s.name)
		default:
			seen[s.name] = s
		}
	}
	p.texts(seen)
	p.lesson.Python = p.code(seen["python"])
	p.lesson.Start = p.scenario(seen["scenario"])
	p.lesson.Solution = p.scenario(seen["solution"])
	for _, name := range []string{"scenario", "checks", "solution"} {
		if seen[name] == nil {
			p.problems.add(len(lines), "the section # %s is missing", name)
		}
	}
	p.checks(seen["checks"])
	p.header()
}

// frontMatter reads the lines between --- and ---, and returns how many lines
// that are; 0 if there is none.
func (p *parser) frontMatter(lines []string) int {
	p.fields = make(map[string]field)
	known := []string{"id", "title.en", "title.ru", "predict", "source", "url"}
	if strings.TrimRight(lines[0], " ") != "---" {
		p.problems.add(1, "a lesson begins with a line ---, then its front matter")
		return 0
	}
	for i, line := range lines[1:] {
		at := i + 2
		line = strings.TrimSpace(line)
		if line == "---" {
			return at
		}
		key, value, ok := strings.Cut(line, ":")
		switch {
		case line == "":
		case !ok:
			p.problems.add(at, "the front matter has lines of the form key: value")
		case !slices.Contains(known, key):
			p.problems.add(at, "the front matter has no key %q; there are %s", key, strings.Join(known, ", "))
		case p.fields[key].line > 0:
			p.problems.add(at, "%s is given twice", key)
		default:
			p.fields[key] = field{strings.TrimSpace(value), at}
		}
	}
	p.problems.add(len(lines), "the front matter does not end: a line --- is missing")
	return 0
}

// header checks the front matter, when the scenario is known.
func (p *parser) header() {
	id := p.fields["id"]
	if !isID(id.value) {
		p.problems.add(max(id.line, 1), "a lesson needs an id of small letters, digits and _, such as first_event")
	}
	p.lesson.ID = id.value
	p.lesson.Source = p.fields["source"].value
	if f := p.fields["url"]; f.line > 0 {
		if u, err := url.Parse(f.value); err != nil || u.Scheme != "https" || u.Host == "" {
			p.problems.add(f.line, "url must be an https address")
		}
		p.lesson.URL = f.value
	}
	if f := p.fields["predict"]; f.line > 0 {
		p.predict(f)
	}
}

// predict reads "events a b c" or "hooks a b c".
func (p *parser) predict(f field) {
	words := strings.Fields(f.value)
	if len(words) < 2 || words[0] != "events" && words[0] != "hooks" {
		p.problems.add(f.line, "predict must be events or hooks, and then the ids to put in order")
		return
	}
	q := &Predict{Hooks: words[0] == "hooks", Items: words[1:]}
	p.lesson.Predict = q
	if len(q.Items) > MaxItems {
		p.problems.add(f.line, "there are %d to put in order; at most %d are allowed", len(q.Items), MaxItems)
	}
	if s := p.lesson.Start; s != nil {
		ids := s.EventIDs()
		if q.Hooks {
			ids = s.HookIDs()
		}
		p.name(f.line, q.Items, ids, "the scenario has no "+strings.TrimSuffix(words[0], "s"))
	}
}

// name adds a problem for each of names that is not in ids, or there twice.
func (p *parser) name(line int, names, ids []string, message string) {
	for i, name := range names {
		if !slices.Contains(ids, name) {
			p.problems.add(line, "%s %q", message, name)
		} else if slices.Contains(names[:i], name) {
			p.problems.add(line, "%s is named twice", name)
		}
	}
}

// texts reads the words in each language.
func (p *parser) texts(seen map[string]*section) {
	for _, language := range Languages {
		s, title := seen[string(language)], p.fields["title."+string(language)]
		if s == nil {
			if title.line > 0 {
				p.problems.add(title.line, "there is a title but no section # %s", language)
			}
			continue
		}
		if title.value == "" {
			p.problems.add(s.line, "the front matter has no title.%s", language)
		}
		p.lesson.Texts[language] = p.text(s, title.value)
	}
	if len(p.lesson.Texts) == 0 {
		p.problems.add(1, "a lesson needs a text: a section # en or # ru")
	}
}

func (p *parser) text(s *section, title string) *Text {
	t := &Text{Title: title}
	parts := map[string]*[]Block{
		"": &t.Intro, "predict": &t.Predict, "task": &t.Task, "hint": &t.Hint, "solution": &t.Solution, "remember": &t.Remember,
	}
	for i := range s.parts {
		part := &s.parts[i]
		blocks := parts[part.name]
		switch {
		case blocks == nil:
			names := slices.Sorted(maps.Keys(parts))
			p.problems.add(part.line, "there is no part %q of a text; there are %s", part.name, strings.Join(names[1:], ", "))
		case *blocks != nil:
			p.problems.add(part.line, "there is a second part %q", part.name)
		default:
			*blocks = p.blocks(part.lines, part.from())
			if len(*blocks) == 0 && part.name != "" {
				p.problems.add(part.line, "this part is empty")
			}
		}
	}
	for _, name := range []string{"task", "hint", "solution"} {
		if *parts[name] == nil {
			p.problems.add(s.line, "the text # %s has no part ## %s", s.name, name)
		}
	}
	if t.Predict == nil && p.fields["predict"].line > 0 {
		p.problems.add(s.line, "the text # %s has no part ## predict", s.name)
	}
	return t
}

// code is the one fenced block of a section.
func (p *parser) code(s *section) string {
	if s == nil {
		return ""
	}
	blocks := p.blocks(s.lines, s.from())
	if len(blocks) != 1 || blocks[0].Kind != CodeBlock {
		p.problems.add(s.line, "the section # %s is one block between lines of ```", s.name)
		return ""
	}
	return blocks[0].Text
}

func (p *parser) scenario(s *section) *scenario.Scenario {
	text := p.code(s)
	if text == "" {
		return nil
	}
	fence := slices.IndexFunc(s.lines, isFence)
	decoded, err := scenario.Decode([]byte(text))
	if problems, ok := err.(scenario.Problems); ok {
		for _, problem := range problems {
			p.problems.add(s.from()+fence+problem.Line, "%s", problem)
		}
		return nil
	}
	if n := max(len(decoded.Events), len(decoded.Hooks)); n > MaxEvents {
		p.problems.add(s.line, "there are %d of a kind; at most %d events and as many hooks are allowed in a lesson", n, MaxEvents)
	}
	return decoded
}

// isID reports whether s is [a-z][a-z0-9_]*, of at most 40.
func isID(s string) bool {
	rest := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz0123456789_")
	return rest == "" && s != "" && len(s) <= 40 && s[0] >= 'a'
}
