package codegen

import "strings"

// names gives each id of a scenario a name in a program: the id itself, unless
// that means something else there.
type names struct {
	taken map[string]bool
	of    map[string]string
}

// newNames returns names that are none of the reserved ones. spell writes an
// id as the language does; renamed makes one more of a name that is taken.
func newNames(f *facts, reserved string, spell, renamed func(string) string) *names {
	n := &names{map[string]bool{}, map[string]string{}}
	for _, word := range strings.Fields(reserved) {
		n.taken[word] = true
	}
	add := func(id string) {
		name := spell(id)
		for n.taken[name] || n.taken[name+entrySuffix] {
			name = renamed(name)
		}
		n.taken[name], n.taken[name+entrySuffix] = true, true
		n.of[id] = name
	}
	for i := range f.Events {
		add(f.Events[i].ID)
	}
	for i := range f.Hooks {
		add(f.Hooks[i].ID)
	}
	return n
}

// entrySuffix ends the name of a variable that holds an event's latest entry,
// in Go.
const entrySuffix = "Entry"
