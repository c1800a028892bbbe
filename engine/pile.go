package engine

// A pile is keys in the order they were put there.
type pile struct {
	last *page // its next is the first
}

// A page is a part of a pile, half a KiB in all. Pages are used again, so that a
// queue that has been as full before allocates nothing.
type page struct {
	next *page
	n    int
	keys [pageKeys]key
}

// With 10 keys a page or 40, speed is the same up to 100,000 events. With 40 one
// of a million takes 163 ns, not 184, but one of 10,000 takes 57 bytes, not 50.
const pageKeys = 20

// put puts a key on a pile of the ladder's.
func (l *ladder) put(p *pile, k key) {
	page := p.last
	if page == nil || page.n == pageKeys {
		page = l.turnPage(p)
	}
	page.keys[page.n] = k
	page.n++
}

// turnPage adds an empty page to the end of a pile.
func (l *ladder) turnPage(p *pile) *page {
	fresh := l.free
	if fresh == nil {
		fresh = new(page)
	} else {
		l.free = fresh.next
		fresh.n = 0
	}
	if p.last == nil {
		fresh.next = fresh
	} else {
		fresh.next = p.last.next
		p.last.next = fresh
	}
	p.last = fresh
	return fresh
}

// recycle makes a page free and returns the one after it.
func (l *ladder) recycle(p *page) (next *page) {
	next = p.next
	p.next = l.free
	l.free = p
	return next
}

// join moves the pages of another pile to the end of this one.
func (p *pile) join(o *pile) {
	if o.last == nil {
		return
	}
	if p.last != nil {
		p.last.next, o.last.next = o.last.next, p.last.next
	}
	p.last, o.last = o.last, nil
}

// take empties a pile and returns its first page. The next of the last is nil.
func (p *pile) take() *page {
	if p.last == nil {
		return nil
	}
	first := p.last.next
	p.last.next, p.last = nil, nil
	return first
}
