package parity

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"lastcall/engine/scenario"
)

// Variable names the environment variable that lists the interpreters to
// compare with, instead of those that are found.
const Variable = "LASTCALL_PYTHONS"

// An Interpreter is a CPython that record.py runs on: 3.10 or later.
type Interpreter struct {
	Path    string
	Version string // 3.11.7
	Profile scenario.Profile
}

// Interpreters returns those that [Variable] lists, and says which of them are
// none. Without it they are every python3 on PATH and of pyenv, each once.
func Interpreters() (found []Interpreter, err error) {
	if list := os.Getenv(Variable); list != "" {
		return Named(list)
	}
	seen := map[string]bool{}
	for _, path := range candidates() {
		if i, err := Probe(path); err == nil && !seen[i.Path] {
			seen[i.Path] = true
			found = append(found, i)
		}
	}
	return found, nil
}

// Named returns the interpreters of a list of paths or commands, parted by
// commas or as PATH is.
func Named(list string) (found []Interpreter, err error) {
	for _, path := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == os.PathListSeparator }) {
		i, err := Probe(strings.TrimSpace(path))
		if err != nil {
			return nil, err
		}
		found = append(found, i)
	}
	return found, nil
}

// candidates are where a python3 may be.
func candidates() (paths []string) {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		paths = append(paths, filepath.Join(dir, "python3"))
	}
	if root, err := exec.Command("pyenv", "root").Output(); err == nil {
		versions, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), "versions/*/bin/python3"))
		paths = append(paths, versions...)
	}
	return paths
}

const about = `
import os, sys
print(sys.implementation.name, *sys.version_info[:3], os.path.realpath(sys.executable))`

// Probe asks an interpreter what it is.
func Probe(path string) (i Interpreter, err error) {
	answer, err := exec.Command(path, "-c", about).Output()
	if err != nil {
		return i, fmt.Errorf("%s does not run as Python 3: %w", path, err)
	}
	var name string
	var major, minor, micro int
	if _, err := fmt.Sscan(string(answer), &name, &major, &minor, &micro); err != nil {
		return i, fmt.Errorf("%s answers %q: %w", path, answer, err)
	}
	if name != "cpython" || major != 3 || minor < 10 {
		return i, fmt.Errorf("%s is %s %d.%d: CPython 3.10 or later is wanted", path, name, major, minor)
	}
	i.Path = strings.TrimSpace(strings.SplitN(string(answer), " ", 5)[4])
	i.Version = fmt.Sprintf("%d.%d.%d", major, minor, micro)
	i.Profile = scenario.Python313
	if minor >= 14 {
		i.Profile = scenario.Python314
	}
	return i, nil
}
