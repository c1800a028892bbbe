package main

import (
	"bytes"
	"embed"
	"fmt"
	"strings"

	"lastcall/engine/scenario"
)

//go:embed gallery/*.json
var galleryFiles embed.FS

// An example is a scenario of the gallery. Its title and what to look at are
// in locales, by its name.
type example struct {
	name     string
	scenario *scenario.Scenario
}

// examples are the gallery, in the order of their files' numbers: the name of
// 02-overrun.json is "overrun".
var examples = loadGallery()

func loadGallery() (list []example) {
	files, err := galleryFiles.ReadDir("gallery")
	if err != nil {
		panic(err) // the files are part of the program
	}
	for _, file := range files {
		text, err := galleryFiles.ReadFile("gallery/" + file.Name())
		if err != nil {
			panic(err)
		}
		s, err := scenario.Decode(text)
		if err != nil {
			panic(fmt.Sprintf("gallery/%s: %v", file.Name(), err))
		}
		_, name, _ := strings.Cut(strings.TrimSuffix(file.Name(), ".json"), "-")
		list = append(list, example{name, s})
	}
	return list
}

// exampleOf returns the name of the example that s is, "" if it is none.
func exampleOf(s *scenario.Scenario) string {
	text := scenario.Encode(s)
	for _, e := range examples {
		if bytes.Equal(scenario.Encode(e.scenario), text) {
			return e.name
		}
	}
	return ""
}

// exampleNamed returns an example, nil if there is none of that name.
func exampleNamed(name string) *example {
	for i := range examples {
		if examples[i].name == name {
			return &examples[i]
		}
	}
	return nil
}
