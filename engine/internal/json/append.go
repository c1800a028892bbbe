package json

import (
	"strconv"
	"unicode/utf8"
)

// AppendString appends s as a JSON string. Invalid UTF-8 becomes U+FFFD, as
// in encoding/json; nothing is escaped that JSON does not require, but for
// U+2028 and U+2029, which older JavaScript does not allow in strings.
func AppendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < 0x20 || r == '\u2028' || r == '\u2029':
			b = append(b, `\u`...)
			hex := strconv.FormatInt(int64(r), 16)
			b = append(b, "0000"[len(hex):]...)
			b = append(b, hex...)
		case r == utf8.RuneError:
			b = append(b, "\ufffd"...)
		default:
			b = append(b, s[i:i+utf8.RuneLen(r)]...)
		}
	}
	return append(b, '"')
}

// AppendNumber appends a finite f as JavaScript's JSON.stringify writes it.
func AppendNumber(b []byte, f float64) []byte {
	abs := f
	if abs < 0 {
		abs = -abs
	}
	if abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		b = strconv.AppendFloat(b, f, 'e', -1, 64)
		// JavaScript writes 1e-7 where Go writes 1e-07.
		if n := len(b); n >= 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
			b[n-2] = b[n-1]
			b = b[:n-1]
		}
		return b
	}
	if f == 0 {
		return append(b, '0') // -0 too
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}
