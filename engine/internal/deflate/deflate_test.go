package deflate_test

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"lastcall/engine/internal/deflate"
)

// texts are what is packed: nothing, what repeats, what does not, and all
// lengths and distances in between.
func texts(t testing.TB) map[string][]byte {
	t.Helper()
	source, err := os.ReadFile("inflate.go")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 100_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	skewed := make([]byte, 0, 1<<17) // codes longer than 15 bits, if nothing limits them
	for i, n := 0, 1; i < 24; i, n = i+1, n+n/2+1 {
		for range min(n, 20_000) {
			skewed = append(skewed, byte(i))
		}
	}
	r.Shuffle(len(skewed), func(i, j int) { skewed[i], skewed[j] = skewed[j], skewed[i] })
	return map[string][]byte{
		"nothing": {}, "a byte": {'x'}, "two": []byte("xy"), "source": source, "noise": noise, "skewed": skewed,
		"zeros": make([]byte, 70_000), "far": append(append(bytes.Clone(noise[:32_700]), source...), noise[:1000]...),
		"periods": []byte(strings.Repeat("abcabcabd", 5000)),
	}
}

func TestPackedIsReadByCompressFlate(t *testing.T) {
	for name, want := range texts(t) {
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(deflate.Pack(want))))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes came back as %d: %v", name, len(want), len(got), err)
		}
	}
}

func TestPackedIsNotMuchLongerThanCompressFlates(t *testing.T) {
	for name, text := range texts(t) {
		if got, best := len(deflate.Pack(text)), len(packedByFlate(t, text, 9)); name != "noise" && name != "far" && got > best+best/20+8 {
			t.Errorf("%s: packed to %d bytes, compress/flate packs to %d", name, got, best)
		}
	}
}

func TestUnpack(t *testing.T) {
	for name, want := range texts(t) {
		for _, level := range []int{flate.NoCompression, flate.BestSpeed, flate.BestCompression, flate.HuffmanOnly} {
			got, err := deflate.Unpack(packedByFlate(t, want, level), len(want))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, level %d: %d bytes came back as %d: %v", name, level, len(want), len(got), err)
			}
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	packed := deflate.Pack(bytes.Repeat([]byte("lastcall "), 100))
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, deflate.ErrCorrupt},
		{"an unknown kind of block", []byte{7}, deflate.ErrCorrupt},
		{"a stored block whose lengths disagree", []byte{1, 1, 0, 1, 0, 'x'}, deflate.ErrCorrupt},
		{"an early end", packed[:len(packed)-1], deflate.ErrCorrupt},
		{"bytes after the end", append(bytes.Clone(packed), 0), deflate.ErrCorrupt},
		{"a match before the beginning", []byte{0x03, 0x02, 0x00}, deflate.ErrCorrupt},
		{"one byte too many", deflate.Pack(make([]byte, 901)), deflate.ErrTooLong},
		{"a bomb", deflate.Pack(make([]byte, 1_000_000)), deflate.ErrTooLong},
	}
	for _, test := range tests {
		if _, err := deflate.Unpack(test.data, 900); !errors.Is(err, test.want) {
			t.Errorf("%s: error %v, want %v", test.name, err, test.want)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(deflate.Pack(text[:min(len(text), 1000)]))
		f.Add(packedByFlate(f, text[:min(len(text), 1000)], 9))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1 << 16
		got, err := deflate.Unpack(data, limit)
		if len(got) > limit {
			t.Fatalf("%d bytes, of which %d are allowed", len(got), limit)
		}
		source := bytes.NewReader(data)
		want, flateErr := io.ReadAll(io.LimitReader(flate.NewReader(source), limit+1))
		switch {
		case len(want) > limit:
			if !errors.Is(err, deflate.ErrTooLong) && !errors.Is(err, deflate.ErrCorrupt) {
				t.Errorf("error %v of what is too long", err)
			}
		case flateErr != nil || source.Len() > 0:
			if err == nil {
				t.Errorf("no error, where compress/flate says %v with %d bytes left", flateErr, source.Len())
			}
		case err != nil || !bytes.Equal(got, want):
			t.Errorf("error %v and %d bytes, want %d", err, len(got), len(want))
		}
	})
}

func FuzzPack(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text[:min(len(text), 1000)])
	}
	f.Fuzz(func(t *testing.T, want []byte) {
		packed := deflate.Pack(want)
		if got, err := deflate.Unpack(packed, len(want)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes came back as %d: %v", len(want), len(got), err)
		}
	})
}

func packedByFlate(t testing.TB, text []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
