package link_test

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"lastcall/engine/internal/deflate"
	"lastcall/engine/scenario"
	"lastcall/engine/scenario/link"
)

func decode(t testing.TB, document []byte) *scenario.Scenario {
	t.Helper()
	s, err := scenario.Decode(document)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// documents returns scenarios of all kinds.
func documents(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../../program/testdata/scenarios/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = data
	}
	return all
}

func TestRoundTrip(t *testing.T) {
	for name, document := range documents(t) {
		want := decode(t, document)
		text, err := link.Encode(want)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") != "" {
			t.Errorf("%s: %s would not stand in a URL as it is", name, text)
		}
		for _, around := range []string{"%", "#%", "https://example.org/lastcall/#%&at=3", " %\n"} {
			got, err := link.Decode(strings.ReplaceAll(around, "%", text))
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: Decode(%s) is something else, error %v", name, around, err)
			}
		}
	}
}

// Links that were made once are read for ever. Each line of the file is one,
// after the scenario it was made of; compress/flate and zlib have packed some
// of them. It only ever grows.
func TestOldLinks(t *testing.T) {
	file, err := os.Open("testdata/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, n := documents(t), 0
	for lines := bufio.NewScanner(file); lines.Scan(); n++ {
		name, text, _ := strings.Cut(lines.Text(), " ")
		got, err := link.Decode(text)
		if err != nil {
			t.Errorf("the link of %s is lost: %v", name, err)
		} else if want := decode(t, all[name]); !reflect.DeepEqual(got, want) {
			t.Errorf("the link of %s has become something else", name)
		}
	}
	if n < 30 {
		t.Errorf("there are %d links", n)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good, err := link.Encode(decode(t, documents(t)["watchdog.json"]))
	if err != nil {
		t.Fatal(err)
	}
	packed := func(document []byte) string { return "v1." + link.Encode64(deflate.Pack(document)) }
	bomb := packed(make([]byte, scenario.MaxBytes+1))
	if len(bomb) > link.MaxPacked {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	tests := []struct {
		name, text string
		want       error
	}{
		{"nothing", "", link.ErrNoLink},
		{"words", "hello", link.ErrNoLink},
		{"another fragment", "https://example.org/#top", link.ErrNoLink},
		{"a word that begins like one", "v1x.abc", link.ErrNoLink},
		{"version 0", "v0.abc", link.ErrNoLink},
		{"version 2", "v2.abc", link.ErrNewer},
		{"version 10", "v10.!", link.ErrNewer},
		{"no more than the version", "v1.", link.ErrDamaged},
		{"the end is missing", good[:len(good)-2], link.ErrDamaged},
		{"the beginning is missing", "v1." + good[5:], link.ErrDamaged},
		{"padding", good + "=", link.ErrDamaged},
		{"a line break inside", good[:20] + "\n" + good[20:], link.ErrDamaged},
		{"a percent sign", good[:20] + "%2D" + good[20:], link.ErrDamaged},
		{"more after the end", good + "AAAA", link.ErrDamaged},
		{"as long as no link is", "v1." + strings.Repeat("A", link.MaxPacked), link.ErrTooBig},
		{"a bomb", bomb, link.ErrTooBig},
	}
	for _, test := range tests {
		if got, err := link.Decode(test.text); !errors.Is(err, test.want) || got != nil {
			t.Errorf("%s: error %v, want %v", test.name, err, test.want)
		}
	}
	if _, err := link.Decode(packed([]byte(`{"version": 1, "x": 1}`))); !errors.As(err, new(scenario.Problems)) {
		t.Errorf("a link of what is no scenario: %v", err)
	}
}

// What unpacking allocates has a bound, whatever the link says.
func TestABombTakesLittleMemory(t *testing.T) {
	bomb := "v1." + link.Encode64(deflate.Pack(make([]byte, 3*scenario.MaxBytes)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := link.Decode(bomb)
	runtime.ReadMemStats(&after)
	if !errors.Is(err, link.ErrTooBig) {
		t.Errorf("error %v, want %v", err, link.ErrTooBig)
	}
	// What grows by a quarter at a time has been five times as long in all.
	if got := after.TotalAlloc - before.TotalAlloc; got > 6*scenario.MaxBytes {
		t.Errorf("a bomb makes it allocate %d bytes in all", got)
	}
}

func TestEncodeRefuses(t *testing.T) {
	s := &scenario.Scenario{Title: "big"}
	noise := uint32(1)
	for range 4000 {
		var label strings.Builder
		for range 40 {
			noise = noise*1664525 + 1013904223
			label.WriteByte('a' + byte(noise>>24)%26)
		}
		s.End = append(s.End, scenario.Print{Text: label.String()})
	}
	if _, err := link.Encode(s); !errors.Is(err, link.ErrTooBig) {
		t.Errorf("error %v, want %v", err, link.ErrTooBig)
	}
}

func FuzzDecode(f *testing.F) {
	for _, document := range documents(f) {
		text, err := link.Encode(decode(f, document))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		document, err := link.Document(text)
		if len(document) > scenario.MaxBytes {
			t.Fatalf("it unpacks to %d bytes", len(document))
		}
		if err != nil {
			return
		}
		s, err := scenario.Decode(document)
		if err != nil {
			return
		}
		again, err := link.Encode(s)
		if err != nil {
			t.Fatal(err)
		}
		back, err := link.Document(again)
		if err != nil || !bytes.Equal(back, scenario.Encode(s)) {
			t.Errorf("%s comes back as %s: %v", scenario.Encode(s), back, err)
		}
	})
}
