package lesson

import "lastcall/engine/plural"

func often(n int) string {
	switch n {
	case 0:
		return "not at all"
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return itoa(n) + " times"
}

// many is a number and its noun.
func many(n int, one, more string) string { return itoa(n) + " " + plural.English(n, one, more) }

var englishCauses = map[string]string{
	"return":    "it falls off the end",
	"exit":      "sys.exit()",
	"exception": "an uncaught exception",
	"signal":    "a signal that nobody handles",
	"_exit":     "os._exit()",
	"abort":     "a fatal error, os.abort()",
	"close":     "the page is closed",
	"discard":   "the page is destroyed",
}

var english = words{
	notOver: "The program has not come to its end. Let it run out, then check again.",

	isLate:    func(name, by string) string { return name + " starts " + by + " late. It must start on time." },
	isNotLate: func(name string) string { return name + " starts on time. Here it is to be late." },
	didNotRun: func(name string) string { return name + " does not run. It must." },
	ran:       func(name string) string { return name + " runs. It must not." },
	ranBefore: func(first, second string) string {
		return first + " starts before " + second + ". It must be the other way round."
	},
	startsAt: func(name string, got, want []string) string {
		return name + " starts at " + list(got, "") + ". It must start at " + list(want, "") + "."
	},
	startsTimes: func(name string, got, want int) string {
		return name + " starts " + often(got) + ". It must start " + often(want) + "."
	},
	tooShort: func(name, got, want string) string {
		return name + " takes only " + got + ". Leave it the work it had: " + want + "."
	},
	otherTime: func(a, b, timeA, timeB string) string {
		return a + " is planned for " + timeA + " and " + b + " for " + timeB + ". They must stay due at one moment."
	},
	otherPriority: func(a, b, priorityA, priorityB string) string {
		return a + " has priority " + priorityA + " and " + b + " has " + priorityB + ". They must stay equal."
	},
	notCancelled: func(name string) string { return name + " is not cancelled. It must be." },
	hooksRan: func(got, want []string) string {
		return "Hooks that run: " + list(got, "none") + ". It must be: " + list(want, "none") + "."
	},
	hooksSkipped: func(got, want []string) string {
		return "Hooks that are skipped: " + list(got, "none") + ". It must be: " + list(want, "none") + "."
	},
	otherStatus: func(got, want int) string {
		return "The exit status is " + itoa(got) + ". It must be " + itoa(want) + "."
	},
	otherCause: func(got, want string) string {
		return "What ends the program: " + englishCauses[got] + ". It must be: " + englishCauses[want] + "."
	},
	noSignal:    func(signal string) string { return signal + " does not reach the program. It must." },
	notPrinted:  func(text string) string { return "The line “" + text + "” is not printed." },
	notReported: func(text string) string { return "No " + text + " is reported. There must be one." },
	otherQueued: func(got, want int) string {
		return "When the program ends, the queue holds " + many(got, "event", "events") + ". It must hold " + itoa(want) + "."
	},
	overAt: func(got, want string) string {
		return "The program is over at " + got + ". It must be over by " + want + "."
	},
	tooMany: func(got, want int) string {
		return "The run takes " + many(got, "step", "steps") + ". It must take " + itoa(want) + " at most."
	},
	wantsReal:    "This run was in virtual time. Choose real time above the timeline, press Run, and check again when it is over.",
	wantsVirtual: "This run was in real time. Choose virtual time above the timeline.",

	byTime: func(first, second, timeFirst, timeSecond string) string {
		return first + " runs before " + second + ". The time decides: " + timeFirst + " comes before " + timeSecond + "."
	},
	byPriority: func(first, second, time, priorityFirst, prioritySecond string) string {
		return first + " runs before " + second + ". Both are due at " + time + ", so the priority decides: " +
			priorityFirst + " is lower than " + prioritySecond + ", and lower goes first."
	},
	bySequence: func(first, second string, sequenceFirst, sequenceSecond int) string {
		return first + " runs before " + second + ". Time and priority are equal, so the sequence number decides: " +
			first + " was entered first (" + itoa(sequenceFirst) + ", then " + itoa(sequenceSecond) + ")."
	},
	notYetEntered: func(first, second string) string {
		return first + " runs before " + second + ". When it starts, " + second + " is not in the queue yet: somebody has to enter it first."
	},
	oneThread: func(busy string) string {
		return "There is one thread, and " + busy + " held it: what waits is still taken in this order, and nothing is dropped."
	},
	lifo: func(first, second string) string {
		return first + " runs before " + second + ". Last in, first out: " + first + " was registered later."
	},
	willNotRun: func(name string) string { return name + " does not run." },
	runsToo:    func(name string) string { return name + " runs too, and comes next." },
	skippedBecause: func(cause string) string {
		return "The program ends like this: " + englishCauses[cause] + ". That skips its hooks."
	},
	wasUnregistered:  "It was unregistered before the program ended.",
	wasNotRegistered: "Nobody registers it in time.",
	wasCancelled:     "It was cancelled while it waited.",
	wasLeft:          "It is still in the queue when the program ends.",
	wasNotEntered:    "Nobody enters it.",
}
