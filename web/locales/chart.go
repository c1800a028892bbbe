package locales

// Chart are the words of the timeline.
type Chart struct {
	Help                       string
	Fold, Unfold               func(length string) string
	PinCluster, BarCluster     func(n int, from, to string) string
	FlagCluster, BoxCluster    func(n int) string
	Over                       func(cause, at string) string
	NotToScale                 string
	AddAt                      func(at string) string
	DragTime, DragWork         string
	DragOrder                  string
	DragsTime, DragsWork       func(name, value string) string
	DragsOrder                 func(name string, place int) string
	View, Axis, AxisStart      string
	AxisNumbers, AxisDurations string
	AxisDates, FoldAll         string
	AsTable, EntriesCaption    string
	Ended, What, RegisteredAs  string
	Took, GoesOn               string
	Rows                       func(from, to, n int) string
	RowsBefore, RowsAfter      string
	Keys                       Shortcuts
}

// Shortcuts are the words of the shortcut sheet.
type Shortcuts struct {
	Title, Where, Close               string
	Next, Previous, Lane, First, Last string
	Open, Move, Stretch, Finely       string
	Remove, Play, Step, StepBack      string
	Here, ZoomIn, ZoomOut, Fit        string
	Later, Earlier, Folds             string
	Cancel, Sheet                     string
}

var englishChart = Chart{
	Help: "Arrow keys go from mark to mark, Enter opens one, Shift with the arrows moves it. The question mark lists all keys. The tables below say the same in words.",
	Fold: func(length string) string { return "Fold " + length + " of waiting" },
	Unfold: func(length string) string {
		return "Unfold " + length + " of waiting"
	},
	PinCluster: func(n int, from, to string) string {
		return count(n, "entry", "entries") + ", planned from " + from + " to " + to
	},
	BarCluster: func(n int, from, to string) string {
		return count(n, "action", "actions") + ", from " + from + " to " + to
	},
	FlagCluster: func(n int) string { return count(n, "arrival", "arrivals") + " from outside" },
	BoxCluster:  func(n int) string { return count(n, "hook", "hooks") },
	Over:        func(cause, at string) string { return "the program is over at " + at + ": " + cause },
	NotToScale:  "in order, not to scale",
	AddAt:       func(at string) string { return "Add an event at " + at },
	DragTime:    "drag to move", DragWork: "drag to change its work", DragOrder: "drag to reorder",
	DragsTime:  func(name, value string) string { return name + " → " + value },
	DragsWork:  func(name, value string) string { return name + ": work " + value },
	DragsOrder: func(name string, place int) string { return name + ": registered " + ordinal(place) },
	View:       "View", Axis: "The axis shows", AxisStart: "It starts at",
	AxisNumbers: "numbers", AxisDurations: "durations", AxisDates: "dates and times",
	FoldAll: "Fold long waits", AsTable: "As a table", EntriesCaption: "Events, in the order in which they are to run",
	Ended: "Ended", What: "What came", RegisteredAs: "Registered as", Took: "Took", GoesOn: "The program is not over.",
	Rows: func(from, to, n int) string {
		return digits(from, ",") + "–" + digits(to, ",") + " of " + digits(n, ",")
	},
	RowsBefore: "Earlier rows", RowsAfter: "Later rows",
	Keys: Shortcuts{
		Title: "Keyboard shortcuts", Where: "They work while the timeline has the focus.", Close: "Close",
		Next: "Next mark, as the run goes", Previous: "Mark before", Lane: "Lane above, lane below", First: "First mark", Last: "Last mark",
		Open: "Open it for editing", Move: "Move it in time, or a hook in its order", Stretch: "More or less work",
		Finely: "The same in fine steps", Remove: "Remove it", Play: "Play or pause", Step: "One step", StepBack: "One step back",
		Here: "Go to the moment it begins", ZoomIn: "Zoom in", ZoomOut: "Zoom out", Fit: "Show the whole run",
		Later: "Later part", Earlier: "Earlier part", Folds: "Fold long waits, or none",
		Cancel: "Call a drag off", Sheet: "This list",
	},
}

var russianChart = Chart{
	Help: "Стрелки ведут от отметки к отметке, Enter открывает её, Shift со стрелками двигает. Знак вопроса — список клавиш. То же самое словами — в таблицах ниже.",
	Fold: func(length string) string { return "Свернуть ожидание: " + length },
	Unfold: func(length string) string {
		return "Развернуть ожидание: " + length
	},
	PinCluster: func(n int, from, to string) string {
		return counted(n, "запись", "записи", "записей") + " очереди, с " + from + " до " + to
	},
	BarCluster: func(n int, from, to string) string {
		return counted(n, "действие", "действия", "действий") + ", с " + from + " до " + to
	},
	FlagCluster: func(n int) string {
		return counted(n, "сигнал", "сигнала", "сигналов") + " снаружи"
	},
	BoxCluster: func(n int) string {
		return counted(n, "обработчик", "обработчика", "обработчиков")
	},
	Over: func(cause, at string) string {
		return "программа завершилась в " + at + ": " + cause
	},
	NotToScale: "порядок, не масштаб",
	AddAt:      func(at string) string { return "Добавить событие в " + at },
	DragTime:   "можно перетащить", DragWork: "потяните, чтобы изменить длительность", DragOrder: "перетащите, чтобы сменить порядок",
	DragsTime:  func(name, value string) string { return name + " → " + value },
	DragsWork:  func(name, value string) string { return name + ": работа " + value },
	DragsOrder: func(name string, place int) string { return name + ": " + itoa(place) + "-й по счёту" },
	View:       "Вид", Axis: "На оси", AxisStart: "Начало",
	AxisNumbers: "числа", AxisDurations: "длительности", AxisDates: "дата и время",
	FoldAll: "Свернуть долгие ожидания", AsTable: "Таблицей", EntriesCaption: "События в порядке выполнения",
	Ended: "Конец", What: "Что пришло", RegisteredAs: "Который по счёту", Took: "Длился", GoesOn: "Программа не завершилась.",
	Rows: func(from, to, n int) string {
		return digits(from, "\u202f") + "–" + digits(to, "\u202f") + " из " + digits(n, "\u202f")
	},
	RowsBefore: "Предыдущие строки", RowsAfter: "Следующие строки",
	Keys: Shortcuts{
		Title: "Клавиши", Where: "Работают, пока фокус на шкале времени.", Close: "Закрыть",
		Next: "Следующая отметка по ходу программы", Previous: "Предыдущая отметка", Lane: "Дорожка выше, дорожка ниже", First: "Первая отметка", Last: "Последняя отметка",
		Open: "Открыть для правки", Move: "Сдвинуть во времени, обработчик — в порядке", Stretch: "Больше или меньше работы",
		Finely: "То же мелкими шагами", Remove: "Удалить", Play: "Пуск или пауза", Step: "Шаг вперёд", StepBack: "Шаг назад",
		Here: "К моменту её начала", ZoomIn: "Крупнее", ZoomOut: "Мельче", Fit: "Весь запуск",
		Later: "Дальше", Earlier: "Раньше", Folds: "Свернуть долгие ожидания или развернуть",
		Cancel: "Отменить перетаскивание", Sheet: "Этот список",
	},
}
