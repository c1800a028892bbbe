// Command faults plants one fault after the other in engine, hooks, program
// and the folds of trace, and runs the tests of the package that it is in and
// of those that rely on it. A fault that no test notices is a hole in them.
//
//	go run ./engine/faults            all
//	go run ./engine/faults queue lifo those whose place or nature has one of these words
//
// The files stay as they are: the compiler is given others in their place. It
// exits with 1 if a fault was missed, and with 2 if one could not be planted,
// since the code it was for is no more.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long the tests may take. A fault may well make a program
// that never ends.
const patience = "3m"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		if errors.Is(err, errMissed) {
			os.Exit(1)
		}
		os.Exit(2)
	}
}

var errMissed = errors.New("the tests do not notice")

func run(words []string) error {
	scratch, err := os.MkdirTemp("", "faults")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	var missed []string
	planted := 0
	for _, f := range faults {
		if !f.named(words) {
			continue
		}
		overlay, err := f.plant(scratch)
		if err != nil {
			return err
		}
		planted++
		began := time.Now()
		noticed, output := noticedBy(overlay, f.tests)
		verdict := "caught"
		if !noticed {
			verdict = "MISSED"
			missed = append(missed, f.String())
		}
		fmt.Printf("%-7s %4.0f s  %s%s\n", verdict, time.Since(began).Seconds(), f, output)
	}
	fmt.Printf("%d planted, %d missed\n", planted, len(missed))
	if len(missed) > 0 {
		return fmt.Errorf("%w %s", errMissed, strings.Join(missed, "; "))
	}
	return nil
}

// A fault is one that a programmer might make.
type fault struct {
	file     string
	old, new string // old occurs once in file
	nature   string
	tests    []string // the packages whose tests are to notice
}

func (f fault) String() string { return f.file + ": " + f.nature }

func (f fault) named(words []string) bool {
	for _, word := range words {
		if strings.Contains(f.String(), word) {
			return true
		}
	}
	return len(words) == 0
}

// plant writes the file with the fault into scratch, and returns the name of
// the overlay that puts it in the other's place.
func (f fault) plant(scratch string) (overlay string, err error) {
	text, err := os.ReadFile(f.file)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(text), f.old); n != 1 {
		return "", fmt.Errorf("%s: %q is there %d times, and should be once", f, f.old, n)
	}
	faulty := filepath.Join(scratch, "faulty.go")
	if err := os.WriteFile(faulty, []byte(strings.Replace(string(text), f.old, f.new, 1)), 0o600); err != nil {
		return "", err
	}
	place, err := filepath.Abs(f.file)
	if err != nil {
		return "", err
	}
	replace, err := json.Marshal(map[string]any{"Replace": map[string]string{place: faulty}})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(scratch, "overlay.json")
	return overlay, os.WriteFile(overlay, replace, 0o600)
}

// noticedBy reports whether the tests of some packages fail. If they do not
// even compile, that is in the output.
func noticedBy(overlay string, packages []string) (noticed bool, output string) {
	args := append([]string{"test", "-failfast", "-timeout", patience, "-overlay", overlay}, packages...)
	out, err := exec.Command("go", args...).CombinedOutput()
	if strings.Contains(string(out), "[build failed]") {
		return false, "\n" + string(out)
	}
	return err != nil, ""
}
