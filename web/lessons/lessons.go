// Package lessons holds the files of the tutorial, in the order of their
// numbers: 02-absolute.md is the second lesson, of the id absolute. The page
// fetches them one by one; the command line and the tests read them here.
package lessons

import (
	"embed"
	"fmt"

	"lastcall/engine/lesson"
)

//go:embed *.md
var files embed.FS

// A File is the text of a lesson.
type File struct {
	Name string
	Text []byte
}

// Files returns the lessons in their order.
func Files() (list []File) {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // they are part of the program
	}
	for _, entry := range entries {
		if entry.Name() == "README.md" {
			continue
		}
		text, err := files.ReadFile(entry.Name())
		if err != nil {
			panic(err)
		}
		list = append(list, File{entry.Name(), text})
	}
	return list
}

// All returns the lessons, parsed.
func All() (list []*lesson.Lesson) {
	for _, file := range Files() {
		l, err := lesson.Parse(file.Text)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", file.Name, err))
		}
		list = append(list, l)
	}
	return list
}
