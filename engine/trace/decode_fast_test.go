package trace_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"lastcall/engine/trace"
)

// Records as they are written and the same with a space are read alike.
func TestFastDecodingReadsTheSame(t *testing.T) {
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 3))
		text := string(trace.AppendRecords(nil, random(rng, 200, true)))
		fast, err := trace.DecodeRecords([]byte(text))
		slow, slowErr := trace.DecodeRecords([]byte(strings.ReplaceAll(text, `{"t":`, `{ "t":`)))
		if err != nil || slowErr != nil || !reflect.DeepEqual(fast, slow) {
			t.Fatalf("seed %d: %v and %v, or different records", seed, err, slowErr)
		}
	}
}

// What is wrong is refused as if it were read slowly.
func TestFastDecodingRefusesTheSame(t *testing.T) {
	for _, record := range []string{
		`{"t":0,"kind":"start","event":"a","seq":0,"time":1,"priority":0,"late":1}`,
		`{"t":0,"kind":"finish","event":"a","seq":-1}`, `{"t":0,"kind":"finish","event":"a","seq":01}`,
		`{"t":0,"kind":"finish","event":"a","seq":1.5}`, `{"t":1e999,"kind":"print","text":""}`,
		`{"t":.5,"kind":"print","text":""}`, `{"t":1.,"kind":"print","text":""}`, `{"t":+1,"kind":"print","text":""}`,
		`{"t":Inf,"kind":"print","text":""}`, `{"t":0x1p2,"kind":"print","text":""}`, `{"t":1_0,"kind":"print","text":""}`,
		`{"t":1e,"kind":"print","text":""}`, `{"t":-,"kind":"print","text":""}`, `{"t":0,"kind":"what"}`, `{"t":0,"kind":"print","text":"a","text":"b"}`,
	} {
		if _, err := trace.DecodeRecords([]byte("[" + record + "]")); err == nil {
			t.Errorf("%s is taken", record)
		}
	}
}
