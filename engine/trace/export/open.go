package export

import (
	"bytes"
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/internal/json"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// MaxBytes is how long a file may be that is opened: more does not fit a
// browser's memory as a tree.
const MaxBytes = 32 << 20

// Errors of [Open], besides those about the JSON.
var (
	ErrTooBig  = errors.New("the file has more than 32 MiB")
	ErrNoTrace = errors.New("this is no file of Chrome trace events: it should be an array of events, or an object with traceEvents")
	ErrEmpty   = errors.New("the file has no event with a beginning and an end (of phase X, or B and E)")
)

// A Recording is what a program did, out of a file of Chrome trace events.
type Recording struct {
	Tracks  []Track // threads with spans, the busiest first
	Skipped int     // events of phases that a timeline has no place for
}

// A Track is a thread.
type Track struct {
	Name  string
	Spans []Span // the outermost ones, in order of time
	Notes []Note // in order of time
}

// A Span is something that took time. Times are seconds since the recording's
// first event.
type Span struct {
	Name     string
	From, To float64
	Late     float64 // how long after its time it began, if the file says so
	Priority float64
}

// A Note is a moment: an instant event.
type Note struct {
	Text string
	At   float64
}

// Open reads a file of Chrome trace events, in the JSON array or object
// format; the closing bracket of an array may be missing, as the format has
// it. It knows complete events (X), pairs of begin and end (B, E), instants
// (i, I) and the names of threads (M); it counts the others. Of spans within
// spans it keeps the outermost: a thread of the timeline does one thing at a
// time.
func Open(data []byte) (*Recording, error) {
	if len(data) > MaxBytes {
		return nil, ErrTooBig
	}
	events, ours, err := eventsOf(bytes.TrimSpace(data))
	if err != nil {
		return nil, err
	}
	r := reader{fromZero: ours, threads: map[thread]*Track{}, open: map[thread][]Span{}, end: math.Inf(-1)}
	for i := range events {
		r.event(&events[i])
	}
	return r.recording()
}

// eventsOf returns the events of a file, and whether we wrote it.
func eventsOf(data []byte) (events []json.Node, ours bool, err error) {
	root, err := json.Parse(data)
	if err != nil && bytes.HasPrefix(data, []byte("[")) && !bytes.HasSuffix(data, []byte("]")) {
		root, err = json.Parse(append(bytes.TrimRight(slices.Clone(data), ", \r\n\t"), ']'))
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		line, column := json.Position(data, min(syntax.Offset, len(data)))
		return nil, false, errors.New("line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": " + syntax.Message)
	}
	list := &root
	if root.Kind == json.Object {
		list = root.Get("traceEvents")
	}
	if list == nil || list.Kind != json.Array {
		return nil, false, ErrNoTrace
	}
	return list.Items, root.Get("otherData").Get(generator) != nil, nil
}

// A thread is known by the process and its own number, or name, in it.
type thread struct{ process, thread string }

type reader struct {
	threads map[thread]*Track
	order   []thread
	open    map[thread][]Span
	skipped int
	end     float64 // of the last event

	fromZero bool // moments are not counted from the first event
}

// microseconds of a file are turned to seconds.
const microseconds = 1e-6

func (r *reader) event(e *json.Node) {
	phase, name := text(e, "ph"), text(e, "name")
	id := thread{text(e, "pid"), text(e, "tid")}
	at, timed := e.Get("ts").Float()
	at *= microseconds
	track := r.track(id)
	switch {
	case phase == "M" && name == "thread_name":
		track.Name = text(e.Get("args"), "name")
		return
	case phase == "M":
		return
	case !timed:
		r.skipped++
		return
	}
	switch phase {
	case "X":
		length, _ := e.Get("dur").Float()
		r.close(track, span(e, name, at), at+max(length, 0)*microseconds)
	case "B":
		r.open[id] = append(r.open[id], span(e, name, at))
	case "E":
		if open := r.open[id]; len(open) > 0 {
			r.open[id] = open[:len(open)-1]
			r.close(track, open[len(open)-1], at)
		}
	case "i", "I", "R":
		track.Notes = append(track.Notes, Note{name, at})
	default:
		r.skipped++
		return
	}
	r.end = max(r.end, at)
}

func span(e *json.Node, name string, at float64) Span {
	s := Span{Name: name, From: at}
	args := e.Get("args")
	if late, ok := args.Get("late").Float(); ok && late > 0 && text(e, "cat") == "action" {
		s.Late = late
	}
	s.Priority, _ = args.Get("priority").Float()
	return s
}

func (r *reader) close(track *Track, s Span, to float64) {
	s.To = max(to, s.From)
	r.end = max(r.end, s.To)
	track.Spans = append(track.Spans, s)
}

func (r *reader) track(id thread) *Track {
	if t := r.threads[id]; t != nil {
		return t
	}
	t := &Track{Name: strings.TrimSpace("thread " + id.thread)}
	r.threads[id] = t
	r.order = append(r.order, id)
	return t
}

// text returns a member that is a string or a number.
func text(n *json.Node, name string) string {
	if m := n.Get(name); m != nil && (m.Kind == json.String || m.Kind == json.Number) {
		return m.Text
	}
	return ""
}

func (r *reader) recording() (*Recording, error) {
	first := math.Inf(1)
	out := &Recording{Skipped: r.skipped}
	for _, id := range r.order {
		t := r.threads[id]
		for _, open := range r.open[id] { // what never ended lasts to the end
			r.close(t, open, r.end)
		}
		t.outermost()
		slices.SortStableFunc(t.Notes, func(a, b Note) int { return cmp.Compare(a.At, b.At) })
		if len(t.Spans) > 0 {
			first = min(first, t.Spans[0].From)
			out.Tracks = append(out.Tracks, *t)
		}
		if len(t.Notes) > 0 {
			first = min(first, t.Notes[0].At)
		}
	}
	if len(out.Tracks) == 0 {
		return nil, ErrEmpty
	}
	for i := range out.Tracks {
		if !r.fromZero || first < 0 {
			out.Tracks[i].shift(first)
		}
	}
	slices.SortStableFunc(out.Tracks, func(a, b Track) int { return cmp.Compare(b.busy(), a.busy()) })
	return out, nil
}

// outermost sorts the spans by time and leaves out those within others, and
// those that overlap the end of one.
func (t *Track) outermost() {
	slices.SortStableFunc(t.Spans, func(a, b Span) int {
		if a.From != b.From || (a.To == a.From) == (b.To == b.From) {
			return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
		}
		return cmp.Compare(a.To, b.To) // what took no time was before the other
	})
	end := math.Inf(-1)
	kept := t.Spans[:0]
	for _, s := range t.Spans {
		// Sums of floating-point numbers miss by a bit.
		if s.From < end-1e-9*max(1, math.Abs(end)) || s.From < end && s.To <= end {
			continue
		}
		s.From = max(s.From, end)
		end = s.To
		kept = append(kept, s)
	}
	t.Spans = kept
}

func (t *Track) shift(first float64) {
	for i := range t.Spans {
		t.Spans[i].From -= first
		t.Spans[i].To -= first
	}
	for i := range t.Notes {
		t.Notes[i].At -= first
	}
}

func (t *Track) busy() (sum float64) {
	for _, s := range t.Spans {
		sum += s.To - s.From
	}
	return sum
}

// Trace returns a track as what the timeline shows: each span as
// an action that was entered for its beginning, or for when it was planned, if
// the file says so; each note as a line on stdout. The program has no end: the
// file does not say how it ended.
func (t *Track) Trace() (*scenario.Scenario, *trace.Trace) {
	s := &scenario.Scenario{Title: t.Name}
	ids := map[string]string{}
	log := new(trace.Trace)
	for i, span := range t.Spans {
		if _, known := ids[span.Name]; !known {
			id := "span_" + strconv.Itoa(len(ids)+1)
			ids[span.Name] = id
			s.Events = append(s.Events, scenario.Event{ID: id, Label: label(span.Name), Unqueued: true})
		}
		log.Records = append(log.Records, trace.Record{
			Kind: trace.Enter, ID: ids[span.Name], Seq: i, Time: span.From - span.Late, Priority: span.Priority,
		})
	}
	notes := t.Notes
	printUntil := func(at float64) {
		for len(notes) > 0 && notes[0].At <= at {
			log.Records = append(log.Records, trace.Record{T: max(notes[0].At, 0), Kind: trace.Print, Text: notes[0].Text})
			notes = notes[1:]
		}
	}
	for i, span := range t.Spans {
		printUntil(span.From)
		r := trace.Record{T: span.From, Kind: trace.Start, ID: ids[span.Name], Seq: i, Time: span.From - span.Late, Priority: span.Priority}
		log.Records = append(log.Records, r)
		printUntil(span.To)
		log.Records = append(log.Records, trace.Record{T: span.To, Kind: trace.Finish, ID: r.ID, Seq: i})
	}
	printUntil(math.Inf(1))
	return s, log
}

// label cuts a name to what a label may have.
func label(name string) string {
	if runes := []rune(name); len(runes) > scenario.MaxLabel {
		return string(runes[:scenario.MaxLabel-1]) + "…"
	}
	return name
}
