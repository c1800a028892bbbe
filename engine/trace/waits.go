package trace

// A Wait is how late a start or a finish was: first the thread was still busy
// with something else, then the timer that was to wake it came late.
type Wait struct {
	Record int     // of the start or the finish
	Busy   float64 // units from its time on in which other actions had the thread
	Timer  float64 // units that it came after it could have
}

// Waits returns how punctual the starts and finishes among some records are, in
// their order. work says for how many units the action of each event works.
// Under the virtual clock no timer is late. Left out is what comes after a
// signal handler, as the log does not say when that returned.
func Waits(records []Record, work map[string]float64) (list []Wait) {
	var free float64 // when the thread was last done with something
	setup, handled := true, false
	for n, r := range records {
		switch r.Kind {
		case Register, Enter:
			if setup { // by the main program; later, an action's finish counts
				free = r.T
			}
			continue
		case Start:
			if ready := max(r.Time, free); !handled {
				list = append(list, Wait{n, ready - r.Time, r.T - ready})
			}
			free, handled = r.T, false
		case Finish:
			if ready := free + work[r.ID]; !handled {
				list = append(list, Wait{n, 0, r.T - ready})
			}
			free, handled = r.T, false
		case Signal:
			handled = true
		}
		setup = false
	}
	return list
}
