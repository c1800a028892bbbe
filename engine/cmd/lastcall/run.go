package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/engine/trace"
	"lastcall/engine/trace/export"
)

const runHelp = `run [--trace[=FORMAT]] [--max-records N] FILE
                                       run a scenario

Prints what the program prints, stdout and stderr apart, and then exits with
its status; a program that a signal ended exits with 128 and the signal's
number, as in a shell.

  --trace           print the trace as JSON instead; the status is the same
  --trace=csv       print it as comma-separated values
  --trace=events    print it as Chrome trace events, which ui.perfetto.dev and
                    speedscope.app open
  --max-records N   stop the run after N records (default and most: 2000000)

Ctrl-C, SIGTERM and SIGHUP reach the program, as they would reach Python.

A run that is stopped by a limit says on stderr which event kept it going, and
exits with status 70. A scenario that cannot be read or has problems is not
run: status 2.

Example:

  lastcall run backup.json; echo "status $?"
  lastcall run --trace backup.json > backup.trace.json
`

// statusStopped is the exit status of a run that a limit stopped: EX_SOFTWARE
// of sysexits.h, which few programs use.
const statusStopped = 70

func run(args []string, std stdio) (status int, err error) {
	flags := newFlags("run")
	var format traceFormat
	flags.Var(&format, "trace", "")
	maxRecords := flags.Int("max-records", program.MaxRecords, "")
	files, err := parse(flags, args)
	switch {
	case err != nil:
		return 0, err
	case *maxRecords < 1 || *maxRecords > program.MaxRecords:
		return 0, fmt.Errorf("--max-records must be from 1 to %d", program.MaxRecords)
	}

	s, err := readOne("run", files, std)
	if s == nil {
		return statusUse, err
	}
	t, err := runScenario(s, *maxRecords, format, std)
	if err != nil {
		return 0, err
	}
	return exitStatus(t, std), nil
}

// A traceFormat is one that --trace prints; empty without it.
type traceFormat string

func (f *traceFormat) String() string   { return string(*f) }
func (f *traceFormat) IsBoolFlag() bool { return true } // --trace alone is JSON

// Set sets the format.
func (f *traceFormat) Set(text string) error {
	switch text {
	case "true":
		text = "json"
	case "json", "csv", "events":
	default:
		return errors.New("it must be json, csv or events")
	}
	*f = traceFormat(text)
	return nil
}

// runScenario runs s and prints what it does, or else its trace.
func runScenario(s *scenario.Scenario, maxRecords int, format traceFormat, std stdio) (*trace.Trace, error) {
	options := program.Options{MaxRecords: maxRecords}
	c := newConsole(std)
	if format == "" {
		options.Emit = c.add
	}
	p := program.New(s, options)
	defer forward(p)()

	t := p.Run(context.Background())
	switch format {
	case "json":
		c.out.Write(t.AppendJSON(nil))
		c.out.WriteByte('\n')
	case "csv":
		c.out.WriteString(export.CSV(t.Records))
	case "events":
		c.out.Write(export.Events(s, t.Records))
	}
	return t, c.out.Flush()
}

// forward sends the program the signals that this process gets, until the
// function that it returns is called.
func forward(p *program.Program) (stop func()) {
	const hangup = syscall.Signal(1) // SIGHUP, which js/wasm has no name for
	names := map[os.Signal]scenario.Signal{
		os.Interrupt:    scenario.SIGINT,
		syscall.SIGTERM: scenario.SIGTERM,
		hangup:          scenario.SIGHUP,
	}
	signals := make(chan os.Signal, 8)
	for s := range names {
		signal.Notify(signals, s)
	}
	go func() {
		for s := range signals {
			p.Send(scenario.Sending(names[s]))
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// exitStatus is the status to exit with after t.
func exitStatus(t *trace.Trace, std stdio) int {
	switch {
	case t.Stopped != nil:
		fmt.Fprintln(std.err, "lastcall run: "+stoppedLine(*t.Stopped))
		return statusStopped
	case *t.Status < 0:
		return 128 - *t.Status
	}
	return *t.Status
}

func stoppedLine(s trace.Stopped) string {
	line := "stopped: it made as many records as a run may"
	if s.Why == trace.LimitStuck {
		line = "stopped: it entered events without end while the clock stood still"
	}
	if s.Event != "" {
		line += fmt.Sprintf("; the event %q kept it going", s.Event)
	}
	return line
}
