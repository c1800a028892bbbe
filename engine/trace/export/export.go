// Package export writes a trace for other tools, and opens their files on the
// timeline.
//
//	csv := export.CSV(t.Records)            // a spreadsheet
//	events := export.Events(s, t.Records)   // ui.perfetto.dev, speedscope.app
//	recording, err := export.Open(file)     // such a file, of any program
package export

import (
	"strconv"
	"strings"

	"lastcall/engine/scenario"
	"lastcall/engine/trace"
)

var columns = []string{
	"t", "kind", "event", "hook", "seq", "time", "priority", "late", "args", "kwargs", "text", "in",
	"removed", "signal", "handled", "cause", "hooks", "queued", "status",
}

// CSV writes records as comma-separated values (RFC 4180): a line of column
// names, named as the fields of a trace, and a line for each record. Cells
// that a record's kind does not have are empty; args and kwargs are as Python
// writes them in a call.
func CSV(records []trace.Record) string {
	var b strings.Builder
	b.WriteString(strings.Join(columns, ",") + "\r\n")
	for i := range records {
		cells := row(&records[i])
		for k, name := range columns {
			if k > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quoted(cells[name]))
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func quoted(cell string) string {
	if !strings.ContainsAny(cell, ",\"\r\n") && strings.TrimSpace(cell) == cell {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}

// row returns the cells that r has, by column.
func row(r *trace.Record) map[string]string {
	cells := map[string]string{"t": decimal(r.T), "kind": r.Kind.String()}
	switch r.Kind {
	case trace.Register, trace.HookStart, trace.HookDone, trace.HookFailed:
		cells["hook"] = r.ID
	case trace.Unregister:
		cells["hook"], cells["removed"] = r.ID, strconv.Itoa(r.Removed)
	case trace.Skip:
		cells["hook"], cells["cause"] = r.ID, string(r.Cause)
	case trace.Enter, trace.Start:
		cells["event"], cells["seq"] = r.ID, strconv.Itoa(r.Seq)
		cells["time"], cells["priority"] = decimal(r.Time), decimal(r.Priority)
		if r.Kind == trace.Start {
			cells["late"] = decimal(r.Late())
		}
	case trace.Cancel, trace.Finish:
		cells["event"], cells["seq"] = r.ID, strconv.Itoa(r.Seq)
	case trace.Print:
		cells["text"] = r.Text
	case trace.Error:
		cells["text"], cells["in"] = r.Text, r.In
	case trace.Signal:
		cells["signal"], cells["handled"] = string(r.Signal), strconv.FormatBool(r.Handled)
	case trace.Exit:
		cells["cause"], cells["queued"], cells["hooks"] = string(r.Cause), strconv.Itoa(r.Queued), "skipped"
		if r.HookRun {
			cells["hooks"] = "run"
		}
	case trace.End:
		cells["status"] = strconv.Itoa(r.Status)
	}
	if r.With != nil {
		cells["args"], cells["kwargs"] = arguments(r.With)
	}
	return cells
}

func arguments(with *scenario.Arguments) (args, kwargs string) {
	list := make([]string, 0, max(len(with.Args), len(with.Kwargs)))
	for _, v := range with.Args {
		list = append(list, v.Repr())
	}
	args, list = strings.Join(list, ", "), list[:0]
	for _, kwarg := range with.Kwargs {
		list = append(list, kwarg.Name+"="+kwarg.Value.Repr())
	}
	return args, strings.Join(list, ", ")
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
