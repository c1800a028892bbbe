package text_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"lastcall/engine/internal/text"
)

func TestSprintf(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
	}{
		{"nothing to say", nil},
		{"", nil},
		{"%s", []any{"text"}},
		{"%s and %s", []any{"one", "another"}},
		{"the id %q has %d characters, %d%% of them é", []any{"a\n\"b\"é", 3, 33}},
		{"%v after %s", []any{errors.New("it failed"), 1500 * time.Millisecond}},
		{"%d of %d", []any{uint64(math.MaxUint64), -7}},
		{"between -%g and %g", []any{math.MaxFloat64, 0.1}},
		{"%v, %v, %v, %v", []any{1e21, 1e20, math.Inf(1), -0.5}},
		{"é%sé", []any{"ü"}},
		{"%d", nil},
	} {
		want := fmt.Sprintf(c.format, c.args...)
		if got := text.Sprintf(c.format, c.args...); got != want {
			t.Errorf("Sprintf(%q, %v) = %q, want %q", c.format, c.args, got, want)
		}
	}
}

func TestMistakesShow(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
		want   string
	}{
		{"100%", nil, "100%!(NOVERB)"},
		{"%s %s", []any{"one"}, "one %!s(MISSING)"},
		{"one", []any{"two"}, "one%!(EXTRA)"},
		{"%x", []any{"one"}, "%!x"},
		{"%v", []any{[]int{1}}, "(a value of another type)"},
	} {
		if got := text.Sprintf(c.format, c.args...); got != c.want {
			t.Errorf("Sprintf(%q, %v) = %q, want %q", c.format, c.args, got, c.want)
		}
	}
}
