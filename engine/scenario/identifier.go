package scenario

import (
	"slices"
	"strings"
)

// isIdentifier reports whether s is [A-Za-z_][A-Za-z0-9_]*: a name in Python,
// in Go and in the braces of a print.
func isIdentifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// The keywords of Python 3.10 and later. Soft ones, such as match, are names.
var pythonKeywords = strings.Fields(`
	False None True and as assert async await break class continue def del elif
	else except finally for from global if import in is lambda nonlocal not or
	pass raise return try while with yield`)

var goKeywords = strings.Fields(`
	break case chan const continue default defer else fallthrough for func go
	goto if import interface map package range return select struct switch type
	var`)

func isPythonKeyword(s string) bool { return slices.Contains(pythonKeywords, s) }

func isGoKeyword(s string) bool { return slices.Contains(goKeywords, s) }
