package lesson

import (
	"encoding/base32"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"strings"
)

// Tutorial is the name of the set of lessons that come with the playground. A
// lesson of a teacher's own is a set by itself, of the name of its id.
const Tutorial = "tutorial"

// MaxSolved is how many lessons of a set a result code can name.
const MaxSolved = 24

// A Result is what a result code says.
type Result struct {
	Solved  []int // numbers of lessons, from 1, in ascending order
	OfNamed bool  // the code was made for the name that was asked about
}

// codePrefix tells a result code, and its version.
const codePrefix = "LC1"

// The alphabet is Crockford's: no I, L, O and U, which are misread or read
// into.
var codeText = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// ResultCode returns the result code of the lessons that someone solved of a set,
// given by their numbers from 1, such as LC1-7ZK3-9QWA-0H5T. It has a check
// sum over all of it, so a mistyped code is found out. It is no proof: who
// reads this can make any code, and only the name keeps it from being passed
// on as it is.
func ResultCode(set string, solved []int, name string) string {
	var bits uint32
	for _, n := range solved {
		if n >= 1 && n <= MaxSolved {
			bits |= 1 << (n - 1)
		}
	}
	data := []byte{byte(bits >> 16), byte(bits >> 8), byte(bits)}
	data = binary.BigEndian.AppendUint16(data, sum(fold(name)))
	data = binary.BigEndian.AppendUint16(data, sum(set, string(data)))
	text := codeText.EncodeToString(data)
	return strings.Join([]string{codePrefix, text[:4], text[4:8], text[8:]}, "-")
}

// ErrCode is the error of a result code that is mistyped, or not of the set.
var ErrCode = errors.New("this is no result code of these lessons, or it is mistyped")

// ReadResult returns what a code of a set says; it is asked whether the code was
// made for name. Case, spaces and hyphens do not matter.
func ReadResult(set, code, name string) (Result, error) {
	code = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1").Replace(strings.ToUpper(code))
	text, ok := strings.CutPrefix(code, codePrefix)
	if !ok {
		return Result{}, ErrCode
	}
	data, err := codeText.DecodeString(strings.ReplaceAll(text, "L", "1"))
	if err != nil || len(data) != 7 || codeText.EncodeToString(data) != strings.ReplaceAll(text, "L", "1") ||
		binary.BigEndian.Uint16(data[5:]) != sum(set, string(data[:5])) {
		return Result{}, ErrCode
	}
	var r Result
	bits := uint32(data[0])<<16 | uint32(data[1])<<8 | uint32(data[2])
	for n := 1; n <= MaxSolved; n++ {
		if bits>>(n-1)&1 == 1 {
			r.Solved = append(r.Solved, n)
		}
	}
	r.OfNamed = binary.BigEndian.Uint16(data[3:]) == sum(fold(name))
	return r, nil
}

// fold makes names alike that differ in case or spaces.
func fold(name string) string { return strings.Join(strings.Fields(strings.ToLower(name)), " ") }

func sum(parts ...string) uint16 {
	h := fnv.New32a()
	for _, part := range parts {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return uint16(h.Sum32() ^ h.Sum32()>>16)
}
