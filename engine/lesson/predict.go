package lesson

import (
	"slices"

	"lastcall/engine/trace"
)

// Answer returns what the run shows: those of the items that ran, in that
// order.
func (p *Predict) Answer(r Run) (ids []string) {
	ran := r.order()
	if p.Hooks {
		ran = r.hooks
	}
	for _, id := range ran {
		if slices.Contains(p.Items, id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Judge compares what was predicted with the run: the items that are thought
// to run, in that order. It returns "" if that is right, and else a sentence
// that names the first pair that is wrong and the field that decides it.
func (p *Predict) Judge(r Run, predicted []string, language Language) string {
	w := wordsOf(language)
	answer := p.Answer(r)
	for i, got := range predicted {
		switch {
		case i < len(answer) && got == answer[i]:
		case !slices.Contains(answer, got):
			return w.willNotRun(r.Name(got)) + " " + p.whyNot(&r, got, w)
		default:
			return p.whyFirst(&r, answer[i], got, w)
		}
	}
	if len(predicted) < len(answer) {
		return w.runsToo(r.Name(answer[len(predicted)]))
	}
	return ""
}

// whyFirst says what decides that one goes before another.
func (p *Predict) whyFirst(r *Run, first, second string, w *words) string {
	a, b := r.Name(first), r.Name(second)
	if p.Hooks {
		return w.lifo(a, b)
	}
	x, y := r.startsOf(first)[0], r.startsOf(second)[0]
	var text string
	switch {
	case r.entered(y.Seq) > r.began(x.Seq):
		return w.notYetEntered(a, b)
	case x.Time != y.Time:
		text = w.byTime(a, b, number(x.Time), number(y.Time))
	case x.Priority != y.Priority:
		text = w.byPriority(a, b, number(x.Time), number(x.Priority), number(y.Priority))
	default:
		text = w.bySequence(a, b, x.Seq, y.Seq)
	}
	if busy := r.busyAt(x); busy != "" && y.Time <= x.T {
		text += " " + w.oneThread(r.Name(busy))
	}
	return text
}

// entered is the number of the record by which an entry was made.
func (r *Run) entered(seq int) int { return r.recordOf(trace.Enter, seq) }

// began is the number of the record by which an entry's action began.
func (r *Run) began(seq int) int { return r.recordOf(trace.Start, seq) }

func (r *Run) recordOf(kind trace.Kind, seq int) int {
	return slices.IndexFunc(r.records, func(record trace.Record) bool { return record.Kind == kind && record.Seq == seq })
}

// busyAt returns the event whose action kept a late one waiting, "" if none
// did.
func (r *Run) busyAt(late trace.Record) string {
	if !r.late(late) {
		return ""
	}
	i := slices.IndexFunc(r.starts, func(s trace.Record) bool { return s.Seq == late.Seq })
	if i < 1 {
		return ""
	}
	return r.starts[i-1].ID
}

// whyNot says why an event or hook does not run.
func (p *Predict) whyNot(r *Run, id string, w *words) string {
	about := func(record *trace.Record) bool { return record.ID == id }
	switch {
	case r.has(trace.Skip, about):
		return w.skippedBecause(string(r.exit.Cause))
	case r.has(trace.Unregister, about):
		return w.wasUnregistered
	case p.Hooks:
		return w.wasNotRegistered
	case r.has(trace.Cancel, about):
		return w.wasCancelled
	case r.has(trace.Enter, about):
		return w.wasLeft
	}
	return w.wasNotEntered
}
