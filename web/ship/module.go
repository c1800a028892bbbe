package main

import (
	"encoding/binary"
	"errors"
	"os"
	"regexp"
	"strings"
)

// A module is what a WebAssembly file holds.
type module struct {
	sections  map[byte]int // bytes, by the number of the section
	functions []function
}

type function struct {
	name string
	size int
}

const (
	customSection = 0
	importSection = 2
	codeSection   = 10
	dataSection   = 11
)

var errTruncated = errors.New("the file ends too soon")

// readModule reads a file that was built with its names, without -s.
func readModule(file string) (*module, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if len(data) < 8 || string(data[:4]) != "\x00asm" {
		return nil, errors.New(file + " is not WebAssembly")
	}
	m := &module{sections: map[byte]int{}}
	imports := 0
	names := map[int]string{}
	for r := (&reader{data: data[8:]}); len(r.data) > 0 && r.err == nil; {
		id := r.byte()
		section := &reader{data: r.bytes(r.number())}
		m.sections[id] += len(section.data)
		switch id {
		case importSection:
			imports = section.number() // Go imports functions alone
		case codeSection:
			for range section.number() {
				m.functions = append(m.functions, function{size: len(section.bytes(section.number()))})
			}
		case customSection:
			if string(section.bytes(section.number())) == "name" {
				readNames(section, names)
			}
		}
		if r.err = errors.Join(r.err, section.err); r.err != nil {
			return nil, r.err
		}
	}
	for i := range m.functions {
		m.functions[i].name = names[imports+i]
	}
	return m, nil
}

// readNames reads the names of functions, by their index.
func readNames(r *reader, names map[int]string) {
	const functionNames = 1
	for len(r.data) > 0 && r.err == nil {
		kind := r.byte()
		list := &reader{data: r.bytes(r.number())}
		if kind != functionNames {
			continue
		}
		for range list.number() {
			i := list.number()
			names[i] = string(list.bytes(list.number()))
		}
	}
}

// A reader takes data apart. After an error it reads nothing more.
type reader struct {
	data []byte
	err  error
}

func (r *reader) byte() byte {
	b := r.bytes(1)
	if len(b) == 0 {
		return 0
	}
	return b[0]
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.err = errTruncated
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.err = errTruncated
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

// packageName finds the package in the name of a function, in which the linker
// has written _ for all that is neither a letter, a digit, a dot nor a _ .
var packageName = regexp.MustCompile(`^(?:type:\.(?:eq|hash)\.)?([^.]*(?:\.(?:com|org|io)_[^.]*)?)\.`)

// packageOf is the package of a function, with _ for each slash in its path.
func (f function) packageOf() string {
	match := packageName.FindStringSubmatch(f.name)
	switch {
	case f.name == "" || match == nil:
		return "(the compiler)"
	case strings.HasPrefix(match[1], "type_"):
		return "(of types)"
	}
	return match[1]
}
