package locales

var englishUnderstanding = Understanding{
	Tools: "Look closer",

	Matrix:         "Exit matrix",
	MatrixText:     "This program, ended in every way there is: which hooks run, which are skipped, and the exit status. Choose an ending to open that run.",
	MatrixNoHooks:  "This program registers no hook, so every ending is as good as another. Add one to see the difference.",
	MatrixProgress: func(done, all int) string { return "Working it out: " + itoa(done) + " of " + itoa(all) + " runs." },
	MatrixRows: func(from, to, all int) string {
		return "Rows " + digits(from, ",") + " to " + digits(to, ",") + " of " + digits(all, ",")
	},
	RowsBefore: "Rows before", RowsAfter: "Rows after",
	StatusRow: "Exit status", NotInThisRun: "not registered",
	Profile: map[string]string{"3.13": "3.10–3.13", "3.14": "3.14+"},
}
