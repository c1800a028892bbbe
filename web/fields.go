package main

import (
	"strconv"
	"strings"

	"lastcall/engine/scenario"
)

// A fieldKey is a field of the inspector: what it belongs to, and its name,
// such as time or, of the third step, do/2/units.
type fieldKey struct {
	of   target
	name string
}

// id is the id of the field's element.
func (f fieldKey) id() string { return "edit-" + strings.ReplaceAll(f.name, "/", "-") }

// attempts are what was typed into fields and not taken, until it is mended.
type attempts map[fieldKey]attempt

type attempt struct {
	text string
	why  complaint
	told bool // a person is still typing until then
}

// A setter makes a scenario of what was typed, or complains.
type setter func(text string) (*scenario.Scenario, complaint)

// typeIn takes what stands in a field: as it is typed, or, once the field is
// left, for good. What is not taken stays as an attempt.
func (s *session) typeIn(f fieldKey, text string, left bool, set setter) {
	b := burst{f, text}
	if s.burst != b {
		c, why := set(text)
		if why == nil {
			why = s.try(c, b)
		}
		if why == nil {
			delete(s.attempts, f)
		} else {
			s.attempt(f, text, why)
		}
	}
	if left {
		s.leave(f)
	}
}

func (s *session) attempt(f fieldKey, text string, why complaint) {
	s.touch()
	if s.attempts == nil {
		s.attempts = make(attempts)
	}
	s.attempts[f] = attempt{text, why, s.attempts[f].told}
	s.burst.text = "" // so that what stood there before can be typed again
}

// leave ends typing into a field.
func (s *session) leave(f fieldKey) {
	s.touch()
	s.burst = burst{}
	if d, ok := s.attempts[f]; ok {
		d.told = true
		s.attempts[f] = d
	}
}

// standing is what stands in a field whose value is as given.
func (s *session) standing(f fieldKey, value string) string {
	if d, ok := s.attempts[f]; ok {
		return d.text
	}
	if s.burst.field == f {
		return s.burst.text
	}
	return value
}

// moveAttempts keeps the attempts of steps with their steps, when these move: to
// says where one goes, -1 if it is removed.
func (s *session) moveAttempts(of target, to func(i int) int) {
	moved := make(attempts, len(s.attempts))
	for f, d := range s.attempts {
		if i, rest, ok := f.step(); ok && f.of == of {
			if i = to(i); i < 0 {
				continue
			}
			f.name = stepField(i, rest)
		}
		moved[f] = d
	}
	s.attempts = moved
}

// stepField names a field of a step.
func stepField(i int, name string) string { return "do/" + strconv.Itoa(i) + "/" + name }

// step is the step that a field is of.
func (f fieldKey) step() (i int, name string, ok bool) {
	rest, ok := strings.CutPrefix(f.name, "do/")
	if !ok {
		return 0, "", false
	}
	number, name, ok := strings.Cut(rest, "/")
	i, err := strconv.Atoi(number)
	return i, name, ok && err == nil
}

// of gives the attempts of one target to another; the id was taken.
func (d attempts) of(from, to target) attempts {
	moved := make(attempts, len(d))
	for f, one := range d {
		if f.of == from {
			f.of = to
		}
		moved[f] = one
	}
	delete(moved, fieldKey{to, "id"})
	return moved
}
