package main

import (
	"errors"
	"fmt"
	"io"

	"lastcall/engine/scenario"
	"lastcall/engine/scenario/link"
)

const linkHelp = `link [--base URL] FILE                 write a share link
link --open LINK                       print the scenario of one

  --base URL    where a playground is served; what stands behind # is the same
                everywhere (default: nothing before the #)
  --open LINK   a link, or v1.… alone; - reads it from standard input

Nothing is sent to a server: the link is the scenario. It may have 64 KiB.

Example:

  lastcall link --base https://example.org/lastcall/ backup.json
  lastcall link --open 'https://example.org/lastcall/#v1.…' > backup.json
`

func share(args []string, std stdio) (status int, err error) {
	flags := newFlags("link")
	base := flags.String("base", "", "")
	open := flags.String("open", "", "")
	files, err := parse(flags, args)
	switch {
	case err != nil:
		return 0, err
	case *open != "" && (len(files) > 0 || *base != ""):
		return 0, errors.New("--open takes a LINK and nothing else. Try lastcall link -h")
	case *open != "":
		return openLink(*open, std)
	}
	s, err := readOne("link", files, std)
	if s == nil {
		return statusUse, err
	}
	text, err := link.Encode(s)
	if err != nil {
		return 0, err
	}
	fmt.Fprintln(std.out, *base+"#"+text)
	return 0, nil
}

func openLink(text string, std stdio) (status int, err error) {
	if text == "-" {
		data, err := io.ReadAll(io.LimitReader(std.in, 2*link.MaxPacked))
		if err != nil {
			return 0, err
		}
		text = string(data)
	}
	s, err := link.Decode(text)
	if err != nil {
		if printProblems(std.err, place{file: "link"}, err) {
			return statusUse, nil
		}
		return 0, err
	}
	_, err = std.out.Write(scenario.Encode(s))
	return 0, err
}
