package locales

import "strings"

var englishLessons = LessonWords{
	Lessons: "Lessons", List: "All lessons", Previous: "Previous", Next: "Next lesson",
	Intro:     "Half an hour, one idea at a time: predict what a program does, run it, then change it. Your progress stays in this browser.",
	Number:    func(n, of int) string { return "Lesson " + itoa(n) + " of " + itoa(of) },
	Loading:   "Loading…",
	NotLoaded: func(why string) string { return "This could not be loaded: " + why },
	Solved:    "solved", NotSolved: "not solved yet",
	Progress: func(solved, of int) string { return itoa(solved) + " of " + count(of, "lesson", "lessons") + " solved" },
	Reset:    "Reset my progress", ResetSure: "Really forget what is solved", ResetNo: "Keep it",
	AllSolved: "All lessons are solved. Well done!",

	Program: "The program in Python", Predict: "Predict, then run",
	PredictHow:      "Press them in the order in which they run. Press again to take one back. Leave out what does not run.",
	YourOrder:       func(names string) string { return "Your order: " + names },
	NothingRuns:     "none of them runs",
	CheckPrediction: "Check and run", SkipPrediction: "Run without predicting",
	Right: "Right, that is what happens.",
	Task:  "Your task", CheckTask: "Check the task", StartOver: "Start over",
	TaskSolved: "Solved!",
	Missed:     func(n int) string { return "Not yet. " + count(n, "thing is", "things are") + " still wrong:" },
	Hint:       "Hint", ShowHint: "Show a hint",
	Solution: "Solution", ShowSolution: "Show the solution", PutSolution: "Put the solution in",
	Remember: "Worth remembering", ReadMore: "In Python’s documentation:",

	HandIn: "Hand in your result", HandInHow: "The code says which lessons you have solved. It is made here, from your progress and your name, and is sent to nobody. It is no proof against cheating.",
	YourName: "Your name", YourCode: "Your code", NoCode: "Solve a lesson to get a code.",
	ForTeachers: "For teachers", OpenFile: "Open a lesson from a file", OpenFileHow: "A lesson is one Markdown file that you can write yourself. It stays on this computer; the address of the page becomes a link to it.",
	FromLink: "A lesson from a link", LinkRefused: "The lesson of this link could not be opened.",
	FileProblems: func(name string) string { return name + " is not a lesson yet:" },
	CheckCode:    "Check a code", CheckCodeHow: "Type the code that you were given, and the pupil’s name.",
	Code: "Code", PupilName: "Pupil’s name", Check: "Check",
	BadCode: "This is no result code of these lessons, or it is mistyped.",
	CodeSays: func(solved []string, of int) string {
		if len(solved) == 0 {
			return "The code is whole. No lesson is solved."
		}
		return "The code is whole. Solved: " + itoa(len(solved)) + " of " + itoa(of) + ". " + strings.Join(solved, "; ") + "."
	},
	CodeSaysOwn: func(title string) string { return "The code is whole. Solved: " + title + "." },
	NameFits:    "It was made for this name.", NameDiffers: "It was made for another name.",
}
