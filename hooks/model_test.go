package hooks_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"lastcall/hooks"
)

// A callback is an entry of CPython's list.
type callback struct {
	name string
	hook func() error
	ran  bool
}

// call reports whether the hook raised.
func (c *callback) call() (raised bool) {
	c.ran = true
	defer func() {
		if recover() != nil {
			raised = true
		}
	}()
	return c.hook() != nil
}

// skip returns the names of those that never ran, and counts them as if.
func skip(callbacks []*callback) (names []string) {
	for _, c := range callbacks {
		if c != nil && !c.ran {
			c.ran = true
			names = append(names, c.name)
		}
	}
	return names
}

// An array is the list of CPython 3.10 to 3.13: entries that are never moved,
// and how many of them are in use.
type array struct {
	callbacks [1000]*callback
	n         int
}

func (a *array) Register(name string, hook func() error) {
	a.callbacks[a.n] = &callback{name: name, hook: hook}
	a.n++
}

func (a *array) Unregister(name string) (removed int) {
	for i := 0; i < a.n; i++ {
		if c := a.callbacks[i]; c != nil && c.name == name {
			a.callbacks[i] = nil
			removed++
		}
	}
	return removed
}

func (a *array) Clear() {
	for i := 0; i < a.n; i++ {
		a.callbacks[i] = nil
	}
	a.n = 0
}

func (a *array) Len() (n int) {
	for i := 0; i < a.n; i++ {
		if a.callbacks[i] != nil {
			n++
		}
	}
	return n
}

func (a *array) Run(ctx context.Context, report func(string, error)) []string {
	for i := a.n - 1; i >= 0 && ctx.Err() == nil; i-- {
		if c := a.callbacks[i]; c != nil && c.call() {
			report(c.name, nil)
		}
	}
	rest := slices.Clone(a.callbacks[:a.n])
	slices.Reverse(rest)
	a.Clear()
	return skip(rest)
}

// A linked is the list of CPython 3.14 and later: a list, newest first, of
// which a run takes a copy.
type linked struct{ callbacks []*callback }

func (l *linked) Register(name string, hook func() error) {
	l.callbacks = slices.Insert(l.callbacks, 0, &callback{name: name, hook: hook})
}

func (l *linked) Unregister(name string) int {
	before := len(l.callbacks)
	l.callbacks = slices.DeleteFunc(slices.Clone(l.callbacks), func(c *callback) bool { return c.name == name })
	return before - len(l.callbacks)
}

func (l *linked) Clear()   { l.callbacks = nil }
func (l *linked) Len() int { return len(l.callbacks) }

func (l *linked) Run(ctx context.Context, report func(string, error)) []string {
	before := slices.Clone(l.callbacks)
	begun := 0
	for ; begun < len(before) && ctx.Err() == nil; begun++ {
		if c := before[begun]; c.call() {
			report(c.name, nil)
		}
	}
	late := slices.DeleteFunc(l.callbacks, func(c *callback) bool { return slices.Contains(before, c) })
	l.callbacks = nil
	return append(skip(late), skip(before[begun:])...)
}

// scripts generates scripts of the given steps.
func scripts(steps ...string) *rapid.Generator[script] {
	hook := rapid.Custom(func(t *rapid.T) body {
		return body{
			Steps: rapid.SliceOfN(rapid.SampledFrom(steps), 0, 4).Draw(t, "steps"),
			Fails: rapid.SampledFrom([]string{"", "", "error", "panic"}).Draw(t, "fails"),
		}
	})
	return rapid.Custom(func(t *rapid.T) script {
		s := script{Hooks: map[string]body{}}
		for _, name := range []string{"a", "b", "c", "d"} {
			s.Hooks[name] = hook.Draw(t, name)
		}
		s.Main = rapid.SliceOfN(rapid.SampledFrom(steps), 0, 12).Draw(t, "main")
		s.Main = append(s.Main, "run")
		return s
	})
}

// pythonSteps are what CPython has; some come more often than others.
var pythonSteps = []string{
	"register a", "register b", "register c", "register d",
	"register a", "register b", "register c", "register d",
	"unregister a", "unregister b", "unregister c", "unregister d",
	"clear", "run",
}

func TestModels(t *testing.T) {
	models := map[string]struct {
		profile hooks.Profile
		model   func() list
	}{
		"3.13": {hooks.Python313, func() list { return new(array) }},
		"3.14": {hooks.Python314, func() list { return new(linked) }},
	}
	for name, m := range models {
		t.Run(name, func(t *testing.T) {
			generator := rapid.SliceOfN(scripts(append(pythonSteps, "stop")...), 1, 10)
			rapid.Check(t, func(t *rapid.T) {
				for _, s := range generator.Draw(t, "scripts") {
					got, want := play(s, &hooks.Registry{Profile: m.profile}), play(s, m.model())
					if !slices.Equal(got, want) {
						t.Fatalf("%+v\n got %v\nwant %v", s, got, want)
					}
				}
			})
		})
	}
}
