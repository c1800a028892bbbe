package locales

import "time"

// WindowWords are about programs in real time: their window, what became of
// those whose tab was left, and how their run differs from one in virtual time.
type WindowWords struct {
	Milliseconds, Seconds string

	// The window.
	NotBegun, Alive, Over      string
	AskBefore, AskHelp         string
	ClickInside, ClickedInside string
	WindowPage                 string // the name of the frame
	Budget                     func(seconds string) string
	Forgets, Survived          string
	Throttled, Stalled         func(timers int, worst string) string

	// The last visit.
	LastVisit                          string
	VisitTitle                         func(title string) string // title may be empty
	VisitLeft, VisitLost               func(when time.Time) string
	VisitHooks, VisitNoHooks           string
	VisitWhy                           func(cause string, timedOut bool) string
	VisitLate, VisitCut, DismissVisits string

	// One program, two clocks.
	TwoClocks, TwoClocksText       string
	TwoClocksRun, TwoClocksRunning string
	Happened                       func(kind, name string) string
	OrderDiffers, OnlyHere         string
	SameOrder                      string
	TieFlips                       func(first, second string) string
	OrderMoves                     func(first, second string) string
	EndedOtherwise                 string
	PlannedFor                     func(t string) string
	MillisLate                     func(ms string) string
	Punctual                       func(timers int, least, most, jitter string) string
}

var englishWindow = WindowWords{
	Milliseconds: "ms", Seconds: "s",
	NotBegun: "not started", Alive: "running", Over: "over",
	AskBefore:     "Ask before leaving",
	AskHelp:       "The browser asks only if somebody has clicked or typed in the page that wants it to. Some go by this very page, some by the whole tab.",
	ClickInside:   "Click here, inside the program’s page, or no question may come.",
	ClickedInside: "There was a click inside: the browser will ask before this page is left.",
	WindowPage:    "The program’s page",
	Budget:        func(s string) string { return "When its page is left, its hooks have " + s + " s." },
	Forgets:       "This browser lets the page store nothing. If you close the tab now, the hooks still run, but your next visit will not know of it.",
	Survived:      "The tab is still here, but its beforeunload has come: the hooks have run, and the program is over. Run starts it again.",
	Throttled: func(n int, worst string) string {
		return "This tab was in the background, where browsers let timers fire once a second, later once a minute: " +
			count(n, "timer", "timers") + " came late for it, by " + worst + " at most."
	},
	Stalled: func(n int, worst string) string {
		return "The page or the computer was busy: " + count(n, "timer", "timers") + " came late for it, by " + worst + " at most."
	},

	LastVisit: "Last visit",
	VisitTitle: func(title string) string {
		if title == "" {
			title = "A program"
		} else {
			title = "“" + title + "”"
		}
		return title + " was running when its tab went away"
	},
	VisitLeft: func(t time.Time) string { return "The tab was closed or reloaded on " + englishMoment(t) + "." },
	VisitLost: func(t time.Time) string {
		return "Started on " + englishMoment(t) + "; its tab ended without a word, as in a crash."
	},
	VisitHooks:   "Its hooks, last in, first out:",
	VisitNoHooks: "No hook was registered.",
	VisitWhy: func(cause string, timedOut bool) string {
		switch {
		case timedOut:
			return "the time for hooks was up"
		case cause == "discard":
			return "no event came, so nothing could run"
		}
		return "the program ended by " + cause
	},
	VisitLate:     "it was registered while hooks ran",
	VisitCut:      "More happened than is kept: this is not the whole of it.",
	DismissVisits: "Dismiss",

	TwoClocks:        "One program, two clocks",
	TwoClocksText:    "What this program does in virtual time, where nothing waits and nothing is in between, beside what it did in real time.",
	TwoClocksRun:     "Run it in real time",
	TwoClocksRunning: "It runs. The comparison comes when it is over.",
	Happened: func(kind, name string) string {
		switch kind {
		case "cancel":
			return name + " cancelled"
		case "exit":
			return "exit: " + name
		case "hook":
			return "hook " + name
		case "hook-failed":
			return "hook " + name + " fails"
		case "skip":
			return "hook " + name + " skipped"
		}
		return name
	},
	OrderDiffers: "order differs", OnlyHere: "only here",
	SameOrder: "The same things happened in the same order.",
	TieFlips: func(first, second string) string {
		return "In virtual time " + first + " and " + second + " are due at the same moment, and priority decides. In real time a moment passes between two calls of enter(), so whatever was entered first is due first."
	},
	OrderMoves: func(first, second string) string {
		return "In virtual time " + first + " comes before " + second + ", in real time after it: real waits and work take a little longer than planned."
	},
	EndedOtherwise: "The two runs did not end alike: what one of them never got to is marked.",
	PlannedFor:     func(t string) string { return "planned " + t },
	MillisLate:     func(ms string) string { return ms + " late" },
	Punctual: func(n int, least, most, jitter string) string {
		return count(n, "timer", "timers") + " came " + least + " to " + most + " late: a jitter of " + jitter + "."
	},
}

var russianWindow = WindowWords{
	Milliseconds: "мс", Seconds: "с",
	NotBegun: "не запущена", Alive: "работает", Over: "завершена",
	AskBefore:     "Спросить перед уходом",
	AskHelp:       "Браузер спросит, только если на странице, которая об этом просит, щёлкали или печатали. Одним важна именно она, другим — вся вкладка.",
	ClickInside:   "Щёлкните здесь, внутри страницы программы, иначе вопроса может не быть.",
	ClickedInside: "Внутри щёлкнули: перед уходом с этой страницы браузер спросит.",
	WindowPage:    "Страница программы",
	Budget: func(s string) string {
		return "Когда её страницу покидают, у обработчиков есть " + s + " с."
	},
	Forgets:  "Этот браузер не даёт странице ничего хранить. Если закрыть вкладку сейчас, обработчики сработают, но в следующий раз страница об этом не узнает.",
	Survived: "Вкладка осталась, но её beforeunload уже был: обработчики сработали, и программа завершена. «Запуск» начнёт её заново.",
	Throttled: func(n int, worst string) string {
		return "Вкладка была в фоне, где таймеры срабатывают раз в секунду, а позже раз в минуту. Из-за этого опоздало таймеров: " +
			itoa(n) + ", самое большее на " + worst + "."
	},
	Stalled: func(n int, worst string) string {
		return "Страница или компьютер были заняты. Из-за этого опоздало таймеров: " + itoa(n) + ", самое большее на " + worst + "."
	},

	LastVisit: "Прошлый визит",
	VisitTitle: func(title string) string {
		if title == "" {
			return "Программа работала, когда исчезла её вкладка"
		}
		return "«" + title + "»: программа работала, когда исчезла её вкладка"
	},
	VisitLeft: func(t time.Time) string {
		return "Вкладку закрыли или обновили " + russianMoment(t) + "."
	},
	VisitLost: func(t time.Time) string {
		return "Запущена " + russianMoment(t) + "; её вкладка исчезла молча, как при сбое."
	},
	VisitHooks:   "Её обработчики, последний первым:",
	VisitNoHooks: "Ни одного обработчика не было.",
	VisitWhy: func(cause string, timedOut bool) string {
		switch {
		case timedOut:
			return "время на обработчики вышло"
		case cause == "discard":
			return "событий не было, сработать было некому"
		}
		return "программу завершил " + cause
	},
	VisitLate:     "зарегистрирован, когда обработчики уже шли",
	VisitCut:      "Случилось больше, чем хранится: это не всё.",
	DismissVisits: "Скрыть",

	TwoClocks:        "Одна программа, двое часов",
	TwoClocksText:    "Что эта программа делает в виртуальном времени, где никто не ждёт и промежутков нет, — рядом с тем, что вышло в реальном.",
	TwoClocksRun:     "Запустить в реальном времени",
	TwoClocksRunning: "Программа работает. Сравнение появится, когда она завершится.",
	Happened: func(kind, name string) string {
		switch kind {
		case "cancel":
			return name + ": отменено"
		case "exit":
			return "выход: " + name
		case "hook":
			return "обработчик " + name
		case "hook-failed":
			return "обработчик " + name + ": ошибка"
		case "skip":
			return "обработчик " + name + ": пропущен"
		}
		return name
	},
	OrderDiffers: "порядок другой", OnlyHere: "только здесь",
	SameOrder: "Произошло одно и то же в одном и том же порядке.",
	TieFlips: func(first, second string) string {
		return "В виртуальном времени " + first + " и " + second + " назначены на один момент, и решает приоритет. В реальном между двумя вызовами enter() проходит мгновение, и раньше наступает то, что добавлено раньше."
	},
	OrderMoves: func(first, second string) string {
		return "В виртуальном времени " + first + " идёт раньше, чем " + second + ", а в реальном позже: настоящие ожидания и работа длятся чуть дольше плана."
	},
	EndedOtherwise: "Запуски завершились по-разному: отмечено то, до чего один из них не дошёл.",
	PlannedFor:     func(t string) string { return "план " + t },
	MillisLate:     func(ms string) string { return "опоздание " + ms },
	Punctual: func(n int, least, most, jitter string) string {
		return "Опоздания таймеров (" + itoa(n) + "): от " + least + " до " + most + "; разброс " + jitter + "."
	},
}

// englishMoment is a moment in the reader's time zone.
func englishMoment(t time.Time) string { return t.Format("2 January at 15:04:05") }

var russianMonths = [...]string{
	"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
}

func russianMoment(t time.Time) string {
	return t.Format("2 ") + russianMonths[t.Month()-1] + t.Format(" в 15:04:05")
}
