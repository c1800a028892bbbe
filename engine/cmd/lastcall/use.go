package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

const example = `
Example:

  echo '{"version": 1, "events": [{"id": "tick", "after": 1, "do": [{"print": "tick"}]}],
         "hooks": [{"id": "bye", "do": [{"print": "bye"}]}], "end": [{"exit": 3}]}' |
      lastcall run -
`

// help is what lastcall -h prints.
func help() string {
	var b strings.Builder
	b.WriteString("Lastcall works with scenarios: events on one thread, and exit hooks, as Python's\n" +
		"sched and atexit run them.\n\n")
	for _, c := range commands() {
		summary, _, _ := strings.Cut(c.help, "\n\n")
		b.WriteString("  " + strings.ReplaceAll(summary, "\n", "\n  ") + "\n")
	}
	b.WriteString(example)
	b.WriteString("\nlastcall COMMAND -h says more. A file named - is standard input.\n")
	return b.String()
}

func isHelp(arg string) bool {
	return arg == "-h" || arg == "-help" || arg == "--help" || arg == "help"
}

// newFlags returns a flag set that leaves all that is said to dispatch.
func newFlags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse parses args and returns the arguments that are no flags. Flags may
// stand after them too.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, hint(flags, err)
		}
		if flags.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

func hint(flags *flag.FlagSet, err error) error {
	if err == flag.ErrHelp {
		return err
	}
	return fmt.Errorf("%w. Try lastcall %s -h", err, flags.Name())
}
