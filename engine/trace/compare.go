package trace

import "slices"

// A Fate says how something that happened in one log stands in another.
type Fate uint8

// The fates.
const (
	FateNone  Fate = iota // nothing happened
	FateSame              // it happened in both, in the same order
	FateMoved             // it happened in both, but before or after something else
	FateOnly              // it did not happen in the other
)

// A Side is one log's half of a [Row].
type Side struct {
	Record int // its number, -1 if nothing happened
	Fate   Fate
	Other  int // number of the record of the same in the other log, -1 if none
}

// A Row is what happened at one place of two logs' orders.
type Row struct{ A, B Side }

// Compare lays two logs of one program side by side: the actions that began,
// were cancelled or cut short, the signals, the exits and the hooks, in the
// order of each log. What happened in both, with everything else in the same
// order before and after it, stands in one row; times play no part.
//
// The same happens twice if it is the n-th of its kind with its id in both logs.
func Compare(a, b []Record) []Row {
	listA, listB := happenings(a), happenings(b)
	sidesA, sidesB := sides(listA, listB)
	var rows []Row
	for len(sidesA) > 0 || len(sidesB) > 0 {
		row := Row{nothing, nothing}
		atA := len(sidesA) > 0 && sidesA[0].Fate != FateSame
		atB := len(sidesB) > 0 && sidesB[0].Fate != FateSame
		both := !atA && !atB // then both stand before the same
		if atA || both {
			row.A, sidesA = sidesA[0], sidesA[1:]
		}
		if atB || both {
			row.B, sidesB = sidesB[0], sidesB[1:]
		}
		rows = append(rows, row)
	}
	return rows
}

var nothing = Side{Record: -1, Other: -1}

// A happening is a record that Compare looks at.
type happening struct {
	key    happeningKey
	record int
}

type happeningKey struct {
	kind Kind
	id   string
	nth  int
}

func happenings(records []Record) (list []happening) {
	seen := make(map[happeningKey]int)
	for n, r := range records {
		key := happeningKey{kind: r.Kind}
		switch r.Kind {
		case Start, Cancel, HookStart, HookFailed, Skip:
			key.id = r.ID
		case Signal:
			key.id = string(r.Signal)
		case Exit:
			key.id = string(r.Cause)
		default:
			continue
		}
		nth := seen[key]
		seen[key]++
		key.nth = nth
		list = append(list, happening{key, n})
	}
	return list
}

// sides returns how each happening of two logs stands in the other.
func sides(a, b []happening) (ofA, ofB []Side) {
	place := make(map[happeningKey]int, len(b))
	for j, h := range b {
		place[h.key] = j
		ofB = append(ofB, Side{h.record, FateOnly, -1})
	}
	var shared, places []int // of a, and where those stand in b
	for i, h := range a {
		ofA = append(ofA, Side{h.record, FateOnly, -1})
		if j, ok := place[h.key]; ok {
			shared, places = append(shared, i), append(places, j)
		}
	}
	for k, moved := range inverted(places) {
		fate := FateSame
		if moved {
			fate = FateMoved
		}
		i, j := shared[k], places[k]
		ofA[i] = Side{a[i].record, fate, b[j].record}
		ofB[j] = Side{b[j].record, fate, a[i].record}
	}
	return ofA, ofB
}

// inverted reports of each of some different numbers whether one before it is
// greater, or one after it less.
func inverted(numbers []int) []bool {
	result := make([]bool, len(numbers))
	greatest := -1
	for i, n := range numbers {
		result[i] = n < greatest
		greatest = max(greatest, n)
	}
	least := greatest + 1
	for i, n := range slices.Backward(numbers) {
		result[i] = result[i] || n > least
		least = min(least, n)
	}
	return result
}
