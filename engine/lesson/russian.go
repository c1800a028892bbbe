package lesson

import "lastcall/engine/plural"

// counted is a number and its noun: 1 событие, 2 события, 5 событий.
func counted(n int, one, few, many string) string {
	return itoa(n) + "\u00a0" + plural.Russian(n, one, few, many)
}

var russianCauses = map[string]string{
	"return":    "программа дошла до конца",
	"exit":      "sys.exit()",
	"exception": "непойманное исключение",
	"signal":    "сигнал, который никто не обработал",
	"_exit":     "os._exit()",
	"abort":     "фатальная ошибка, os.abort()",
	"close":     "страницу закрыли",
	"discard":   "страницу уничтожили",
}

func howOften(n int) string {
	if n == 0 {
		return "ни разу"
	}
	return counted(n, "раз", "раза", "раз")
}

var russian = words{
	notOver: "Программа ещё не дошла до конца. Дайте ей завершиться и проверьте снова.",

	isLate: func(name, by string) string {
		return name + " начинается с опозданием на " + by + ". Нужно вовремя."
	},
	isNotLate: func(name string) string {
		return name + " начинается вовремя. Здесь нужно опоздание."
	},
	didNotRun: func(name string) string { return name + " не выполняется. А должно." },
	ran:       func(name string) string { return name + " выполняется. А не должно." },
	ranBefore: func(first, second string) string {
		return first + " начинается раньше, чем " + second + ". Нужно наоборот."
	},
	startsAt: func(name string, got, want []string) string {
		return name + ": моменты начала " + list(got, "") + ". Нужно: " + list(want, "") + "."
	},
	startsTimes: func(name string, got, want int) string {
		return name + " начинается " + howOften(got) + ". Нужно: " + howOften(want) + "."
	},
	tooShort: func(name, got, want string) string {
		return name + " работает всего " + got + ". Оставьте столько работы, сколько было: " + want + "."
	},
	otherTime: func(a, b, timeA, timeB string) string {
		return a + " назначено на " + timeA + ", а " + b + " на " + timeB + ". Момент должен остаться общим."
	},
	otherPriority: func(a, b, priorityA, priorityB string) string {
		return "У " + a + " приоритет " + priorityA + ", а у " + b + " " + priorityB + ". Они должны остаться равными."
	},
	notCancelled: func(name string) string {
		return name + " не отменено. А должно быть отменено."
	},
	hooksRan: func(got, want []string) string {
		return "Сработали обработчики: " + list(got, "ни одного") + ". Нужно: " + list(want, "ни одного") + "."
	},
	hooksSkipped: func(got, want []string) string {
		return "Пропущены обработчики: " + list(got, "ни одного") + ". Нужно: " + list(want, "ни одного") + "."
	},
	otherStatus: func(got, want int) string {
		return "Код выхода " + itoa(got) + ". Нужен " + itoa(want) + "."
	},
	otherCause: func(got, want string) string {
		return "Программа завершилась так: " + russianCauses[got] + ". Нужно: " + russianCauses[want] + "."
	},
	noSignal: func(signal string) string {
		return signal + " не доходит до программы. А должен дойти."
	},
	notPrinted:  func(text string) string { return "Строка «" + text + "» не напечатана." },
	notReported: func(text string) string { return "Ошибки " + text + " нет. А должна быть." },
	otherQueued: func(got, want int) string {
		return "Когда программа завершается, в очереди " + counted(got, "событие", "события", "событий") + ". Нужно: " + itoa(want) + "."
	},
	overAt: func(got, want string) string {
		return "Программа завершается в момент " + got + ". Нужно не позже " + want + "."
	},
	tooMany: func(got, want int) string {
		return "В запуске " + counted(got, "шаг", "шага", "шагов") + ". Нужно не больше " + itoa(want) + "."
	},
	wantsReal:    "Этот запуск был в виртуальном времени. Над шкалой выберите реальное время, нажмите «Запуск» и проверьте снова, когда программа завершится.",
	wantsVirtual: "Этот запуск был в реальном времени. Над шкалой выберите виртуальное время.",

	byTime: func(first, second, timeFirst, timeSecond string) string {
		return first + " выполняется раньше, чем " + second + ". Решает время: " + timeFirst + " наступает раньше, чем " + timeSecond + "."
	},
	byPriority: func(first, second, time, priorityFirst, prioritySecond string) string {
		return first + " выполняется раньше, чем " + second + ". Момент у них один, " + time + ", поэтому решает приоритет: " +
			priorityFirst + " меньше, чем " + prioritySecond + ", а меньший идёт первым."
	},
	bySequence: func(first, second string, sequenceFirst, sequenceSecond int) string {
		return first + " выполняется раньше, чем " + second + ". Время и приоритет равны, поэтому решает порядковый номер: " +
			first + " встало в очередь первым (" + itoa(sequenceFirst) + ", потом " + itoa(sequenceSecond) + ")."
	},
	notYetEntered: func(first, second string) string {
		return first + " выполняется раньше, чем " + second + ". Когда оно начинается, " + second + " ещё нет в очереди: его пока никто туда не поставил."
	},
	oneThread: func(busy string) string {
		return "Поток один, и его занимало " + busy + ": тех, кто ждёт, всё равно берут в этом порядке, и никто не теряется."
	},
	lifo: func(first, second string) string {
		return first + " срабатывает раньше, чем " + second + ". Последний пришёл — первый ушёл: " + first + " зарегистрирован позже."
	},
	willNotRun: func(name string) string { return name + " не выполнится." },
	runsToo: func(name string) string {
		return "Ещё выполнится " + name + ": это следующий."
	},
	skippedBecause: func(cause string) string {
		return "Программа завершается так: " + russianCauses[cause] + ". Обработчики при этом пропускаются."
	},
	wasUnregistered:  "Регистрацию сняли до конца программы.",
	wasNotRegistered: "Вовремя его никто не регистрирует.",
	wasCancelled:     "Пока событие ждало, его отменили.",
	wasLeft:          "Когда программа завершается, оно всё ещё в очереди.",
	wasNotEntered:    "Его никто не ставит в очередь.",
}
