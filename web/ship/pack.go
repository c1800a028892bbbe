package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// A packer compresses. Brotli takes its time, so what was packed once is kept.
type packer struct{ cache string }

// pack returns data compressed by a function, from a file if that is there.
func (p packer) pack(file string, data []byte, compress func(io.Writer) io.WriteCloser) ([]byte, error) {
	if packed, err := os.ReadFile(file); err == nil {
		return packed, nil
	}
	var packed bytes.Buffer
	w := compress(&packed)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(p.cache, 0o755); err != nil {
		return nil, err
	}
	return packed.Bytes(), writeWhole(file, packed.Bytes())
}

func gzipped(w io.Writer) io.WriteCloser {
	g, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		panic(err) // there is such a level
	}
	return g
}

func brotlied(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) }

// writeWhole writes a file so that no reader sees a part of it.
func writeWhole(file string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(file), "part")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // if it is still there
	if _, err := part.Write(data); err != nil {
		return err
	}
	if err := part.Close(); err != nil {
		return err
	}
	return os.Rename(part.Name(), file)
}

func hasSuffix(name string, suffixes []string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}
