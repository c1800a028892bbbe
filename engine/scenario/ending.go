package scenario

import (
	"maps"
	"slices"
)

// An Ending is a way for a program to end, among those that people compare.
type Ending string

// The endings. The first five are the program's own doing, at the end of its
// main program; the others come from outside, at a moment.
const (
	EndReturn    Ending = "return"
	EndExit      Ending = "exit"
	EndException Ending = "exception"
	EndHardExit  Ending = "_exit"
	EndAbort     Ending = "abort"

	EndSIGINT         Ending = "SIGINT"
	EndSIGTERM        Ending = "SIGTERM"
	EndSIGTERMHandled Ending = "SIGTERM-handled"
	EndSIGKILL        Ending = "SIGKILL"
	EndClose          Ending = "close"
	EndDiscard        Ending = "discard"

	// EndOther is what [Scenario.Ending] answers for a program that ends in
	// some way of its own.
	EndOther Ending = "other"
)

// Endings lists the ways to end in the order in which they are shown: those
// that run hooks, then those that skip them.
var Endings = []Ending{
	EndReturn, EndExit, EndException, EndSIGINT, EndSIGTERMHandled, EndClose,
	EndSIGTERM, EndSIGKILL, EndHardExit, EndAbort, EndDiscard,
}

// FromOutside reports whether e is done to the program, at a moment, and not
// by it.
func (e Ending) FromOutside() bool {
	return e.sending() != ""
}

func (e Ending) sending() Sending {
	switch e {
	case EndSIGINT, EndSIGTERM, EndSIGKILL, EndClose, EndDiscard:
		return Sending(e)
	case EndSIGTERMHandled:
		return Sending(SIGTERM)
	}
	return ""
}

func (e Ending) step() Step {
	switch e {
	case EndExit:
		return Exit{Code: Int(0)}
	case EndException:
		message := "something went wrong"
		return Raise{Type: "RuntimeError", Message: &message}
	case EndHardExit:
		return HardExit{Code: Int(0)}
	case EndAbort:
		return Abort{}
	}
	return nil
}

// termHandler is the handler that a program gets when it has none and is to
// end by a SIGTERM that it handles.
var termHandler = []Step{Exit{Code: Int(0)}}

// WithEnding returns s if it ends by e already, or else a copy that does; at is the moment for
// one from outside. A program with nothing to wait for is over before anything
// can reach it, so that one is given a unit of work at its end.
func (s *Scenario) WithEnding(e Ending, at float64) *Scenario {
	if e == EndOther || e == s.Ending() && !e.FromOutside() {
		return s
	}
	c := *s
	c.Outside = slices.DeleteFunc(slices.Clone(s.Outside), func(o Outside) bool { return ends(o.Send) })
	c.End = slices.Clone(s.End)
	for len(c.End) > 0 && terminal(c.End[len(c.End)-1]) {
		c.End = c.End[:len(c.End)-1]
	}
	if step := e.step(); step != nil {
		c.End = append(c.End, step)
	}
	if sending := e.sending(); sending != "" {
		c.Outside = append(c.Outside, Outside{At: at, Send: sending})
		if len(s.Events) == 0 && len(c.End) == 0 {
			c.End = append(c.End, Work{Units: 1})
		}
	}
	c.Handlers = maps.Clone(s.Handlers)
	switch _, handled := s.Handlers[SIGTERM]; {
	case e == EndSIGTERMHandled && !handled:
		if c.Handlers == nil {
			c.Handlers = make(map[Signal][]Step)
		}
		c.Handlers[SIGTERM] = termHandler
	case e == EndSIGTERM:
		delete(c.Handlers, SIGTERM)
	}
	return &c
}

// Ending returns which of the [Endings] the document asks for, or [EndOther].
// Whether the program gets that far is for a run to say.
func (s *Scenario) Ending() Ending {
	if o := s.sentToEnd(); o != nil {
		if _, handled := s.Handlers[SIGTERM]; handled && o.Send == Sending(SIGTERM) {
			return EndSIGTERMHandled
		}
		return Ending(o.Send)
	}
	if len(s.End) == 0 {
		return EndReturn
	}
	switch s.End[len(s.End)-1].(type) {
	case Exit:
		return EndExit
	case Raise:
		return EndException
	case HardExit:
		return EndHardExit
	case Abort:
		return EndAbort
	case Kill:
		return EndOther
	default:
		return EndReturn
	}
}

// EndsAt returns the moment at which something from outside is to end the
// program; ok is false if nothing is.
func (s *Scenario) EndsAt() (at float64, ok bool) {
	if o := s.sentToEnd(); o != nil {
		return o.At, true
	}
	return 0, false
}

// sentToEnd returns the last entry from outside that is meant to end the
// program, nil if there is none.
func (s *Scenario) sentToEnd() *Outside {
	for i := range slices.Backward(s.Outside) {
		if ends(s.Outside[i].Send) {
			return &s.Outside[i]
		}
	}
	return nil
}

// ends reports whether a sending from outside is meant to end the program.
func ends(s Sending) bool {
	switch s {
	case Close, Discard, Sending(SIGINT), Sending(SIGTERM), Sending(SIGKILL):
		return true
	}
	return false
}

// terminal reports whether no step after s is done.
func terminal(s Step) bool {
	switch s.(type) {
	case Exit, HardExit, Raise, Abort, Kill:
		return true
	}
	return false
}
