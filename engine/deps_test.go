//go:build !js

package engine_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	goApp  = "github.com/maxence-charriere/go-app/v9/pkg/app"
	safejs = "github.com/hack-pad/safejs"
)

// A rule says what packages, and what they import in turn, must not contain.
// A path with a final / stands for all below it.
type rule struct {
	pkgs  []string
	avoid map[string]string // path to why
}

var rules = []rule{
	{[]string{"lastcall/engine", "lastcall/hooks"}, map[string]string{
		"lastcall/":   "the scheduler and the exit hooks know nothing of each other, or of who uses them",
		"github.com/": "the scheduler and the exit hooks need the standard library only",
	}},
	{[]string{"lastcall/engine", "lastcall/engine/", "lastcall/hooks"}, map[string]string{
		safejs:    "only wasm touches JavaScript",
		goApp:     "only web draws",
		"testing": "tests are not shipped",
	}},
	{[]string{"lastcall/engine/scenario", "lastcall/engine/trace"}, map[string]string{
		"lastcall/engine":         "the document and the log run nothing",
		"lastcall/engine/program": "the document and the log run nothing",
		"lastcall/hooks":          "the document and the log run nothing",
	}},
	{[]string{"lastcall/web"}, map[string]string{
		"lastcall/engine":         "the page runs no program: it draws traces",
		"lastcall/engine/program": "the page runs no program: it draws traces",
		"lastcall/hooks":          "the page runs no program: it draws traces",
		"testing":                 "tests are not shipped",
	}},
	{[]string{"lastcall/wasm"}, map[string]string{
		goApp:           "only web draws",
		"lastcall/web":  "the engine knows nothing of the page",
		"encoding/json": "it adds a third of a megabyte; engine/internal/json does what we need",
		"html/template": "bloat",
		"net/http":      "the engine talks to nobody",
		"os/exec":       "bloat",
		"testing":       "tests are not shipped",
	}},
}

// direct says who alone may import a package by name. It may still come with
// another one: under js/wasm, package os brings syscall/js along.
var direct = map[string]string{
	goApp:        "lastcall/web",
	safejs:       "lastcall/wasm",
	"syscall/js": "lastcall/wasm",
}

func TestDependencies(t *testing.T) {
	for _, target := range []string{"native", "js/wasm"} {
		t.Run(strings.ReplaceAll(target, "/", "_"), func(t *testing.T) {
			pkgs := list(t, target)
			for _, r := range rules {
				for _, p := range pkgs {
					if matches(r.pkgs, p.path) {
						p.mustAvoid(t, r.avoid)
					}
				}
			}
			for _, p := range pkgs {
				for _, imported := range p.imports {
					if owner, ok := direct[imported]; ok && !within(owner, p.path) {
						t.Errorf("%s imports %s, which only %s may", p.path, imported, owner)
					}
				}
			}
		})
	}
}

// A pkg is a package of ours.
type pkg struct {
	path    string
	imports []string
	deps    []string // and what those import, in turn
}

func (p pkg) mustAvoid(t *testing.T, avoid map[string]string) {
	t.Helper()
	for _, dep := range p.deps {
		for bad, why := range avoid {
			if matches([]string{bad}, dep) {
				t.Errorf("%s depends on %s: %s", p.path, dep, why)
			}
		}
	}
}

// list returns our packages as they are built for a target.
func list(t *testing.T, target string) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}};{{.Dir}};{{join .Imports " "}};{{join .Deps " "}}`, "lastcall/...")
	cmd.Env = os.Environ()
	if target == "js/wasm" {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var pkgs []pkg
	for line := range strings.Lines(string(out)) {
		part := strings.Split(strings.TrimSpace(line), ";")
		pkgs = append(pkgs, pkg{part[0], strings.Fields(part[2]), strings.Fields(part[3])})
		// What the test has read itself decides how long its result is cached.
		if _, err := os.ReadDir(part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.ContainsFunc(pkgs, func(p pkg) bool { return p.path == "lastcall/engine" }) {
		t.Fatalf("go list does not list lastcall/engine: %s", out)
	}
	return pkgs
}

// matches reports whether path is one of paths, or below one that ends in /.
func matches(paths []string, path string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return path == p || strings.HasSuffix(p, "/") && strings.HasPrefix(path, p)
	})
}

// within reports whether path is root or below it.
func within(root, path string) bool { return path == root || strings.HasPrefix(path, root+"/") }
