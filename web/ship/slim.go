package main

import (
	"embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A slimmed module is one of which the WebAssembly files get a part only. What
// is dropped is server code that no browser runs, and what would print the
// insides of values: together a third of what a first visit downloads. Tests
// on this machine have the whole module.
type slimmed struct {
	path, version string
	packages      []string          // the directories that are kept
	files         map[string]string // instead of the module's: ours, "" for none
}

//go:embed _goapp _safejs _uuid
var written embed.FS

var slimmedModules = []slimmed{
	{
		path:     "github.com/maxence-charriere/go-app/v9",
		version:  "v9.8.0",
		packages: []string{"pkg/app", "pkg/errors"},
		files: map[string]string{
			"pkg/app/http.go":     "_goapp/http.go",   // brings net/http along
			"pkg/app/resource.go": "",                 // so does this
			"pkg/app/wasm.go":     "",                 // says that a browser writes no website
			"pkg/app/route.go":    "_goapp/route.go",  // brings regexp along
			"pkg/app/crypto.go":   "_goapp/crypto.go", // brings cryptography along
		},
	},
	{
		path:     "github.com/hack-pad/safejs",
		version:  "v0.1.0",
		packages: []string{".", "internal/catch", "internal/stackerr"},
		files:    map[string]string{"internal/catch/catch.go": "_safejs/catch.go"}, // brings fmt along
	},
	{
		path:    "github.com/google/uuid",
		version: "v1.3.0",
		files:   map[string]string{"uuid.go": "_uuid/uuid.go"}, // brings cryptography along
	},
}

// slim writes the slimmed modules below a directory, and the go.mod that
// builds with them.
func slim(args []string) error {
	if err := take(args, "DIR"); err != nil {
		return err
	}
	dir := args[0]
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	mod := filepath.Join(dir, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := copyFile(filepath.Join(dir, name), name); err != nil {
			return err
		}
	}
	for _, m := range slimmedModules {
		to := filepath.Join(dir, strings.ReplaceAll(m.path, "/", "-"))
		if err := m.write(to); err != nil {
			return fmt.Errorf("slim %s: %w", m.path, err)
		}
		if err := exec.Command("go", "mod", "edit", "-replace", m.path+"="+localPath(to), mod).Run(); err != nil {
			return err
		}
	}
	return nil
}

func (m slimmed) write(to string) error {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", m.path).Output()
	if err != nil {
		return err
	}
	version, from, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if version != m.version {
		return fmt.Errorf("what is dropped was looked at in %s, not in %s", m.version, version)
	}
	for _, pkg := range append(m.packages, ".") {
		if err := os.MkdirAll(filepath.Join(to, pkg), 0o755); err != nil {
			return err
		}
	}
	if err := copyFile(filepath.Join(to, "go.mod"), filepath.Join(from, "go.mod")); err != nil {
		return err
	}
	for _, pkg := range m.packages {
		if err := m.copyPackage(to, from, pkg); err != nil {
			return err
		}
	}
	for name, source := range m.files {
		if source == "" {
			continue
		}
		text, err := written.ReadFile(source)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// copyPackage copies what is kept of a package.
func (m slimmed) copyPackage(to, from, pkg string) error {
	files, err := filepath.Glob(filepath.Join(from, pkg, "*.go"))
	if err != nil {
		return err
	}
	for _, file := range files {
		name := filepath.Join(pkg, filepath.Base(file))
		if _, replaced := m.files[filepath.ToSlash(name)]; replaced || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if err := copyFile(filepath.Join(to, name), file); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// localPath writes a path as go.mod has it: from the current directory, or
// from the root.
func localPath(path string) string {
	if filepath.IsAbs(path) {
		return filepath.ToSlash(path)
	}
	return "./" + filepath.ToSlash(path)
}
