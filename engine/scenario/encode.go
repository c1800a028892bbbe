package scenario

import (
	"strings"
	"time"

	"lastcall/engine/internal/json"
)

// Encode writes s as a document, in one stable form: the fields in the order
// in which they are documented, without those that say what goes without
// saying, and on one line what fits it. s must be valid, and then Decode reads
// it back as it was, but for this: what is empty is nil, a profile or a tick
// that was left out is the default, and -0 is 0 where it is no argument.
func Encode(s *Scenario) []byte {
	var doc json.Node
	doc.Add("version", json.Literal("1"))
	if s.Title != "" {
		doc.Add("title", json.StringOf(s.Title))
	}
	if clock := encodeClock(s.Clock); len(clock.Items) > 0 {
		doc.Add("clock", clock)
	}
	if s.Python == Python314 {
		doc.Add("python", json.StringOf(string(s.Python)))
	}
	addList(&doc, "events", s.Events, encodeEvent)
	addList(&doc, "hooks", s.Hooks, encodeHook)
	if handlers := encodeHandlers(s.Handlers); len(handlers.Items) > 0 {
		doc.Add("handlers", handlers)
	}
	addList(&doc, "outside", s.Outside, encodeOutside)
	addList(&doc, "end", s.End, encodeStep)
	return append(json.AppendPretty(nil, &doc, 0), '\n')
}

// addList adds an array, if it is not empty.
func addList[T any](n *json.Node, name string, list []T, encode func(T) json.Node) {
	if len(list) > 0 {
		n.Add(name, array(list, encode))
	}
}

func array[T any](list []T, encode func(T) json.Node) json.Node {
	n := json.Node{Kind: json.Array}
	for _, item := range list {
		n.Items = append(n.Items, encode(item))
	}
	return n
}

func encodeClock(c Clock) (n json.Node) {
	if c.Real {
		n.Add("mode", json.StringOf("real"))
	}
	if c.Start != 0 {
		n.Add("start", json.NumberOf(c.Start))
	}
	if c.Tick != DefaultTick && c.Tick != 0 {
		n.Add("tick", json.StringOf(tickText(c.Tick)))
	}
	return n
}

// tickText writes d without the parts that are zero at its end: 1m, not 1m0s.
func tickText(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

func encodeEvent(e Event) (n json.Node) {
	n.Add("id", json.StringOf(e.ID))
	if e.Label != "" {
		n.Add("label", json.StringOf(e.Label))
	}
	addWhen(&n, e.When)
	if e.Priority != 0 {
		n.Add("priority", json.NumberOf(e.Priority))
	}
	if e.Unqueued {
		n.Add("queued", json.BoolOf(false))
	}
	addArguments(&n, e.With)
	addList(&n, "do", e.Do, encodeStep)
	return n
}

func encodeHook(h Hook) (n json.Node) {
	n.Add("id", json.StringOf(h.ID))
	if h.Label != "" {
		n.Add("label", json.StringOf(h.Label))
	}
	if h.Unregistered {
		n.Add("registered", json.BoolOf(false))
	}
	addArguments(&n, h.With)
	addList(&n, "do", h.Do, encodeStep)
	return n
}

func encodeHandlers(handlers map[Signal][]Step) (n json.Node) {
	for _, signal := range Handleable {
		if steps, ok := handlers[signal]; ok {
			n.Add(string(signal), array(steps, encodeStep))
		}
	}
	return n
}

func encodeOutside(o Outside) (n json.Node) {
	n.Add("at", json.NumberOf(o.At))
	if o.Send != "" {
		n.Add("send", json.StringOf(string(o.Send)))
	} else {
		n.Add("do", array(o.Do, encodeStep))
	}
	return n
}

func encodeStep(step Step) (n json.Node) {
	verb := step.verb()
	switch step := step.(type) {
	case Print:
		n.Add(verb, json.StringOf(step.Text))
	case Work:
		n.Add(verb, json.NumberOf(step.Units))
	case Enter:
		n.Add(verb, json.StringOf(step.Event))
		addWhen(&n, step.When)
		if step.Priority != nil {
			n.Add("priority", json.NumberOf(*step.Priority))
		}
		addArguments(&n, step.With)
	case Cancel:
		n.Add(verb, json.StringOf(step.Event))
	case Register:
		n.Add(verb, json.StringOf(step.Hook))
		addArguments(&n, step.With)
	case Unregister:
		n.Add(verb, json.StringOf(step.Hook))
	case Raise:
		n.Add(verb, json.StringOf(step.Type))
		if step.Message != nil {
			n.Add("message", json.StringOf(*step.Message))
		}
	case Exit:
		n.Add(verb, step.Code.node())
	case HardExit:
		n.Add(verb, step.Code.node())
	case Abort:
		n.Add(verb, json.BoolOf(true))
	case Kill:
		n.Add(verb, json.StringOf(string(step.Signal)))
	}
	return n
}

// addWhen adds "at" or "after", or nothing for now.
func addWhen(n *json.Node, w When) {
	switch {
	case w.Absolute:
		n.Add("at", json.NumberOf(w.Time))
	case w.Time != 0:
		n.Add("after", json.NumberOf(w.Time))
	}
}

func addArguments(n *json.Node, a Arguments) {
	addList(n, "args", a.Args, Value.node)
	if len(a.Kwargs) == 0 {
		return
	}
	var kwargs json.Node
	for _, kwarg := range a.Kwargs {
		kwargs.Add(kwarg.Name, kwarg.Value.node())
	}
	n.Add("kwargs", kwargs)
}

// node returns v to be written.
func (v Value) node() json.Node {
	switch v.kind {
	case BoolKind:
		return json.BoolOf(v.num == 1)
	case IntKind, FloatKind:
		return json.Literal(v.Str()) // a float keeps its fraction, and so is one when read
	case StringKind:
		return json.StringOf(v.text)
	}
	return json.Node{}
}
