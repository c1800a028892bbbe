package trace

import "strconv"

// A reader reads records as [Record.AppendJSON] writes them, byte for byte, and
// leaves to decodeRecord what is written in any other way, or rare. It is what
// a page spends most of its time with when it follows a run.
type reader struct {
	text []byte
	ok   bool              // what was read so far is as it was expected
	ids  map[string]string // so that each id is in memory once
}

// record reads a record, if it can.
func (d *reader) record(text []byte) (r Record, ok bool) {
	d.text, d.ok = text, true
	d.literal(`{"t":`)
	r.T = d.number()
	d.literal(`,"kind":`)
	r.Kind = d.kind()
	switch r.Kind {
	case Enter:
		r.ID = d.field(`,"event":`)
		d.literal(`,"time":`)
		r.Time = d.number()
		d.literal(`,"priority":`)
		r.Priority = d.number()
		d.literal(`,"seq":`)
		r.Seq = d.count()
	case Start:
		r.ID = d.field(`,"event":`)
		d.literal(`,"seq":`)
		r.Seq = d.count()
		d.literal(`,"time":`)
		r.Time = d.number()
		d.literal(`,"priority":`)
		r.Priority = d.number()
		d.literal(`,"late":`)
		d.ok = d.number() == finite(r.Late()) && d.ok
	case Finish, Cancel:
		r.ID = d.field(`,"event":`)
		d.literal(`,"seq":`)
		r.Seq = d.count()
	case Register, HookStart, HookDone:
		r.ID = d.field(`,"hook":`)
	case Print:
		r.Text = d.field(`,"text":`)
	default:
		return r, false
	}
	d.literal("}")
	return r, d.ok && len(d.text) == 0
}

// literal reads what stands there in every record.
func (d *reader) literal(want string) {
	if len(d.text) < len(want) || string(d.text[:len(want)]) != want {
		d.ok, d.text = false, nil
		return
	}
	d.text = d.text[len(want):]
}

// number reads a number.
func (d *reader) number() float64 {
	n := 0
	for n < len(d.text) && d.text[n] != ',' && d.text[n] != '}' {
		n++
	}
	digits := d.text[:n]
	d.text = d.text[n:]
	if whole, ok := whole(digits); ok {
		return float64(whole)
	}
	if !plain(digits) {
		d.ok = false
		return 0
	}
	f, err := strconv.ParseFloat(string(digits), 64)
	d.ok = d.ok && err == nil
	return f
}

// plain reports whether text is made of what AppendNumber writes, so that
// ParseFloat takes nothing that is not JSON.
func plain(text []byte) bool {
	if len(text) > 0 && text[0] == '-' {
		text = text[1:]
	}
	if len(text) == 0 || text[0] < '0' || text[0] > '9' || len(text) > 1 && text[0] == '0' && text[1] != '.' && text[1] != 'e' {
		return false
	}
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
		case c == '.' && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9':
		case c == 'e' || c == '-' && text[i-1] == 'e' || c == '+' && text[i-1] == 'e':
		default:
			return false
		}
	}
	return true
}

// whole reads digits that are an int.
func whole(digits []byte) (n int, ok bool) {
	if len(digits) == 0 || len(digits) > 15 || len(digits) > 1 && digits[0] == '0' {
		return 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func (d *reader) count() int {
	n := 0
	for n < len(d.text) && d.text[n] >= '0' && d.text[n] <= '9' {
		n++
	}
	count, ok := whole(d.text[:n])
	d.ok = d.ok && ok
	d.text = d.text[n:]
	return count
}

// field reads a name and a string.
func (d *reader) field(name string) string {
	d.literal(name)
	return d.string()
}

// string reads a string with nothing escaped in it.
func (d *reader) string() string {
	d.literal(`"`)
	n := 0
	for n < len(d.text) && d.text[n] != '"' {
		if c := d.text[n]; c == '\\' || c < 0x20 || c >= 0x80 {
			d.ok = false
			return ""
		}
		n++
	}
	text := d.text[:n]
	d.text = d.text[n:]
	d.literal(`"`)
	known, ok := d.ids[string(text)]
	if !ok {
		known = string(text)
		d.ids[known] = known
	}
	return known
}

// kind reads a record's kind.
func (d *reader) kind() Kind {
	name := d.string()
	for kind, known := range kindNames {
		if known == name {
			return Kind(kind)
		}
	}
	d.ok = false
	return 0
}
