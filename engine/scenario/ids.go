package scenario

import (
	"strconv"

	"lastcall/engine/internal/json"
)

// ids are the ids of a document. They are collected before the rest is read,
// so that steps may name what stands after them.
type ids struct {
	first  map[string]owner // the first to have the id
	events []string
	hooks  []string
}

// An owner is the event or hook that has an id.
type owner struct {
	id    *json.Node
	list  string // events or hooks
	index int
}

func (o owner) path() string { return "/" + o.list + "/" + strconv.Itoa(o.index) }

// collectIDs collects in the order of the text, right or wrong: about a wrong
// id there is one problem, and none about the steps that name it.
func collectIDs(document *json.Node) ids {
	c := ids{first: make(map[string]owner)}
	for i, name := range document.Names {
		if name.Text != "events" && name.Text != "hooks" {
			continue
		}
		for j := range document.Items[i].Items {
			id := document.Items[i].Items[j].Get("id")
			if id == nil || id.Kind != json.String {
				continue
			}
			if name.Text == "events" {
				c.events = append(c.events, id.Text)
			} else {
				c.hooks = append(c.hooks, id.Text)
			}
			if _, taken := c.first[id.Text]; !taken {
				c.first[id.Text] = owner{id, name.Text, j}
			}
		}
	}
	return c
}

// id reads the id of an event or hook.
func (p *place) id() string {
	m := p.get("id")
	if m == nil {
		p.wrong("%s needs an id, a name such as backup or close_db", p.noun)
		return ""
	}
	if !m.is(json.String) {
		return ""
	}
	switch id := m.Text; {
	case !isIdentifier(id):
		m.wrong("an id is made of the letters a to z and A to Z, digits and _, and begins with no digit; %s is not", quote(id))
	case len(id) > MaxID:
		m.wrong("this id has %d characters; at most %d are allowed", len(id), MaxID)
	case isPythonKeyword(id):
		m.wrong("%s is a keyword of Python, which no id may be", quote(id))
	case isGoKeyword(id):
		m.wrong("%s is a keyword of Go, which no id may be", quote(id))
	default:
		if first := p.of.ids.first[id]; first.id != m.Node {
			m.wrong("the id %s is taken by %s; ids are unique over events and hooks", quote(id), first.path())
		}
	}
	return m.Text
}

// event reads a reference to an event.
func (p *place) event() string { return p.reference("event", "hook", p.of.ids.events) }

// hook reads a reference to a hook.
func (p *place) hook() string { return p.reference("hook", "event", p.of.ids.hooks) }

func (p *place) reference(what, other string, known []string) string {
	if !p.is(json.String) {
		return ""
	}
	switch first, found := p.of.ids.first[p.Text]; {
	case !found:
		p.wrong("no %s has the id %s%s", what, quote(p.Text), hint{p.Text, known})
	case first.list != what+"s":
		p.wrong("no %s has the id %s; that is %s", what, quote(p.Text), article(other))
	}
	return p.Text
}
