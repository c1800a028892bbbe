package lesson_test

import (
	"reflect"
	"strings"
	"testing"

	"lastcall/engine/lesson"
)

func TestAResultCodeSaysWhatWasSolved(t *testing.T) {
	for _, solved := range [][]int{nil, {1}, {24}, {1, 2, 3, 14}} {
		code := lesson.ResultCode(lesson.Tutorial, solved, "Ада  Lovelace")
		for _, written := range []string{code, strings.ToLower(code), strings.ReplaceAll(code, "-", " "), strings.ReplaceAll(code, "0", "o")} {
			got, err := lesson.ReadResult(lesson.Tutorial, written, "ада lovelace ")
			if err != nil {
				t.Fatalf("%s: %v", written, err)
			}
			if want := (lesson.Result{Solved: solved, OfNamed: true}); !reflect.DeepEqual(got, want) {
				t.Errorf("%s says %v, want %v", written, got, want)
			}
		}
		if got, _ := lesson.ReadResult(lesson.Tutorial, code, "Grace"); got.OfNamed {
			t.Errorf("%s is Grace's too", code)
		}
	}
}

func TestAResultCodeThatIsWrong(t *testing.T) {
	code := lesson.ResultCode(lesson.Tutorial, []int{1, 5}, "Ada")
	if _, err := lesson.ReadResult("mine", code, "Ada"); err == nil {
		t.Error("a code of the tutorial is taken for one of a lesson")
	}
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	for i := strings.Index(code, "-") + 1; i < len(code); i++ {
		for _, c := range alphabet {
			wrong := code[:i] + string(c) + code[i+1:]
			if wrong == code || code[i] == '-' {
				continue
			}
			if _, err := lesson.ReadResult(lesson.Tutorial, wrong, "Ada"); err == nil {
				t.Errorf("%s is mistyped and accepted as %s", code, wrong)
			}
		}
	}
	for _, text := range []string{"", "LC1", "LC1-", "LC2" + code[3:], code + "0", code[:len(code)-1], "лесенка"} {
		if _, err := lesson.ReadResult(lesson.Tutorial, text, "Ada"); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}
