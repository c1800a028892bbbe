package deflate

import "errors"

var (
	// ErrCorrupt is what Unpack returns for data that is not DEFLATE, ends
	// early, or goes on after its end.
	ErrCorrupt = errors.New("the packed data is damaged")

	// ErrTooLong is what Unpack returns for data that gives more than the
	// limit.
	ErrTooLong = errors.New("the unpacked data is too long")
)

// Unpack unpacks data, to limit bytes at most. It never allocates more than
// twice that, whatever the data says.
func Unpack(data []byte, limit int) ([]byte, error) {
	r := reader{data: data, limit: limit}
	for last := false; !last; {
		last = r.bits(1) == 1
		switch r.bits(2) {
		case 0:
			r.stored()
		case 1:
			literals, dists := fixedLengths()
			r.block(newDecoder(literals), newDecoder(dists))
		case 2:
			r.dynamic()
		default:
			r.fail(ErrCorrupt)
		}
		if r.err != nil {
			return nil, r.err
		}
	}
	if len(r.data) > 0 {
		return nil, ErrCorrupt
	}
	return r.out, nil
}

// A reader unpacks. After an error it reads zeros and writes nothing.
type reader struct {
	data  []byte
	held  uint32 // bits taken from data and not read, the lowest first
	count uint
	out   []byte
	limit int
	err   error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *reader) bits(n uint) int {
	for r.count < n {
		if len(r.data) == 0 {
			r.fail(ErrCorrupt)
			return 0
		}
		r.held |= uint32(r.data[0]) << r.count
		r.data = r.data[1:]
		r.count += 8
	}
	value := r.held & (1<<n - 1)
	r.held >>= n
	r.count -= n
	return int(value)
}

// room reports whether n bytes more are within the limit.
func (r *reader) room(n int) bool {
	if len(r.out)+n > r.limit {
		r.fail(ErrTooLong)
	}
	return r.err == nil
}

// stored reads a block of bytes as they are.
func (r *reader) stored() {
	r.held, r.count = 0, 0
	n, check := r.bits(16), r.bits(16)
	if n != ^check&0xffff || n > len(r.data) {
		r.fail(ErrCorrupt)
	}
	if r.room(n) {
		r.out = append(r.out, r.data[:n]...)
		r.data = r.data[n:]
	}
}

// dynamic reads a block that begins with its own codes.
func (r *reader) dynamic() {
	literals, dists, n := r.bits(5)+firstLength, r.bits(5)+1, r.bits(4)+4
	if literals > literalCodes || dists > distCodes {
		r.fail(ErrCorrupt)
		return
	}
	var order [19]uint8
	for _, symbol := range lengthOrder[:n] {
		order[symbol] = uint8(r.bits(3))
	}
	lengths := r.lengths(newDecoder(order[:]), literals+dists)
	if r.err != nil || lengths[endOfBlock] == 0 {
		r.fail(ErrCorrupt)
		return
	}
	r.block(newDecoder(lengths[:literals]), newDecoder(lengths[literals:]))
}

// lengths reads n code lengths.
func (r *reader) lengths(d *decoder, n int) []uint8 {
	lengths := make([]uint8, 0, n)
	for len(lengths) < n && r.err == nil {
		value, times := uint8(0), 1
		switch symbol := r.symbol(d); symbol {
		case 16:
			if len(lengths) == 0 {
				r.fail(ErrCorrupt)
				return nil
			}
			value, times = lengths[len(lengths)-1], 3+r.bits(2)
		case 17:
			times = 3 + r.bits(3)
		case 18:
			times = 11 + r.bits(7)
		default:
			value = uint8(symbol)
		}
		for range times {
			lengths = append(lengths, value)
		}
	}
	if len(lengths) > n {
		r.fail(ErrCorrupt)
	}
	return lengths
}

// block reads literals and matches up to the end of the block.
func (r *reader) block(literals, dists *decoder) {
	if literals == nil || dists == nil {
		r.fail(ErrCorrupt)
	}
	for r.err == nil {
		symbol := r.symbol(literals)
		switch {
		case r.err != nil || symbol == endOfBlock:
			return
		case symbol < endOfBlock:
			if r.room(1) {
				r.out = append(r.out, byte(symbol))
			}
		default:
			r.match(symbol-firstLength, dists)
		}
	}
}

// match copies what was written before.
func (r *reader) match(code int, dists *decoder) {
	if code >= len(lengthBase) {
		r.fail(ErrCorrupt)
		return
	}
	length := lengthBase[code] + r.bits(lengthBits[code])
	code = r.symbol(dists)
	if r.err != nil || code >= len(distBase) {
		r.fail(ErrCorrupt)
		return
	}
	dist := distBase[code] + r.bits(distBits[code])
	if dist > len(r.out) {
		r.fail(ErrCorrupt)
	}
	if !r.room(length) {
		return
	}
	for range length { // what is copied may be part of it
		r.out = append(r.out, r.out[len(r.out)-dist])
	}
}

// A decoder is a canonical Huffman code: how many codes there are of each
// length, and their symbols in order.
type decoder struct {
	counts  [maxCodeBits + 1]int
	symbols []int
}

// newDecoder returns nil for lengths that are no code. One that lacks codes is
// allowed, as in compress/flate, if it has one code of one bit, or none.
func newDecoder(lengths []uint8) *decoder {
	d := new(decoder)
	for _, n := range lengths {
		d.counts[n]++
	}
	d.counts[0] = 0
	left, used := 1, 0
	var offsets [maxCodeBits + 2]int
	for n := 1; n <= maxCodeBits; n++ {
		left = left<<1 - d.counts[n]
		used += d.counts[n]
		offsets[n+1] = offsets[n] + d.counts[n]
		if left < 0 {
			return nil
		}
	}
	if left > 0 && used > 0 && (used != 1 || d.counts[1] != 1) {
		return nil
	}
	d.symbols = make([]int, used)
	for symbol, n := range lengths {
		if n > 0 {
			d.symbols[offsets[n]] = symbol
			offsets[n]++
		}
	}
	return d
}

// symbol reads a symbol.
func (r *reader) symbol(d *decoder) int {
	if d == nil {
		r.fail(ErrCorrupt)
		return 0
	}
	code, first, index := 0, 0, 0
	for _, count := range d.counts[1:] {
		code |= r.bits(1)
		if r.err != nil {
			return 0
		}
		if code-first < count {
			return d.symbols[index+code-first]
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	r.fail(ErrCorrupt)
	return 0
}
