package hooks

import "strconv"

// textOf returns what a panic was called with, as text. In WebAssembly, package
// fmt would be a good part of a small program, so a value that has no text of
// its own is not shown.
func textOf(v any) string {
	switch v := v.(type) {
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	}
	return "(a value of another type)"
}
