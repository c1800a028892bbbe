package scenario

import (
	"strconv"

	"lastcall/engine/internal/json"
)

// What a document may hold. The limits are far above what people write and
// keep what a machine writes from filling the memory.
const (
	MaxBytes  = 4 << 20
	MaxEvents = 100_000
	MaxHooks  = 10_000
	MaxSteps  = 1_000 // in one list

	// MaxOutside is for the events' sake: one outside entry each.
	MaxOutside = 100_000

	maxID    = 64
	maxLabel = 200
)

// Decode reads a document and checks it. What it returns is valid. An error is
// [Problems]: everything that is wrong, not the first thing alone.
func Decode(text []byte) (*Scenario, error) {
	if len(text) > MaxBytes {
		return nil, Problems{{
			Message: "the document has " + strconv.Itoa(len(text)) + " bytes; at most " + strconv.Itoa(MaxBytes) + " are allowed",
			Line:    1,
		}}
	}
	node, err := json.Parse(text)
	if err != nil {
		return nil, syntaxProblem(text, err)
	}
	d := decoder{text: text}
	s := d.scenario(&place{Node: &node})
	if problems := d.problems(); problems != nil {
		return nil, problems
	}
	return s, nil
}

func syntaxProblem(text []byte, err error) Problems {
	line, column := 1, 1
	if syntax, ok := err.(*json.SyntaxError); ok {
		line, column = json.Position(text, syntax.Offset)
	}
	return Problems{{
		Message: "line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": " + err.Error(),
		Line:    line,
	}}
}

// A decoder reads one document and collects what is wrong with it. Its methods
// return something to go on with when a value is wrong.
type decoder struct {
	text       []byte
	complaints []complaint
	events     ids
	hooks      ids
}

// ids are the names of the events, or of the hooks.
type ids struct {
	list  []string
	known map[string]bool
}

func (d *decoder) scenario(p *place) *Scenario {
	s := &Scenario{Python: Python313, Clock: Clock{Tick: DefaultTick}}
	if !d.object(p, "a scenario", "version", "title", "clock", "python", "events", "hooks", "handlers", "outside", "end") {
		return s
	}
	d.version(p)
	d.collect(p)
	if m, ok := p.member("title"); ok {
		s.Title = d.string(m)
	}
	if m, ok := p.member("clock"); ok {
		s.Clock = d.clock(m)
	}
	if m, ok := p.member("python"); ok {
		s.Python = Profile(d.choice(m, string(Python313), string(Python314)))
	}
	if m, ok := p.member("events"); ok {
		d.list(m, MaxEvents, "events", func(m *place) { s.Events = append(s.Events, d.event(m)) })
	}
	if m, ok := p.member("hooks"); ok {
		d.list(m, MaxHooks, "hooks", func(m *place) { s.Hooks = append(s.Hooks, d.hook(m)) })
	}
	if m, ok := p.member("handlers"); ok {
		s.Handlers = d.handlers(m)
	}
	if m, ok := p.member("outside"); ok {
		d.list(m, MaxOutside, "outside entries", func(m *place) { s.Outside = append(s.Outside, d.outside(m)) })
	}
	if m, ok := p.member("end"); ok {
		s.End = d.steps(m)
	}
	return s
}

func (d *decoder) version(p *place) {
	m, ok := p.member("version")
	if !ok {
		d.complain(p, `a scenario needs "version": 1`)
		return
	}
	switch n, ok := m.Int(); {
	case ok && n > 1:
		d.complain(m, "this is version "+m.Text+"; this program knows version 1 and is too old for it")
	case !ok || n != 1:
		d.complain(m, "the version must be 1")
	}
}

// collect learns all ids, so that steps may name what stands after them.
func (d *decoder) collect(p *place) {
	seen := make(map[string]*place)
	for name, ids := range map[string]*ids{"events": &d.events, "hooks": &d.hooks} {
		ids.known = make(map[string]bool)
		m, ok := p.member(name)
		if !ok || m.Kind != json.Array {
			continue
		}
		for i := range m.Items {
			if id, ok := m.item(i).member("id"); ok && id.Kind == json.String {
				ids.list = append(ids.list, id.Text)
				ids.known[id.Text] = true
				d.unique(id, seen)
			}
		}
	}
}

func (d *decoder) unique(id *place, seen map[string]*place) {
	other, taken := seen[id.Text]
	if !taken {
		seen[id.Text] = id
		return
	}
	if other.Offset > id.Offset {
		id, other = other, id
	}
	d.complain(id, "the id "+strconv.Quote(id.Text)+" is taken by "+other.up.path()+"; ids are unique over events and hooks")
}

func (d *decoder) clock(p *place) Clock {
	c := Clock{Tick: DefaultTick}
	if !d.object(p, "a clock", "mode", "start", "tick") {
		return c
	}
	if m, ok := p.member("mode"); ok {
		c.Real = d.choice(m, "virtual", "real") == "real"
	}
	if m, ok := p.member("start"); ok {
		c.Start = d.number(m)
	}
	if m, ok := p.member("tick"); ok {
		c.Tick = d.duration(m)
	}
	return c
}

func (d *decoder) event(p *place) (e Event) {
	if !d.object(p, "an event", "id", "label", "at", "after", "priority", "queued", "args", "kwargs", "do") {
		return e
	}
	e.ID, e.Label = d.id(p), d.label(p)
	e.When = d.when(p)
	if m, ok := p.member("priority"); ok {
		e.Priority = d.number(m)
	}
	if m, ok := p.member("queued"); ok {
		e.Unqueued = !d.bool(m)
	}
	e.With = d.arguments(p)
	if m, ok := p.member("do"); ok {
		e.Do = d.steps(m)
	}
	return e
}

func (d *decoder) hook(p *place) (h Hook) {
	if !d.object(p, "a hook", "id", "label", "registered", "args", "kwargs", "do") {
		return h
	}
	h.ID, h.Label = d.id(p), d.label(p)
	if m, ok := p.member("registered"); ok {
		h.Unregistered = !d.bool(m)
	}
	h.With = d.arguments(p)
	if m, ok := p.member("do"); ok {
		h.Do = d.steps(m)
	}
	return h
}

func (d *decoder) handlers(p *place) map[Signal][]Step {
	if !d.object(p, "handlers", "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1") || len(p.Items) == 0 {
		return nil
	}
	handlers := make(map[Signal][]Step, len(p.Items))
	for _, name := range p.Names {
		m, _ := p.member(name.Text)
		handlers[Signal(name.Text)] = d.steps(m)
	}
	return handlers
}

func (d *decoder) outside(p *place) (o Outside) {
	if !d.object(p, "an outside entry", "at", "send", "do") {
		return o
	}
	if m, ok := p.member("at"); ok {
		o.At = d.number(m)
	} else {
		d.complain(p, `an outside entry needs "at"`)
	}
	send, sends := p.member("send")
	do, does := p.member("do")
	if sends == does {
		d.complain(p, `an outside entry has either "send" or "do"`)
	}
	if sends {
		o.Send = Sending(d.choice(send, "SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGKILL", "close", "discard"))
	}
	if does {
		o.Do = d.steps(do, "print", "enter", "cancel", "register", "unregister")
	}
	return o
}
