package trace

// A checkpoint lists what the state after n records holds, so that a state
// near it need not look at everything that ever was.
type checkpoint struct {
	n       int
	entries []int32 // in the queue: places in Index.entries
	hooks   []int32 // registrations not gone: places in hookLog.all
}

// apart is the least distance between two checkpoints.
const apart = 512

// next is where the next checkpoint is due. A checkpoint that holds much keeps
// others at a distance, so that all of them together hold no more than there
// are records.
func (c *checkpoint) next() int {
	return c.n + max(apart, len(c.entries)+len(c.hooks))
}

// checkpoint returns a new one for the state after n records, which are all
// that have been read.
func (ix *Index) checkpoint(n int) checkpoint {
	return checkpoint{n, ix.queued(n, nil), ix.registered(n, nil)}
}

// mark returns the last checkpoint at or before n.
func (ix *Index) mark(n int) *checkpoint {
	low, high := 0, len(ix.marks) // marks[low].n <= n < marks[high].n
	for high-low > 1 {
		if middle := (low + high) / 2; ix.marks[middle].n <= n {
			low = middle
		} else {
			high = middle
		}
	}
	return &ix.marks[low]
}

// queued appends the entries that are in the queue after n records, in order
// of entering.
func (ix *Index) queued(n int, to []int32) []int32 {
	mark := ix.mark(n)
	for _, i := range mark.entries {
		if int(ix.entries[i].left()) >= n {
			to = append(to, i)
		}
	}
	for i, end := ix.entered(mark.n), ix.entered(n); i < end; i++ {
		if int(ix.entries[i].left()) >= n {
			to = append(to, int32(i))
		}
	}
	return to
}

// registered appends the registrations that are not gone after n records, in
// order of registering.
func (ix *Index) registered(n int, to []int32) []int32 {
	mark := ix.mark(n)
	for _, i := range mark.hooks {
		if int(ix.hooks.all[i].gone) >= n {
			to = append(to, i)
		}
	}
	for i, end := ix.hooks.count(mark.n), ix.hooks.count(n); i < end; i++ {
		if int(ix.hooks.all[i].gone) >= n {
			to = append(to, int32(i))
		}
	}
	return to
}
