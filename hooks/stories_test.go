package hooks_test

import (
	"strings"
	"testing"

	"lastcall/hooks"
)

// stories have a log for each profile; without the second, they are the same.
// See play for how to read it.
var stories = []struct {
	name        string
	main        string // steps, split by commas
	hooks       map[string]body
	want, want4 string
}{{
	name: "X1: the last registered is the first to run",
	main: "register a, register b, register c, run",
	want: "run< c< c> b< b> a< a> run>",
}, {
	name: "X1: a hook may be registered twice",
	main: "register a, register b, register a, run",
	want: "run< a< a> b< b> a< a> run>",
}, {
	name: "X3: all registrations of a name are unregistered",
	main: "register a, register b, register a, unregister a, run",
	want: "run< b< b> run>",
}, {
	name: "X3: what is not there need not be unregistered",
	main: "register a, unregister b, run",
	want: "run< a< a> run>",
}, {
	name: "X6: hooks run once",
	main: "register a, run, run, register b, run",
	want: "run< a< a> run> run< run> run< b< b> run>",
}, {
	name: "X6: cleared hooks do not run",
	main: "register a, register b, clear, register c, run",
	want: "run< c< c> run>",
}, {
	name:  "X7, X9: a hook that fails keeps no other from running",
	main:  "register a, register b, register c, run",
	hooks: map[string]body{"a": {Fails: "panic"}, "b": {Fails: "error"}},
	want:  "run< c< c> b< b! a< a! run>",
}, {
	name:  "X10: what a hook registers does not run, then or later",
	main:  "register a, register b, run, run",
	hooks: map[string]body{"b": {Steps: []string{"register c", "register b"}}},
	want:  "run< b< b> a< a> run> run< run>",
}, {
	name:  "X10: unless the list was cleared first, up to 3.13",
	main:  "register a, register a, register b, run",
	hooks: map[string]body{"b": {Steps: []string{"clear", "register c", "register d", "register e"}}},
	want:  "run< b< b> d< d> c< c> run>",
	want4: "run< b< b> a< a> a< a> run>",
}, {
	name:  "X11: a hook that unregisters a pending one",
	main:  "register a, register b, run",
	hooks: map[string]body{"b": {Steps: []string{"unregister a"}}},
	want:  "run< b< b> run>",
	want4: "run< b< b> a< a> run>",
}, {
	name:  "X11: a hook that unregisters itself runs once",
	main:  "register a, register b, register b, run",
	hooks: map[string]body{"b": {Steps: []string{"unregister b"}}},
	want:  "run< b< b> a< a> run>",
	want4: "run< b< b> b< b> a< a> run>",
}, {
	name:  "X12: a hook that clears",
	main:  "register a, register b, run",
	hooks: map[string]body{"b": {Steps: []string{"clear"}}},
	want:  "run< b< b> run>",
	want4: "run< b< b> a< a> run>",
}, {
	name:  "X13: a hook that runs the hooks, once",
	main:  "register a, register n, register m, run",
	hooks: map[string]body{"n": {Steps: []string{"unregister n", "run"}}},
	want:  "run< m< m> n< run< m< m> a< a> run> n> run>",
	want4: "run< m< m> n< run< m< m> a< a> run> n> a< a> run>",
}, {
	name:  "a hook that runs what it registers",
	main:  "register a, register b, run",
	hooks: map[string]body{"b": {Steps: []string{"clear", "register c", "run"}}},
	want:  "run< b< run< c< c> run> b> run>",
	want4: "run< b< run< c< c> run> b> a< a> run>",
}}

func TestStories(t *testing.T) {
	for _, tt := range stories {
		if tt.want4 == "" {
			tt.want4 = tt.want
		}
		s := script{strings.Split(tt.main, ", "), tt.hooks}
		for profile, want := range []string{tt.want, tt.want4} {
			r := &hooks.Registry{Profile: hooks.Profile(profile)}
			if got := visible(play(s, r)); got != want {
				t.Errorf("%s: profile %d:\n got %s\nwant %s", tt.name, profile, got, want)
			}
		}
	}
}

// X13: a hook that runs the hooks is run by itself once more.
func TestNestedRun(t *testing.T) {
	for profile, want := range []string{"n< n< n> a n>", "n< n< n> a n> a"} {
		r := hooks.Registry{Profile: hooks.Profile(profile)}
		var log []string
		nested := false
		r.Register("a", func() error { log = append(log, "a"); return nil })
		r.Register("n", func() error {
			log = append(log, "n<")
			if !nested {
				nested = true
				r.Run(forever, nil)
			}
			log = append(log, "n>")
			return nil
		})
		r.Run(forever, nil)
		if got := strings.Join(log, " "); got != want {
			t.Errorf("profile %d: %s, want %s", profile, got, want)
		}
	}
}
