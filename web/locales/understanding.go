package locales

// Understanding are the words of the tools that explain a run.
type Understanding struct {
	Tools string

	// The exit matrix.
	Matrix, MatrixText, MatrixNoHooks string
	MatrixProgress                    func(done, all int) string
	MatrixRows                        func(from, to, all int) string
	RowsBefore, RowsAfter             string
	StatusRow, NotInThisRun           string
	Profile                           map[string]string // by scenario.Profile
}
