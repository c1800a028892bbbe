package trace

import "slices"

// statusKilled is the status of a process that SIGKILL ended.
const statusKilled = -9

// Discard returns the log of a process that is destroyed from outside after
// records, as when a page is discarded or a worker terminated: nobody is left
// to write down how it ended. An exit record of cause discard is added, a skip
// record for each registration that has not begun to run, the latest first,
// and the end record, all at the time of the last record. A log that has its
// end is returned as it is. What the caller holds is not changed.
//
// A pending hook that was unregistered while hooks run counts as taken back,
// as in CPython up to 3.13.
func Discard(records []Record) []Record {
	s := NewIndex(records).At(len(records))
	if s.Ended {
		return records
	}
	records = append(slices.Clip(records), Record{T: s.T, Kind: Exit, Cause: CauseDiscard, Queued: s.QueueLen()})
	for _, hook := range s.Hooks() {
		if hook.Phase == PhaseWaiting && !hook.Unregistered {
			records = append(records, Record{T: s.T, Kind: Skip, ID: hook.Hook, Cause: CauseDiscard})
		}
	}
	return append(records, Record{T: s.T, Kind: End, Status: statusKilled})
}
