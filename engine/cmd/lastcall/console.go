package main

import (
	"bufio"
	"io"

	"lastcall/engine/trace"
)

// A console shows what a program prints as it happens: stdout and stderr
// apart, each line in its turn.
type console struct {
	out *bufio.Writer
	err io.Writer
}

func newConsole(std stdio) *console {
	return &console{bufio.NewWriter(std.out), std.err}
}

func (c *console) add(r trace.Record) {
	switch r.Kind {
	case trace.Print:
		c.out.WriteString(r.Text)
		c.out.WriteByte('\n')
	case trace.Error:
		c.out.Flush() // a line on stderr stays behind those printed before it
		io.WriteString(c.err, r.Text+"\n")
	}
}
