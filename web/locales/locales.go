// Package locales holds the words of the page, once a language. Python's own
// terms and messages stay as Python prints them, and what is said before
// the page is there stands in words.js.
//
// A language is a value of one struct, so that a message cannot be asked for
// that does not exist, and a test finds the ones left empty.
package locales

// A Language is a BCP 47 tag.
type Language string

// The languages.
const (
	English Language = "en"
	Russian Language = "ru"
)

// Of returns the words of a language; English for one that is not known.
func Of(l Language) *Words {
	if l == Russian {
		return &russian
	}
	return &english
}

// Words are the page's messages. A func composes one with a number or a name.
type Words struct {
	Editing
	WindowWords

	// The header and what the scenario is about.
	Other           Language // the language to switch to
	OtherName       string   // in that language
	Undo            string
	Theme           map[string]string // by "auto", "light" and "dark"
	Gallery         string
	GalleryTitle    map[string]string // by the example's name
	GalleryText     map[string]string // what to look at
	OwnScenario     string
	OwnScenarioText string

	// The version of the page itself.
	NewVersion, TakeNewVersion string
	Download, DownloadHelp     string

	// The transport.
	ToStart, StepBack, Play, Pause, Step, ToEnd string
	Position, Speed                             string
	ClockName                                   string
	ClockReads                                  func(t string) string
	VirtualTime, VirtualTimeHelp                string
	RealTime, RealTimeHelp, Launch              string
	RecordOf                                    func(n, total int) string
	Running                                     func(records int) string
	Stop                                        string
	StoppedByLimit                              func(records int, event string) string
	StoppedStuck                                func(event string) string
	EngineFailed                                string

	// The timeline.
	Timeline, Planned, MainThread, Outside, Hooks string
	LateBy                                        func(late string) string
	PinName                                       func(name, time, priority, outcome string) string
	BarName                                       func(name, from, to string) string
	HookName                                      func(name, phase string) string
	Handled, NeverSeen                            string
	LastInFirstOut, HooksAllSkipped, DiedInHooks  string
	Chart                                         Chart

	// How it ends.
	HowEnds                           string
	EndingName                        map[string]string // by scenario.Ending
	HooksRun, HooksSkipped            string
	Working, Unknown, NotReached      string
	Endless, GoesOn                   string
	ExitStatus                        func(status int) string
	Queue, QueueEmpty, QueueLeft      string
	Event, Time, Priority, Sequence   string
	HookStack, HookStackEmpty         string
	Registered                        func(order int) string
	Waiting, RunningNow, Done, Failed string
	Interrupted, Skipped              string
	Console, ConsoleEmpty             string
	ProgramWindow, SendSignal         string
	CloseWindow, CloseHelp            string
	ReloadWindow, ReloadHelp          string
	KillWindow, KillHelp              string
	Earlier, More                     func(n int) string

	// The inspector.
	Edit, All, Events, NoEvents, NoHooks, AddEvent, AddHook, Remove string
	NotQueued, NotRegistered                                        string
	EventTitle, HookTitle, Name, When, At, After                    string
	Absolute, Relative, PriorityLower                               string
	Steps, NoSteps, AddStep, StepUp, StepDown, RemoveStep           string
	StepNumber                                                      func(n int) string
	Verb                                                            string
	Verbs                                                           map[string]string
	Text, Units, Hook, Class, Message, Code, Signal                 string
	NotNumber                                                       func(text string) string
	ThisRun, PlannedAt, StartedAt, Late, OrderKey, Outcome          string
	NeverEntered                                                    string
	OutcomeRan, OutcomeLate, OutcomeCancelled, OutcomeLeft          string
	OutcomeInterrupted, OutcomeWaiting                              string

	Understanding

	Lesson LessonWords
}

// digits writes n with a separator at the thousands.
func digits(n int, separator string) string {
	if n < 1000 {
		return itoa(n)
	}
	rest := itoa(n % 1000)
	return digits(n/1000, separator) + separator + "000"[len(rest):] + rest
}
