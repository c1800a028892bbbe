package locales

import (
	"strconv"

	"lastcall/engine/plural"
)

func itoa(n int) string { return strconv.Itoa(n) }

// count is a number and its noun.
func count(n int, one, many string) string {
	return digits(n, ",") + " " + plural.English(n, one, many)
}

// ordinal is 1st, 2nd, 3rd, 4th.
func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return itoa(n) + suffix
}

var english = Words{
	WindowWords: englishWindow,
	Editing:     englishEditing,
	Other:       Russian,
	OtherName:   "Русский",
	Undo:        "Undo",
	Theme:       map[string]string{"auto": "Theme: as the system", "light": "Theme: light", "dark": "Theme: dark"},
	Gallery:     "Example",
	GalleryTitle: map[string]string{
		"hooks":      "Last in, first out",
		"overrun":    "When an action overruns",
		"priorities": "Priorities at one moment",
		"cancel":     "Cancelling",
		"failing":    "A hook that fails",
		"skipped":    "Killed: the hooks are skipped",
		"handler":    "A handler for SIGTERM",
		"drift":      "A periodic job drifts",
		"runaway":    "A program that never ends",
	},
	GalleryText: map[string]string{
		"hooks":      "Two events run on one thread. When the program ends, its exit hooks run: the last one registered is the first to run. Press Play, then try another way to end.",
		"overrun":    "There is one thread, and backup keeps it for 4 units. So report, planned at 4, starts 2 late. Nothing is dropped: give report a later time, and nothing is late.",
		"priorities": "Four events are due at 3. The lowest priority number runs first; of two that are equal, the one entered first. Their work makes the others late.",
		"cancel":     "The answer comes before the timeout is due and cancels it. Without that step, the program would give up at 6 and exit with status 1.",
		"failing":    "write index raises OSError. It is reported, the other hooks still run, and the exit status stays 0.",
		"skipped":    "At 7 another process sends SIGTERM. Nobody handles it, so it kills the program on the spot, and no hook runs. The fans stay slow.",
		"handler":    "The same SIGTERM at 7, but here a handler turns it into sys.exit(0). The program leaves in good order, and its hooks run.",
		"drift":      "A job every 2 units enters itself again relative to its own end, so each round is later by the time its work takes.",
		"runaway":    "heartbeat enters itself again for ever. The page stays responsive, and Kill ends it at once. Left alone, it stops at a limit that names the culprit.",
	},
	OwnScenario:     "Your scenario",
	OwnScenarioText: "Change anything, press Play, and choose how it ends.",

	NewVersion: "There is a new version of Lastcall. Your scenario stays.", TakeNewVersion: "Update now",
	Download: "Download for offline use", DownloadHelp: "Everything in one HTML file, which opens from your disk",

	ToStart: "To the start", StepBack: "One step back", Play: "Play", Pause: "Pause", Step: "One step", ToEnd: "To the end",
	Position: "Position in the run", Speed: "Speed",
	ClockName:       "Clock",
	ClockReads:      func(t string) string { return "t = " + t },
	VirtualTime:     "virtual time",
	VirtualTimeHelp: "The clock does not wait: it jumps to the next event. Playing only shows the run slowly.",
	RealTime:        "real time", RealTimeHelp: "The program runs in a page of its own, by the browser's clock. Closing that page fires a real beforeunload.",
	Launch:   "Run",
	RecordOf: func(n, total int) string { return "step " + digits(n, ",") + " of " + digits(total, ",") },
	Running:  func(n int) string { return "Running: " + count(n, "record", "records") + " so far." },
	Stop:     "Kill the program",
	StoppedByLimit: func(n int, event string) string {
		text := "Stopped after " + count(n, "record", "records") + ": it was not about to end."
		if event != "" {
			text += " What kept it going is " + event + "."
		}
		return text
	},
	StoppedStuck: func(event string) string {
		return "Stopped: 10,000 entries were made while the clock stood still. What kept it going is " + event + "."
	},
	EngineFailed: "The engine failed:",

	Timeline: "Timeline", Planned: "Planned", MainThread: "Main thread", Outside: "Outside", Hooks: "Exit hooks",
	LateBy: func(late string) string { return late + " late" },
	PinName: func(name, time, priority, outcome string) string {
		return name + ", planned at " + time + ", priority " + priority + ", " + outcome
	},
	BarName:        func(name, from, to string) string { return name + ": from " + from + " to " + to },
	HookName:       func(name, phase string) string { return "hook " + name + ", " + phase },
	Handled:        "handled",
	NeverSeen:      "never seen",
	LastInFirstOut: "last registered runs first", HooksAllSkipped: "skipped: no hook runs", DiedInHooks: "ended here: the rest are skipped",
	Chart: englishChart,

	HowEnds: "How does it end?",
	EndingName: map[string]string{
		"return": "falls off the end", "exit": "exits by itself", "exception": "uncaught exception", "SIGINT": "Ctrl-C",
		"SIGTERM-handled": "with a handler", "close": "page closed", "SIGTERM": "no handler", "SIGKILL": "kill -9",
		"_exit": "exits at once", "abort": "fatal error", "discard": "page destroyed",
	},
	HooksRun: "hooks run", HooksSkipped: "skipped", Working: "working it out", Unknown: "not known", Endless: "no end in sight", GoesOn: "does not end it", NotReached: "not reached",
	ExitStatus: func(status int) string {
		if status < 0 {
			return "killed by signal " + itoa(-status) + " · status " + itoa(status)
		}
		return "exit status " + itoa(status)
	},
	Queue: "Queue", QueueEmpty: "Nothing is queued.", QueueLeft: "Left in the queue at the exit.",
	Event: "Event", Time: "Time", Priority: "Priority", Sequence: "Sequence",
	HookStack: "Exit hooks · last in, first out", HookStackEmpty: "No hook is registered yet.",
	Registered: func(order int) string { return "registered " + ordinal(order) },
	Waiting:    "waiting", RunningNow: "running", Done: "ran", Failed: "failed", Interrupted: "cut short", Skipped: "skipped",
	Console: "Console", ConsoleEmpty: "Nothing printed yet.",
	ProgramWindow: "Program window", SendSignal: "Send a signal",
	CloseWindow: "Close", CloseHelp: "Navigate the program's page away: the browser fires beforeunload in it, and the hooks run there",
	ReloadWindow: "Reload", ReloadHelp: "Reload the program's page: the browser fires beforeunload in it, and the hooks run there",
	KillWindow: "Kill", KillHelp: "Remove the program's page: no event fires, and no hook runs",
	Earlier: func(n int) string { return "… " + count(n, "earlier line", "earlier lines") },
	More:    func(n int) string { return "and " + digits(n, ",") + " more" },

	Edit: "Edit", All: "Events and hooks", Events: "Events", NoEvents: "No events: the program ends at once.",
	NoHooks:  "No hooks: nothing runs at the exit.",
	AddEvent: "Add an event", AddHook: "Add a hook", Remove: "Remove",
	NotQueued: "entered by a step", NotRegistered: "registered by a step",
	EventTitle: "Event", HookTitle: "Exit hook", Name: "Name", When: "When", At: "at", After: "after",
	Absolute: "at (enterabs)", Relative: "after (enter)", PriorityLower: "Priority, lower first",
	Steps: "What it does", NoSteps: "Nothing.", AddStep: "Add a step",
	StepUp: "Move up step", StepDown: "Move down step", RemoveStep: "Remove step",
	Verb:       "What the new step does",
	StepNumber: func(n int) string { return "Step " + itoa(n) },
	Verbs: map[string]string{
		"print": "write a line", "work": "take time", "enter": "enter an event", "cancel": "take an event off the queue",
		"register": "register a hook", "unregister": "unregister a hook", "raise": "raise an exception",
		"exit": "sys.exit()", "_exit": "os._exit()", "abort": "os.abort()", "kill": "signal itself",
	},
	Text: "Text", Units: "Units of time", Hook: "Hook", Class: "Exception", Message: "Message", Code: "Exit status", Signal: "Signal",
	NotNumber: func(text string) string { return "“" + text + "” is not a number. Type one such as 2 or 0.5." },
	ThisRun:   "In this run", PlannedAt: "Planned", StartedAt: "Started", Late: "Late by",
	OrderKey: "Order key", Outcome: "Outcome", NeverEntered: "Never entered.",
	OutcomeRan: "ran on time", OutcomeLate: "ran late", OutcomeCancelled: "cancelled", OutcomeLeft: "left in the queue",
	OutcomeInterrupted: "cut short", OutcomeWaiting: "waits in the queue",

	Understanding: englishUnderstanding,

	Lesson: englishLessons,
}
