package locales

import "lastcall/engine/plural"

// counted is a number and its noun: 1 событие, 2 события, 5 событий.
func counted(n int, one, few, many string) string {
	return digits(n, "\u202f") + "\u00a0" + plural.Russian(n, one, few, many)
}

var russian = Words{
	WindowWords: russianWindow,
	Editing:     russianEditing,
	Other:       English,
	OtherName:   "English",
	Undo:        "Отменить правку",
	Theme:       map[string]string{"auto": "Тема: как в системе", "light": "Тема: светлая", "dark": "Тема: тёмная"},
	Gallery:     "Пример",
	GalleryTitle: map[string]string{
		"hooks":      "Последний пришёл — первый ушёл",
		"overrun":    "Когда действие затянулось",
		"priorities": "Приоритеты в один момент",
		"cancel":     "Отмена события",
		"failing":    "Обработчик с ошибкой",
		"skipped":    "Убит: обработчики пропущены",
		"handler":    "Обработчик SIGTERM",
		"drift":      "Периодическая задача уплывает",
		"runaway":    "Программа, которая не кончается",
	},
	GalleryText: map[string]string{
		"hooks":      "Два события выполняются в одном потоке. Когда программа завершается, срабатывают обработчики выхода: зарегистрированный последним — первым. Нажмите «Пуск», а потом выберите другой способ завершения.",
		"overrun":    "Поток один, и backup занимает его на 4 единицы. Поэтому report, назначенный на 4, начинается на 2 позже. Ничего не теряется: назначьте report позже — и опозданий не будет.",
		"priorities": "Четыре события назначены на 3. Первым идёт меньшее число приоритета; из двух равных — добавленное раньше. Их работа задерживает остальных.",
		"cancel":     "Ответ приходит раньше тайм-аута и отменяет его. Без этого шага программа сдалась бы в момент 6 и вышла с кодом 1.",
		"failing":    "write index вызывает OSError. Об этом сообщается, остальные обработчики всё равно выполняются, код выхода остаётся 0.",
		"skipped":    "В момент 7 другой процесс посылает SIGTERM. Его никто не обрабатывает, поэтому программа убита на месте и ни один обработчик выхода не сработал.",
		"handler":    "Тот же SIGTERM в момент 7, но здесь обработчик превращает его в sys.exit(0). Программа завершается по порядку, обработчики выхода срабатывают.",
		"drift":      "Задача каждые 2 единицы назначает себя снова относительно своего конца, и каждый круг запаздывает на время её работы.",
		"runaway":    "heartbeat без конца назначает себя снова. Страница продолжает отвечать, а кнопка убивает программу сразу. Без неё запуск остановится на пределе, который назовёт виновника.",
	},
	OwnScenario:     "Ваш сценарий",
	OwnScenarioText: "Меняйте что угодно, нажмите «Пуск» и выберите, как программа завершится.",

	NewVersion: "Вышла новая версия Lastcall. Ваш сценарий сохранится.", TakeNewVersion: "Обновить",
	Download: "Скачать для работы без сети", DownloadHelp: "Всё в одном HTML-файле, который открывается с диска",

	ToStart: "В начало", StepBack: "Шаг назад", Play: "Пуск", Pause: "Пауза", Step: "Шаг вперёд", ToEnd: "В конец",
	Position: "Место в запуске", Speed: "Скорость",
	ClockName:       "Часы",
	ClockReads:      func(t string) string { return "t = " + t },
	VirtualTime:     "виртуальное время",
	VirtualTimeHelp: "Часы не ждут: они перескакивают к следующему событию. Воспроизведение лишь показывает запуск медленно.",
	RealTime:        "реальное время", RealTimeHelp: "Программа работает в собственной странице, по часам браузера. Закрытие этой страницы вызывает настоящий beforeunload.",
	Launch: "Запуск",
	RecordOf: func(n, total int) string {
		return "шаг " + digits(n, "\u202f") + " из " + digits(total, "\u202f")
	},
	Running: func(n int) string {
		return "Выполняется: " + counted(n, "запись", "записи", "записей") + "."
	},
	Stop: "Убить программу",
	StoppedByLimit: func(n int, event string) string {
		text := "Остановлено: " + counted(n, "запись", "записи", "записей") + ", а конца не видно."
		if event != "" {
			text += " Виновник — " + event + "."
		}
		return text
	},
	StoppedStuck: func(event string) string {
		return "Остановлено: добавлено 10\u202f000 событий, пока часы стояли. Виновник — " + event + "."
	},
	EngineFailed: "Движок отказал:",

	Timeline: "Шкала времени", Planned: "План", MainThread: "Главный поток", Outside: "Снаружи", Hooks: "Обработчики выхода",
	LateBy: func(late string) string { return "опоздание " + late },
	PinName: func(name, time, priority, outcome string) string {
		return name + ", назначено на " + time + ", приоритет " + priority + ", " + outcome
	},
	BarName:        func(name, from, to string) string { return name + ": с " + from + " до " + to },
	HookName:       func(name, phase string) string { return "обработчик " + name + ", " + phase },
	Handled:        "обработан",
	NeverSeen:      "не дошло",
	LastInFirstOut: "последний — первым", HooksAllSkipped: "пропущены все", DiedInHooks: "конец: остальные пропущены",
	Chart: russianChart,

	HowEnds: "Как завершится программа?",
	EndingName: map[string]string{
		"return": "дошла до конца", "exit": "вышла сама", "exception": "исключение", "SIGINT": "Ctrl-C",
		"SIGTERM-handled": "с обработчиком", "close": "страница закрыта", "SIGTERM": "без обработчика", "SIGKILL": "kill -9",
		"_exit": "вышла сразу", "abort": "фатальная ошибка", "discard": "страница уничтожена",
	},
	HooksRun: "сработают", HooksSkipped: "пропущены", Working: "вычисляется", Unknown: "неизвестно", Endless: "конца не видно", GoesOn: "не завершает", NotReached: "не дойдёт",
	ExitStatus: func(status int) string {
		if status < 0 {
			return "убита сигналом " + itoa(-status) + " · код " + itoa(status)
		}
		return "код выхода " + itoa(status)
	},
	Queue: "Очередь", QueueEmpty: "Очередь пуста.", QueueLeft: "Осталось в очереди при выходе.",
	Event: "Событие", Time: "Время", Priority: "Приоритет", Sequence: "Номер",
	HookStack: "Обработчики выхода · последний первым", HookStackEmpty: "Пока ни одного обработчика.",
	Registered: func(order int) string { return itoa(order) + "-й по счёту" },
	Waiting:    "ждёт", RunningNow: "выполняется", Done: "сработал", Failed: "ошибка", Interrupted: "прерван", Skipped: "пропущен",
	Console: "Консоль", ConsoleEmpty: "Пока ничего не напечатано.",
	ProgramWindow: "Окно программы", SendSignal: "Послать сигнал",
	CloseWindow: "Закрыть", CloseHelp: "Увести страницу программы: браузер вызовет в ней beforeunload, и обработчики сработают там",
	ReloadWindow: "Обновить", ReloadHelp: "Перезагрузить страницу программы: браузер вызовет в ней beforeunload, и обработчики сработают там",
	KillWindow: "Убить", KillHelp: "Удалить страницу программы: событий не будет, обработчики не сработают",
	Earlier: func(n int) string {
		return "… ещё " + counted(n, "строка", "строки", "строк") + " раньше"
	},
	More: func(n int) string { return "и ещё " + digits(n, "\u202f") },

	Edit: "Правка", All: "События и обработчики", Events: "События", NoEvents: "Событий нет: программа сразу завершится.",
	NoHooks:  "Обработчиков нет: при выходе ничего не произойдёт.",
	AddEvent: "Добавить событие", AddHook: "Добавить обработчик", Remove: "Удалить",
	NotQueued: "добавит шаг", NotRegistered: "зарегистрирует шаг",
	EventTitle: "Событие", HookTitle: "Обработчик выхода", Name: "Название", When: "Когда", At: "в", After: "через",
	Absolute: "в момент (enterabs)", Relative: "через (enter)", PriorityLower: "Приоритет (меньший раньше)",
	Steps: "Что делает", NoSteps: "Ничего.", AddStep: "Добавить шаг",
	StepUp: "Выше шаг", StepDown: "Ниже шаг", RemoveStep: "Удалить шаг",
	Verb:       "Что делает новый шаг",
	StepNumber: func(n int) string { return "Шаг " + itoa(n) },
	Verbs: map[string]string{
		"print": "напечатать строку", "work": "занять время", "enter": "добавить событие", "cancel": "отменить событие",
		"register": "зарегистрировать обработчик", "unregister": "снять обработчик", "raise": "вызвать исключение",
		"exit": "sys.exit()", "_exit": "os._exit()", "abort": "os.abort()", "kill": "сигнал себе",
	},
	Text: "Текст", Units: "Единицы времени", Hook: "Обработчик", Class: "Исключение", Message: "Сообщение", Code: "Код выхода", Signal: "Сигнал",
	NotNumber: func(text string) string {
		return "«" + text + "» — не число. Введите, например, 2 или 0,5."
	},
	ThisRun: "В этом запуске", PlannedAt: "Назначено", StartedAt: "Началось", Late: "Опоздало на",
	OrderKey: "Ключ порядка", Outcome: "Итог", NeverEntered: "В очередь не попадало.",
	OutcomeRan: "вовремя", OutcomeLate: "с опозданием", OutcomeCancelled: "отменено", OutcomeLeft: "осталось в очереди",
	OutcomeInterrupted: "прервано", OutcomeWaiting: "ждёт в очереди",

	Understanding: russianUnderstanding,

	Lesson: russianLessons,
}
