package scenario

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"lastcall/engine/internal/text"
)

// An enumeration lists words: a, b and c. Like a hint it costs nothing until
// it is printed.
type enumeration struct {
	words []string
	and   string
}

func (e enumeration) String() string {
	n := len(e.words)
	if n == 1 {
		return e.words[0]
	}
	return strings.Join(e.words[:n-1], ", ") + " " + e.and + " " + e.words[n-1]
}

func quoted(words []string) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = quote(word)
	}
	return list
}

// quote shows a text out of the document in a message, cut if it is long.
func quote(text string) string {
	const shown = 64 // an id fits
	if utf8.RuneCountInString(text) > shown {
		text = string([]rune(text)[:shown]) + "…"
	}
	return strconv.Quote(text)
}

// article returns the word with a or an before it.
func article(word string) string {
	if strings.ContainsRune("aeiou", rune(strings.TrimLeft(word, "_")[0])) && !strings.HasPrefix(word, "uni") {
		return "an " + word
	}
	return "a " + word
}

// A hint asks whether one of the words was meant that is like what was
// written. It looks for it when it is printed, if it ever is.
type hint struct {
	written string
	words   []string
}

// maxHints is how many words are compared: enough for what people write, and
// it keeps a hundred wrong references in a huge document from taking seconds.
const maxHints = 1_000

const didYouMean = "; did you mean %s?"

// String returns "; did you mean …?", or nothing if no word is like it.
func (h hint) String() string { return h.say(didYouMean) }

func (h hint) say(question string) string {
	best, least := "", min(len(h.written)/2+1, 3)
	for _, word := range h.words[:min(len(h.words), maxHints)] {
		if d := distance(h.written, word, least); d < least {
			best, least = word, d
		}
	}
	if best == "" {
		return ""
	}
	return text.Sprintf(question, quote(best))
}

// distance is how many bytes must be put in, left out or changed to make b of
// a; limit if that is as many or more. It looks only at pairs of prefixes whose
// lengths differ by no more than that.
func distance(a, b string, limit int) int {
	if len(a) >= len(b)+limit || len(b) >= len(a)+limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		from, to := max(0, i-limit), min(len(b), i+limit+1)
		diagonal := row[from]
		row[from] = i + 1
		for j := from; j < to; j++ {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(b)], limit)
}
