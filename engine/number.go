package engine

import (
	"math"
	"strconv"
)

// Number is what times can be: any integer or float, time.Duration included.
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64
}

// order maps numbers to integers that are in the same order. Equal numbers map
// to the same integer, -0 and 0 too. NaN has no place in the order.
func order[T Number](x T) uint64 {
	switch {
	case isUnsigned[T]():
		return uint64(x)
	case isInteger[T]():
		return uint64(x) ^ signBit
	}
	bits := math.Float64bits(float64(x) + 0) // + 0 makes -0 a 0
	if bits&signBit != 0 {
		return ^bits // a greater magnitude is a lesser number
	}
	return bits ^ signBit
}

// fromOrder is the inverse of order.
func fromOrder[T Number](order uint64) T {
	switch {
	case isUnsigned[T]():
		return T(order)
	case isInteger[T]():
		return T(order ^ signBit)
	case order&signBit == 0:
		return T(math.Float64frombits(^order))
	}
	return T(math.Float64frombits(order ^ signBit))
}

const signBit = 1 << 63

// toBits maps every number to bits that fromBits maps back, and 0 to none.
func toBits[T Number](x T) uint64 {
	if isInteger[T]() {
		return uint64(x)
	}
	return math.Float64bits(float64(x))
}

func fromBits[T Number](bits uint64) T {
	if isInteger[T]() {
		return T(bits)
	}
	return T(math.Float64frombits(bits))
}

// later returns now + delay. Where that lies beyond what an integer T holds it
// is the last number, or for a negative delay the first, so that a delay of
// math.MaxInt64 means never rather than long ago.
func later[T Number](now, delay T) T {
	sum := now + delay
	switch {
	case delay > 0 && sum < now:
		return largest[T]()
	case delay < 0 && sum > now:
		return -largest[T]() - 1
	}
	return sum
}

// until returns due - now, which is positive. Where an integer T does not hold
// it, it is the largest T: a wait may be too short, but not negative.
func until[T Number](due, now T) T {
	if wait := due - now; wait > 0 {
		return wait
	}
	return largest[T]()
}

// largest returns the largest T, 2ⁿ-1 for integers.
func largest[T Number]() T {
	x := T(1)
	for next := 2*x + 1; next > x; next = 2*x + 1 {
		x = next
	}
	return x
}

func isInteger[T Number]() bool {
	one := T(1)
	return one/2 == 0
}

func isUnsigned[T Number]() bool {
	zero := T(0)
	return zero-1 > zero
}

// text returns x as package fmt writes it, which engine.wasm does without: it
// is as large as all of the engine.
func text[T Number](x T) string {
	if s, ok := any(x).(interface{ String() string }); ok {
		return s.String()
	}
	switch {
	case isUnsigned[T]():
		return strconv.FormatUint(uint64(x), 10)
	case isInteger[T]():
		return strconv.FormatInt(int64(x), 10)
	}
	bits := 64
	if long := 1<<24 + 1.0; float64(T(long)) != long { // it has no float32
		bits = 32
	}
	return strconv.FormatFloat(float64(x), 'g', -1, bits)
}
