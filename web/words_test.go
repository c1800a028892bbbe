//go:build !js

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lastcall/web/locales"
)

// sources parses the files of the page.
func sources(t *testing.T) (files []*ast.File, set *token.FileSet) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	set = token.NewFileSet()
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files, set
}

// fieldNames are the messages of a struct and of the structs in it.
func fieldNames(of reflect.Type) (names []string) {
	for i := range of.NumField() {
		field := of.Field(i)
		if field.Type.Kind() == reflect.Struct {
			names = append(names, fieldNames(field.Type)...)
		} else {
			names = append(names, field.Name)
		}
	}
	return names
}

// A message that no part of the page asks for is gone from its mind.
func TestEveryMessageIsUsed(t *testing.T) {
	files, _ := sources(t)
	used := make(map[string]bool)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				used[s.Sel.Name] = true
			}
			return true
		})
	}
	for _, name := range fieldNames(reflect.TypeFor[locales.Words]()) {
		if !used[name] {
			t.Errorf("the message %s is not used", name)
		}
	}
}

// speaking are the methods and functions that put a text before people's eyes or
// ears.
var speaking = []string{"Text", "Title", "Alt", "Placeholder", "AriaLabel"}

// sameEverywhere are texts that are the same in every language.
var sameEverywhere = []string{"Lastcall"}

var inWords = regexp.MustCompile(`\pL{3}`)

// A text that stands in a component is not translated.
func TestNoTextIsLeftUntranslated(t *testing.T) {
	files, set := sources(t)
	check := func(e ast.Expr) {
		literal, ok := e.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return
		}
		text, err := strconv.Unquote(literal.Value)
		if err == nil && inWords.MatchString(text) && !slices.Contains(sameEverywhere, text) {
			t.Errorf("%s: %q is not from the words of a language", set.Position(literal.Pos()), text)
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			s, ok := call.Fun.(*ast.SelectorExpr)
			switch {
			case !ok:
			case slices.Contains(speaking, s.Sel.Name) && len(call.Args) == 1:
				check(call.Args[0])
			case s.Sel.Name == "Aria" && len(call.Args) == 2:
				if name, ok := call.Args[0].(*ast.BasicLit); ok && slices.Contains([]string{`"label"`, `"valuetext"`, `"description"`}, name.Value) {
					check(call.Args[1])
				}
			}
			return true
		})
	}
}
