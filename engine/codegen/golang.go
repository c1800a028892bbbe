package codegen

import (
	"slices"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
)

// Names that a Go program uses itself, and what Go predeclares.
const goReserved = `
	context errors flag fmt os slices testing time engine hooks main init run program work world clock scheduler
	arrival arguments key onSIGINT onSIGTERM onSIGHUP onSIGUSR1 alone ending got say exits status die kill exit
	errKeyboardInterrupt arg with ctx TestProgram statusOf registry
	any append bool byte cap clear close comparable complex complex64 complex128 copy delete error false float32
	float64 imag int int8 int16 int32 int64 iota len make max min new nil panic print println real recover rune
	string true uint uint8 uint16 uint32 uint64 uintptr _`

// golang is a Go program in the making. A test is one whose prints are kept,
// to be compared, and which ends without ending the process.
type golang struct {
	*facts
	writer
	names   *names
	test    bool
	imports map[string]bool
	formats bool // arguments are found as it runs
}

// Go writes s as a Go program.
func Go(s *scenario.Scenario) Source {
	g := newGo(s, false)
	g.functions()
	g.arrivals()
	g.helpers()
	body := g.writer
	g.writer = writer{unit: "\t"}
	g.programHead()
	return joined(&g.writer, &body).source()
}

func newGo(s *scenario.Scenario, test bool) *golang {
	f := factsOf(s)
	g := &golang{facts: f, writer: writer{unit: "\t"}, test: test, imports: map[string]bool{}}
	reserved := goReserved
	for i := range s.Outside {
		reserved += " outside" + digits(i)
	}
	g.names = newNames(f, reserved, camel, func(name string) string { return name + "2" })
	return g
}

// joined is head and then body.
func joined(head, body *writer) *writer {
	head.text.WriteString(body.text.String())
	head.lines = append(head.lines, body.lines...)
	return head
}

// camel writes an id as Go does: closeDb for close_db.
func camel(id string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(id, "_") {
		switch {
		case word == "":
		case b.Len() == 0:
			b.WriteString(strings.ToLower(word[:1]) + word[1:])
		default:
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	name := b.String()
	if name == "" || name[0] <= '9' {
		return "x" + name
	}
	if slices.Contains(goKeywords, name) { // of Return, which is no keyword
		return name + "2"
	}
	return name
}

var goKeywords = strings.Fields(`break case chan const continue default defer else fallthrough for func go goto if
	import interface map package range return select struct switch type var`)

// functions defines all that the program does.
func (g *golang) functions() {
	g.program()
	for i := range g.Events {
		e := &g.Events[i]
		g.function("/events/"+digits(i), e.ID, e.Label, e.Do)
	}
	for i := range g.Hooks {
		h := &g.Hooks[i]
		g.function("/hooks/"+digits(i), h.ID, h.Label, h.Do)
	}
	for _, s := range scenario.Handleable {
		if steps, ok := g.Handlers[s]; ok {
			g.line("")
			g.line("/handlers/"+string(s), "func on", string(s), "() error {")
			g.body("/handlers/"+string(s), steps, g.plain)
		}
	}
	for _, i := range g.outside {
		path, steps := "/outside/"+digits(i)+"/do", g.Outside[i].Do
		if what := g.Outside[i].Send; what != "" {
			path, steps = "/outside/"+digits(i), nil
			g.line("")
			g.line(path, "func outside", digits(i), "() error {")
			g.indent++
			g.send(path, what)
			g.indent--
			g.line("", "}")
			continue
		}
		g.line("")
		g.line(path, "func outside", digits(i), "() error {")
		g.body(path, steps, g.plain)
	}
}

// program is the main program.
func (g *golang) program() {
	g.line("")
	g.line("", "// program is what Python's main program does.")
	g.line("", "func program() error {")
	g.indent++
	if g.Scenario.Python == scenario.Python314 {
		g.line("", g.registry("Profile = hooks.Python314"))
	}
	for i := range g.Hooks {
		if h := &g.Hooks[i]; !h.Unregistered {
			g.line("/hooks/"+digits(i), g.register(h.ID, h.With))
		}
	}
	for _, i := range g.outside {
		name := "outside" + digits(i)
		if mayFail(g.Outside[i].Do) {
			name = "alone(" + name + ")"
		}
		g.line("/outside/"+digits(i), "clock.at(", number(g.Outside[i].At), ", ", name, ")")
	}
	for i := range g.Events {
		if e := &g.Events[i]; !e.Unqueued {
			g.line("/events/"+digits(i), g.enter(e.ID, e.When, e.Priority, e.With))
		}
	}
	run := "scheduler.Run(context.Background())"
	if g.test {
		run = "scheduler.Run(ctx)"
	}
	g.imports["context"] = true
	if len(g.End) == 0 {
		g.line("", "return ", run)
		g.indent--
		g.line("", "}")
		return
	}
	g.try("", run)
	g.indent--
	g.body("/end", g.End, g.plain)
}

// function defines the function of an event or a hook.
func (g *golang) function(path, id, label string, do []scenario.Step) {
	shape, named := g.shape(id, do)
	name := g.names.of[id]
	g.line("")
	if label != "" && label != id {
		g.line(path, "// ", name, ": ", goComment(label))
	}
	switch {
	case !named:
		g.line(path, "func ", name, "(with arguments) error {")
		g.formats = true
	default:
		g.line(path, "func ", name, "(", g.parameters(id, shape), ") error {")
	}
	g.body(path+"/do", do, func(text scenario.Print) string {
		if named {
			return g.printed(text, g.parameterNames(shape), shape)
		}
		return g.printArguments(text)
	})
}

// body writes the steps of a function, and its end.
func (g *golang) body(path string, steps []scenario.Step, print func(scenario.Print) string) {
	g.indent++
	over := false
	for i, step := range steps {
		if over = g.step(stepPath(path, i), step, print); over {
			break // what follows is never reached
		}
	}
	if !over {
		g.line("", "return nil")
	}
	g.indent--
	g.line("", "}")
}

// try writes a call whose error ends the function.
func (g *golang) try(path, call string) {
	g.line(path, "if err := ", call, "; err != nil {")
	g.line(path, "\treturn err")
	g.line(path, "}")
}

// parameterNames returns the names of the parameters of shape.
func (g *golang) parameterNames(s shape) (list []string) {
	for i := range s.args {
		list = append(list, s.place(i))
	}
	for _, name := range s.kwargs {
		name = camel(name)
		for g.names.taken[name] || slices.Contains(list, name) {
			name += "2"
		}
		list = append(list, name)
	}
	return list
}

// parameters declares them. One is a string or an int if it always is, and
// else a string of what Python prints.
func (g *golang) parameters(id string, s shape) string {
	list := g.parameterNames(s)
	for i := range list {
		if g.isInt(id, s, i) {
			list[i] += " int"
		} else {
			list[i] += " string"
		}
	}
	for i := range len(list) - 1 { // a, b string
		if _, kind, _ := strings.Cut(list[i], " "); strings.HasSuffix(list[i+1], " "+kind) {
			list[i] = strings.TrimSuffix(list[i], " "+kind)
		}
	}
	return strings.Join(list, ", ")
}

func (g *golang) isInt(id string, s shape, i int) bool {
	for _, call := range g.calls[id] {
		v := s.values(call)[i]
		if n, ok := v.Int64(); !ok || n != int64(int32(n)) {
			return false
		}
	}
	return true
}

// call writes a function that calls that of id with arguments.
func (g *golang) call(id string, do []scenario.Step, with scenario.Arguments) string {
	name := g.names.of[id]
	s, named := g.shape(id, do)
	var list []string
	if !named {
		for i, v := range with.Args {
			list = append(list, goString(digits(i))+": "+goString(v.Str()))
		}
		for _, kwarg := range with.Kwargs {
			list = append(list, goString(kwarg.Name)+": "+goString(kwarg.Value.Str()))
		}
		if len(list) == 0 {
			return closure(name + "(nil)")
		}
		return closure(name + "(arguments{" + strings.Join(list, ", ") + "})")
	}
	if with.Empty() {
		return name
	}
	for i, v := range s.values(with) {
		if g.isInt(id, s, i) {
			list = append(list, v.Str())
		} else {
			list = append(list, goString(v.Str()))
		}
	}
	return closure(name + "(" + strings.Join(list, ", ") + ")")
}

// closure writes a function that returns what call does, on one line if gofmt
// would leave it there.
func closure(call string) string {
	const oneLine = 100
	if len("func() error return ")+len(call) <= oneLine {
		return "func() error { return " + call + " }"
	}
	return "func() error {\n\treturn " + call + "\n}"
}

// goString writes s as a string of one line.
func goString(s string) string { return strconv.Quote(s) }

// goComment writes s as it may stand in a comment.
func goComment(s string) string {
	quoted := strconv.Quote(s)
	if quoted == `"`+s+`"` {
		return s
	}
	return quoted
}
