package lesson

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

// A Check is one line of a lesson's checks: a verb and what it is about.
type Check struct {
	Verb    string
	IDs     []string  // events or hooks
	Numbers []float64 // moments, amounts
	Text    string    // a cause, a signal, what is printed
}

// A verb is a kind of check: the arguments that it takes, and its test, which
// returns a sentence that says what is wrong, or "".
type verb struct {
	takes argument
	test  func(c Check, r *Run, w *words) string
}

// An argument is what may stand after a verb.
type argument uint8

const (
	anyEvents    argument = iota // ids, or none
	oneEvent                     // an id
	someEvents                   // ids
	someHooks                    // ids, or none
	eventNumber                  // an id and a number
	eventNumbers                 // an id and numbers
	oneNumber                    // a number
	oneCause                     // a cause of an exit
	oneSignal                    // a signal's name
	oneClock                     // virtual or real
	anyText                      // the rest of the line
)

// verbs is the vocabulary. web/lessons/README.md describes it.
var verbs = map[string]verb{
	"on-time":       {anyEvents, onTime},
	"late":          {oneEvent, late},
	"order":         {someEvents, inOrder},
	"times":         {eventNumbers, times},
	"starts":        {eventNumber, starts},
	"never":         {someEvents, never},
	"lasts":         {eventNumber, lasts},
	"same-time":     {someEvents, sameTime},
	"same-priority": {someEvents, samePriority},
	"cancelled":     {someEvents, cancelled},
	"hooks-run":     {someHooks, hooksRun},
	"hooks-skipped": {someHooks, hooksSkipped},
	"status":        {oneNumber, status},
	"cause":         {oneCause, cause},
	"receives":      {oneSignal, receives},
	"prints":        {anyText, prints},
	"error":         {anyText, reports},
	"queued":        {oneNumber, queued},
	"over-by":       {oneNumber, overBy},
	"records":       {oneNumber, atMost},
	"clock":         {oneClock, byClock},
}

// Check returns a sentence for each check that a run does not fulfil. A run
// that was stopped fulfils none.
func (l *Lesson) Check(r Run, language Language) (missed []string) {
	w := wordsOf(language)
	if !r.Over() {
		return []string{w.notOver}
	}
	for _, c := range l.Checks {
		if sentence := verbs[c.Verb].test(c, &r, w); sentence != "" {
			missed = append(missed, sentence)
		}
	}
	return missed
}

func onTime(c Check, r *Run, w *words) string {
	for _, s := range r.starts {
		if (len(c.IDs) == 0 || slices.Contains(c.IDs, s.ID)) && r.late(s) {
			return w.isLate(r.Name(s.ID), number(s.Late()))
		}
	}
	return ""
}

func late(c Check, r *Run, w *words) string {
	if slices.ContainsFunc(r.startsOf(c.IDs[0]), r.late) {
		return ""
	}
	return w.isNotLate(r.Name(c.IDs[0]))
}

func inOrder(c Check, r *Run, w *words) string {
	var got []string
	for _, id := range r.order() {
		if slices.Contains(c.IDs, id) {
			got = append(got, id)
		}
	}
	for i, id := range c.IDs {
		switch {
		case i < len(got) && got[i] == id:
		case !slices.Contains(got, id):
			return w.didNotRun(r.Name(id))
		default:
			return w.ranBefore(r.Name(got[i]), r.Name(id))
		}
	}
	return ""
}

func times(c Check, r *Run, w *words) string {
	var got []float64
	for _, s := range r.startsOf(c.IDs[0]) {
		got = append(got, s.T)
	}
	same := slices.EqualFunc(got, c.Numbers, func(got, want float64) bool {
		return got == want || r.Real && got >= want && got-want <= near
	})
	switch {
	case same:
		return ""
	case got == nil:
		return w.didNotRun(r.Name(c.IDs[0]))
	}
	return w.startsAt(r.Name(c.IDs[0]), numbers(got), numbers(c.Numbers))
}

func starts(c Check, r *Run, w *words) string {
	want := int(c.Numbers[0])
	if got := len(r.startsOf(c.IDs[0])); got != want {
		return w.startsTimes(r.Name(c.IDs[0]), got, want)
	}
	return ""
}

func never(c Check, r *Run, w *words) string {
	for _, id := range c.IDs {
		if len(r.startsOf(id)) > 0 {
			return w.ran(r.Name(id))
		}
	}
	return ""
}

func lasts(c Check, r *Run, w *words) string {
	id, want := c.IDs[0], c.Numbers[0]
	list := r.startsOf(id)
	if len(list) == 0 {
		return w.didNotRun(r.Name(id))
	}
	for _, s := range list {
		finish, ok := r.finishes[s.Seq]
		if took := finish - s.T; ok && took < want-1e-9 {
			return w.tooShort(r.Name(id), number(took), number(want))
		}
	}
	return ""
}

func sameTime(c Check, r *Run, w *words) string {
	return r.alike(c.IDs, w, func(s trace.Record) float64 { return s.Time }, w.otherTime)
}

func samePriority(c Check, r *Run, w *words) string {
	return r.alike(c.IDs, w, func(s trace.Record) float64 { return s.Priority }, w.otherPriority)
}

// alike compares a field of each event's first start with that of the first
// event; other says that two differ.
func (r *Run) alike(ids []string, w *words, field func(trace.Record) float64, other func(a, b, fieldA, fieldB string) string) string {
	var first trace.Record
	for i, id := range ids {
		list := r.startsOf(id)
		switch {
		case len(list) == 0:
			return w.didNotRun(r.Name(id))
		case i == 0:
			first = list[0]
		case field(list[0]) != field(first):
			return other(r.Name(first.ID), r.Name(id), number(field(first)), number(field(list[0])))
		}
	}
	return ""
}

func cancelled(c Check, r *Run, w *words) string {
	for _, id := range c.IDs {
		if !r.has(trace.Cancel, func(record *trace.Record) bool { return record.ID == id }) {
			return w.notCancelled(r.Name(id))
		}
	}
	return ""
}

func hooksRun(c Check, r *Run, w *words) string {
	if slices.Equal(r.hooks, c.IDs) {
		return ""
	}
	return w.hooksRan(r.names(r.hooks), r.names(c.IDs))
}

func hooksSkipped(c Check, r *Run, w *words) string {
	got, want := slices.Clone(r.skipped), slices.Clone(c.IDs)
	slices.Sort(got)
	slices.Sort(want)
	if slices.Equal(got, want) {
		return ""
	}
	return w.hooksSkipped(r.names(r.skipped), r.names(c.IDs))
}

func status(c Check, r *Run, w *words) string {
	if want := int(c.Numbers[0]); r.end.Status != want {
		return w.otherStatus(r.end.Status, want)
	}
	return ""
}

func cause(c Check, r *Run, w *words) string {
	if got := string(r.exit.Cause); got != c.Text {
		return w.otherCause(got, c.Text)
	}
	return ""
}

func receives(c Check, r *Run, w *words) string {
	if r.has(trace.Signal, func(record *trace.Record) bool { return string(record.Signal) == c.Text }) {
		return ""
	}
	return w.noSignal(c.Text)
}

func prints(c Check, r *Run, w *words) string {
	if r.has(trace.Print, func(record *trace.Record) bool { return record.Text == c.Text }) {
		return ""
	}
	return w.notPrinted(c.Text)
}

func reports(c Check, r *Run, w *words) string {
	if r.has(trace.Error, func(record *trace.Record) bool { return strings.HasPrefix(record.Text, c.Text) }) {
		return ""
	}
	return w.notReported(c.Text)
}

func queued(c Check, r *Run, w *words) string {
	if want := int(c.Numbers[0]); r.exit.Queued != want {
		return w.otherQueued(r.exit.Queued, want)
	}
	return ""
}

func overBy(c Check, r *Run, w *words) string {
	if want := c.Numbers[0]; r.end.T > want {
		return w.overAt(number(r.end.T), number(want))
	}
	return ""
}

func atMost(c Check, r *Run, w *words) string {
	if want := int(c.Numbers[0]); len(r.records) > want {
		return w.tooMany(len(r.records), want)
	}
	return ""
}

func byClock(c Check, r *Run, w *words) string {
	switch real := c.Text == "real"; {
	case real == r.Real:
		return ""
	case real:
		return w.wantsReal
	}
	return w.wantsVirtual
}

// number writes an amount for people.
func number(f float64) string {
	rounded := math.Round(f*1000) / 1000
	return strings.TrimSuffix(scenario.FormatFloat(rounded), ".0")
}

func numbers(list []float64) []string {
	texts := make([]string, len(list))
	for i, f := range list {
		texts[i] = number(f)
	}
	return texts
}

// isNumber reads a finite number.
func isNumber(text string) (float64, bool) {
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}
