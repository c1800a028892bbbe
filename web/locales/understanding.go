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

	// Why this order?
	Why, WhyText, WhyNone            string
	WhyThis, WhyThat                 string
	WhyPlace                         [2]string // ran first, ran second
	WhyEntry                         func(name, time string, seq int) string
	Numbered                         func(name string, seq int) string
	Decides, Equal, NotLookedAt      string
	OrderByTime                      func(first, at1, second, at2 string) string
	OrderByPriority                  func(at, first, p1, second, p2 string) string
	OrderBySequence                  func(at, priority, first string, n1 int, second string, n2 int) string
	OrderByArrival                   func(first, second, entered string) string
	NeverRan                         func(name, why string) string
	LateFor                          func(name, due, because, late string) string
	LateForMany                      func(name, due, began, late string) string
	HeldByAction                     func(other, until string) string
	HeldByEntering                   func(until string) string
	HeldBySleep                      func(other, until string) string
	HeldByTimer                      func(until string) string
	Ties, TieFlag, TieText           string
	TryOrders, TryOrdersBounded      string
	TieEntered                       string
	OrderEntered, OrderRan, UseOrder string
	PresentOrder, OtherStatus        string
	UseOrderOf                       func(order string) string
	OrdersProgress                   func(done, all int) string

	// Inside run().
	Inside, InsideText                 string
	InsidePosition                     func(i, all int) string
	InsideBack, InsideNext, InsideTurn string
	RunLines                           map[string]string
	RunBefore, RunAfter                string
	RunPeeks                           func(name string) string
	RunFindsNothing                    string
	RunDelays                          func(time, now, delay string, due bool) string
	RunWaits                           func(name, delay string) string
	RunMeanwhile, RunYields            string
	RunPops, RunActs                   func(name string) string
	RunRaises, RunReturns              string
	HeapTree, HeapSorted, HeapEmpty    string
	HeapPlace                          string
	HeapNode                           func(name, time, priority string, seq, place int) string
	RunsOnWait                         string

	// What an event did.
	EntryOf                      func(n, all int) string
	EntryBefore, EntryAfter      string
	EnteredBy, CancelledBy, Took string
	AtTime                       func(who, t string) string
	ByMain, ByOutside            string
	ByAction, ByHook, ByHandler  func(name string) string
	AskWhy                       string

	// A run that was stopped by a limit.
	Continue    func(records int) string
	EndlessHelp string
	StuckHelp   string
	ShowCulprit func(name string) string
}
