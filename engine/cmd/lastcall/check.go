package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"lastcall/engine/scenario"
)

const checkHelp = `check FILE...                          say what is wrong with scenarios

Prints every problem as file:path: message, where path is the place in the
document, and exits with status 1 if there is any; silence and status 0 mean
that all is well. It reads

  scenarios   any file, if its name does not say otherwise
  Markdown    .md, .markdown, .mdx: fenced code blocks whose first line says
              lastcall, as in ` + "```json lastcall" + `, and what HTML may hold
  HTML        .html, .htm: <lastcall-player> with the scenario in a
              <script type="application/json"> inside it, or in the code block
              right before it

and says of what stands in a page the line as well: file:line:path: message.
A page without a scenario is fine.

Example:

  lastcall check *.json docs/*.md
`

func check(args []string, std stdio) (status int, err error) {
	files, err := parse(newFlags("check"), args)
	if err != nil {
		return 0, err
	}
	if len(files) == 0 {
		return 0, errors.New("which FILE? Try lastcall check -h")
	}
	for _, file := range files {
		data, err := contents(file, std)
		if err != nil {
			status = 1
			fmt.Fprintf(std.err, "lastcall check: %v\n", err)
			continue
		}
		for _, found := range documents(file, data) {
			if _, err := scenario.Decode(found.text); err != nil {
				status = 1
				printProblems(std.out, found.place(file), err)
			}
		}
	}
	return status, nil
}

// A document is the text of a scenario, and where in a file it was found.
type document struct {
	text []byte
	line int // its first line, 0 if the file is the document
}

// place tells where a problem is.
func (d document) place(file string) place { return place{file, d.line} }

// documents returns the scenarios in a file, by what its name says it is; of
// standard input, by how it begins.
func documents(file string, data []byte) []document {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".md", ".markdown", ".mdx":
		return inMarkdown(data)
	case ".html", ".htm", ".xhtml":
		return inHTML(data)
	}
	if first := strings.TrimSpace(string(data[:min(len(data), 512)])); file == "-" && first != "" && first[0] != '{' {
		return inMarkdown(data) // HTML is Markdown too
	}
	return []document{{text: data}}
}
