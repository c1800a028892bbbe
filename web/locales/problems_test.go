package locales_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lastcall/engine/scenario"
	"lastcall/web/locales"
)

// Every sentence of the decoder's is found in its source, and has a
// translation with the same parts.
func TestEveryProblemIsTranslated(t *testing.T) {
	translated := make(map[string]bool)
	for _, sentence := range locales.RussianProblems() {
		translated[sentence] = true
	}
	files, err := filepath.Glob("../../engine/scenario/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("the decoder is not where it was")
	}
	found := 0
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			at := -1
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				if f.Sel.Name == "wrong" {
					at = 0
				}
			case *ast.Ident:
				if f.Name == "newProblem" {
					at = 1
				}
			}
			if at < 0 {
				return true
			}
			if literal, ok := call.Args[at].(*ast.BasicLit); ok {
				sentence, err := strconv.Unquote(literal.Value)
				if found++; err != nil || !translated[sentence] {
					t.Errorf("%s: %q has no translation", file, sentence)
				}
			}
			return true
		})
	}
	if found < 30 {
		t.Errorf("only %d sentences were found", found)
	}
}

func TestProblemsInRussian(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"version": 1, "events": [{"id": "a", "at": "x"}]}`, "at: ожидается число, а не строка"},
		{`{"version": 1, "events": [{"id": "a", "do": [{"enter": "b"}]}]}`, `нет события с именем "b"`},
		{`{"version": 1, "events": [{"id": "class"}]}`, `"class" — ключевое слово Python, оно не может быть именем`},
		{`{"version": 1, "hooks": [{"id": "a", "do": [{"pront": "x"}]}]}`, "шагу нужен глагол: print, work, enter, cancel, register, unregister, raise, exit, _exit, abort или kill; может быть, \"print\"?"},
		{`{"version": 1, "hooks": [{"id": "a", "do": [{"print": "x", "exit": 1}]}]}`, "у шага один глагол, а это уже шаг print"},
		{`{"version": 1, "events": [1]}`, "событие: ожидается объект, а не число"},
		{`{"version": 1,}`, "строка 1, столбец 15: здесь ожидается имя в двойных кавычках"},
		{`{"version": 1`, "строка 1, столбец 14: здесь ожидается запятая или }, но текст кончился"},
	}
	for _, test := range tests {
		_, err := scenario.Decode([]byte(test.text))
		problems, ok := err.(scenario.Problems)
		if !ok {
			t.Fatalf("%s is right", test.text)
		}
		if got := locales.Of(locales.Russian).Problem(problems[0]); got != test.want {
			t.Errorf("%s: %q, want %q", test.text, got, test.want)
		}
		if got := locales.Of(locales.English).Problem(problems[0]); got != problems[0].Message {
			t.Errorf("in English: %q, want %q", got, problems[0].Message)
		}
		if got := problems[0].Translate(func(english string) string { return english }); got != problems[0].Message {
			t.Errorf("translated to itself: %q, want %q", got, problems[0].Message)
		}
	}
	for _, sentence := range locales.RussianProblems() {
		if strings.Count(sentence, "%") != strings.Count(locales.RussianPart(sentence), "%") {
			t.Errorf("%q is translated with other parts", sentence)
		}
	}
}
