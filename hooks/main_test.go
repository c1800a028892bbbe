//go:build !js && !wasip1

package hooks_test

import (
	"flag"
	"maps"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write testdata anew, with the python3 on PATH")

// programVar names the program that the test binary is to be, if any.
const programVar = "HOOKS_TEST_PROGRAM"

// programs are what the tests run as processes of their own.
var programs = map[string]func(){}

// addPrograms is called by the files that have some.
func addPrograms(more map[string]func()) bool {
	maps.Copy(programs, more)
	return true
}

// With -cover, what the children run counts, except for those that a signal
// kills.
func TestMain(m *testing.M) {
	if program, ok := programs[os.Getenv(programVar)]; ok {
		program()
		return
	}
	os.Exit(m.Run())
}
