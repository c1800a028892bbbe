package hooks

import (
	"context"
	"slices"
)

// A pass is one Run's way through the hooks of a registry, from the newest
// down.
//
// It goes by position, as CPython's loops do. Of profile [Python313] the
// positions are those of the live list, so what has been removed is passed
// over, and what has been put in a place still to come is run. Of profile
// [Python314] they are those of a copy.
type pass struct {
	registry *Registry
	profile  Profile
	copied   []*registration // of Python314
	left     int             // positions below it are still to come
}

func (r *Registry) begin() *pass {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passes++
	p := &pass{registry: r, profile: r.Profile, left: len(r.slots)}
	if p.profile == Python314 {
		p.copied = slices.Clone(r.slots)
	}
	return p
}

// next returns the hook whose turn it is: nil if there is none, or ctx is
// done.
func (p *pass) next(ctx context.Context) *registration {
	p.registry.mu.Lock()
	defer p.registry.mu.Unlock()
	for p.left > 0 && ctx.Err() == nil {
		p.left--
		if g := p.at(p.left); g != nil {
			g.settled = true
			return g
		}
	}
	return nil
}

// at needs the lock held.
func (p *pass) at(i int) *registration {
	slots := p.registry.slots
	if p.profile == Python314 {
		slots = p.copied
	}
	if i >= len(slots) { // cleared since
		return nil
	}
	return slots[i]
}

// end clears the registry and returns the names of the hooks that will never
// run, newest first.
func (p *pass) end() (skipped []string) {
	r := p.registry
	r.mu.Lock()
	defer r.mu.Unlock()
	rest := r.slots
	if p.profile == Python314 { // what was unregistered would have run
		rest = append(p.copied[:p.left], rest...)
	}
	rest = slices.DeleteFunc(rest, isNil)
	slices.SortFunc(rest, func(a, b *registration) int { return b.number - a.number })
	for _, g := range rest {
		if !g.settled { // the copy and the list may both have it
			g.settled = true
			skipped = append(skipped, g.name)
		}
	}
	r.slots = nil
	r.passes--
	return skipped
}
