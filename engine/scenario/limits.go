package scenario

import "time"

// What a document may hold. The limits are far above what people write, and
// keep what a machine writes from filling a browser's memory.
const (
	// MaxBytes is how long a document may be. A share link or a file of this
	// size still opens at once.
	MaxBytes = 4 << 20

	// MaxEvents and MaxHooks are as many as one document has room for, if
	// each does something.
	MaxEvents = 100_000
	MaxHooks  = 10_000

	// MaxOutside is one entry for each event.
	MaxOutside = MaxEvents

	// MaxSteps is for one list of steps. A longer one is a loop written out.
	MaxSteps = 1_000

	// MaxArguments is for args and for kwargs. Each entry and each start
	// carries them into the trace, and nobody reads a call with more.
	MaxArguments = 100

	// MaxID and MaxLabel are in characters: an id fits a line of generated
	// code, a label can still be shown.
	MaxID    = 64
	MaxLabel = 200

	// MaxDigits is how many digits CPython reads of an integer.
	MaxDigits = 4300

	// MaxTick is the longest that one unit lasts in real time. Nobody
	// watches a day pass.
	MaxTick = 24 * time.Hour

	// MaxProblems is how many problems are listed. Nobody reads more, and a
	// broken document of MaxBytes can have a million.
	MaxProblems = 100

	// MaxPrint is how long a print can get, in bytes, by what stands in its
	// braces: as long as a document. Text of a few million braces and an
	// argument of as many letters would be terabytes.
	MaxPrint = MaxBytes
)
