package trace

import (
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/internal/json"
	"lastcall/engine/scenario"
)

// decodeRecord reads a record. If something is wrong with it, message says
// what, and field where.
func decodeRecord(n *json.Node) (r Record, field, message string) {
	f := fields{node: n, used: make([]string, 0, 10)}
	r.T = f.number("t")
	kind := choice(&f, "kind", kindNames[:]...)
	if f.message != "" {
		return r, f.field, f.message
	}
	r.Kind = Kind(slices.Index(kindNames[:], kind))
	switch r.Kind {
	case Register, HookStart:
		r.ID = f.text("hook")
		r.With = f.arguments()
	case HookDone, HookFailed:
		r.ID = f.text("hook")
	case Unregister:
		r.ID = f.text("hook")
		r.Removed = f.count("removed")
	case Skip:
		r.ID = f.text("hook")
		r.Cause = f.cause("why")
	case Enter, Cancel, Start, Finish:
		f.entry(&r)
	case Print:
		r.Text = f.text("text")
	case Error:
		r.Text = f.text("text")
		r.In = f.text("in")
	case Signal:
		r.Signal = choice(&f, "signal", scenario.Signals...)
		r.Handled = choice(&f, "handled", "true", "false") == "true"
	case Exit:
		r.Cause = f.cause("cause")
		r.HookRun = choice(&f, "hooks", hooksRun, hooksSkipped) == hooksRun
		r.Queued = f.count("queued")
	case End:
		r.Status = f.integer("status")
	}
	f.finish("a record of kind " + kind)
	return r, f.field, f.message
}

// fields reads the members of an object and remembers the first thing that is
// wrong with them.
type fields struct {
	node           *json.Node
	used           []string
	field, message string
}

func (f *fields) fail(field, message string) {
	if f.message == "" {
		f.field, f.message = field, message
	}
}

// get returns a member, nil if there is none.
func (f *fields) get(name string) *json.Node {
	f.used = append(f.used, name)
	return f.node.Get(name)
}

// need returns a member of a kind. If there is none, it returns an empty one.
func (f *fields) need(name string, kind json.Kind) *json.Node {
	n := f.get(name)
	switch {
	case f.node.Kind != json.Object:
		f.fail("", "this must be an object, not "+f.node.Kind.String())
	case n == nil:
		f.fail("", "the field "+strconv.Quote(name)+" is missing")
	case n.Kind != kind:
		f.fail(name, "this must be "+kind.String()+", not "+n.Kind.String())
	default:
		return n
	}
	return &json.Node{Kind: kind}
}

func (f *fields) text(name string) string { return f.need(name, json.String).Text }

func (f *fields) number(name string) float64 {
	v, ok := f.need(name, json.Number).Float()
	if !ok {
		f.fail(name, "this number does not fit a float64")
	}
	return v
}

func (f *fields) integer(name string) int {
	v, ok := f.need(name, json.Number).Int()
	if !ok {
		f.fail(name, "this must be an integer")
	}
	return v
}

func (f *fields) count(name string) int {
	v := f.integer(name)
	if v < 0 {
		f.fail(name, "this must not be negative")
	}
	return v
}

// choice returns one of some strings, or booleans if those are the choices.
func choice[S ~string](f *fields, name string, choices ...S) S {
	kind := json.String
	if choices[0] == "true" {
		kind = json.Bool
	}
	text := S(f.need(name, kind).Text)
	if !slices.Contains(choices, text) {
		all := make([]string, len(choices))
		for i, c := range choices {
			all[i] = string(c)
		}
		f.fail(name, "this must be one of "+strings.Join(all, ", "))
	}
	return text
}

func (f *fields) cause(name string) Cause {
	return choice(f, name, CauseReturn, CauseExit, CauseException, CauseSignal, CauseHardExit, CauseAbort, CauseClose, CauseDiscard)
}

// entry reads the fields of a record about an entry.
func (f *fields) entry(r *Record) {
	r.ID = f.text("event")
	r.Seq = f.count("seq")
	if r.Kind != Enter && r.Kind != Start {
		return
	}
	r.Time = f.number("time")
	r.Priority = f.number("priority")
	if r.Kind == Start && f.number("late") != finite(r.Late()) {
		f.fail("late", "this must be t - time")
	}
	r.With = f.arguments()
}

// arguments reads args and kwargs; nil if there are none.
func (f *fields) arguments() *scenario.Arguments {
	var a scenario.Arguments
	if f.get("args") != nil {
		n := f.need("args", json.Array)
		for i := range n.Items {
			a.Args = append(a.Args, f.value("args/"+strconv.Itoa(i), &n.Items[i]))
		}
	}
	if f.get("kwargs") != nil {
		n := f.need("kwargs", json.Object)
		for i, name := range n.Names {
			if slices.ContainsFunc(n.Names[:i], func(other json.Node) bool { return other.Text == name.Text }) {
				f.fail("kwargs/"+name.Text, "this is given twice")
			}
			a.Kwargs = append(a.Kwargs, scenario.Kwarg{Name: name.Text, Value: f.value("kwargs/"+name.Text, &n.Items[i])})
		}
	}
	if a.Empty() {
		return nil
	}
	return &a
}

func (f *fields) value(field string, n *json.Node) scenario.Value {
	v, ok := scenario.FromJSON(n)
	if !ok {
		f.fail(field, "an argument is a string, a number, a boolean or null")
	}
	return v
}

// finish checks that there is nothing but what was asked for.
func (f *fields) finish(what string) {
	for i, name := range f.node.Names {
		if !slices.Contains(f.used, name.Text) {
			f.fail(name.Text, "unknown field; "+what+" has "+strings.Join(f.used, ", "))
		}
		if slices.ContainsFunc(f.node.Names[:i], func(other json.Node) bool { return other.Text == name.Text }) {
			f.fail(name.Text, "this is given twice")
		}
	}
}
