package hooks

import (
	"context"
	"slices"
	"sync"
)

// A Profile is a family of CPython versions. It decides what a hook that
// changes the list of hooks changes.
type Profile uint8

const (
	// Python313 is CPython 3.10 to 3.13: Run works on the list itself, so a
	// pending hook that is unregistered does not run.
	Python313 Profile = iota

	// Python314 is CPython 3.14 and later: Run works on a copy of the list,
	// so a pending hook that is unregistered still runs.
	Python314
)

// A Registry holds hooks. The zero value is empty, of profile [Python313],
// and ready to use. Its methods may be called from any goroutine, and from
// hooks: no hook runs with a lock held. A Registry must not be copied.
type Registry struct {
	// Profile is read when Run begins.
	Profile Profile

	mu      sync.Mutex
	hooks   []*registration // oldest first
	count   int             // how many were ever registered
	cleared int             // how many of those before the list was last emptied
}

// Register adds a hook, to run before all that are registered already. The
// same name may be registered any number of times, with the same function or
// others. A nil hook panics.
//
// A hook that is registered while hooks run never runs, with the one
// exception CPython makes: of profile [Python313], after a Clear or a Run
// inside a hook has emptied the list, it runs if it comes to stand below the
// hook that is running.
func (r *Registry) Register(name string, hook func() error) {
	if hook == nil {
		panic("hooks: Register of a nil hook: " + name)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count++
	r.hooks = append(r.hooks, &registration{name: name, hook: hook, number: r.count})
}

// Unregister removes every registration of the name and returns how many
// there were. That there are none is no error. While hooks run, those that
// have run count as well, as they do in CPython.
func (r *Registry) Unregister(name string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	before := len(r.hooks)
	r.hooks = slices.DeleteFunc(r.hooks, func(g *registration) bool { return g.name == name })
	return before - len(r.hooks)
}

// Clear removes all registrations.
func (r *Registry) Clear() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.clearLocked()
}

func (r *Registry) clearLocked() { r.hooks, r.cleared = nil, r.count }

// Len returns how many registrations there are. While hooks run, those that
// have run count as well.
//
// Unlike Python's atexit._ncallbacks up to 3.13, it does not count the places
// of those that have been unregistered.
func (r *Registry) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.hooks)
}

// Run runs the hooks on the calling goroutine, the last registered first,
// each once; when it returns, none is left. A hook that fails does not keep
// the others from running: report, if not nil, is called with its name and
// error, and Run goes on.
//
// When ctx is done Run starts no more hooks, but it waits for the one that is
// running. It returns the names of those that will never run, in the order in
// which they would have: the ones that were registered too late, and the ones
// left over.
//
// A hook may call Run. As in CPython that runs all hooks, the calling one
// included, and leaves none; so a hook that does it unconditionally never
// ends. Two goroutines that call Run at once may each run every hook.
func (r *Registry) Run(ctx context.Context, report func(name string, err error)) (skipped []string) {
	p := r.begin()
	defer func() { skipped = p.end() }()
	for g := p.next(ctx); g != nil; g = p.next(ctx) {
		if err := g.call(); err != nil && report != nil {
			report(g.name, err)
		}
	}
	return nil
}
