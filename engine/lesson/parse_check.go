package lesson

import (
	"maps"
	"slices"
	"strings"

	"lastcall/engine/trace"
)

// checks reads the list of a lesson's checks: lines of "- verb arguments".
func (p *parser) checks(s *section) {
	if s == nil {
		return
	}
	p.lesson.ChecksLine = s.line
	for i, line := range s.lines {
		at := s.from() + i
		text, item := strings.CutPrefix(line, "- ")
		switch {
		case strings.TrimSpace(line) == "":
		case !item:
			p.problems.add(at, "a check is a line of the form - verb arguments")
		default:
			p.check(at, strings.TrimSpace(text))
		}
	}
	if n := len(p.lesson.Checks); n > MaxChecks {
		p.problems.add(s.line, "there are %d checks; at most %d are allowed", n, MaxChecks)
	} else if n == 0 {
		p.problems.add(s.line, "a task needs one check at least")
	}
}

func (p *parser) check(line int, text string) {
	name, rest, _ := strings.Cut(text, " ")
	v, ok := verbs[name]
	if !ok {
		list := slices.Sorted(maps.Keys(verbs))
		p.problems.add(line, "there is no check %q; there are %s", name, strings.Join(list, ", "))
		return
	}
	c := Check{Verb: name}
	rest = strings.TrimSpace(rest)
	p.arguments(&c, v.takes, rest, line)
	p.lesson.Checks = append(p.lesson.Checks, c)
}

// arguments reads what stands after a verb.
func (p *parser) arguments(c *Check, takes argument, rest string, line int) {
	list := strings.Fields(rest)
	switch takes {
	case anyEvents:
		p.ids(c, list, 0, len(list), line)
	case oneEvent:
		p.ids(c, list, 1, 1, line)
	case someEvents:
		p.ids(c, list, 1, max(1, len(list)), line)
	case someHooks:
		c.IDs = list
		if s := p.lesson.Start; s != nil {
			p.name(line, unique(list), s.HookIDs(), "the scenario has no hook")
		}
	case eventNumber:
		p.ids(c, list[:min(1, len(list))], 1, 1, line)
		p.numbers(c, list[min(1, len(list)):], 1, line)
	case eventNumbers:
		p.ids(c, list[:min(1, len(list))], 1, 1, line)
		p.numbers(c, list[min(1, len(list)):], max(1, len(list)-1), line)
	case oneNumber:
		p.numbers(c, list, 1, line)
	case oneCause:
		p.choice(c, rest, line, causes)
	case oneSignal:
		p.choice(c, rest, line, signals)
	case oneClock:
		p.choice(c, rest, line, []string{"virtual", "real"})
	case anyText:
		c.Text = rest
		if rest == "" {
			p.problems.add(line, "%s needs a text", c.Verb)
		}
	}
}

var (
	causes = []string{
		string(trace.CauseReturn), string(trace.CauseExit), string(trace.CauseException), string(trace.CauseSignal),
		string(trace.CauseHardExit), string(trace.CauseAbort), string(trace.CauseClose), string(trace.CauseDiscard),
	}
	signals = []string{"SIGHUP", "SIGINT", "SIGKILL", "SIGTERM", "SIGUSR1"}
)

// ids reads from least to most events.
func (p *parser) ids(c *Check, list []string, least, most, line int) {
	c.IDs = list
	if len(list) < least || len(list) > most {
		p.problems.add(line, "%s needs an event's id", c.Verb)
	}
	if s := p.lesson.Start; s != nil {
		p.name(line, list, s.EventIDs(), "the scenario has no event")
	}
}

// numbers reads so many numbers.
func (p *parser) numbers(c *Check, list []string, want, line int) {
	if len(list) != want {
		p.problems.add(line, "%s needs a number", c.Verb)
	}
	for _, text := range list {
		n, ok := isNumber(text)
		if !ok {
			p.problems.add(line, "%q is not a number", text)
		}
		c.Numbers = append(c.Numbers, n)
	}
}

func (p *parser) choice(c *Check, text string, line int, choices []string) {
	c.Text = text
	if !slices.Contains(choices, text) {
		p.problems.add(line, "%s is one of %s, not %q", c.Verb, strings.Join(choices, ", "), text)
	}
}

// unique drops what is there twice: a hook may be registered more than once.
func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
