package codegen

import (
	"math"
	"slices"
	"strings"

	"lastcall/engine/scenario"
)

// step writes a step. It reports whether nothing after it is reached.
func (g *golang) step(path string, step scenario.Step, print func(scenario.Print) string) (over bool) {
	switch step := step.(type) {
	case scenario.Print:
		if call := print(step); strings.HasPrefix(call, "with.") {
			g.try(path, call)
		} else if rest, failed := strings.CutPrefix(call, "return "); failed {
			g.imports["errors"] = true
			g.line(path, "return ", rest)
			return true
		} else {
			g.line(path, call)
		}
	case scenario.Work:
		if len(g.Outside) > 0 {
			g.try(path, "work("+number(step.Units)+")")
		} else {
			g.line(path, "work(", number(step.Units), ")")
		}
	case scenario.Enter:
		g.line(path, g.enter(step.Event, step.When, g.priority(step), step.With))
	case scenario.Cancel:
		g.try(path, "scheduler.Cancel("+g.names.of[step.Event]+entrySuffix+")")
	case scenario.Register:
		g.line(path, g.register(step.Hook, step.With))
	case scenario.Unregister:
		g.line(path, g.registry("Unregister("+goString(step.Hook)+")"))
	case scenario.Raise:
		g.raise(path, step)
		return true
	case scenario.Exit:
		g.exit(path, step.Code)
		return true
	case scenario.HardExit:
		g.hardExit(path, step.Code)
		return true
	case scenario.Abort:
		g.die(path, 6, "as os.abort() ends it")
		return true
	case scenario.Kill:
		if _, handled := g.Handlers[step.Signal]; handled {
			g.try(path, "on"+string(step.Signal)+"()")
			return false
		}
		g.send(path, scenario.Sending(step.Signal))
		return true
	}
	return false
}

func (g *golang) raise(path string, step scenario.Raise) {
	g.imports["errors"] = true
	text := step.Type
	if step.Message != nil && *step.Message != "" {
		message := *step.Message
		if step.Type == "KeyError" {
			message = scenario.Quote(message)
		}
		text += ": " + message
	}
	switch {
	case step.Type != "KeyboardInterrupt":
		g.line(path, "return errors.New(", goString(text), ")")
	case text == step.Type:
		g.line(path, "return errKeyboardInterrupt")
	default:
		g.imports["fmt"] = true
		g.line(path, `return fmt.Errorf("%w: %s", errKeyboardInterrupt, `, goString(*step.Message), ")")
	}
}

// interrupts reports whether KeyboardInterrupt is known to the program.
func (g *golang) interrupts() bool {
	_, handled := g.Handlers[scenario.SIGINT]
	found := !handled && g.sends(scenario.SIGINT)
	lists(g.Scenario, func(steps []scenario.Step) {
		found = found || slices.ContainsFunc(steps, func(step scenario.Step) bool {
			raise, _ := step.(scenario.Raise)
			return raise.Type == "KeyboardInterrupt"
		})
	})
	return found
}

// exit is sys.exit.
func (g *golang) exit(path string, code scenario.Value) {
	status := "1"
	switch code.Kind() {
	case scenario.NullKind:
		status = "0"
	case scenario.IntKind:
		status = "255" // what CPython makes of an integer too large for C
		if n, ok := code.Int64(); ok && (g.test || n != int64(int32(n))) {
			status = digits(int(n & 0xff))
		} else if ok {
			status = digits(int(n))
		}
	case scenario.StringKind:
		if !g.test {
			g.imports["os"] = true
			g.line(path, "os.Stderr.WriteString(", goString(code.Str()+"\n"), ")")
		}
	}
	if g.test {
		g.line(path, "return exit(", status, ")")
		return
	}
	g.line(path, "hooks.Exit(", status, ")")
	g.line(path, "return nil")
}

// hardExit is os._exit.
func (g *golang) hardExit(path string, code scenario.Value) {
	n, ok := code.Int64()
	switch {
	case !ok || n < math.MinInt32 || n > math.MaxInt32:
		g.imports["errors"] = true
		g.line(path, `return errors.New("OverflowError: Python int too large to convert to C int")`)
	case g.test:
		g.line(path, "return kill(", digits(int(n&0xff)), ")")
	default:
		g.imports["os"] = true
		g.line(path, "os.Exit(", digits(int(n)), ")")
		g.line(path, "return nil")
	}
}

// die ends the process as a signal does: no hook runs.
func (g *golang) die(path string, signal int, how string) {
	if g.test {
		g.line(path, "return kill(-", digits(signal), ") // ", how)
		return
	}
	g.imports["os"] = true
	g.line(path, "os.Exit(128 + ", digits(signal), ") // ", how)
	g.line(path, "return nil")
}

var signalNumbers = map[scenario.Sending]int{"SIGHUP": 1, "SIGINT": 2, "SIGKILL": 9, "SIGUSR1": 10, "SIGTERM": 15}

// send lets the program meet what is sent to it.
func (g *golang) send(path string, what scenario.Sending) {
	_, handled := g.Handlers[scenario.Signal(what)]
	switch {
	case handled:
		g.line(path, "return on", string(what), "()")
	case what == scenario.Sending(scenario.SIGINT):
		g.line(path, "return errKeyboardInterrupt")
	case what == scenario.Discard:
		g.die(path, 9, "the page is gone")
	case what == scenario.Close:
		g.line(path, "if ending {")
		g.line(path, "\treturn nil // it is closing already")
		g.line(path, "}")
		g.exit(path, scenario.Int(0))
	default:
		g.die(path, signalNumbers[what], "killed by "+string(what))
	}
}

func (g *golang) enter(id string, when scenario.When, priority float64, with scenario.Arguments) string {
	call := "scheduler.Enter("
	if when.Absolute {
		call = "scheduler.EnterAbs("
	}
	if g.cancelled[id] {
		call = g.names.of[id] + entrySuffix + ", _ = " + call
	}
	var do []scenario.Step
	for i := range g.Events {
		if g.Events[i].ID == id {
			do = g.Events[i].Do
		}
	}
	return call + number(when.Time) + ", " + number(priority) + ", " + g.call(id, do, with) + ")"
}

func (g *golang) register(id string, with scenario.Arguments) string {
	var do []scenario.Step
	for i := range g.Hooks {
		if g.Hooks[i].ID == id {
			do = g.Hooks[i].Do
		}
	}
	return g.registry("Register(" + goString(id) + ", " + g.call(id, do, with) + ")")
}

// registry writes what is done with the hooks of the program.
func (g *golang) registry(what string) string {
	if g.test {
		return "exits." + what
	}
	if strings.HasPrefix(what, "Profile") {
		return "hooks.Default()." + what
	}
	return "hooks." + what
}

// plain prints where there are no arguments.
func (g *golang) plain(text scenario.Print) string {
	if _, err := text.Format(scenario.Arguments{}); err != nil {
		return "return errors.New(" + goString(err.Error()) + ")"
	}
	return g.printed(text, nil, shape{})
}

// printed prints with the parameters of shape.
func (g *golang) printed(text scenario.Print, names []string, s shape) string {
	g.imports["fmt"] = true
	var format strings.Builder
	var list []string
	for part := range text.Parts() {
		if part.Argument {
			i, _ := s.find(part.Text)
			format.WriteString("%v")
			list = append(list, names[i])
		} else {
			format.WriteString(strings.ReplaceAll(part.Text, "%", "%%"))
		}
	}
	plain := format.String()
	call := "fmt.Printf("
	switch {
	case g.test:
		call = "say("
	case len(list) == 0 && !strings.Contains(plain, "%") && !strings.HasSuffix(plain, "\n"):
		call = "fmt.Println("
	default:
		plain += "\n"
	}
	return call + strings.Join(append([]string{goString(plain)}, list...), ", ") + ")"
}

// printArguments prints with arguments that are found as it runs.
func (g *golang) printArguments(text scenario.Print) string {
	if len(fields(text)) == 0 {
		return g.printed(text, nil, shape{})
	}
	var parts []string
	for part := range text.Parts() {
		if part.Argument {
			name := part.Text
			if name[0] <= '9' { // 00 is 0
				name = strings.TrimLeft(name[:len(name)-1], "0") + name[len(name)-1:]
			}
			parts = append(parts, "key("+goString(name)+")")
		} else {
			parts = append(parts, goString(part.Text))
		}
	}
	return "with.print(" + strings.Join(parts, ", ") + ")"
}
