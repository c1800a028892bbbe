//go:build !js && !wasip1

package hooks_test

import (
	"os"
	"strings"
	"testing"
)

var examples = map[string]func(){
	"ExampleMain":     ExampleMain,
	"ExampleMainWith": ExampleMainWith,
	"ExampleExit":     ExampleExit,
}

var _ = addPrograms(examples)

func TestExamples(t *testing.T) {
	source, err := os.ReadFile("example_main_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for name := range examples {
		_, body, _ := strings.Cut(string(source), "func "+name+"() {\n")
		body, _, _ = strings.Cut(body, "\n}\n")
		_, comment, _ := strings.Cut(body, "\t// Prints:\n")
		want := strings.ReplaceAll(comment, "\t// ", "") + "\n"

		cmd := command(t, name)
		stdout, err := cmd.Output()
		got := string(stdout)
		if err != nil {
			got += err.Error() + "\n"
		}
		if got != want {
			t.Errorf("%s prints %q, want %q", name, got, want)
		}
	}
}
