package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Packages that no WebAssembly file may hold, and why.
var unwanted = map[string]string{
	"crypto/tls":                  "the page talks to its own host, through the browser",
	"crypto/x509":                 "the page talks to its own host, through the browser",
	"compress/flate":              "the browser does that",
	"database/sql":                "bloat",
	"go/format":                   "bloat",
	"go/parser":                   "bloat",
	"html/template":               "bloat",
	"math/big":                    "bloat",
	"net":                         "the page talks to its own host, through the browser",
	"net/http":                    "the page talks to its own host, through the browser",
	"os/exec":                     "bloat",
	"regexp":                      "bloat",
	"regexp/syntax":               "bloat",
	"runtime/pprof":               "bloat",
	"testing":                     "tests are not shipped",
	"text/template":               "bloat",
	"lastcall/web/ship":           "it works on this machine",
	"crypto/internal/fips140/aes": "the page has no secrets",
}

// And what engine.wasm does without, which go-app needs.
var unwantedInEngine = map[string]string{
	"encoding/json": "engine/internal/json does what we need",
	"fmt":           "engine/internal/text does what we need, in a tenth",
	"net/url":       "the page knows about URLs",
	"reflect":       "fmt and encoding/json need it, and nothing else does",
}

// A package that is only imported leaves no more than its initialisation.
const leftOver = 1024

// What is in the files, in the end, is what counts: the linker drops what
// nobody calls.
func TestUnwantedPackages(t *testing.T) {
	for name, more := range map[string]map[string]string{"wasm": unwantedInEngine, "web": nil} {
		t.Run(name, func(t *testing.T) {
			m, err := readModule(buildModule(t, name))
			if err != nil {
				t.Fatal(err)
			}
			code := m.packages()
			if code["runtime"] < 100_000 {
				t.Fatalf("there are %d bytes of runtime: the names are not read", code["runtime"])
			}
			for _, list := range []map[string]string{unwanted, more} {
				for pkg, why := range list {
					if n := code[notALetter.ReplaceAllString(pkg, "_")]; n > leftOver {
						t.Errorf("lastcall/%s holds %d bytes of %s: %s", name, n, pkg, why)
					}
				}
			}
		})
	}
}

// notALetter is what the linker writes as _ in a name.
var notALetter = regexp.MustCompile(`[^\w.]`)

// Stripping clears the lines and no more: what is left of the memory is the
// same, and a second time nothing is left to do.
func TestStripLines(t *testing.T) {
	file, err := os.ReadFile(buildModule(t, "wasm", "-ldflags=-s -w"))
	if err != nil {
		t.Fatal(err)
	}
	stripped, err := stripLines(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := gzipSize(t, stripped), gzipSize(t, file)*95/100; got > want {
		t.Errorf("%d bytes travel, want at most %d", got, want)
	}
	again, err := stripLines(stripped)
	if err != nil || !bytes.Equal(again, stripped) {
		t.Errorf("stripped again it changes (error %v)", err)
	}
	before, after := memoryOf(t, file), memoryOf(t, stripped)
	if len(before) != len(after) {
		t.Fatalf("memory is of %d bytes, and was of %d", len(after), len(before))
	}
	table := bytes.Index(before, []byte(tableHeader))
	for at, b := range after {
		if b != 0 && b != before[at] || b != before[at] && at < table {
			t.Fatalf("byte %d became %d, and was %d", at, b, before[at])
		}
	}
	if !bytes.Contains(before, []byte("engine/scheduler.go")) || bytes.Contains(after, []byte("engine/scheduler.go")) {
		t.Error("the names of source files are still there, or never were")
	}
}

func gzipSize(t *testing.T, file []byte) int {
	t.Helper()
	packed, err := packOf(file)
	if err != nil {
		t.Fatal(err)
	}
	return len(packed)
}

func memoryOf(t *testing.T, file []byte) memory {
	t.Helper()
	for r := (&reader{data: file[8:]}); len(r.data) > 0 && r.err == nil; {
		if id, section := r.byte(), r.bytes(r.number()); id == dataSection {
			m, err := readMemory(section)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
	}
	t.Fatal("there is no memory")
	return nil
}

func TestStripRefusesOthers(t *testing.T) {
	for name, file := range map[string]string{
		"a cut section":     "\x00asm\x01\x00\x00\x00\x0b\x7f\x01",
		"no table":          "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x41\x00\x0b\x01x",
		"another's segment": "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x01\x41\x00\x0b\x01x",
	} {
		if out, err := stripLines([]byte(file)); err == nil {
			t.Errorf("%s: stripLines() = %q, want an error", name, out)
		}
	}
}

// buildModule builds a package as build.sh does, with names unless flags say
// otherwise.
func buildModule(t *testing.T, name string, flags ...string) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir("../..") // where go.mod is
	if err := slim([]string{filepath.Join(dir, "slim")}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, name)
	args := []string{"build", "-trimpath", "-buildvcs=false", "-modfile", filepath.Join(dir, "slim/go.mod"), "-o", file}
	cmd := exec.Command("go", append(append(args, flags...), "./"+name)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(cmd.Args[1:], " "), err, out)
	}
	return file
}
