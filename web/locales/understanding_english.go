package locales

var englishUnderstanding = Understanding{
	Tools: "Look closer",

	Matrix:         "Exit matrix",
	MatrixText:     "This program, ended in every way there is: which hooks run, which are skipped, and the exit status. Choose an ending to open that run.",
	MatrixNoHooks:  "This program registers no hook, so every ending is as good as another. Add one to see the difference.",
	MatrixProgress: func(done, all int) string { return "Working it out: " + itoa(done) + " of " + itoa(all) + " runs." },
	MatrixRows: func(from, to, all int) string {
		return "Rows " + digits(from, ",") + " to " + digits(to, ",") + " of " + digits(all, ",")
	},
	RowsBefore: "Rows before", RowsAfter: "Rows after",
	StatusRow: "Exit status", NotInThisRun: "not registered",
	Profile: map[string]string{"3.13": "3.10–3.13", "3.14": "3.14+"},

	Why:      "Why this order?",
	WhyText:  "The queue compares time, then priority, then sequence; the first that differs decides. Choose two entries, or choose an event on the timeline to compare it with the one before it.",
	WhyNone:  "This run enters fewer than two events, so there is no order to explain.",
	WhyThis:  "Compare",
	WhyThat:  "with",
	WhyPlace: [2]string{"first", "second"},
	WhyEntry: func(name, time string, seq int) string {
		return name + " · at " + time + " · sequence " + itoa(seq)
	},
	Numbered: func(name string, seq int) string { return name + " (sequence " + itoa(seq) + ")" },
	Decides:  "decides", Equal: "equal", NotLookedAt: "not looked at",
	OrderByTime: func(first, at1, second, at2 string) string {
		return first + " is due at " + at1 + ", " + second + " at " + at2 + ": the earlier time runs first."
	},
	OrderByPriority: func(at, first, p1, second, p2 string) string {
		return "Both are due at " + at + ". " + first + " has priority " + p1 + ", " + second + " " + p2 + ": the lower number runs first."
	},
	OrderBySequence: func(at, priority, first string, n1 int, second string, n2 int) string {
		return "Both are due at " + at + " with priority " + priority + ". " + first + " was entered first: its sequence number is " + itoa(n1) + ", that of " + second + " is " + itoa(n2) + "."
	},
	OrderByArrival: func(first, second, entered string) string {
		return "They never waited together: when " + second + " was entered, at " + entered + ", " + first + " had already left the queue."
	},
	NeverRan: func(name, why string) string { return name + " never ran: " + why + "." },
	LateFor: func(name, due, because, late string) string {
		return name + " was due at " + due + ", but " + because + ". It began " + late + " late."
	},
	LateForMany: func(name, due, began, late string) string {
		return name + " was due at " + due + " and began at " + began + ", " + late + " late:"
	},
	HeldByAction:   func(other, until string) string { return other + " held the thread until " + until },
	HeldByEntering: func(until string) string { return "it was only entered at " + until },
	HeldBySleep: func(other, until string) string {
		return "run() slept until " + until + ", for " + other + ", and what is entered from outside does not wake it"
	},
	HeldByTimer: func(until string) string { return "the wait for it ended only at " + until },
	Ties:        "Ties in this run", TieFlag: "Tie",
	TieText:   "Only the order of entering decides here. Enter them in another order, and they run in another.",
	TryOrders: "Try other orders", TryOrdersBounded: "There are more orders than these; a sample of them is run.",
	TieEntered:   "These were entered while the program ran, so their order follows from who came first. Only what the main program enters can be put in another order here.",
	OrderEntered: "Entered in this order", OrderRan: "They run in this one", UseOrder: "Use",
	PresentOrder: "as it is", OtherStatus: "Exit status",
	UseOrderOf:     func(order string) string { return "Use: " + order },
	OrdersProgress: func(done, all int) string { return "Running them: " + itoa(done) + " of " + itoa(all) + "." },

	Inside:         "Inside run()",
	InsideText:     "The loop of run(), in steps finer than the run's own, and the queue as the heap that CPython keeps.",
	InsidePosition: func(i, all int) string { return "step " + digits(i, ",") + " of " + digits(all, ",") },
	InsideBack:     "One step of run() back", InsideNext: "One step of run()", InsideTurn: "Next turn of the loop",
	RunLines: map[string]string{
		"loop":   "for ever:",
		"return": "if the queue is empty: return",
		"peek":   "next ← the first in the queue",
		"delay":  "delay ← next.time − now",
		"wait":   "if delay > 0: delayfunc(delay), and start over",
		"pop":    "take next off the queue",
		"action": "call its action",
		"yield":  "delayfunc(0)",
	},
	RunBefore: "The main program registers hooks and enters events. run() has not been called yet.",
	RunAfter:  "run() is over. What is left is the end of the main program, and the exit hooks.",
	RunPeeks: func(name string) string {
		return "peek: " + name + " is the first in the queue. It stays there for now."
	},
	RunFindsNothing: "peek: there is nothing in the queue.",
	RunDelays: func(time, now, delay string, due bool) string {
		text := "delay: " + time + " − " + now + " = " + delay + ". "
		if due {
			return text + "That is not above 0, so it is due."
		}
		return text + "It is not due yet."
	},
	RunWaits:     func(name, delay string) string { return "wait: delayfunc(" + delay + "), until " + name + " is due." },
	RunMeanwhile: "wait: this happens meanwhile. It does not cut the wait short.",
	RunYields:    "zero delay: delayfunc(0), so that other threads have their turn.",
	RunPops:      func(name string) string { return "pop: " + name + " leaves the queue, and the heap closes the gap." },
	RunActs: func(name string) string {
		return "action: " + name + " has the thread. The loop stands still until it returns."
	},
	RunRaises:  "Something raised, or ended the program: run() is left at once. What is still queued stays there.",
	RunReturns: "The queue is empty: run() returns.",
	HeapTree:   "The heap", HeapSorted: "The same queue, sorted", HeapEmpty: "The queue is empty.",
	HeapPlace: "Index",
	HeapNode: func(name, time, priority string, seq, place int) string {
		return "index " + itoa(place) + ": " + name + ", (" + time + ", " + priority + ", " + itoa(seq) + ")"
	},
	RunsOnWait: "(time, priority, sequence): no entry comes before the one above it, and that is all the order a heap needs.",

	EntryOf:     func(n, all int) string { return "entry " + digits(n, ",") + " of " + digits(all, ",") },
	EntryBefore: "The entry before", EntryAfter: "The next entry",
	EnteredBy: "Entered by", CancelledBy: "Cancelled by", Took: "Took",
	AtTime: func(who, t string) string { return who + ", at " + t },
	ByMain: "the main program", ByOutside: "someone outside",
	ByAction: func(name string) string { return name },
	ByHook:   func(name string) string { return "the hook " + name }, ByHandler: func(signal string) string { return "the " + signal + " handler" },
	AskWhy: "Why in this order?",

	Continue:    func(records int) string { return "Continue, up to " + digits(records, ",") + " records" },
	EndlessHelp: "To let it end, have another event cancel it, or take out the step that enters it again.",
	StuckHelp:   "Continuing would not help: no time passes. Enter it with a delay above 0, or not again.",
	ShowCulprit: func(name string) string { return "Edit " + name },
}
