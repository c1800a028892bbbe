package trace

import (
	"math"
	"strconv"

	"lastcall/engine/internal/json"
	"lastcall/engine/scenario"
)

// AppendJSON appends t as JSON, one record a line.
func (t *Trace) AppendJSON(b []byte) []byte {
	b = append(b, `{"version":1,"status":`...)
	if t.Status == nil {
		b = append(b, "null"...)
	} else {
		b = strconv.AppendInt(b, int64(*t.Status), 10)
	}
	if t.Stopped != nil {
		b = appendText(b, `,"stopped":{"why":`, string(t.Stopped.Why))
		b = appendText(b, `,"event":`, t.Stopped.Event)
		b = append(b, '}')
	}
	b = append(b, `,"records":`...)
	b = AppendRecords(b, t.Records)
	return append(b, '}')
}

// AppendRecords appends records as a JSON array, one a line.
func AppendRecords(b []byte, records []Record) []byte {
	b = append(b, '[')
	for i := range records {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '\n')
		b = records[i].AppendJSON(b)
	}
	if len(records) > 0 {
		b = append(b, '\n')
	}
	return append(b, ']')
}

// AppendJSON appends r as JSON: the fields that its kind has, in the order of
// the contract.
func (r Record) AppendJSON(b []byte) []byte {
	b = appendNumber(b, `{"t":`, r.T)
	b = append(b, `,"kind":"`...)
	b = append(b, r.Kind.String()...)
	b = append(b, '"')
	switch r.Kind {
	case Register, HookStart:
		b = appendText(b, `,"hook":`, r.ID)
		b = appendArguments(b, r.With)
	case HookDone, HookFailed:
		b = appendText(b, `,"hook":`, r.ID)
	case Unregister:
		b = appendText(b, `,"hook":`, r.ID)
		b = appendInt(b, `,"removed":`, r.Removed)
	case Skip:
		b = appendText(b, `,"hook":`, r.ID)
		b = appendText(b, `,"why":`, string(r.Cause))
	case Enter, Cancel, Start, Finish:
		b = r.appendEntry(b)
	case Print:
		b = appendText(b, `,"text":`, r.Text)
	case Error:
		b = appendText(b, `,"text":`, r.Text)
		b = appendText(b, `,"in":`, r.In)
	case Signal:
		b = appendText(b, `,"signal":`, string(r.Signal))
		b = append(b, `,"handled":`...)
		b = strconv.AppendBool(b, r.Handled)
	case Exit:
		b = appendText(b, `,"cause":`, string(r.Cause))
		b = appendText(b, `,"hooks":`, hooksWord(r.HookRun))
		b = appendInt(b, `,"queued":`, r.Queued)
	case End:
		b = appendInt(b, `,"status":`, r.Status)
	}
	return append(b, '}')
}

// appendEntry appends the fields of a record about an entry.
func (r *Record) appendEntry(b []byte) []byte {
	b = appendText(b, `,"event":`, r.ID)
	if r.Kind == Enter {
		b = appendNumber(b, `,"time":`, r.Time)
		b = appendNumber(b, `,"priority":`, r.Priority)
	}
	b = appendInt(b, `,"seq":`, r.Seq)
	if r.Kind == Start {
		b = appendNumber(b, `,"time":`, r.Time)
		b = appendNumber(b, `,"priority":`, r.Priority)
		b = appendNumber(b, `,"late":`, r.Late())
	}
	if r.Kind == Enter || r.Kind == Start {
		b = appendArguments(b, r.With)
	}
	return b
}

// The words of an exit record's hooks.
const (
	hooksRun     = "run"
	hooksSkipped = "skipped"
)

func hooksWord(run bool) string {
	if run {
		return hooksRun
	}
	return hooksSkipped
}

func appendArguments(b []byte, with *scenario.Arguments) []byte {
	if with == nil {
		return b
	}
	if len(with.Args) > 0 {
		b = append(b, `,"args":`...)
		for i, v := range with.Args {
			b = append(b, separator('[', i))
			b = appendValue(b, v)
		}
		b = append(b, ']')
	}
	if len(with.Kwargs) > 0 {
		b = append(b, `,"kwargs":`...)
		for i, k := range with.Kwargs {
			b = append(b, separator('{', i))
			b = json.AppendString(b, k.Name)
			b = append(b, ':')
			b = appendValue(b, k.Value)
		}
		b = append(b, '}')
	}
	return b
}

// separator is what stands before element i of a list that open opens.
func separator(open byte, i int) byte {
	if i == 0 {
		return open
	}
	return ','
}

func appendValue(b []byte, v scenario.Value) []byte {
	if v.Kind() == scenario.StringKind {
		return json.AppendString(b, v.Str())
	}
	return append(b, v.JSON()...)
}

// The functions below append a name, as it stands in JSON with all that is
// around it, and its value.

func appendText(b []byte, name, s string) []byte {
	return json.AppendString(append(b, name...), s)
}

func appendInt(b []byte, name string, n int) []byte {
	return strconv.AppendInt(append(b, name...), int64(n), 10)
}

// appendNumber keeps to what JSON can say: late, the difference of two finite
// numbers, can be infinite.
func appendNumber(b []byte, name string, f float64) []byte {
	return json.AppendNumber(append(b, name...), finite(f))
}

// finite is f, or the number nearest to it that JSON can say.
func finite(f float64) float64 { return min(max(f, -math.MaxFloat64), math.MaxFloat64) }
