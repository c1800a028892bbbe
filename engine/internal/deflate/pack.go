package deflate

// Pack packs data, as one block: with codes of its own, or the fixed ones if
// that is shorter.
func Pack(data []byte) []byte {
	tokens := match(data)
	literals, dists := make([]int, literalCodes), make([]int, distCodes)
	for _, t := range tokens {
		literals[t.symbol()]++
		if t.length > 0 {
			dists[code(distBase[:], t.value)]++
		}
	}
	var fixed, dynamic packer
	fixed.bits(1|1<<1, 3)
	fixed.tokens(tokens)(fixedLengths())
	dynamic.bits(1|2<<1, 3)
	literalLengths, distLengths := codeLengths(literals, maxCodeBits), codeLengths(dists, maxCodeBits)
	dynamic.header(literalLengths, distLengths)
	dynamic.tokens(tokens)(literalLengths, distLengths)
	a, b := fixed.end(), dynamic.end()
	if len(a) <= len(b) {
		return a
	}
	return b
}

// A token is a literal or, with a length, a match at a distance. The last one
// is the end of the block.
type token struct{ length, value int }

func (t token) symbol() int {
	if t.length > 0 {
		return firstLength + code(lengthBase[:], t.length)
	}
	return t.value
}

// code returns the last of the codes that begin at or before value.
func code(base []int, value int) int {
	i := len(base) - 1
	for base[i] > value {
		i--
	}
	return i
}

// maxChain is how many earlier places are looked at for a match.
const maxChain = 128

// match finds what repeats. A match is left for a literal if the next place
// has a longer one.
func match(data []byte) (tokens []token) {
	m := matcher{data: data, head: make([]int, 1<<hashBits), previous: make([]int, len(data))}
	for i := 0; i < len(data); {
		length, dist := m.longest(i)
		if length > 0 && i+1 < len(data) {
			m.insert(i)
			if next, _ := m.longest(i + 1); next > length {
				length = 0
			}
		} else {
			m.insert(i)
		}
		if length == 0 {
			tokens = append(tokens, token{0, int(data[i])})
			i++
			continue
		}
		tokens = append(tokens, token{length, dist})
		for k := 1; k < length; k++ {
			m.insert(i + k)
		}
		i += length
	}
	return append(tokens, token{0, endOfBlock})
}

// A matcher knows where three bytes of a hash stood last, and before that.
type matcher struct {
	data     []byte
	head     []int // place + 1, by hash
	previous []int // place + 1, by place
}

const hashBits = 15

func (m *matcher) hash(i int) (h uint32, ok bool) {
	if i+minMatch > len(m.data) {
		return 0, false
	}
	three := uint32(m.data[i]) | uint32(m.data[i+1])<<8 | uint32(m.data[i+2])<<16
	return three * 2654435761 >> (32 - hashBits), true // Knuth's multiplier
}

func (m *matcher) insert(i int) {
	if key, ok := m.hash(i); ok {
		m.previous[i] = m.head[key]
		m.head[key] = i + 1
	}
}

// longest returns the longest match for what begins at i, the nearest of those.
func (m *matcher) longest(i int) (length, dist int) {
	key, ok := m.hash(i)
	if !ok {
		return 0, 0
	}
	limit := min(maxMatch, len(m.data)-i)
	place := m.head[key]
	for range maxChain {
		if place == 0 || i-(place-1) > window {
			break
		}
		n := 0
		for n < limit && m.data[place-1+n] == m.data[i+n] {
			n++
		}
		if n >= minMatch && n > length {
			length, dist = n, i-(place-1)
		}
		if n == limit {
			break
		}
		place = m.previous[place-1]
	}
	return length, dist
}

// A packer writes bits, the lowest first.
type packer struct {
	out   []byte
	held  uint64
	count uint
}

func (p *packer) bits(value int, n uint) {
	p.held |= uint64(value) << p.count
	for p.count += n; p.count >= 8; p.count -= 8 {
		p.out = append(p.out, byte(p.held))
		p.held >>= 8
	}
}

func (p *packer) end() []byte {
	if p.count > 0 {
		p.out = append(p.out, byte(p.held))
	}
	return p.out
}

// tokens returns what writes tokens with codes of the lengths it is given.
func (p *packer) tokens(tokens []token) func(literals, dists []uint8) {
	return func(literals, dists []uint8) {
		literalCodes, distCodes := codes(literals), codes(dists)
		for _, t := range tokens {
			symbol := t.symbol()
			p.bits(literalCodes[symbol], uint(literals[symbol]))
			if t.length == 0 {
				continue
			}
			i := symbol - firstLength
			p.bits(t.length-lengthBase[i], lengthBits[i])
			i = code(distBase[:], t.value)
			p.bits(distCodes[i], uint(dists[i]))
			p.bits(t.value-distBase[i], distBits[i])
		}
	}
}

// header writes the lengths of the codes, themselves in a code.
func (p *packer) header(literals, dists []uint8) {
	literals, dists = trim(literals, firstLength), trim(dists, 1)
	runs := runLengths(append(append([]uint8(nil), literals...), dists...))
	frequencies := make([]int, 19)
	for _, r := range runs {
		frequencies[r.symbol]++
	}
	lengths := codeLengths(frequencies, 7)
	n := len(lengthOrder)
	for n > 4 && lengths[lengthOrder[n-1]] == 0 {
		n--
	}
	p.bits(len(literals)-firstLength, 5)
	p.bits(len(dists)-1, 5)
	p.bits(n-4, 4)
	for _, symbol := range lengthOrder[:n] {
		p.bits(int(lengths[symbol]), 3)
	}
	lengthCodes := codes(lengths)
	for _, r := range runs {
		p.bits(lengthCodes[r.symbol], uint(lengths[r.symbol]))
		p.bits(r.extra, r.bits)
	}
}

// trim cuts zeros at the end off, down to a least length.
func trim(lengths []uint8, least int) []uint8 {
	for len(lengths) > least && lengths[len(lengths)-1] == 0 {
		lengths = lengths[:len(lengths)-1]
	}
	return lengths
}

// A run is a code length, or several that are the same.
type run struct {
	symbol, extra int
	bits          uint
}

func runLengths(lengths []uint8) (runs []run) {
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		switch value := lengths[i]; {
		case value == 0 && n >= 11:
			n = min(n, 138)
			runs = append(runs, run{18, n - 11, 7})
		case value == 0 && n >= 3:
			runs = append(runs, run{17, n - 3, 3})
		case n >= 4:
			n = min(n, 7)
			runs = append(runs, run{int(value), 0, 0}, run{16, n - 4, 2})
		default:
			n = 1
			runs = append(runs, run{int(value), 0, 0})
		}
		i += n
	}
	return runs
}
