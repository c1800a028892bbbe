package main

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

//go:embed _onefile
var single embed.FS

// insteadOf are the modules that are other ones in the one file.
var insteadOf = map[string]string{
	"beside.js":   "_onefile/beside.js",
	"download.js": "_onefile/download.js",
	"lesson.js":   "_onefile/lesson.js",
}

// notPacked are scripts that the one file has no use for, or has as they are.
var notPacked = []string{"sw.js", "theme.js"}

// onefile writes lastcall.html: the page with all its files inside, compressed,
// to be opened from a disk.
func onefile(args []string) error {
	if err := take(args, "DIST"); err != nil {
		return err
	}
	dist := args[0]
	page, err := pageOf(dist)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "lastcall.html"), []byte(page), 0o644)
}

func pageOf(dist string) (string, error) {
	texts := map[string]string{}
	for _, name := range []string{"index.html", "style.css", "theme.js", "icon.svg"} {
		text, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			return "", err
		}
		texts[name] = string(text)
	}
	unpack, err := single.ReadFile("_onefile/unpack.js")
	if err != nil {
		return "", err
	}
	packed, err := packAll(dist)
	if err != nil {
		return "", err
	}
	icon := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(texts["icon.svg"]))
	style := stamped(`icon\.svg`).ReplaceAllLiteralString(texts["style.css"], icon)

	page := texts["index.html"]
	for _, change := range []struct{ what, by string }{
		{`<meta http-equiv="Content-Security-Policy" content="[^"]*">`, policy(style, texts["theme.js"], string(unpack))},
		{`<link rel="icon"[^>]*>`, `<link rel="icon" href="` + icon + `" type="image/svg+xml">`},
		{`<link rel="stylesheet"[^>]*>`, "<style>" + style + "</style>"},
		{`<script src="theme\.js[^>]*></script>`, "<script>" + texts["theme.js"] + "</script>"},
		{`(?:<link rel="(?:apple-touch-icon|manifest|preload|modulepreload)"[^>]*>\n)+`, ""},
		{`<script type="module"[^>]*></script>\n`, ""},
		{`</body>`, `<script type="text/plain" id="packed">` + packed + "</script>\n<script>" + string(unpack) + "</script>\n</body>"},
	} {
		pattern := regexp.MustCompile(change.what)
		if !pattern.MatchString(page) {
			return "", fmt.Errorf("index.html has no %s", change.what)
		}
		page = pattern.ReplaceAllLiteralString(page, change.by)
	}
	if left := regexp.MustCompile(`(?:src|href)="[^"]*\?v=[^"]*"`).FindString(page); left != "" {
		return "", fmt.Errorf("lastcall.html would still load %s", left)
	}
	return page, nil
}

// stamped matches a file's name with its version.
func stamped(name string) *regexp.Regexp { return regexp.MustCompile(name + `(?:\?v=\w*)?`) }

// policy is the content security policy of the one file: what it holds may
// run, and what that makes of itself, and nothing may be loaded.
func policy(style string, scripts ...string) string {
	hashes := make([]string, len(scripts))
	for i, script := range scripts {
		hashes[i] = hashSource(script)
	}
	return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
		`script-src ` + strings.Join(hashes, " ") + ` blob: 'wasm-unsafe-eval'; worker-src blob:; ` +
		`style-src ` + hashSource(style) + `; img-src data:; base-uri 'none'; form-action 'none'; ` +
		`require-trusted-types-for 'script'; trusted-types lastcall">`
}

func hashSource(text string) string {
	hash := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
}

// packAll returns the scripts, WebAssembly files and lessons as base64 of gzip: a line
// with their names and sizes, then one after the other.
func packAll(dist string) (string, error) {
	type entry [2]any
	var index []entry
	var body bytes.Buffer
	for _, pattern := range []string{"*.js", "*.wasm", "lessons/*"} {
		files, err := filepath.Glob(filepath.Join(dist, pattern))
		if err != nil {
			return "", err
		}
		for _, file := range files {
			name, err := filepath.Rel(dist, file)
			if err != nil {
				return "", err
			}
			if hasSuffix(name, notPacked) {
				continue
			}
			data, err := readForSingle(file)
			if err != nil {
				return "", err
			}
			index = append(index, entry{filepath.ToSlash(name), len(data)})
			body.Write(data)
		}
	}
	line, err := json.Marshal(index)
	if err != nil {
		return "", err
	}
	return packOf(append(line, '\n'), body.Bytes())
}

// readForSingle returns what stands in the one file for a file.
func readForSingle(file string) ([]byte, error) {
	name := filepath.Base(file)
	if other, ok := insteadOf[name]; ok {
		return single.ReadFile(other)
	}
	data, err := os.ReadFile(file)
	if err != nil || name != "thread.js" {
		return data, err
	}
	module, classic := []byte(`type: "module"`), []byte(`type: "classic"`)
	if bytes.Count(data, module) != 1 {
		return nil, fmt.Errorf("%s does not start one worker", file)
	}
	return bytes.Replace(data, module, classic, 1), nil
}

func packOf(parts ...[]byte) (string, error) {
	var packed bytes.Buffer
	w := gzipped(&packed)
	for _, part := range parts {
		if _, err := w.Write(part); err != nil {
			return "", err
		}
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(packed.Bytes()), nil
}
