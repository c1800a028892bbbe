package program_test

import (
	"errors"
	"os"
	"testing"

	"lastcall/engine/parity"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
)

// Every CPython that is here records the golden scenarios and the stories
// anew: what was recorded once still holds, and the stories are true.
func TestLive(t *testing.T) {
	interpreters, err := parity.Interpreters()
	if err != nil {
		t.Fatal(err)
	}
	if len(interpreters) == 0 {
		t.Log("NOT COMPARED with a live CPython, for there is none: compared with the committed traces alone")
		TestGoldenTraces(t)
	}
	for _, i := range interpreters {
		t.Run(i.Version, func(t *testing.T) {
			t.Parallel()
			python, err := parity.Start(t.Context(), i)
			if err != nil {
				t.Fatal(err)
			}
			defer python.Close()
			if i.Profile == scenario.Python313 { // the one they were recorded with
				recordGoldens(t, python)
			}
			recordStories(t, python)
		})
	}
}

func recordGoldens(t *testing.T, python *parity.Python) {
	for _, file := range goldens(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := python.Record(text)
		if err != nil {
			refuse(t, file, err)
		} else if d := parity.Difference(golden(t, file), got); d != "" {
			t.Errorf("%s was recorded otherwise: %s", file, d)
		}
	}
}

func recordStories(t *testing.T, python *parity.Python) {
	for _, s := range stories {
		got, err := python.Record(s.document(python.Profile))
		if err != nil {
			refuse(t, s.name, err)
			continue
		}
		ours := program.Run(s.decode(t, python.Profile), program.Options{})
		if d := parity.Difference(ours, got); d != "" {
			t.Errorf("%s: %s", s.name, d)
		}
	}
}

// refuse reports that there is no trace, and gives up if the interpreter is
// gone.
func refuse(t *testing.T, name string, err error) {
	t.Helper()
	if _, refused := errors.AsType[parity.Refusal](err); !refused {
		t.Fatal(err)
	}
	t.Errorf("%s: %v", name, err)
}
