package main

import (
	"strings"
	"testing"

	"lastcall/engine/scenario/link"
)

func TestALinkInTheAddress(t *testing.T) {
	good, err := link.Encode(exampleNamed("overrun").scenario)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		address string
		notice  string // part of what is said; "" if the link opens
	}{
		{good, ""},
		{good[:len(good)-4], "damaged"},
		{"v1.broken", "damaged"},
		{"v1.", "damaged"},
		{"v2.abc", "newer"},
	}
	for _, tt := range tests {
		s, b := opened(t, "hooks")
		s.beginTutorial(&fakeLibrary{})
		before := s.scenario
		s.followAddress(tt.address)
		b.settle()
		if tt.notice == "" {
			if s.scenario.Title != exampleNamed("overrun").scenario.Title || s.notice != nil {
				t.Errorf("%s shows %q, notice %+v", tt.address, s.scenario.Title, s.notice)
			}
			s.undo()
		} else if s.notice == nil || !strings.Contains(s.notice.text(s.words), tt.notice) {
			t.Errorf("%s: notice %+v, want one with %q", tt.address, s.notice, tt.notice)
		}
		if s.scenario != before {
			t.Errorf("%s: what was there is lost", tt.address)
		}
		if a := s.tutorial.library.address(); a != "" {
			t.Errorf("%s: the address still ends in #%s", tt.address, a)
		}
	}
}

// Work that is nowhere else is not replaced without a word.
func TestALinkOffersTheWorkBack(t *testing.T) {
	s, b := opened(t, "hooks")
	s.beginTutorial(&fakeLibrary{})
	relabel(s, "mine")
	mine := s.scenario
	good, _ := link.Encode(exampleNamed("overrun").scenario)
	s.followAddress(good)
	b.settle()
	if s.notice == nil || s.scenario == mine {
		t.Fatalf("notice %+v", s.notice)
	}
	s.actOnNotice()
	if s.scenario != mine {
		t.Error("the work is not brought back")
	}
}
