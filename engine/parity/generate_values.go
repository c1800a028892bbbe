package parity

import (
	"math"

	"lastcall/engine/internal/json"
	"lastcall/engine/scenario"
)

// Times are few and near each other, so that many things happen at once; and
// some of them are no sum of powers of two, so that sums are not exact.
var times = []float64{-2, -0.5, 0, 0, 0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1, 1, 1.5, 2, 2, 3, 3, 4, 5, 6, 8, 10}

var oddTimes = []float64{
	-1e6, 1e-9, 1.0 / 3, 2.675, 9.999999999999998, 123456.789, 1e9, 1e15, 1<<53 + 2, 1e17, -1.5e300,
	math.SmallestNonzeroFloat64, 5e-324, 0.1 + 0.2,
}

func (g *generator) time() float64 {
	if g.chance(0.03) {
		return pick(g, oddTimes...)
	}
	return pick(g, times...)
}

func (g *generator) when() scenario.When {
	return scenario.When{Absolute: g.chance(0.5), Time: g.time()}
}

func (g *generator) priority() float64 {
	return pick(g, 0, 0, 0, 0, 1, 1, 2, -1, 0.5, -0.5, 1e300, -1e300)
}

var texts = []string{
	"", "a", "done", "two words", " spaced ", "tab\there", "two\nlines", "back\\slash", "it's", `"so"`, `it's "so"`,
	"{0}", "}{", "naïve", "Привет", "日本", "🙂", "e\u0301", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u0085", "\x00", "\x07",
	"\x1b[0m", "\x7f", "\r", "end\r\n", "\ufeff", "\ue000", "\U000e0001", "\U0010ffff", "%s %d", "None",
}

func (g *generator) text() string {
	if g.chance(0.1) {
		return ""
	}
	return pick(g, texts...)
}

var integers = []int64{0, 1, -1, 2, 3, 7, 42, 255, 256, 257, -255, -256, 1000, math.MaxInt32, math.MinInt32, math.MaxInt32 + 1, math.MaxInt64, math.MinInt64}

var floats = []float64{
	0, math.Copysign(0, -1), 1, -1, 1.5, 0.1, 1e-4, 9.9e-5, 1e-5, 1e15, 1e16, 123456789012345680, 1e22, 1e23, 1e100,
	0.1 + 0.2, 5e-324, math.MaxFloat64, -2.5e-7, 1.0 / 3,
}

// bigIntegers do not fit 64 bits.
var bigIntegers = []string{
	"9223372036854775808", "-9223372036854775809", "18446744073709551615", "1180591620717411303424",
	"-123456789012345678901234567890",
}

func (g *generator) value() scenario.Value {
	switch g.IntN(7) {
	case 0:
		return scenario.Null
	case 1:
		return scenario.Bool(g.chance(0.5))
	case 2:
		return g.integer()
	case 3:
		return scenario.Int(g.Int64N(10))
	case 4:
		return scenario.Float(pick(g, floats...))
	default:
		return scenario.String(g.text())
	}
}

func (g *generator) integer() scenario.Value {
	if g.chance(0.1) {
		literal := json.Literal(pick(g, bigIntegers...))
		big, _ := scenario.FromJSON(&literal)
		return big
	}
	return scenario.Int(pick(g, integers...))
}

func (g *generator) exitCode() scenario.Value {
	switch g.IntN(5) {
	case 0:
		return scenario.Null
	case 1:
		return scenario.String(g.text())
	case 2:
		return g.integer()
	default:
		return scenario.Int(g.Int64N(5))
	}
}

func (g *generator) hardExitCode() scenario.Value {
	if g.chance(0.4) {
		return g.integer()
	}
	return scenario.Int(g.Int64N(5))
}
