package program

import "lastcall/engine/trace"

// limits watch over a run, so that one without an end stops, and can say what
// kept it going.
type limits struct {
	records int // left to make

	still   int     // entries made by steps since the clock last moved
	stillAt float64 // the reading then

	made map[string]made // entries made by steps, by event
	last string          // the event that started last
}

// made counts the entries of an event.
type made struct {
	all   int
	still int     // of those, the ones made at one moment
	at    float64 // the last one
}

func newLimits(maxRecords int) limits {
	if maxRecords <= 0 || maxRecords > MaxRecords {
		maxRecords = MaxRecords
	}
	return limits{records: maxRecords, made: make(map[string]made)}
}

// emit adds a record to the log, stamped with the time. The record that finds
// no room stops the run instead.
func (p *Program) emit(r trace.Record) {
	switch {
	case p.trace.Stopped != nil:
		return
	case p.limits.records == 0:
		p.stop(trace.LimitRecords)
		return
	}
	p.limits.records--
	r.T = p.clock.Now()
	if r.Kind == trace.Start {
		p.limits.last = r.ID
	}
	if p.options.Emit != nil {
		p.options.Emit(r)
		return
	}
	p.trace.Records = append(p.trace.Records, r)
}

// entered counts an entry that a step made.
func (l *limits) entered(event string, now float64) (stuck bool) {
	if now != l.stillAt {
		l.still, l.stillAt = 0, now
	}
	l.still++
	m := l.made[event]
	if now != m.at {
		m.still, m.at = 0, now
	}
	m.all++
	m.still++
	l.made[event] = m
	return l.still >= maxStill
}

// stop ends the run where it stands: the program neither exits nor dies.
func (p *Program) stop(why trace.Limit) {
	p.trace.Stopped = &trace.Stopped{Why: why, Event: p.limits.culprit(why)}
	p.death()
}

// culprit is the event that steps entered most often: in the whole run, or, if
// that is stuck, since the clock stands still. Without such it is the last one
// that started.
func (l *limits) culprit(why trace.Limit) string {
	event, most := l.last, 0
	for id, m := range l.made {
		n := m.all
		switch {
		case why == trace.LimitRecords:
		case m.at == l.stillAt:
			n = m.still
		default:
			continue
		}
		if n > most || n == most && id < event {
			event, most = id, n
		}
	}
	return event
}
