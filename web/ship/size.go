package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// size prints what is in WebAssembly files: their code by package, and the
// rest by section. The files must have been built with their names.
func size(args []string) error {
	if len(args) == 0 {
		return errors.New("a file is wanted")
	}
	for _, file := range args {
		m, err := readModule(file)
		if err != nil {
			return err
		}
		code := m.packages()
		fmt.Printf("\n%s: %d bytes of code, %d of data (constants, types, tables for stacks and garbage)\n",
			filepath.Base(file), m.sections[codeSection], m.sections[dataSection])
		w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		for _, pkg := range slices.SortedFunc(maps.Keys(code), func(a, b string) int {
			return cmp.Or(cmp.Compare(code[b], code[a]), cmp.Compare(a, b))
		}) {
			fmt.Fprintf(w, "%d\t%.1f %%\t  %s\n", code[pkg], 100*float64(code[pkg])/float64(m.sections[codeSection]), pkg)
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// packages returns the bytes of code by package.
func (m *module) packages() map[string]int {
	code := map[string]int{}
	for _, f := range m.functions {
		code[f.packageOf()] += f.size
	}
	return code
}
