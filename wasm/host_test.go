//go:build js && wasm

package main

import (
	"testing"
	"time"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

const runaway = `{"version": 1, "events": [{"id": "again", "after": 1, "do": [{"enter": "again", "after": 1}]}]}`

// A post is what a host posted.
type post struct{ kind, text string }

// hosted starts a scenario on a host, and returns what it posts.
func hosted(t *testing.T, h *host, text string, maxRecords int) <-chan post {
	t.Helper()
	posts := make(chan post, 10_000)
	callback, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		kind, _ := args[0].String()
		text, _ := args[1].String()
		posts <- post{kind, text}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(callback.Release)
	if _, err := h.start([]safejs.Value{value(t, text), value(t, maxRecords), callback.Value()}); err != nil {
		t.Fatalf("start: %v", err)
	}
	return posts
}

func value(t *testing.T, v any) safejs.Value {
	t.Helper()
	converted, err := safejs.ValueOf(v)
	if err != nil {
		t.Fatal(err)
	}
	return converted
}

// next returns the next post, which must be of a kind.
func next(t *testing.T, posts <-chan post, kind string) string {
	t.Helper()
	select {
	case p := <-posts:
		if p.kind != kind {
			t.Fatalf("posted %s %s, want %s", p.kind, p.text, kind)
		}
		return p.text
	case <-time.After(10 * time.Second):
		t.Fatalf("nothing was posted, want %s", kind)
	}
	return ""
}

func TestHostEnds(t *testing.T) {
	var h host
	for range 3 { // one process after another
		posts := hosted(t, &h, `{"version": 1, "end": [{"exit": 7}]}`, 0)
		next(t, posts, "records")
		if got, want := next(t, posts, "ended"), `{"version":1,"status":7,"records":[]}`; got != want {
			t.Errorf("ended with %s, want %s", got, want)
		}
	}
}

func TestHostWaitsToBeAsked(t *testing.T) {
	var h host
	posts := hosted(t, &h, runaway, 0)
	for range window {
		next(t, posts, "records")
	}
	select {
	case p := <-posts:
		t.Fatalf("posted %s without being asked", p.kind)
	case <-time.After(50 * time.Millisecond):
	}
	if _, err := h.start([]safejs.Value{value(t, runaway), value(t, 0), safejs.Null()}); err == nil {
		t.Error("a second process started beside the first")
	}
	if _, err := h.more(nil); err != nil {
		t.Fatal(err)
	}
	next(t, posts, "records")

	if _, err := h.send([]safejs.Value{value(t, string(scenario.SIGKILL))}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := h.more(nil); err != nil {
			t.Fatal(err)
		}
	}
	next(t, posts, "records")
	if got, want := next(t, posts, "ended"), `{"version":1,"status":-9,"records":[]}`; got != want {
		t.Errorf("ended with %s, want %s", got, want)
	}
}

func TestHostRefusesProblems(t *testing.T) {
	var h host
	callback, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any { return nil })
	if err != nil {
		t.Fatal(err)
	}
	defer callback.Release()
	if _, err := h.start([]safejs.Value{value(t, `{}`), value(t, 0), callback.Value()}); err == nil {
		t.Error("a scenario with problems was started")
	}
	if h.process != nil {
		t.Error("a process is left")
	}
}
