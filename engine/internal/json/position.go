package json

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A SyntaxError says why a text is not JSON, and where.
type SyntaxError struct {
	Offset  int    // in bytes; the text's length if it ends too early
	Message string // what should be there
}

// Error returns the message with the offset. For one with line and column see
// [Position].
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("byte %d: %s", e.Offset, e.Message)
}

// Position returns the line and the column of an offset, both counted from 1.
// Columns are characters, as editors count them.
func Position(text string, offset int) (line, column int) {
	before := text[:min(max(offset, 0), len(text))]
	line = strings.Count(before, "\n") + 1
	start := strings.LastIndexByte(before, '\n') + 1
	return line, utf8.RuneCountInString(before[start:]) + 1
}
