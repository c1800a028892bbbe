package draw

import "lastcall/engine/trace"

// words are those that a picture has, in one language.
type words struct {
	lang, timeline                                           string
	planned, mainThread, outside, hooks                      string
	handled, unseen, exception, lastFirst, notToScale, marks string
	ends, endless, hooksRun, hooksSkipped, diedInHooks       string
	onTime, cancelled, left, cutShort, running               string
	event, plannedAt, began, ended, outcome, hook, fate      string
	late                                                     func(amount string) string
	phases                                                   [6]string
}

var english = words{
	lang: "en", timeline: "Timeline",
	planned: "Planned", mainThread: "Main thread", outside: "Outside", hooks: "Exit hooks",
	handled: "handled", unseen: "never seen", exception: "exception", lastFirst: "last registered runs first", notToScale: "in order, not to scale", marks: "marks",
	ends: "Ends by", endless: "It does not end here.", hooksRun: "the hooks run", hooksSkipped: "the hooks are skipped",
	diedInHooks: "it dies while its hooks run",
	onTime:      "on time", cancelled: "cancelled", left: "left in the queue", cutShort: "cut short", running: "running",
	event: "Event", plannedAt: "Planned", began: "Began", ended: "Ended", outcome: "Outcome", hook: "Exit hook", fate: "State",
	late: func(amount string) string { return amount + " late" },
	phases: [...]string{
		trace.PhaseWaiting: "waiting", trace.PhaseRunning: "running", trace.PhaseDone: "ran", trace.PhaseFailed: "failed",
		trace.PhaseInterrupted: "cut short", trace.PhaseSkipped: "skipped",
	},
}

var russian = words{
	lang: "ru", timeline: "Шкала времени",
	planned: "План", mainThread: "Главный поток", outside: "Снаружи", hooks: "Обработчики",
	handled: "обработан", unseen: "не дошло", exception: "исключение", lastFirst: "последний — первым", notToScale: "порядок, не масштаб", marks: "отметок",
	ends: "Завершение:", endless: "Конца здесь нет.", hooksRun: "обработчики сработают", hooksSkipped: "обработчики пропущены",
	diedInHooks: "конец среди обработчиков",
	onTime:      "вовремя", cancelled: "отменено", left: "осталось в очереди", cutShort: "прервано", running: "выполняется",
	event: "Событие", plannedAt: "Назначено", began: "Начало", ended: "Конец", outcome: "Итог", hook: "Обработчик", fate: "Состояние",
	late: func(amount string) string { return "опоздание " + amount },
	phases: [...]string{
		trace.PhaseWaiting: "ждёт", trace.PhaseRunning: "выполняется", trace.PhaseDone: "сработал", trace.PhaseFailed: "ошибка",
		trace.PhaseInterrupted: "прерван", trace.PhaseSkipped: "пропущен",
	},
}
