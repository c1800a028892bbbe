package scenario

import (
	"errors"
	"unicode/utf8"

	"lastcall/engine/internal/json"
)

// Decode reads a document and checks it. What it returns is valid, and what
// is empty in it is nil. An error is [Problems]: everything that is wrong,
// not the first thing alone.
func Decode(data []byte) (*Scenario, error) {
	if len(data) > MaxBytes {
		problem := newProblem("", "the document has %d bytes; at most %d are allowed", len(data), MaxBytes)
		problem.Line = 1
		return nil, Problems{problem}
	}
	node, err := json.Parse(data)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		line, column := json.Position(data, syntax.Offset)
		problem := newProblem("", "line %d, column %d: %s", line, column, syntax.Message)
		problem.Line = line
		return nil, Problems{problem}
	}
	d := decoder{ids: collectIDs(&node)}
	s := (&place{Node: &node, of: &d, noun: "a scenario"}).scenario()
	if problems := d.notes.problems(data); problems != nil {
		return nil, problems
	}
	return s, nil
}

// A decoder is what all places of a document have in common.
type decoder struct {
	ids   ids
	notes notebook
}

// The fields, in the order in which Encode writes them.
var (
	scenarioFields = []string{"version", "title", "clock", "python", "events", "hooks", "handlers", "outside", "end"}
	clockFields    = []string{"mode", "start", "tick"}
	eventFields    = []string{"id", "label", "at", "after", "priority", "queued", "args", "kwargs", "do"}
	hookFields     = []string{"id", "label", "registered", "args", "kwargs", "do"}
	outsideFields  = []string{"at", "send", "do"}
)

func (p *place) scenario() *Scenario {
	if !p.is(json.Object) || !p.version() || !p.object(scenarioFields) {
		return nil
	}
	s := &Scenario{
		Title:    p.get("title").text(),
		Clock:    p.get("clock").clock(),
		Python:   Profile(p.get("python").choice(string(Python313), string(Python314))),
		Handlers: p.get("handlers").handlers(),
		End:      p.get("end").steps(verbs),
	}
	p.get("events").list(MaxEvents, "an event", func(item *place) {
		s.Events = append(s.Events, item.anEvent())
	})
	p.get("hooks").list(MaxHooks, "a hook", func(item *place) {
		s.Hooks = append(s.Hooks, item.aHook())
	})
	p.get("outside").list(MaxOutside, "an outside entry", func(item *place) {
		s.Outside = append(s.Outside, item.outside())
	})
	return s
}

// version checks the version. It reports false for a newer one: whatever else
// would be said of that document may be wrong.
func (p *place) version() bool {
	m := p.get("version")
	if m == nil {
		p.wrong(`a scenario needs "version": 1`)
		return true
	}
	v, ok := m.Float()
	switch {
	case ok && v >= 2:
		m.wrong("this scenario is of version %g, for a newer Lastcall; this one knows version 1", v)
		return false
	case v != 1:
		m.wrong("version must be 1")
	}
	return true
}

func (p *place) clock() Clock {
	if !p.object(clockFields) {
		return Clock{Tick: DefaultTick}
	}
	return Clock{
		Real:  p.get("mode").choice("virtual", "real") == "real",
		Start: p.get("start").number(),
		Tick:  p.get("tick").tick(),
	}
}

func (p *place) anEvent() Event {
	if !p.object(eventFields) {
		return Event{}
	}
	return Event{
		ID:       p.id(),
		Label:    p.get("label").label(),
		When:     p.when(),
		Priority: p.get("priority").number(),
		Unqueued: !p.get("queued").truth(true),
		With:     p.arguments(),
		Do:       p.get("do").steps(verbs),
	}
}

func (p *place) aHook() Hook {
	if !p.object(hookFields) {
		return Hook{}
	}
	return Hook{
		ID:           p.id(),
		Label:        p.get("label").label(),
		Unregistered: !p.get("registered").truth(true),
		With:         p.arguments(),
		Do:           p.get("do").steps(verbs),
	}
}

func (p *place) label() string {
	label := p.text()
	if n := utf8.RuneCountInString(label); n > MaxLabel {
		p.wrong("this label has %d characters; at most %d are allowed", n, MaxLabel)
	}
	return label
}

// when reads at or after of an event or a step.
func (p *place) when() When {
	p.notBoth("at", "after")
	if at := p.get("at"); at != nil {
		return When{Absolute: true, Time: at.number()}
	}
	return When{Time: p.get("after").number()}
}

func (p *place) handlers() map[Signal][]Step {
	if !p.object(retyped[string](Handleable)) || len(p.Names) == 0 {
		return nil
	}
	handlers := make(map[Signal][]Step)
	for _, signal := range Handleable {
		if steps := p.get(string(signal)); steps != nil {
			handlers[signal] = steps.steps(verbs)
		}
	}
	return handlers
}

func (p *place) outside() Outside {
	if !p.object(outsideFields) {
		return Outside{}
	}
	at, send, do := p.get("at"), p.get("send"), p.get("do")
	if at == nil {
		p.wrong("an outside entry needs at, the time it comes")
	}
	if send == nil && do == nil {
		p.wrong("an outside entry needs send or do")
	}
	p.notBoth("send", "do")
	o := Outside{At: at.number(), Do: do.steps(outsideVerbs)}
	if send != nil {
		o.Send = Sending(send.choice(retyped[string](Sendings)...))
	}
	return o
}
