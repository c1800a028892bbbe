package hooks_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"lastcall/hooks"
)

// Of all hooks that goroutines register, while they unregister others and
// while Run runs, none is lost and none runs twice.
func TestConcurrently(t *testing.T) {
	for _, profile := range []hooks.Profile{hooks.Python313, hooks.Python314} {
		const goroutines, each = 8, 200
		r := hooks.Registry{Profile: profile}
		var ran, unregistered atomic.Int64
		var runBegins, over sync.WaitGroup
		runBegins.Add(goroutines)
		r.Register("failing", func() error { panic("boom") })
		for g := range goroutines {
			over.Go(func() {
				for i := range each {
					if i == each/2 {
						runBegins.Done()
					}
					name := fmt.Sprint(g, "-", i)
					hook := new(atomic.Bool)
					r.Register(name, func() error {
						if hook.Swap(true) {
							t.Errorf("%s ran twice", name)
						}
						ran.Add(1)
						return nil
					})
					if i%4 == 0 && r.Unregister(name) > 0 {
						unregistered.Add(1)
					}
					r.Len()
				}
			})
		}
		runBegins.Wait()
		late := len(r.Run(forever, func(string, error) { r.Len() }))
		over.Wait()
		late += r.Len()
		r.Clear()

		all := ran.Load() + unregistered.Load() + int64(late)
		if all < goroutines*each {
			t.Errorf("profile %d: %d ran, %d were unregistered, %d came too late: %d are missing",
				profile, ran.Load(), unregistered.Load(), late, goroutines*each-all)
		}
	}
}

// Two goroutines that run the same hooks leave none.
func TestRunTwiceAtOnce(t *testing.T) {
	for _, profile := range []hooks.Profile{hooks.Python313, hooks.Python314} {
		r := hooks.Registry{Profile: profile}
		var ran atomic.Int64
		for range 100 {
			r.Register("a", func() error { ran.Add(1); return nil })
		}
		var over sync.WaitGroup
		for range 2 {
			over.Go(func() { r.Run(forever, nil) })
		}
		over.Wait()
		if n := ran.Load(); n < 100 || n > 200 || r.Len() != 0 {
			t.Errorf("profile %d: %d hooks ran and %d are left, want 100 to 200 and none", profile, n, r.Len())
		}
	}
}
