package export

import (
	"math"
	"slices"
	"strconv"
	"time"

	"lastcall/engine/internal/json"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// The tracks of a file: threads of one process.
const (
	process = 1
	mainTID = 1 // actions and hooks
	planTID = 2 // moments that were planned, and what came from outside
)

// generator marks a file of ours, whose moments count from the program's start.
const generator = "lastcall"

// maxMicroseconds keeps a moment exact: beyond, tools lose the microseconds.
const maxMicroseconds = 1 << 53

// Events writes records as Chrome trace events, in the JSON object format that
// Perfetto, speedscope and chrome://tracing open: an action or a hook is a
// complete event on the main thread; what was printed, the moments that were
// planned, signals and the end are instants. The scenario gives labels and the
// length of a unit; it may be nil. args has the priority, and
// in seconds how late an action began, so that [Open] finds that again.
func Events(s *scenario.Scenario, records []trace.Record) []byte {
	ix := trace.NewIndex(records)
	w := eventWriter{unit: float64(scenario.DefaultTick / time.Microsecond), labels: map[string]string{}}
	if len(records) > 0 {
		w.origin = records[0].T
	}
	if s != nil {
		w.scenario(s)
	}
	w.b = append(w.b, `{"displayTimeUnit":"ms","otherData":{"`+generator+`":"1"},"traceEvents":[`...)
	title := "Lastcall"
	if s != nil && s.Title != "" {
		title = s.Title
	}
	w.name("process_name", 0, title)
	w.name("thread_name", mainTID, "main thread")
	w.name("thread_name", planTID, "planned and from outside")
	entries := ix.Entries()
	for i := range entries {
		w.planned(&entries[i])
	}
	slices.SortStableFunc(entries, func(a, b trace.History) int { return a.Start - b.Start })
	for i := range entries {
		w.action(&entries[i])
	}
	for _, hook := range ix.At(len(records)).Hooks() {
		w.hook(&hook, records)
	}
	for i := range records {
		w.instant(&records[i])
	}
	return append(w.b, "\n]}\n"...)
}

type eventWriter struct {
	b      []byte
	origin float64
	unit   float64 // microseconds
	labels map[string]string
	some   bool
}

func (w *eventWriter) scenario(s *scenario.Scenario) {
	w.origin = min(w.origin, s.Clock.Start)
	if s.Clock.Tick > 0 {
		w.unit = float64(s.Clock.Tick) / float64(time.Microsecond)
	}
	for i := range s.Events {
		w.labels[s.Events[i].ID] = s.Events[i].Label
	}
	for i := range s.Hooks {
		w.labels[s.Hooks[i].ID] = s.Hooks[i].Label
	}
}

func (w *eventWriter) label(id string) string {
	if label := w.labels[id]; label != "" {
		return label
	}
	return id
}

// begin begins an event, up to its args.
func (w *eventWriter) begin(name, category, phase string, tid int) {
	if w.some {
		w.b = append(w.b, ',')
	}
	w.some = true
	w.b = append(w.b, "\n{\"name\":"...)
	w.b = json.AppendString(w.b, name)
	w.b = append(w.b, `,"cat":"`+category+`","ph":"`+phase+`","pid":`+strconv.Itoa(process)+`,"tid":`+strconv.Itoa(tid)...)
}

// name names the process or a thread.
func (w *eventWriter) name(what string, tid int, name string) {
	w.begin(what, "__metadata", "M", tid)
	w.b = append(w.b, `,"ts":0,"args":{"name":`...)
	w.b = append(json.AppendString(w.b, name), "}}"...)
}

// moment adds a number of microseconds. Of a finite time it is finite.
func (w *eventWriter) moment(name string, units float64) {
	micro := min(max(units*w.unit, -maxMicroseconds), maxMicroseconds)
	w.b = append(w.b, `,"`+name+`":`...)
	w.b = strconv.AppendFloat(w.b, math.Round(micro*1000)/1000+0, 'f', -1, 64)
}

// number adds a member to args.
func (w *eventWriter) number(name string, value float64) {
	w.b = append(w.b, `"`+name+`":`...)
	w.b = json.AppendNumber(w.b, value)
}

func (w *eventWriter) planned(h *trace.History) {
	w.begin(w.label(h.Event), "planned", "i", planTID)
	w.moment("ts", h.Time-w.origin)
	w.b = append(w.b, `,"s":"t","args":{`...)
	w.number("priority", h.Priority)
	w.b = append(w.b, "}}"...)
}

func (w *eventWriter) action(h *trace.History) {
	if h.Start < 0 {
		return
	}
	w.begin(w.label(h.Event), "action", "X", mainTID)
	w.moment("ts", h.Began-w.origin)
	w.moment("dur", h.Ended-h.Began)
	w.b = append(w.b, `,"args":{`...)
	w.number("late", min(max(h.Late()*w.unit/1e6, 0), maxMicroseconds)) // in seconds
	w.b = append(w.b, ',')
	w.number("priority", h.Priority)
	w.b = append(w.b, ',')
	w.number("seq", float64(h.Seq))
	w.b = append(w.b, "}}"...)
}

func (w *eventWriter) hook(hook *trace.Registration, records []trace.Record) {
	if hook.Start < 0 {
		return
	}
	end := len(records) - 1
	if hook.Settled >= 0 {
		end = hook.Settled
	}
	began := records[hook.Start].T
	w.begin(w.label(hook.Hook), "hook", "X", mainTID)
	w.moment("ts", began-w.origin)
	w.moment("dur", records[end].T-began)
	w.b = append(w.b, `,"args":{`...)
	w.number("order", float64(hook.Order))
	w.b = append(w.b, "}}"...)
}

// instant writes what is a moment on the main thread, or comes from outside.
func (w *eventWriter) instant(r *trace.Record) {
	name, category, tid := r.Text, r.Kind.String(), mainTID
	switch r.Kind {
	case trace.Print, trace.Error:
	case trace.Signal:
		name, tid = string(r.Signal), planTID
	case trace.Exit:
		name = "exit: " + string(r.Cause)
	case trace.End:
		name = "end: status " + strconv.Itoa(r.Status)
	default:
		return
	}
	w.begin(name, category, "i", tid)
	w.moment("ts", r.T-w.origin)
	w.b = append(w.b, `,"s":"t"}`...)
}
