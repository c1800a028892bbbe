package locales

import "strings"

var russianLessons = LessonWords{
	Lessons: "Уроки", List: "Все уроки", Previous: "Назад", Next: "Следующий урок",
	Intro:     "Полчаса, по одной мысли за раз: предскажите, что сделает программа, запустите её, потом измените. Пройденное запоминает этот браузер.",
	Number:    func(n, of int) string { return "Урок " + itoa(n) + " из " + itoa(of) },
	Loading:   "Загрузка…",
	NotLoaded: func(why string) string { return "Загрузить не удалось: " + why },
	Solved:    "решён", NotSolved: "ещё не решён",
	Progress: func(solved, of int) string {
		return "Решено " + itoa(solved) + " из " + counted(of, "урока", "уроков", "уроков")
	},
	Reset: "Сбросить пройденное", ResetSure: "Точно забыть всё решённое", ResetNo: "Оставить",
	AllSolved: "Все уроки решены. Отлично!",

	Program: "Программа на Python", Predict: "Предскажите, потом запустите",
	PredictHow:      "Нажимайте их в том порядке, в каком они выполнятся. Повторное нажатие убирает. То, что не выполнится, не берите.",
	YourOrder:       func(names string) string { return "Ваш порядок: " + names },
	NothingRuns:     "не выполнится ничего",
	CheckPrediction: "Проверить и запустить", SkipPrediction: "Запустить без предсказания",
	Right: "Верно, так и происходит.",
	Task:  "Задание", CheckTask: "Проверить задание", StartOver: "Начать заново",
	TaskSolved: "Решено!",
	Missed: func(n int) string {
		return "Пока нет. Осталось исправить " + counted(n, "место", "места", "мест") + ":"
	},
	Hint: "Подсказка", ShowHint: "Показать подсказку",
	Solution: "Решение", ShowSolution: "Показать решение", PutSolution: "Подставить решение",
	Remember: "Стоит запомнить", ReadMore: "В документации Python:",

	HandIn: "Сдать результат", HandInHow: "Код говорит, какие уроки вы решили. Он составляется здесь, из пройденного и вашего имени, и никуда не отправляется. От обмана он не защищает.",
	YourName: "Ваше имя", YourCode: "Ваш код", NoCode: "Решите урок, и появится код.",
	ForTeachers: "Учителю", OpenFile: "Открыть урок из файла", OpenFileHow: "Урок — это один файл Markdown, его можно написать самому. Он не покидает этот компьютер, а адрес страницы становится ссылкой на него.",
	FromLink: "Урок по ссылке", LinkRefused: "Не удалось открыть урок из этой ссылки.",
	FileProblems: func(name string) string { return name + " — пока не урок:" },
	CheckCode:    "Проверить код", CheckCodeHow: "Введите код, который вам сдали, и имя ученика.",
	Code: "Код", PupilName: "Имя ученика", Check: "Проверить",
	BadCode: "Это не код результата этих уроков, или в нём опечатка.",
	CodeSays: func(solved []string, of int) string {
		if len(solved) == 0 {
			return "Код цел. Ни один урок не решён."
		}
		return "Код цел. Решено: " + itoa(len(solved)) + " из " + itoa(of) + ". " + strings.Join(solved, "; ") + "."
	},
	CodeSaysOwn: func(title string) string { return "Код цел. Решён урок «" + title + "»." },
	NameFits:    "Он составлен для этого имени.", NameDiffers: "Он составлен для другого имени.",
}
