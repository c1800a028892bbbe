package scenario_test

import (
	"testing"

	"lastcall/engine/scenario"
)

func TestWithEndingGivesAValidProgramOfThatEnding(t *testing.T) {
	for name, data := range corpus(t) {
		s, err := scenario.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		before := string(scenario.Encode(s))
		for _, e := range scenario.Endings {
			c := s.WithEnding(e, 1)
			if got := c.Ending(); got != e {
				t.Errorf("%s: WithEnding(%s).Ending() = %s", name, e, got)
			}
			if _, err := scenario.Decode(scenario.Encode(c)); err != nil {
				t.Errorf("%s: WithEnding(%s) is not valid: %v", name, e, err)
			}
		}
		if after := string(scenario.Encode(s)); after != before {
			t.Errorf("WithEnding changed %s:\n%s\nwas\n%s", name, after, before)
		}
	}
}
