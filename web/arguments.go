package main

import (
	"encoding/json"
	"strconv"
	"strings"

	"lastcall/engine/scenario"
)

// People write arguments as in a call of Python's: "main", 2, mode="safe".
// They may write JSON's true, false and null as well.

// formatArguments writes arguments in that way.
func formatArguments(with scenario.Arguments) string {
	text := call("", with)
	return text[1 : len(text)-1]
}

// parseArguments reads what formatArguments writes.
func parseArguments(text string) (with scenario.Arguments, why complaint) {
	var args, kwargs []string
	for rest := strings.TrimSpace(text); rest != ""; {
		name, value, found := cutName(rest)
		if found {
			rest = value
		}
		literal, after, ok := cutLiteral(rest)
		if !ok {
			return with, notValue(firstWord(rest))
		}
		switch {
		case found:
			kwargs = append(kwargs, strconv.Quote(name)+":"+literal)
		case len(kwargs) > 0:
			return with, positionalAfterKeyword
		default:
			args = append(args, literal)
		}
		rest, ok = strings.CutPrefix(after, ",")
		if rest = strings.TrimSpace(rest); !ok && rest != "" {
			return with, noComma(firstWord(rest))
		}
	}
	return decodeArguments("["+strings.Join(args, ",")+"]", "{"+strings.Join(kwargs, ",")+"}")
}

// decodeArguments reads arguments in JSON, as those of a hook.
func decodeArguments(args, kwargs string) (scenario.Arguments, complaint) {
	s, err := scenario.Decode([]byte(`{"version":1,"hooks":[{"id":"f","args":` + args + `,"kwargs":` + kwargs + `}]}`))
	if err != nil {
		return scenario.Arguments{}, refusedBy(err)
	}
	return s.Hooks[0].With, nil
}

// cutName cuts off name= before an argument.
func cutName(text string) (name, rest string, found bool) {
	name, rest, found = strings.Cut(text, "=")
	name = strings.TrimSpace(name)
	if !found || name == "" || strings.ContainsAny(name, `"',() `) {
		return "", text, false
	}
	return name, strings.TrimSpace(rest), true
}

// cutLiteral cuts off a value, as JSON.
func cutLiteral(text string) (literal, rest string, ok bool) {
	if text == "" {
		return "", "", false
	}
	if text[0] == '"' || text[0] == '\'' {
		return cutString(text)
	}
	word := firstWord(text)
	rest = strings.TrimSpace(text[len(word):])
	switch word {
	case "True", "true":
		return "true", rest, true
	case "False", "false":
		return "false", rest, true
	case "None", "null":
		return "null", rest, true
	}
	return word, rest, json.Valid([]byte(word))
}

// firstWord is what stands before the next comma or blank.
func firstWord(text string) string {
	if i := strings.IndexAny(text, ", \t\n"); i > 0 {
		return text[:i]
	}
	return text
}

// cutString cuts off a string in quotes of either kind.
func cutString(text string) (literal, rest string, ok bool) {
	var b strings.Builder
	quote := text[:1]
	for rest = text[1:]; rest != "" && !strings.HasPrefix(rest, quote); {
		if strings.HasPrefix(rest, `\'`) || strings.HasPrefix(rest, `\"`) {
			b.WriteByte(rest[1])
			rest = rest[2:]
			continue
		}
		r, _, tail, err := strconv.UnquoteChar(rest, 0)
		if err != nil {
			return "", "", false
		}
		b.WriteRune(r)
		rest = tail
	}
	if rest == "" {
		return "", "", false
	}
	encoded, err := json.Marshal(b.String())
	return string(encoded), strings.TrimSpace(rest[1:]), err == nil
}
