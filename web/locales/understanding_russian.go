package locales

var russianUnderstanding = Understanding{
	Tools: "Разобраться",

	Matrix:        "Таблица выходов",
	MatrixText:    "Эта же программа, завершённая всеми способами: какие обработчики сработают, какие пропущены и с каким кодом она выйдет. Выберите способ, чтобы открыть такой запуск.",
	MatrixNoHooks: "Программа не регистрирует обработчиков, поэтому все способы одинаковы. Добавьте обработчик, и станет видна разница.",
	MatrixProgress: func(done, all int) string {
		return "Вычисляется: " + itoa(done) + " из " + counted(all, "запуска", "запусков", "запусков") + "."
	},
	MatrixRows: func(from, to, all int) string {
		return "Строки " + digits(from, "\u202f") + "–" + digits(to, "\u202f") + " из " + digits(all, "\u202f")
	},
	RowsBefore: "Предыдущие строки", RowsAfter: "Следующие строки",
	StatusRow: "Код выхода", NotInThisRun: "не зарегистрирован",
	Profile: map[string]string{"3.13": "3.10–3.13", "3.14": "3.14+"},

	Why:      "Почему такой порядок?",
	WhyText:  "Очередь сравнивает время, затем приоритет, затем номер; решает первое различие. Выберите две записи или событие на шкале времени, чтобы сравнить его с предыдущим.",
	WhyNone:  "В этом запуске меньше двух событий, и объяснять нечего.",
	WhyThis:  "Сравнить",
	WhyThat:  "с",
	WhyPlace: [2]string{"первым", "вторым"},
	WhyEntry: func(name, time string, seq int) string {
		return name + " · на " + time + " · номер " + itoa(seq)
	},
	Numbered: func(name string, seq int) string { return name + " (номер " + itoa(seq) + ")" },
	Decides:  "решает", Equal: "поровну", NotLookedAt: "не важно",
	OrderByTime: func(first, at1, second, at2 string) string {
		return first + " назначено на " + at1 + ", " + second + " — на " + at2 + ". Первым идёт то, что раньше."
	},
	OrderByPriority: func(at, first, p1, second, p2 string) string {
		return "Оба назначены на " + at + ". Приоритет " + first + " — " + p1 + ", " + second + " — " + p2 + ". Первым идёт меньшее число."
	},
	OrderBySequence: func(at, priority, first string, n1 int, second string, n2 int) string {
		return "Оба назначены на " + at + " с приоритетом " + priority + ". Событие " + first + " добавлено раньше: его номер " + itoa(n1) + ", а у " + second + " — " + itoa(n2) + "."
	},
	OrderByArrival: func(first, second, entered string) string {
		return "В очереди они не встретились: когда в " + entered + " добавили " + second + ", " + first + " там уже не было."
	},
	NeverRan: func(name, why string) string { return name + " не выполнялось: " + why + "." },
	LateFor: func(name, due, because, late string) string {
		return name + " назначено на " + due + ", но " + because + ". Опоздание — " + late + "."
	},
	LateForMany: func(name, due, began, late string) string {
		return name + " назначено на " + due + ", а началось в " + began + ". Опоздание — " + late + ":"
	},
	HeldByAction:   func(other, until string) string { return "поток до " + until + " занимало " + other },
	HeldByEntering: func(until string) string { return "добавлено оно только в " + until },
	HeldBySleep: func(other, until string) string {
		return "run() до " + until + " ждал " + other + ", а добавленное снаружи его не будит"
	},
	HeldByTimer: func(until string) string { return "ожидание закончилось только в " + until },
	Ties:        "Ничьи в этом запуске", TieFlag: "Ничья",
	TieText:   "Здесь решает только порядок добавления. Добавьте события в другом порядке — и выполнятся они в другом.",
	TryOrders: "Попробовать другие порядки", TryOrdersBounded: "Порядков больше; показана лишь часть.",
	TieEntered:   "Эти события добавлены во время работы программы, и порядок зависит от того, кто успел раньше. Переставить здесь можно только то, что добавляет главная программа.",
	OrderEntered: "Порядок добавления", OrderRan: "Порядок выполнения", UseOrder: "Взять",
	PresentOrder: "сейчас", OtherStatus: "Код выхода",
	UseOrderOf: func(order string) string { return "Взять: " + order },
	OrdersProgress: func(done, all int) string {
		return "Выполняется: " + itoa(done) + " из " + itoa(all) + "."
	},

	Inside:     "Внутри run()",
	InsideText: "Цикл run() по шагам, мельче шагов самого запуска, и очередь в виде кучи, какой её хранит CPython.",
	InsidePosition: func(i, all int) string {
		return "шаг " + digits(i, "\u202f") + " из " + digits(all, "\u202f")
	},
	InsideBack: "Шаг run() назад", InsideNext: "Шаг run() вперёд", InsideTurn: "Следующий виток цикла",
	RunLines: map[string]string{
		"loop":   "бесконечно:",
		"return": "если очередь пуста: вернуться",
		"peek":   "next ← первое в очереди",
		"delay":  "delay ← next.time − now",
		"wait":   "если delay > 0: delayfunc(delay) и сначала",
		"pop":    "убрать next из очереди",
		"action": "вызвать его действие",
		"yield":  "delayfunc(0)",
	},
	RunBefore: "Главная программа регистрирует обработчики и добавляет события. run() ещё не вызван.",
	RunAfter:  "run() позади. Остались конец главной программы и обработчики выхода.",
	RunPeeks: func(name string) string {
		return "Взгляд: первым в очереди стоит " + name + ". Пока оно там и остаётся."
	},
	RunFindsNothing: "Взгляд: в очереди ничего нет.",
	RunDelays: func(time, now, delay string, due bool) string {
		text := "Задержка: " + time + " − " + now + " = " + delay + ". "
		if due {
			return text + "Это не больше 0, значит, пора."
		}
		return text + "Ещё рано."
	},
	RunWaits: func(name, delay string) string {
		return "Ожидание: delayfunc(" + delay + "), пока не придёт время " + name + "."
	},
	RunMeanwhile: "Ожидание: это происходит тем временем. Ожидание от этого не короче.",
	RunYields:    "Нулевая задержка: delayfunc(0), чтобы дать ход другим потокам.",
	RunPops: func(name string) string {
		return "Извлечение: " + name + " уходит из очереди, куча смыкается."
	},
	RunActs: func(name string) string {
		return "Действие: поток занят событием " + name + ". Цикл стоит, пока оно не вернётся."
	},
	RunRaises:  "Возникло исключение или программа завершена: run() прерван на месте. Что осталось в очереди, там и остаётся.",
	RunReturns: "Очередь пуста: run() возвращается.",
	HeapTree:   "Куча", HeapSorted: "Та же очередь по порядку", HeapEmpty: "Очередь пуста.",
	HeapPlace: "Индекс",
	HeapNode: func(name, time, priority string, seq, place int) string {
		return "индекс " + itoa(place) + ": " + name + ", (" + time + ", " + priority + ", " + itoa(seq) + ")"
	},
	RunsOnWait: "(время, приоритет, номер): ни одна запись не раньше той, что над ней, — большего порядка куче и не нужно.",

	EntryOf: func(n, all int) string {
		return "запись " + digits(n, "\u202f") + " из " + digits(all, "\u202f")
	},
	EntryBefore: "Предыдущая запись", EntryAfter: "Следующая запись",
	EnteredBy: "Добавлено", CancelledBy: "Отменено", Took: "Заняло",
	AtTime: func(who, t string) string { return who + ", в " + t },
	ByMain: "главной программой", ByOutside: "снаружи",
	ByAction: func(name string) string { return "событием " + name },
	ByHook:   func(name string) string { return "обработчиком " + name }, ByHandler: func(signal string) string { return "обработчиком " + signal },
	AskWhy: "Почему в этом порядке?",

	Continue: func(records int) string {
		return "Продолжить до " + digits(records, "\u202f") + "\u00a0записей"
	},
	EndlessHelp: "Чтобы программа кончилась, отмените его из другого события или уберите шаг, который добавляет его снова.",
	StuckHelp:   "Продолжать бесполезно: время не идёт. Добавляйте его с задержкой больше 0 или не добавляйте снова.",
	ShowCulprit: func(name string) string { return "Править " + name },
}
