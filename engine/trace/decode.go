package trace

import (
	"errors"
	"slices"
	"strconv"

	"lastcall/engine/internal/json"
)

// Decode reads a trace as [Trace.AppendJSON] writes it. It is strict: what it
// returns is written the same way again. An error names the place, as
// /records/3/seq.
func Decode(data []byte) (*Trace, error) {
	t := new(Trace)
	var seen []string
	err := elements(data, '{', func(name string, offset int, item []byte) error {
		if slices.Contains(seen, name) {
			return at("/"+name, "this is given twice")
		}
		seen = append(seen, name)
		if name == "records" {
			records, err := decodeRecords("/records", offset, item)
			t.Records = records
			return err
		}
		n, err := parse(offset, item)
		if err != nil {
			return err
		}
		return t.decodeField(name, &n)
	})
	if err != nil {
		return nil, placed(data, err)
	}
	for _, name := range []string{"version", "status", "records"} {
		if !slices.Contains(seen, name) {
			return nil, errors.New("a trace needs the field " + strconv.Quote(name))
		}
	}
	if t.Stopped != nil && t.Status != nil {
		return nil, at("/status", "this must be null, because the run was stopped")
	}
	return t, nil
}

// DecodeRecords reads a JSON array of records.
func DecodeRecords(data []byte) ([]Record, error) {
	records, err := decodeRecords("", 0, data)
	return records, placed(data, err)
}

func decodeRecords(path string, offset int, data []byte) ([]Record, error) {
	var records []Record
	fast := reader{ids: make(map[string]string)}
	err := elements(data, '[', func(_ string, begin int, item []byte) error {
		if r, ok := fast.record(item); ok {
			records = append(records, r)
			return nil
		}
		n, err := parse(begin, item)
		if err != nil {
			return err
		}
		r, field, message := decodeRecord(&n)
		if message == "" {
			records = append(records, r)
			return nil
		}
		where := path + "/" + strconv.Itoa(len(records))
		if field != "" {
			where += "/" + field
		}
		return at(where, message)
	})
	if syntax, ok := err.(*json.SyntaxError); ok {
		syntax.Offset += offset
	}
	return records, err
}

// decodeField reads a field of a trace other than its records.
func (t *Trace) decodeField(name string, n *json.Node) error {
	switch name {
	case "version":
		if v, ok := n.Int(); !ok || v != 1 {
			return at("/version", "this must be 1")
		}
	case "status":
		status, ok := n.Int()
		if !ok && n.Kind != json.Null {
			return at("/status", "this must be an integer or null")
		}
		if ok {
			t.Status = &status
		}
	case "stopped":
		f := fields{node: n}
		t.Stopped = &Stopped{
			Why:   choice(&f, "why", LimitRecords, LimitStuck),
			Event: f.text("event"),
		}
		f.finish("a stop")
		if f.message != "" {
			return at("/stopped", f.message)
		}
	default:
		return at("/"+name, "unknown field; a trace has version, status, stopped and records")
	}
	return nil
}

func at(path, message string) error { return errors.New(path + ": " + message) }

// placed adds line and column to an error of syntax.
func placed(data []byte, err error) error {
	syntax, ok := err.(*json.SyntaxError)
	if !ok {
		return err
	}
	line, column := json.Position(data, syntax.Offset)
	return errors.New("line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": " + syntax.Message)
}
