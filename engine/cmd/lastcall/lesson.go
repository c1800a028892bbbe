package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"lastcall/engine/lesson"
	"lastcall/engine/program"
	"lastcall/engine/scenario"
	"lastcall/web/lessons"
)

const lessonHelp = `lesson [FILE...]                       check lessons, and result codes

Prints every problem of the lessons as file:line: message, and exits with
status 1 if there is any. A lesson is well when it can be parsed, its scenario
does not solve its task, and its solution does. Without a FILE the lessons of
the tutorial are meant.

  --index             print the list of the lessons as JSON, if all are well:
                      the page reads it
  --check-code CODE   say instead which lessons a result code names as solved;
                      status 1 if it is mistyped, of other lessons, or made
                      for another name. With one FILE, the code is of that one
  --name NAME         the name that the code is to be made for

Example:

  lastcall lesson my-lesson.md
  lastcall lesson --check-code LC1-0000-FFM9-BM40 --name "Ada Lovelace"
`

func lessonCommand(args []string, std stdio) (status int, err error) {
	flags := newFlags("lesson")
	index := flags.Bool("index", false, "")
	code := flags.String("check-code", "", "")
	name := flags.String("name", "", "")
	names, err := parse(flags, args)
	if err != nil {
		return 0, err
	}
	if *code != "" && len(names) > 1 {
		return 0, errors.New("a code is of one FILE, or of the tutorial. Try lastcall lesson -h")
	}
	files, err := lessonFiles(names, std)
	if err != nil {
		return 0, err
	}
	list, well := parseLessons(files, std)
	switch {
	case !well:
		return 1, nil
	case *code != "":
		set := lesson.Tutorial
		if len(names) > 0 {
			set = list[0].ID
		}
		return checkCode(set, list, *code, *name, std), nil
	case *index:
		return 0, writeIndex(files, list, std.out)
	}
	return 0, nil
}

// lessonFiles reads the files of names; the tutorial's if there are none.
func lessonFiles(names []string, std stdio) (files []lessons.File, err error) {
	if len(names) == 0 {
		return lessons.Files(), nil
	}
	for _, name := range names {
		var text []byte
		if name == "-" {
			text, err = io.ReadAll(io.LimitReader(std.in, lesson.MaxBytes+1))
		} else {
			text, err = os.ReadFile(name)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, lessons.File{Name: name, Text: text})
	}
	return files, nil
}

// parseLessons prints what is wrong with files; well is false if anything is.
func parseLessons(files []lessons.File, std stdio) (list []*lesson.Lesson, well bool) {
	well = true
	for _, file := range files {
		l, err := lesson.Parse(file.Text)
		if problems, ok := err.(lesson.Problems); ok {
			for _, p := range problems {
				fmt.Fprintf(std.out, "%s:%d: %s\n", file.Name, p.Line, p.Message)
			}
			well = false
			continue
		}
		list = append(list, l)
		for _, p := range tryTask(l) {
			fmt.Fprintf(std.out, "%s:%d: %s\n", file.Name, p.Line, p.Message)
			well = false
		}
	}
	return list, well
}

// tryTask runs the start and the solution of a lesson.
func tryTask(l *lesson.Lesson) (problems lesson.Problems) {
	if len(l.Check(virtualRun(l.Start, false), lesson.English)) == 0 {
		problems = append(problems, lesson.Problem{Line: l.ChecksLine, Message: "the scenario solves the task already"})
	}
	for _, missed := range l.Check(virtualRun(l.Solution, l.Solution.Clock.Real), lesson.English) {
		problems = append(problems, lesson.Problem{Line: l.ChecksLine, Message: "the solution does not solve the task: " + missed})
	}
	return problems
}

// lessonRecords bounds the runs that only try a task.
const lessonRecords = 200_000

// virtualRun runs s at once. What comes of a program by a real clock is the
// same but for a hair, so it may stand in for one.
func virtualRun(s *scenario.Scenario, real bool) lesson.Run {
	c := *s
	c.Clock = scenario.Clock{Start: s.Clock.Start, Tick: time.Second}
	return lesson.NewRun(s, program.Run(&c, program.Options{MaxRecords: lessonRecords}).Records, real)
}

// checkCode says what a result code of a set says.
func checkCode(set string, list []*lesson.Lesson, code, name string, std stdio) (status int) {
	result, err := lesson.ReadResult(set, code, name)
	if err != nil {
		fmt.Fprintf(std.err, "lastcall lesson: %v\n", err)
		return 1
	}
	fmt.Fprintf(std.out, "solved: %d of %d\n", len(result.Solved), len(list))
	for _, n := range result.Solved {
		if n <= len(list) {
			fmt.Fprintf(std.out, "%3d  %s\n", n, list[n-1].Text(lesson.English).Title)
		}
	}
	if !result.OfNamed {
		fmt.Fprintf(std.err, "lastcall lesson: the code was made for another name than %q\n", name)
		return 1
	}
	return 0
}

// writeIndex writes the list of the lessons for the page.
func writeIndex(files []lessons.File, list []*lesson.Lesson, out io.Writer) error {
	type listed struct {
		File  string                     `json:"file"`
		ID    string                     `json:"id"`
		Title map[lesson.Language]string `json:"title"`
	}
	index := make([]listed, len(list))
	for i, l := range list {
		index[i] = listed{filepath.Base(files[i].Name), l.ID, make(map[lesson.Language]string)}
		for _, language := range lesson.Languages {
			index[i].Title[language] = l.Text(language).Title
		}
	}
	text, err := json.MarshalIndent(index, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", text)
	return err
}
