// Package uuid makes random UUIDs. They tell things in one page apart, and are
// no secret.
package uuid

import (
	"encoding/hex"
	"math/rand/v2"
)

// NewString returns a random UUID, of version 4.
func NewString() string {
	var id [16]byte
	for i := range id {
		id[i] = byte(rand.Uint32())
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	s := hex.EncodeToString(id[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
