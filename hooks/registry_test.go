package hooks_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"lastcall/hooks"
)

// forever is the time of a Run that nobody cuts short.
var forever = context.Background()

// X2: Python's register takes nothing that cannot be called.
func TestRegisterNil(t *testing.T) {
	defer func() {
		if got, want := recover(), "hooks: Register of a nil hook: a"; got != want {
			t.Errorf("Register(a, nil) panics with %v, want %v", got, want)
		}
	}()
	hooks.Register("a", nil)
}

// X5, with our difference: only what is there counts.
func TestLen(t *testing.T) {
	var r hooks.Registry
	nothing := func() error { return nil }
	for _, name := range []string{"a", "b", "a", "c"} {
		r.Register(name, nothing)
	}
	if got := r.Unregister("a"); got != 2 {
		t.Errorf("Unregister(a) = %d, want 2", got)
	}
	if got := r.Unregister("a"); got != 0 {
		t.Errorf("second Unregister(a) = %d, want 0", got)
	}
	if got := r.Len(); got != 2 {
		t.Errorf("Len() = %d, want 2", got)
	}
	r.Run(forever, nil)
	if got := r.Len(); got != 0 {
		t.Errorf("Len() after Run = %d, want 0", got)
	}
}

// While hooks run, those that have run are still there to be unregistered.
func TestUnregisterWhatHasRun(t *testing.T) {
	var r hooks.Registry
	removed, left := -1, -1
	r.Register("a", func() error {
		removed = r.Unregister("b")
		left = r.Len()
		return nil
	})
	r.Register("b", func() error { return nil })
	r.Run(forever, nil)
	if removed != 1 || left != 1 {
		t.Errorf("in the last hook, Unregister = %d and then Len = %d, want 1 and 1", removed, left)
	}
}

// X21, X24: registries know nothing of each other.
func TestRegistriesAreApart(t *testing.T) {
	var r, other hooks.Registry
	other.Register("a", func() error { t.Error("a hook of another registry ran"); return nil })
	r.Run(forever, nil)
	if got := other.Len(); got != 1 {
		t.Errorf("Len of the other = %d, want 1", got)
	}
}

// What is left when the time is over comes after what came too late.
func TestSkipped(t *testing.T) {
	for profile, want := range [][]string{{"late", "b", "b"}, {"late", "b", "a", "b"}} {
		r := hooks.Registry{Profile: hooks.Profile(profile)}
		ctx, stop := context.WithCancel(forever)
		defer stop()
		nothing := func() error { return nil }
		for _, name := range []string{"b", "a", "b"} {
			r.Register(name, nothing)
		}
		r.Register("stop", func() error {
			r.Unregister("a") // of 3.14, it would still have run
			r.Register("late", nothing)
			r.Register("gone", nothing)
			r.Unregister("gone")
			stop()
			return nil
		})
		if got := r.Run(ctx, nil); !slices.Equal(got, want) {
			t.Errorf("profile %d: Run() = %q, want %q", profile, got, want)
		}
		if got := r.Run(forever, nil); got != nil {
			t.Errorf("profile %d: second Run() = %q, want none", profile, got)
		}
	}
}

func TestReport(t *testing.T) {
	broken := errors.New("broken")
	var r hooks.Registry
	r.Register("panics", func() error { panic("boom") })
	r.Register("panics with an error", func() error { panic(broken) })
	r.Register("fails", func() error { return broken })
	reported := map[string]error{}
	r.Run(forever, func(name string, err error) { reported[name] = err })

	if got := reported["fails"]; got != broken {
		t.Errorf("reported %v, want the hook's own error", got)
	}
	if got := reported["panics with an error"]; !errors.Is(got, broken) {
		t.Errorf("reported %v, want it to wrap %v", got, broken)
	}
	var p *hooks.PanicError
	if got := reported["panics"]; !errors.As(got, &p) {
		t.Fatalf("reported %v, want a PanicError", got)
	}
	if p.Value != "boom" || p.Error() != "panic: boom" || p.Unwrap() != nil {
		t.Errorf("reported %#v", p)
	}
	if !strings.Contains(string(p.Stack), "hooks_test.TestReport") {
		t.Errorf("the stack is not of the panic:\n%s", p.Stack)
	}
}

// A report that panics is its caller's to recover; it leaves no hooks behind.
func TestReportPanics(t *testing.T) {
	var r hooks.Registry
	r.Register("a", func() error { t.Error("a ran"); return nil })
	r.Register("b", func() error { return errors.New("boom") })
	func() {
		defer func() { _ = recover() }()
		r.Run(forever, func(string, error) { panic("worse") })
	}()
	if got := r.Run(forever, nil); r.Len() != 0 || got != nil {
		t.Errorf("Run() after it = %v, Len() = %d, want neither", got, r.Len())
	}
}
