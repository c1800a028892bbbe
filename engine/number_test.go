package engine_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"lastcall/engine"
)

// Every number is in its order, and comes back as it was. S1, S25, S28
func TestEveryNumber(t *testing.T) {
	type seconds int32
	inf := math.Inf(1)
	testNumbers(t, 0, 1, -1, math.MinInt, math.MinInt+1, math.MaxInt, math.MaxInt-1)
	testNumbers[int8](t, 0, 1, -1, math.MinInt8, math.MaxInt8)
	testNumbers[int16](t, 0, 1, -1, math.MinInt16, math.MaxInt16)
	testNumbers[int64](t, 0, 1, -1, math.MinInt64, math.MaxInt64)
	testNumbers[uint](t, 0, 1, math.MaxUint, math.MaxUint-1)
	testNumbers[uint8](t, 0, 1, 127, 128, 255)
	testNumbers[uint64](t, 0, 1, math.MaxInt64, math.MaxInt64+1, math.MaxUint64)
	testNumbers[uintptr](t, 0, 1, 2)
	testNumbers[float32](t, 0, 0.1, -0.1, float32(inf), float32(-inf), math.MaxFloat32, math.SmallestNonzeroFloat32)
	testNumbers(t, 0, 0.1, -0.1, inf, -inf, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64)
	testNumbers(t, time.Second, -time.Hour, math.MaxInt64)
	testNumbers[seconds](t, 5, -5, 0)
}

// testNumbers enters numbers many times over, for the queue to sort in all its
// ways, and at each priority there could be confusion with.
func testNumbers[T engine.Number](t *testing.T, numbers ...T) {
	t.Helper()
	for range 100 {
		numbers = append(numbers, numbers[rand.IntN(len(numbers))])
	}
	s := engine.New(new(engine.VirtualClock[T]))
	for _, n := range numbers {
		if _, err := s.EnterAbs(n, float64(n), nop); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(numbers)
	for i, event := range s.Queue() {
		if event.Time != numbers[i] || event.Priority != float64(numbers[i]) {
			t.Fatalf("%T: queue[%d] = %v, want %v", event.Time, i, event, numbers[i])
		}
	}
}

func nop() error { return nil }

// -0 and 0 are one time. S1
func TestMinusZero(t *testing.T) {
	s := newStage(t)
	s.must(s.EnterAbs(0, 1, s.says("third")))
	s.must(s.EnterAbs(math.Copysign(0, -1), 1, s.says("fourth")))
	s.must(s.EnterAbs(math.Copysign(0, -1), 0, s.says("first")))
	s.must(s.EnterAbs(0, math.Copysign(0, -1), s.says("second")))
	s.run()
	if got, want := fmt.Sprint(s.log), "[first@0 second@0 third@0 fourth@0]"; got != want {
		t.Errorf("log is %v, want %v", got, want)
	}
}

// An integer time that would overflow is the last or first there is.
func TestOverflow(t *testing.T) {
	clock := engine.NewVirtualClock[int8](100)
	s := engine.New(clock)
	never, _ := s.Enter(100, 0, nop)
	clock.Advance(100) // wraps around to -56
	always, _ := s.Enter(-100, 0, nop)
	if never.Time != 127 || always.Time != -128 {
		t.Errorf("events are at %d and %d, want 127 and -128", never.Time, always.Time)
	}
	clock.Advance(-clock.Now() - 100)
	wait, more, err := s.RunNonBlocking(t.Context())
	if wait != 127 || !more || err != nil {
		t.Errorf("RunNonBlocking() = %v, %v, %v, want a wait of 127", wait, more, err)
	}
	if err := s.Run(t.Context()); err != nil || clock.Now() != 127 {
		t.Errorf("Run() = %v at %v, want nil at 127", err, clock.Now())
	}
}

// Random numbers of any magnitude are in order too.
func TestRandomMagnitudes(t *testing.T) {
	s := newStage(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		x := math.Float64frombits(r.Uint64())
		if _, err := s.EnterAbs(x, 0, nop); err != nil && x == x {
			t.Fatal(err)
		}
	}
	compare := func(a, b engine.Event[float64]) int { return cmp.Compare(a.Time, b.Time) }
	if !slices.IsSortedFunc(s.Queue(), compare) {
		t.Error("the queue is not in order")
	}
}

type ticks int16

// An event shows its time as package fmt does, whatever the type.
func TestEventText(t *testing.T) {
	shows(t, 3*time.Second+time.Millisecond)
	shows(t, -7)
	shows(t, ticks(-300))
	shows(t, uint64(math.MaxUint64))
	shows(t, float32(0.1))
	for _, x := range []float64{0.1, 1e21, 1e20, -2.5e-7, math.Inf(1), math.Copysign(0, -1)} {
		shows(t, x)
	}
}

func shows[T engine.Number](t *testing.T, at T) {
	t.Helper()
	e := engine.Event[T]{Time: at, Priority: 0.5, Sequence: 3}
	if got, want := e.String(), fmt.Sprintf("Event(time=%v, priority=0.5, sequence=3)", at); got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
}
