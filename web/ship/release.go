package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// releaseDist writes the archives of a version: a zip and a tarball with all of
// DIST, compressed copies of what is large, and what it is made of. The same
// files give the same bytes, whenever and wherever that is.
func releaseDist(args []string) error {
	if err := take(args, "DIST", "CACHE", "OUT"); err != nil {
		return err
	}
	dist, cache, out := args[0], packer{args[1]}, args[2]
	files, err := readDist(dist)
	if err != nil {
		return err
	}
	match := regexp.MustCompile(`version = "(.*)"`).FindSubmatch(files["build.js"])
	if match == nil {
		return fmt.Errorf("%s/build.js has no version", dist)
	}
	name := "lastcall-" + string(match[1])
	bill, err := billOf(dist, string(match[1]))
	if err != nil {
		return err
	}
	if err := addCompressed(files, cache); err != nil {
		return err
	}
	files["lastcall.cdx.json"] = bill
	if files["LICENSE"], err = os.ReadFile("LICENSE"); err != nil {
		return err
	}

	var zipped, tarred bytes.Buffer
	if err := writeZip(&zipped, name, files); err != nil {
		return err
	}
	if err := writeTarball(&tarred, name, files); err != nil {
		return err
	}
	archives := map[string][]byte{
		name + ".zip": zipped.Bytes(), name + ".tar.gz": tarred.Bytes(), name + ".cdx.json": bill,
	}
	return writeRelease(out, archives)
}

// writeRelease writes the archives and their checksums.
func writeRelease(out string, archives map[string][]byte) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, name := range slices.Sorted(maps.Keys(archives)) {
		if err := writeWhole(filepath.Join(out, name), archives[name]); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(archives[name]), name)
		fmt.Printf("%10d  %s\n", len(archives[name]), filepath.Join(out, name))
	}
	return writeWhole(filepath.Join(out, "SHA256SUMS"), []byte(sums.String()))
}

func readDist(dist string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dist), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files[name], err = os.ReadFile(filepath.Join(dist, name))
		}
		return err
	})
	return files, err
}

// largeFile is when a compressed copy is worth it.
const largeFile = 4096

// compressible are the kinds of files that are not compressed already.
var compressible = []string{".css", ".html", ".js", ".json", ".svg", ".wasm", ".webmanifest"}

// addCompressed adds the copies that hosts serve to who takes them.
func addCompressed(files map[string][]byte, cache packer) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name]
		if len(data) < largeFile || !hasSuffix(name, compressible) || name == "lastcall.html" {
			continue
		}
		known := filepath.Join(cache.cache, fmt.Sprintf("%x", sha256.Sum256(data)))
		var err error
		if files[name+".gz"], err = cache.pack(known+".gz", data, gzipped); err != nil {
			return err
		}
		if files[name+".br"], err = cache.pack(known+".br", data, brotlied); err != nil {
			return err
		}
	}
	return nil
}

// then is when all files of a release were written, as archives have it: no
// zip knows an earlier time.
var then = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func writeZip(out io.Writer, folder string, files map[string][]byte) error {
	w := zip.NewWriter(out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &zip.FileHeader{Name: path.Join(folder, name), Method: zip.Deflate, Modified: then}
		header.SetMode(0o644)
		file, err := w.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := file.Write(files[name]); err != nil {
			return err
		}
	}
	return w.Close()
}

func writeTarball(out io.Writer, folder string, files map[string][]byte) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := tar.NewWriter(packed)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &tar.Header{
			Typeflag: tar.TypeReg, Name: path.Join(folder, name), Mode: 0o644,
			Size: int64(len(files[name])), ModTime: then, Format: tar.FormatUSTAR,
		}
		if err := w.WriteHeader(header); err != nil {
			return err
		}
		if _, err := w.Write(files[name]); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return packed.Close()
}
