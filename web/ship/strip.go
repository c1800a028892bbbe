package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
)

// strip takes the table of source lines out of WebAssembly files that Go has
// linked. It is a sixth of what travels, and nothing reads it but the stack of
// a crash, which then has names without lines. What Go's own -s leaves of the
// tables is what runs: the garbage collector and recover go by it.
func strip(args []string) error {
	for _, file := range args {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if data, err = stripLines(data); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// stripLines returns a WebAssembly file without its source lines.
func stripLines(file []byte) ([]byte, error) {
	const header = 8
	out := bytes.NewBuffer(file[:header:header])
	for r := (&reader{data: file[header:]}); len(r.data) > 0; {
		id := r.byte()
		section := r.bytes(r.number())
		if id == dataSection {
			memory, err := readMemory(section)
			if err != nil {
				return nil, err
			}
			if err := memory.clearLines(); err != nil {
				return nil, err
			}
			section = memory.section()
		}
		if r.err != nil {
			return nil, r.err
		}
		out.WriteByte(id)
		out.Write(binary.AppendUvarint(nil, uint64(len(section))))
		out.Write(section)
	}
	return out.Bytes(), nil
}

// The table is described in Go's internal/abi/symtab.go and runtime/symtab.go;
// it is as it was in Go 1.20. Offsets are in bytes.
const (
	tableHeader = "\xf1\xff\xff\xff\x00\x00\x01\x08" // version, the size of a pc step and of a pointer

	headerFunctions = 8  // how many functions there are
	headerUnits     = 40 // where the parts of the table are: the files of a package,
	headerFiles     = 48 // their names,
	headerSteps     = 56 // runs of values along the code,
	headerEntries   = 64 // the functions

	entrySize      = 44
	entryStack     = 16 // where the values of a function are, in the steps
	entryFile      = 20
	entryLine      = 24
	entryDataCount = 28
	entryStartLine = 36
)

var errTable = errors.New("the table of functions is not that of a Go this was written for")

func (m memory) clearLines() error {
	at := bytes.Index(m, []byte(tableHeader))
	if at < 0 || bytes.Contains(m[at+1:], []byte(tableHeader)) {
		return errTable
	}
	table := m[at:]
	part := func(field int) int { return int(binary.LittleEndian.Uint64(table[field:])) }
	units, steps, entries := part(headerUnits), part(headerSteps), part(headerEntries)
	if units <= 0 || part(headerFiles) < units || steps < part(headerFiles) || entries < steps || entries > len(table) {
		return errTable
	}
	needed := make([]bool, entries-steps)
	need := func(run uint32) {
		if run > 0 {
			end := int(run) + runLength(table[steps+int(run):entries])
			for i := int(run); i < end; i++ {
				needed[i] = true
			}
		}
	}
	number := binary.LittleEndian.Uint32
	for i := range part(headerFunctions) {
		entry := table[entries+int(number(table[entries+8*i+4:])):]
		for _, line := range []int{entryFile, entryLine, entryStartLine} {
			clear(entry[line : line+4])
		}
		need(number(entry[entryStack:]))
		for j := range int(number(entry[entryDataCount:])) {
			need(number(entry[entrySize+4*j:]))
		}
	}
	clear(table[units:steps])
	for i, is := range needed {
		if !is {
			table[steps+i] = 0
		}
	}
	return nil
}

// runLength is how long a run of values is: pairs of numbers, until the first
// of a pair is 0, but for the first pair.
func runLength(steps []byte) int {
	n := 0
	for first := true; first || steps[n] != 0; first = false {
		for range 2 {
			_, size := binary.Uvarint(steps[n:])
			n += size
		}
	}
	return n + 1
}

// memory is what is in a program's memory when it begins.
type memory []byte

// readMemory reads a data section.
func readMemory(section []byte) (memory, error) {
	const inMemory, constant, end = 0, 0x41, 0x0b
	var m memory
	r := &reader{data: section}
	for range r.number() {
		if r.number() != inMemory || r.byte() != constant {
			return nil, errTable
		}
		at := r.signed()
		if r.byte() != end {
			return nil, errTable
		}
		data := r.bytes(r.number())
		if r.err != nil {
			return nil, r.err
		}
		if need := at + len(data) - len(m); need > 0 {
			m = append(m, make([]byte, need)...)
		}
		copy(m[at:], data)
	}
	return m, r.err
}

// section writes the memory as a data section, without the zeros.
func (m memory) section() []byte {
	const gap = 64 // zeros; with shorter gaps there are more segments than browsers take
	var segments []byte
	count := 0
	for at := 0; at < len(m); {
		if m[at] == 0 {
			at++
			continue
		}
		end := at
		for zeros := 0; end < len(m) && zeros < gap; end++ {
			if zeros++; m[end] != 0 {
				zeros = 0
			}
		}
		data := bytes.TrimRight(m[at:end], "\x00")
		segments = append(segments, 0, 0x41)
		segments = appendSigned(segments, at)
		segments = append(segments, 0x0b)
		segments = binary.AppendUvarint(segments, uint64(len(data)))
		segments = append(segments, data...)
		count++
		at = end
	}
	return append(binary.AppendUvarint(nil, uint64(count)), segments...)
}

// signed reads a number as WebAssembly writes constants.
func (r *reader) signed() int {
	n, shift := 0, 0
	for {
		b := r.byte()
		n |= int(b&0x7f) << shift
		shift += 7
		if b < 0x80 {
			if b&0x40 != 0 {
				n -= 1 << shift
			}
			return n
		}
	}
}

func appendSigned(b []byte, n int) []byte {
	for {
		low := byte(n & 0x7f)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}
