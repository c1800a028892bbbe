//go:build js && wasm

package main

import (
	"strings"
	"testing"
	"time"

	"github.com/hack-pad/safejs"

	"lastcall/engine/scenario"
)

const patient = `{"version": 1, "clock": {"tick": "1ms"},
	"events": [{"id": "far", "at": 1e9}],
	"hooks": [{"id": "first", "do": [{"work": 40}]}, {"id": "second", "do": [{"work": 40}]}]}`

// real starts a scenario in real time, and returns what it posts.
func real(t *testing.T, h *host, text string, onpost func(post)) <-chan post {
	t.Helper()
	posts := make(chan post, 10_000)
	callback := callback(t, func(args []safejs.Value) {
		kind, _ := args[0].String()
		text, _ := args[1].String()
		posts <- post{kind, text}
		if onpost != nil {
			onpost(post{kind, text})
		}
	})
	if _, err := h.startReal([]safejs.Value{value(t, text), value(t, 0), callback}); err != nil {
		t.Fatalf("startReal: %v", err)
	}
	return posts
}

func callback(t *testing.T, f func(args []safejs.Value)) safejs.Value {
	t.Helper()
	callback, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		f(args)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(callback.Release)
	return callback.Value()
}

// inEvent calls f from JavaScript, as an event does, and hands back how many
// posts there are when it returns.
func inEvent(t *testing.T, posts <-chan post, f func()) int {
	t.Helper()
	event := callback(t, func([]safejs.Value) { f() })
	counted := make(chan int, 1)
	after := callback(t, func([]safejs.Value) { counted <- len(posts) })
	both, err := safejs.Global().Get("Function")
	if err != nil {
		t.Fatal(err)
	}
	both, err = both.New("event", "after", "setTimeout(() => { event(); after(); })")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := both.Invoke(event, after); err != nil {
		t.Fatal(err)
	}
	return <-counted
}

// The hooks have run, and all is posted, when the event is over.
func TestUnload(t *testing.T) {
	tests := []struct {
		name   string
		budget int
		ended  string
	}{
		{"enough", 5000, `{"version":1,"status":0,"records":[]}`},
		{"too little", 60, `{"version":1,"status":-9,"records":[]}`},
		{"nothing", 0, `{"version":1,"status":-9,"records":[]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var h host
			posts := real(t, &h, patient, nil)
			next(t, posts, "records") // it waits
			count := inEvent(t, posts, func() {
				if _, err := h.unload([]safejs.Value{value(t, tt.budget)}); err != nil {
					t.Error(err)
				}
			})
			if count < 2 {
				t.Fatalf("%d posts in the event, want the records and the end", count)
			}
			for range count - 1 {
				next(t, posts, "records")
			}
			if got := next(t, posts, "ended"); got != tt.ended {
				t.Errorf("ended with %s, want %s", got, tt.ended)
			}
		})
	}
}

// A page can be left from within onrecords: the program is interrupted itself.
func TestUnloadWithinPost(t *testing.T) {
	var h host
	unload := func(p post) {
		if strings.Contains(p.text, "far") {
			if _, err := h.unload([]safejs.Value{value(t, 5000)}); err != nil {
				t.Error(err)
			}
		}
	}
	posts := real(t, &h, patient, unload)
	for p := range posts {
		if p.kind == "ended" {
			if want := `{"version":1,"status":0,"records":[]}`; p.text != want {
				t.Errorf("ended with %s, want %s", p.text, want)
			}
			return
		}
	}
}

func TestUnloadWithoutProcess(t *testing.T) {
	var h host
	if _, err := h.unload([]safejs.Value{value(t, 100)}); err != nil {
		t.Error(err)
	}
}

// What happened is posted before each wait, and a signal ends that at once.
func TestRealTimeOnHost(t *testing.T) {
	var h host
	posts := real(t, &h, patient, nil)
	next(t, posts, "records")
	began := time.Now()
	if _, err := h.send([]safejs.Value{value(t, string(scenario.SIGTERM))}); err != nil {
		t.Fatal(err)
	}
	next(t, posts, "records")
	if got, want := next(t, posts, "ended"), `{"version":1,"status":-15,"records":[]}`; got != want {
		t.Errorf("ended with %s, want %s", got, want)
	}
	if passed := time.Since(began); passed > 5*time.Second {
		t.Errorf("it took %v", passed)
	}
}

// The event loop has its turn while a program re-enters itself for ever.
func TestRealTimeRunaway(t *testing.T) {
	var h host
	posts := real(t, &h, `{"version": 1, "events": [{"id": "again", "do": [{"enter": "again"}]}]}`, nil)
	inEvent(t, posts, func() {
		if _, err := h.send([]safejs.Value{value(t, string(scenario.SIGKILL))}); err != nil {
			t.Error(err)
		}
	})
	for p := range posts {
		if p.kind == "ended" {
			return
		}
	}
}
