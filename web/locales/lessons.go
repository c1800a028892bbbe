package locales

// LessonWords are the messages of the tutorial around its lessons, whose
// texts are in their files, and whose sentences about a run are in
// engine/lesson.
type LessonWords struct {
	// The way in and around.
	Lessons, Intro, List, Previous, Next string
	Number                               func(n, of int) string
	Loading                              string
	NotLoaded                            func(why string) string
	Solved, NotSolved                    string
	Progress                             func(solved, of int) string
	Reset, ResetSure, ResetNo            string
	AllSolved                            string

	// A lesson.
	Program, Predict, PredictHow        string
	YourOrder                           func(names string) string
	NothingRuns                         string
	CheckPrediction, SkipPrediction     string
	Right                               string
	Task, CheckTask, StartOver          string
	TaskSolved                          string
	Missed                              func(n int) string
	Hint, ShowHint                      string
	Solution, ShowSolution, PutSolution string
	Remember, ReadMore                  string

	// The result code.
	HandIn, HandInHow, YourName, YourCode, NoCode            string
	ForTeachers, OpenFile, OpenFileHow                       string
	FromLink, LinkRefused                                    string
	FileProblems                                             func(name string) string
	CheckCode, CheckCodeHow, Code, PupilName, Check, BadCode string
	CodeSays                                                 func(solved []string, of int) string
	CodeSaysOwn                                              func(title string) string
	NameFits, NameDiffers                                    string
}
