package hooks_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"lastcall/hooks"
)

// maxCalls is how many hooks of a script do their steps. What is called after
// that does nothing, so that hooks that run hooks come to an end.
// testdata/atexit_play.py has the same number.
const maxCalls = 30

// A script is a program that registers and runs hooks. Its steps are
// "register a", "unregister a", "clear", "run", and, of which Python has
// nothing, "stop", which ends the time that Run has.
type script struct {
	Main  []string        `json:"main"`
	Hooks map[string]body `json:"hooks"`
}

// A body is what a hook does.
type body struct {
	Steps []string `json:"steps,omitempty"`
	Fails string   `json:"fails,omitempty"` // "error" or "panic"
}

// A list is what scripts are played on.
type list interface {
	Register(name string, hook func() error)
	Unregister(name string) int
	Clear()
	Len() int
	Run(ctx context.Context, report func(name string, err error)) (skipped []string)
}

var _ list = (*hooks.Registry)(nil)

// A player plays one script on one list.
type player struct {
	script script
	list   list
	ctx    context.Context
	stop   context.CancelFunc
	calls  int
	log    []string
}

// play returns the log: "a<" and "a>" for a hook that begins and returns,
// "a!" for one that is reported, "run<" and "run>"; and with a # what Python
// does not tell.
func play(s script, l list) []string {
	p := &player{script: s, list: l}
	p.ctx, p.stop = context.WithCancel(forever)
	defer p.stop()
	for _, step := range s.Main {
		p.do(step)
	}
	return p.log
}

func (p *player) say(s string) { p.log = append(p.log, s) }

func (p *player) do(step string) {
	verb, name, _ := strings.Cut(step, " ")
	switch verb {
	case "register":
		p.list.Register(name, func() error { return p.call(name) })
	case "unregister":
		p.say(fmt.Sprintf("#%s-%d", name, p.list.Unregister(name)))
	case "clear":
		p.list.Clear()
	case "run":
		p.say("run<")
		skipped := p.list.Run(p.ctx, func(name string, err error) { p.say(name + "!") })
		p.say("run>")
		if len(skipped) > 0 {
			p.say("#skipped:" + strings.Join(skipped, ","))
		}
	case "stop":
		p.stop()
	default:
		panic("no such step: " + step)
	}
	p.say(fmt.Sprintf("#%d", p.list.Len()))
}

func (p *player) call(name string) error {
	p.say(name + "<")
	p.calls++
	b := p.script.Hooks[name]
	if p.calls <= maxCalls {
		for _, step := range b.Steps {
			p.do(step)
		}
	}
	switch b.Fails {
	case "error":
		return errors.New(name)
	case "panic":
		panic(name)
	}
	p.say(name + ">")
	return nil
}

// visible leaves of a log what Python tells.
func visible(log []string) string {
	told := slices.DeleteFunc(slices.Clone(log), func(s string) bool { return s[0] == '#' })
	return strings.Join(told, " ")
}
