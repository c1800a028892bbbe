package deflate

// codeLengths returns the lengths of a Huffman code for symbols of these
// frequencies, of limit bits at most. A symbol that never occurs has none; a
// code of one symbol has a second one beside it, as some unpackers demand.
func codeLengths(frequencies []int, limit int) []uint8 {
	weights := make([]int, len(frequencies))
	used := 0
	for i, f := range frequencies {
		weights[i] = f
		if f > 0 {
			used++
		}
	}
	for i := 0; used < 2; i++ {
		if weights[i] == 0 {
			weights[i] = 1
			used++
		}
	}
	for {
		lengths, longest := huffman(weights)
		if longest <= limit {
			return lengths
		}
		for i, w := range weights { // flatter
			if w > 0 {
				weights[i] = w/2 + 1
			}
		}
	}
}

// huffman returns the lengths of the best code. Two queues do it: the leaves
// in order of weight, and what they are joined to, which is in order too.
func huffman(weights []int) (lengths []uint8, longest int) {
	type node struct{ weight, left, right int }
	var nodes []node
	var leaves []int
	for i, w := range weights {
		nodes = append(nodes, node{weight: w})
		if w == 0 {
			continue
		}
		at := len(leaves)
		for at > 0 && weights[leaves[at-1]] > w {
			at--
		}
		leaves = append(leaves, 0)
		copy(leaves[at+1:], leaves[at:])
		leaves[at] = i
	}
	joined := len(nodes)
	least := func() int {
		if len(leaves) > 0 && (joined == len(nodes) || nodes[leaves[0]].weight <= nodes[joined].weight) {
			first := leaves[0]
			leaves = leaves[1:]
			return first
		}
		joined++
		return joined - 1
	}
	for len(leaves)+len(nodes)-joined > 1 {
		a, b := least(), least()
		nodes = append(nodes, node{nodes[a].weight + nodes[b].weight, a, b})
	}
	lengths = make([]uint8, len(weights))
	depths := make([]int, len(nodes))
	for i := len(nodes) - 1; i >= 0; i-- {
		if i < len(weights) {
			lengths[i] = uint8(depths[i])
			longest = max(longest, depths[i])
			continue
		}
		depths[nodes[i].left], depths[nodes[i].right] = depths[i]+1, depths[i]+1
	}
	return lengths, longest
}

// codes returns the canonical codes of these lengths, with the bits in the
// order in which they are written.
func codes(lengths []uint8) []int {
	var next, counts [maxCodeBits + 2]int
	for _, n := range lengths {
		counts[n]++
	}
	counts[0] = 0
	for n := 1; n <= maxCodeBits; n++ {
		next[n] = (next[n-1] + counts[n-1]) << 1
	}
	list := make([]int, len(lengths))
	for symbol, n := range lengths {
		reversed := 0
		for bit := range n {
			reversed |= next[n] >> bit & 1 << (n - 1 - bit)
		}
		list[symbol] = reversed
		next[n]++
	}
	return list
}
