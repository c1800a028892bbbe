//go:build !js && !wasip1

package hooks_test

import (
	"os/exec"
	"testing"

	"lastcall/hooks"
)

// findPython returns the python3 on PATH and the profile it is of. If there
// is none that we know of, it says so and returns "".
func findPython(t *testing.T) (python string, profile hooks.Profile) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Log("no python3:", err)
		return "", 0
	}
	version, err := exec.Command(python, "-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])").Output()
	switch string(version) {
	case "cpython 3 10\n", "cpython 3 11\n", "cpython 3 12\n", "cpython 3 13\n":
		return python, hooks.Python313
	case "cpython 3 14\n", "cpython 3 15\n":
		return python, hooks.Python314
	}
	t.Logf("%s is %q, %v: no CPython that we know", python, version, err)
	return "", 0
}
