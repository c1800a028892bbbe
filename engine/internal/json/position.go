package json

import (
	"bytes"
	"unicode/utf8"
)

// A SyntaxError is text that is not JSON.
type SyntaxError struct {
	Offset  int // in bytes
	Message string
}

// Error returns the message. For the offset as a line and a column see
// [Position].
func (e *SyntaxError) Error() string { return e.Message }

// Position turns an offset into a line and a column, both from 1. The column
// counts characters, as editors do.
func Position(text []byte, offset int) (line, column int) {
	before := text[:min(offset, len(text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}
