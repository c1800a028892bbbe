// Package deflate packs and unpacks bytes in the DEFLATE format (RFC 1951).
//
// It does what share links need: one block at a time in memory, and a limit
// on what unpacking may give. It is there because compress/flate would add
// 38 KB to the 770 that a visitor downloads, eight times as much; the tests
// hold each direction to compress/flate.
package deflate

// Symbols of the two alphabets: literals, the end of a block and lengths in
// the first, distances in the second.
const (
	endOfBlock   = 256
	firstLength  = 257
	literalCodes = 286
	distCodes    = 30

	minMatch = 3
	maxMatch = 258
	window   = 1 << 15

	maxCodeBits = 15
)

// The lengths and distances that a code begins at, and how many more bits
// follow it.
var (
	lengthBase = [29]int{
		3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
	}
	lengthBits = [29]uint{
		0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
	}
	distBase = [30]int{
		1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
		8193, 12289, 16385, 24577,
	}
	distBits = [30]uint{
		0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
	}

	// lengthOrder is the order in which the lengths of the code for code
	// lengths are written.
	lengthOrder = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// fixedLengths are the code lengths that need not be written.
func fixedLengths() (literals, dists []uint8) {
	literals = make([]uint8, 288)
	for i := range literals {
		switch {
		case i < 144:
			literals[i] = 8
		case i < 256:
			literals[i] = 9
		case i < 280:
			literals[i] = 7
		default:
			literals[i] = 8
		}
	}
	dists = make([]uint8, 32) // two of which stand for nothing
	for i := range dists {
		dists[i] = 5
	}
	return literals, dists
}
