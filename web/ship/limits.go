package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// What a first visit may weigh, in bytes as they travel. Some hosts compress
// with gzip alone.
var sizeLimits = []struct {
	what         string
	gzip, brotli int // 0: any
}{
	{"engine.wasm", 0, 720_000},
	{"app.wasm", 0, 1_500_000},
	{firstVisit, 3_100_000, 2_300_000},
}

const firstVisit = "a first visit"

// limits prints what the files weigh, and fails if that is too much. It keeps
// what it has packed in a cache.
func limits(args []string) error {
	if err := take(args, "DIST", "CACHE"); err != nil {
		return err
	}
	dist, cache := args[0], packer{args[1]}
	weights := map[string]weight{}
	for _, name := range visited(dist) {
		w, err := cache.weigh(filepath.Join(dist, name))
		if err != nil {
			return err
		}
		weights[name] = w
		weights[firstVisit] = weights[firstVisit].plus(w)
	}
	fmt.Printf("%-14s %10s %10s %10s\n", "", "bytes", "gzip", "brotli")
	var tooMuch []error
	for _, l := range sizeLimits {
		w := weights[l.what]
		fmt.Printf("%-14s %10d %10d %10d\n", l.what, w.bytes, w.gzip, w.brotli)
		if l.gzip > 0 && w.gzip > l.gzip {
			tooMuch = append(tooMuch, fmt.Errorf("%s has %d bytes in gzip; at most %d are allowed", l.what, w.gzip, l.gzip))
		}
		if w.brotli > l.brotli {
			tooMuch = append(tooMuch, fmt.Errorf("%s has %d bytes in brotli; at most %d are allowed", l.what, w.brotli, l.brotli))
		}
	}
	return errors.Join(tooMuch...)
}

// notVisited are the files that a visit to the page does not fetch.
var notVisited = []string{".d.ts", "package.json", "scenario.schema.json", "lastcall.html", "sw.js", ".webmanifest", ".png", "icon-monochrome.svg"}

// visited returns the files that a first visit fetches.
func visited(dist string) []string {
	var names []string
	err := fs.WalkDir(os.DirFS(dist), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !hasSuffix(name, notVisited) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil // weighing what is not there says so
	}
	return names
}

// A weight is the size of a file.
type weight struct{ bytes, gzip, brotli int }

func (w weight) plus(v weight) weight {
	return weight{w.bytes + v.bytes, w.gzip + v.gzip, w.brotli + v.brotli}
}

// weigh packs a file, unless the cache knows what comes of it.
func (p packer) weigh(file string) (w weight, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return w, err
	}
	known := filepath.Join(p.cache, fmt.Sprintf("%x", sha256.Sum256(data)))
	gzip, err := p.pack(known+".gz", data, gzipped)
	if err != nil {
		return w, err
	}
	brotli, err := p.pack(known+".br", data, brotlied)
	return weight{len(data), len(gzip), len(brotli)}, err
}
