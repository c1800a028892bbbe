package hooks

import (
	"context"
	"slices"
	"sort"
)

// A pass is one Run's way through the hooks of a registry, from the newest
// down.
//
// It goes by places, as CPython's loops do. A place is a position since the
// list was last emptied; that of an unregistered hook stays empty. Of profile
// [Python313] the list is the live one: a hook that has left is passed over,
// and one that has taken a place still to come is run. Of profile [Python314]
// it is a copy.
type pass struct {
	registry *Registry
	places   int // those still to come

	profile Profile
	copied  []*registration // of 3.14
	cleared int             // as the registry's was
}

func (r *Registry) begin() *pass {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := &pass{registry: r, places: r.count - r.cleared, profile: r.Profile, cleared: r.cleared}
	if p.profile == Python314 {
		p.copied = slices.Clone(r.hooks)
	}
	return p
}

// next returns the hook whose turn it is: nil if there is none, or ctx is
// done.
func (p *pass) next(ctx context.Context) *registration {
	r := p.registry
	r.mu.Lock()
	defer r.mu.Unlock()
	hooks, cleared := r.hooks, r.cleared
	if p.profile == Python314 {
		hooks, cleared = p.copied, p.cleared
	}
	first := cleared + p.places + 1 // number that has no turn any more
	i := sort.Search(len(hooks), func(i int) bool { return hooks[i].number >= first })
	if i == 0 || ctx.Err() != nil {
		return nil
	}
	g := hooks[i-1]
	p.places = g.number - cleared - 1
	g.settled = true
	return g
}

// end empties the registry and returns the names of the hooks that will never
// run, newest first.
func (p *pass) end() (skipped []string) {
	r := p.registry
	r.mu.Lock()
	defer r.mu.Unlock()
	rest := append(p.copied, r.hooks...) // of 3.14, a hook may be in both
	slices.SortFunc(rest, func(a, b *registration) int { return b.number - a.number })
	for _, g := range rest {
		if !g.settled {
			g.settled = true
			skipped = append(skipped, g.name)
		}
	}
	r.clearLocked()
	return skipped
}
