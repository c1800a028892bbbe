package locales

import "lastcall/engine/scenario"

// Editing are the words for changing a scenario, keeping it and taking changes
// back.
type Editing struct {
	// Undo. What was done stands after a colon, as in "Undo: move report to 6".
	Redo                                     string
	UndoOf, RedoOf                           func(what string) string
	Opened                                   func(title string) string
	TextEdited, ChangedMany                  string
	Added, Removed, Changed                  func(name string) string
	AddedMany, RemovedMany                   func(n int) string
	Renamed                                  func(from, to string) string
	EventsReordered, HooksReordered          string
	OutsideReordered                         string
	MovedTo, EnteredAfter, PriorityOf, Works func(name, number string) string
	LeftOut, PutIn, ArgumentsOf              func(name string) string
	StepAdded, StepRemoved, StepChanged      func(verb, name string) string
	StepsReordered, StepsChanged             func(name string) string
	EndsBy, StartsAt, UnitLasts, Titled      func(text string) string
	OutsideAt                                func(what, time string) string
	HandlerFor                               func(signal string) string
	TheEnd, OutsideSteps                     string

	// The lists.
	FromOutside, NoOutside, AddOutside, Handlers string
	NoHandlers, AddHandler, ForSignal            string
	AtTheEnd, Program, MoreParts                 string
	StepCount                                    func(n int) string
	Pick, PickDone, Picked                       string
	PickedCount                                  func(n int) string
	KeysAnywhere, KeyClipboard                   string
	Duplicate, Copy, Delete                      string
	MoveUp, MoveDown                             string

	// The fields.
	ID, Title, CallWith, CallHelp             string
	Registering, RegisteredAtStart            string
	Sending                                   func(send string) string
	Comes, Sends, DoesSteps                   string
	ClockStart, Tick, TickHelp, PythonProfile string
	Python313, Python314                      string
	OwnPriority, NoArguments                  string
	Nothing                                   string
	NotInteger, NotValue, NoComma             func(text string) string
	PositionalLast, NotDuration               string
	Problem                                   func(scenario.Problem) string

	// Files and the clipboard.
	Menu, NewScenario, OpenFile, SaveFile, CopyAll   string
	PasteClipboard, FirstSteps, DropHere             string
	Copied, Pasted                                   func(n int) string
	CopiedAll, NotPasted, NothingToPaste, PasteByKey string
	FileBroken                                       func(name string) string
	WorkKept, BringBack, GoOn, KeptDamaged, Dismiss  string
	LinkRefused, LinkDamaged, LinkNewer, LinkTooBig  string
	DraftKept, EditedTitle                           func(title string) string
	EditedText, EmptyText, FirstEvent, FirstHook     string

	// The text.
	TextTool, TextLabel, TextHelp, TextGood string
	TextBroken                              func(n int) string
	AtLine                                  func(line int, problem string) string
	TextDiscard                             string

	// The first steps.
	HintOf                              func(n, total int) string
	HintPlay, HintEnd, HintEdit         string
	FirstStepsName, HintNext, HintClose string
}

var englishEditing = Editing{
	Redo:       "Redo",
	UndoOf:     func(what string) string { return "Undo: " + what },
	RedoOf:     func(what string) string { return "Redo: " + what },
	Opened:     func(title string) string { return "open “" + title + "”" },
	TextEdited: "edit the text", ChangedMany: "change several things",
	Added:           func(name string) string { return "add " + name },
	Removed:         func(name string) string { return "remove " + name },
	Changed:         func(name string) string { return "change " + name },
	AddedMany:       func(n int) string { return "add " + count(n, "part", "parts") },
	RemovedMany:     func(n int) string { return "remove " + count(n, "part", "parts") },
	Renamed:         func(from, to string) string { return "rename " + from + " to " + to },
	EventsReordered: "reorder the events", HooksReordered: "reorder the hooks", OutsideReordered: "reorder what comes from outside",
	MovedTo:        func(name, t string) string { return "move " + name + " to " + t },
	EnteredAfter:   func(name, t string) string { return "enter " + name + " after " + t },
	PriorityOf:     func(name, p string) string { return "give " + name + " priority " + p },
	Works:          func(name, n string) string { return "let " + name + " work " + n },
	LeftOut:        func(name string) string { return "leave " + name + " to a step" },
	PutIn:          func(name string) string { return "let the main program bring in " + name },
	ArgumentsOf:    func(name string) string { return "change the arguments of " + name },
	StepAdded:      func(verb, name string) string { return "add " + verb + " to " + name },
	StepRemoved:    func(verb, name string) string { return "remove " + verb + " from " + name },
	StepChanged:    func(verb, name string) string { return "change " + verb + " in " + name },
	StepsReordered: func(name string) string { return "reorder the steps of " + name },
	StepsChanged:   func(name string) string { return "change the steps of " + name },
	EndsBy:         func(code string) string { return "end by " + code },
	StartsAt:       func(t string) string { return "start the clock at " + t },
	UnitLasts:      func(d string) string { return "let a unit last " + d },
	Titled:         func(title string) string { return "call it “" + title + "”" },
	OutsideAt:      func(what, t string) string { return what + " at " + t },
	HandlerFor:     func(signal string) string { return "the handler for " + signal },
	TheEnd:         "the end", OutsideSteps: "steps from outside",

	FromOutside: "From outside", NoOutside: "Nothing comes from outside.", AddOutside: "Add something from outside",
	Handlers: "Signal handlers", NoHandlers: "No handlers: a signal does what it does by default.",
	AddHandler: "Add a handler", ForSignal: "Handler for",
	AtTheEnd: "At the end", Program: "Program", MoreParts: "Signals, end and program",
	StepCount: func(n int) string { return count(n, "step", "steps") },
	Pick:      "Select several", PickDone: "Done", Picked: "Selected",
	PickedCount:  func(n int) string { return itoa(n) + " selected" },
	KeysAnywhere: "These work wherever the focus is, but in a field.", KeyClipboard: "Copy, cut, paste",
	Duplicate: "Duplicate", Copy: "Copy", Delete: "Delete",
	MoveUp: "Move up in the list", MoveDown: "Move down in the list",

	ID: "Id", Title: "Title",
	CallWith: "Called with", CallHelp: "For example: \"main\", 2, mode=\"safe\"",
	Registering: "Registered", RegisteredAtStart: "by the main program",
	Sending: func(send string) string {
		switch send {
		case "close":
			return "close: the page is closed"
		case "discard":
			return "discard: the page is destroyed"
		}
		return send
	},
	Comes: "Comes at", Sends: "What comes", DoesSteps: "steps of another thread",
	ClockStart: "Clock starts at", Tick: "One unit lasts", TickHelp: "In real time. For example: 1s, 20ms, 1m30s",
	PythonProfile: "Python", Python313: "3.10 to 3.13", Python314: "3.14 and later",
	OwnPriority: "its own", NoArguments: "none", Nothing: "nothing",
	NotInteger: func(text string) string { return "“" + text + "” is not a whole number. Type one such as 0 or 3." },
	NotValue: func(text string) string {
		return "“" + text + "” is no value. Write a text in quotes, a number, True, False or None."
	},
	NoComma:        func(text string) string { return "A comma is missing before “" + text + "”." },
	PositionalLast: "Values without a name go before those with one.",
	NotDuration:    "Write a duration such as 1s, 20ms or 1m30s, up to 24h.",
	Problem:        func(p scenario.Problem) string { return p.Message },

	Menu: "Menu", NewScenario: "New scenario", OpenFile: "Open a file…", SaveFile: "Save to a file", CopyAll: "Copy as text",
	PasteClipboard: "Paste", FirstSteps: "Show the first steps", DropHere: "Drop a scenario to open it",
	Copied:    func(n int) string { return "Copied " + count(n, "part", "parts") + "." },
	Pasted:    func(n int) string { return "Added " + count(n, "part", "parts") + "." },
	CopiedAll: "The scenario is copied as text.", NotPasted: "That cannot be added here:",
	NothingToPaste: "What the clipboard holds is no scenario and no part of one.",
	PasteByKey:     "The browser does not let the page read the clipboard. Press Ctrl+V.",
	FileBroken: func(name string) string {
		if name == "" {
			return "What was pasted is not right yet. It stands below as text; the scenario from before still runs."
		}
		return name + " is not right yet. It stands below as text; the scenario from before still runs."
	},
	WorkKept: "The scenario you were working on is kept.", BringBack: "Bring it back", GoOn: "Go on with it",
	KeptDamaged: "The scenario that was kept is damaged. It stands below as text, with what is wrong.",
	LinkRefused: "The scenario of this link could not be opened.",
	LinkDamaged: "The link is damaged: a part of it is missing or was changed. Copy it again, whole.",
	LinkNewer:   "The link is of a newer version of Lastcall.",
	LinkTooBig:  "It is too big for a link: packed it may have 64 KiB, and 4 MiB unpacked.",
	Dismiss:     "Dismiss",
	DraftKept:   func(title string) string { return "You were working on “" + title + "”." },
	EditedTitle: func(title string) string { return title + ", edited" },
	EmptyText:   "Nothing happens yet: give the program an event to run, and a hook for its exit.", FirstEvent: "First event", FirstHook: "First hook",
	EditedText: "You have changed this example. Undo takes changes back, one by one.",

	TextTool: "Text", TextLabel: "The scenario as text",
	TextHelp: "Change either side: the other follows.", TextGood: "No problems.",
	TextBroken: func(n int) string {
		return count(n, "problem", "problems") + ". The last good scenario still runs."
	},
	AtLine:      func(line int, problem string) string { return "Line " + itoa(line) + ": " + problem },
	TextDiscard: "Back to the last good one",

	HintOf:         func(n, total int) string { return itoa(n) + " of " + itoa(total) },
	HintPlay:       "Press Play and watch events run on one thread, then the exit hooks, last in, first out.",
	HintEnd:        "Choose how the program ends. Each way says beforehand whether the hooks will run.",
	HintEdit:       "Click anything on the timeline, or in the lists, to change it. Undo takes everything back.",
	FirstStepsName: "First steps", HintNext: "Next", HintClose: "Got it",
}

var russianEditing = Editing{
	Redo:       "Вернуть правку",
	UndoOf:     func(what string) string { return "Отменить: " + what },
	RedoOf:     func(what string) string { return "Вернуть: " + what },
	Opened:     func(title string) string { return "открытие «" + title + "»" },
	TextEdited: "правка текста", ChangedMany: "несколько изменений",
	Added:   func(name string) string { return "добавление «" + name + "»" },
	Removed: func(name string) string { return "удаление «" + name + "»" },
	Changed: func(name string) string { return "изменение «" + name + "»" },
	AddedMany: func(n int) string {
		return "добавление: " + counted(n, "часть", "части", "частей")
	},
	RemovedMany: func(n int) string {
		return "удаление: " + counted(n, "часть", "части", "частей")
	},
	Renamed:         func(from, to string) string { return "переименование «" + from + "» в «" + to + "»" },
	EventsReordered: "порядок событий", HooksReordered: "порядок обработчиков", OutsideReordered: "порядок того, что приходит извне",
	MovedTo:      func(name, t string) string { return "перенос «" + name + "» на " + t },
	EnteredAfter: func(name, t string) string { return "«" + name + "» через " + t },
	PriorityOf:   func(name, p string) string { return "приоритет «" + name + "»: " + p },
	Works:        func(name, n string) string { return "«" + name + "» работает " + n },
	LeftOut:      func(name string) string { return "«" + name + "»: вводится шагом" },
	PutIn: func(name string) string {
		return "«" + name + "»: вводится главной программой"
	},
	ArgumentsOf:    func(name string) string { return "аргументы «" + name + "»" },
	StepAdded:      func(verb, name string) string { return "шаг " + verb + " добавлен в «" + name + "»" },
	StepRemoved:    func(verb, name string) string { return "шаг " + verb + " убран из «" + name + "»" },
	StepChanged:    func(verb, name string) string { return "шаг " + verb + " изменён в «" + name + "»" },
	StepsReordered: func(name string) string { return "порядок шагов «" + name + "»" },
	StepsChanged:   func(name string) string { return "шаги «" + name + "»" },
	EndsBy:         func(code string) string { return "завершение: " + code },
	StartsAt:       func(t string) string { return "часы начинают с " + t },
	UnitLasts:      func(d string) string { return "единица длится " + d },
	Titled:         func(title string) string { return "название «" + title + "»" },
	OutsideAt:      func(what, t string) string { return what + " в момент " + t },
	HandlerFor:     func(signal string) string { return "обработчик " + signal },
	TheEnd:         "конец программы", OutsideSteps: "шаги извне",

	FromOutside: "Извне", NoOutside: "Извне ничего не приходит.", AddOutside: "Добавить приходящее извне",
	Handlers: "Обработчики сигналов", NoHandlers: "Обработчиков нет: сигналы действуют как обычно.",
	AddHandler: "Добавить обработчик сигнала", ForSignal: "Сигнал",
	AtTheEnd: "В конце", Program: "Программа", MoreParts: "Сигналы, конец, программа",
	StepCount: func(n int) string { return counted(n, "шаг", "шага", "шагов") },
	Pick:      "Выбрать несколько", PickDone: "Готово", Picked: "Выбрано",
	PickedCount:  func(n int) string { return "Выбрано: " + itoa(n) },
	KeysAnywhere: "Эти работают везде, кроме полей ввода.", KeyClipboard: "Копировать, вырезать, вставить",
	Duplicate: "Дублировать", Copy: "Копировать", Delete: "Удалить",
	MoveUp: "Выше в списке", MoveDown: "Ниже в списке",

	ID: "Имя в коде", Title: "Название",
	CallWith: "Аргументы", CallHelp: "Например: \"main\", 2, mode=\"safe\"",
	Registering: "Регистрация", RegisteredAtStart: "главной программой",
	Sending: func(send string) string {
		switch send {
		case "close":
			return "close: страницу закрывают"
		case "discard":
			return "discard: страницу уничтожают"
		}
		return send
	},
	Comes: "Момент", Sends: "Что приходит", DoesSteps: "шаги другого потока",
	ClockStart: "Начало часов", Tick: "Единица длится", TickHelp: "В реальном времени. Например: 1s, 20ms, 1m30s",
	PythonProfile: "Python", Python313: "от 3.10 до 3.13", Python314: "3.14 и новее",
	OwnPriority: "свой", NoArguments: "нет", Nothing: "ничего",
	NotInteger: func(text string) string {
		return "«" + text + "» — не целое число. Введите, например, 0 или 3."
	},
	NotValue: func(text string) string {
		return "«" + text + "» — не значение. Напишите текст в кавычках, число, True, False или None."
	},
	NoComma:        func(text string) string { return "Перед «" + text + "» не хватает запятой." },
	PositionalLast: "Значения без имени пишутся раньше значений с именем.",
	NotDuration:    "Напишите длительность, например 1s, 20ms или 1m30s, не больше 24h.",
	Problem:        russianProblem,

	Menu: "Меню", NewScenario: "Новый сценарий", OpenFile: "Открыть файл…", SaveFile: "Сохранить в файл", CopyAll: "Копировать текстом",
	PasteClipboard: "Вставить", FirstSteps: "Показать первые шаги", DropHere: "Отпустите, чтобы открыть сценарий",
	Copied: func(n int) string {
		return "Скопировано: " + counted(n, "часть", "части", "частей") + "."
	},
	Pasted: func(n int) string {
		return "Добавлено: " + counted(n, "часть", "части", "частей") + "."
	},
	CopiedAll: "Сценарий скопирован текстом.", NotPasted: "Это нельзя добавить сюда:",
	NothingToPaste: "В буфере обмена нет ни сценария, ни его части.",
	PasteByKey:     "Браузер не даёт странице читать буфер обмена. Нажмите Ctrl+V.",
	FileBroken: func(name string) string {
		if name == "" {
			return "Во вставленном есть ошибки. Текст показан ниже, а работает прежний сценарий."
		}
		return "В файле «" + name + "» есть ошибки. Текст показан ниже, а работает прежний сценарий."
	},
	WorkKept: "Сценарий, над которым вы работали, сохранён.", BringBack: "Вернуть его", GoOn: "Продолжить",
	KeptDamaged: "Сохранённый сценарий повреждён. Он показан ниже текстом, с перечнем ошибок.",
	LinkRefused: "Не удалось открыть сценарий из этой ссылки.",
	LinkDamaged: "Ссылка повреждена: какой-то её части не хватает, или она изменена. Скопируйте её ещё раз, целиком.",
	LinkNewer:   "Ссылка сделана в более новой версии Lastcall.",
	LinkTooBig:  "Для ссылки он слишком велик: упакованным он может занимать 64 КиБ, распакованным — 4 МиБ.",
	Dismiss:     "Скрыть",
	DraftKept:   func(title string) string { return "Вы работали над «" + title + "»." },
	EditedTitle: func(title string) string { return title + " (изменён)" },
	EmptyText:   "Пока ничего не происходит: добавьте событие и обработчик выхода.", FirstEvent: "Первое событие", FirstHook: "Первый обработчик",
	EditedText: "Вы изменили этот пример. Отмена возвращает правки по одной.",

	TextTool: "Текст", TextLabel: "Сценарий как текст",
	TextHelp: "Меняйте любую сторону: другая последует за ней.", TextGood: "Ошибок нет.",
	TextBroken: func(n int) string {
		return counted(n, "ошибка", "ошибки", "ошибок") + ". Работает последний верный сценарий."
	},
	AtLine:      func(line int, problem string) string { return "Строка " + itoa(line) + ": " + problem },
	TextDiscard: "К последнему верному",

	HintOf:         func(n, total int) string { return itoa(n) + " из " + itoa(total) },
	HintPlay:       "Нажмите «Пуск»: события пойдут в одном потоке, а за ними обработчики выхода, последний первым.",
	HintEnd:        "Выберите, как завершится программа. О каждом способе сказано заранее, сработают ли обработчики.",
	HintEdit:       "Нажмите на что угодно на шкале или в списках, чтобы изменить. Отменить можно всё.",
	FirstStepsName: "Первые шаги", HintNext: "Дальше", HintClose: "Понятно",
}
