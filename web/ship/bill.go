package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// What Go writes around the text about the build, which go version -m prints
// of programs that it knows; WebAssembly files are none of them.
var (
	infoStart = []byte("0w\xaf\f\x92t\b\x02A\xe1\xc1\a\xe6\xd6\x18\xe6")
	infoEnd   = []byte("\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2")
)

// buildInfo returns what go version -m would say of a WebAssembly file.
func buildInfo(file []byte) (*debug.BuildInfo, error) {
	_, rest, found := bytes.Cut(file, infoStart)
	text, _, ends := bytes.Cut(rest, infoEnd)
	if !found || !ends {
		return nil, errors.New("it does not say what it was built of")
	}
	return debug.ParseBuildInfo(string(text))
}

// A component is a part of a program, in the words of CycloneDX.
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	URL     string `json:"purl"`
}

// billOf returns the bill of materials: the modules that the WebAssembly files
// are built of, and the Go that built them, as CycloneDX 1.5.
func billOf(dist, version string) ([]byte, error) {
	goVersion := strings.TrimPrefix(runtime.Version(), "go") // what built this has built them
	parts := map[component]bool{
		{"platform", "go", goVersion, "pkg:generic/go@" + goVersion}: true,
	}
	for _, name := range []string{"engine.wasm", "app.wasm"} {
		data, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			return nil, err
		}
		info, err := buildInfo(data)
		if err != nil {
			return nil, err
		}
		for _, module := range info.Deps {
			parts[component{"library", module.Path, module.Version, "pkg:golang/" + module.Path + "@" + module.Version}] = true
		}
	}
	list := make([]component, 0, len(parts))
	for part := range parts {
		list = append(list, part)
	}
	slices.SortFunc(list, func(a, b component) int { return cmp.Compare(a.URL, b.URL) })
	return json.MarshalIndent(map[string]any{
		"bomFormat":   "CycloneDX",
		"specVersion": "1.5",
		"version":     1,
		"metadata":    map[string]any{"component": component{"application", "lastcall", version, "pkg:generic/lastcall@" + version}},
		"components":  list,
	}, "", "  ")
}
