package locales

var russianUnderstanding = Understanding{
	Tools: "Разобраться",

	Matrix:        "Таблица выходов",
	MatrixText:    "Эта же программа, завершённая всеми способами: какие обработчики сработают, какие пропущены и с каким кодом она выйдет. Выберите способ, чтобы открыть такой запуск.",
	MatrixNoHooks: "Программа не регистрирует обработчиков, поэтому все способы одинаковы. Добавьте обработчик, и станет видна разница.",
	MatrixProgress: func(done, all int) string {
		return "Вычисляется: " + itoa(done) + " из " + plural(all, "запуска", "запусков", "запусков") + "."
	},
	MatrixRows: func(from, to, all int) string {
		return "Строки " + digits(from, "\u202f") + "–" + digits(to, "\u202f") + " из " + digits(all, "\u202f")
	},
	RowsBefore: "Предыдущие строки", RowsAfter: "Следующие строки",
	StatusRow: "Код выхода", NotInThisRun: "не зарегистрирован",
	Profile: map[string]string{"3.13": "3.10–3.13", "3.14": "3.14+"},
}
