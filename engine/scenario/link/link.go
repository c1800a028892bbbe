// Package link packs a scenario into text that stands behind # in the URL of
// a share link, and unpacks it again.
//
//	text := link.Encode(s) // "v1.…"
//	s, err := link.Decode(text)
//
// Nothing is sent to a server: the text is the scenario, as [scenario.Encode]
// writes it, packed by DEFLATE (RFC 1951) and written in base64url without
// padding (RFC 4648), after its version. A link works for ever: what one
// version wrote, all later ones read.
package link

import (
	"errors"
	"strings"

	"lastcall/engine/internal/deflate"
	"lastcall/engine/scenario"
)

// MaxPacked is how long a link may be: as long as browsers and chat programs
// can be expected to carry it. What it unpacks to is a document, of
// [scenario.MaxBytes] at most.
const MaxPacked = 64 << 10

const version = "v1."

// The errors of a link; those of the scenario in it are [scenario.Problems].
var (
	ErrNoLink  = errors.New("this is no share link: it should begin with v1. and the packed scenario")
	ErrNewer   = errors.New("this link is of a newer version of Lastcall; this one reads v1")
	ErrDamaged = errors.New("this link is damaged: a part of it is missing or was changed; copy it again, whole")
	ErrTooBig  = errors.New("this is too big for a link: packed it may have 64 KiB, and 4 MiB unpacked; share it as a file")
)

// Encode packs a scenario, which must be valid. The error is [ErrTooBig].
func Encode(s *scenario.Scenario) (string, error) {
	return Pack(scenario.Encode(s))
}

// Pack packs any document, such as a lesson, as Encode does a scenario.
// [Document] unpacks it.
func Pack(document []byte) (string, error) {
	if len(document) > scenario.MaxBytes {
		return "", ErrTooBig
	}
	packed := deflate.Pack(document)
	if base64Len(len(packed))+len(version) > MaxPacked {
		return "", ErrTooBig
	}
	return version + encode64(packed), nil
}

// Decode unpacks a link: "v1.…", with or without the URL and the # before it,
// and without what follows an &. It allocates no more than twice what a
// scenario may have, whatever the link says.
func Decode(text string) (*scenario.Scenario, error) {
	document, err := Document(text)
	if err != nil {
		return nil, err
	}
	return scenario.Decode(document)
}

// Document unpacks a link as Decode does, but leaves the document unread.
func Document(text string) ([]byte, error) {
	text = strings.TrimSpace(text)
	if _, fragment, ok := strings.Cut(text, "#"); ok {
		text = fragment
	}
	text, _, _ = strings.Cut(text, "&")
	body, ok := strings.CutPrefix(text, version)
	switch {
	case !ok && isNewer(text):
		return nil, ErrNewer
	case !ok:
		return nil, ErrNoLink
	case len(text) > MaxPacked:
		return nil, ErrTooBig
	}
	packed, ok := decode64(body)
	if !ok {
		return nil, ErrDamaged
	}
	document, err := deflate.Unpack(packed, scenario.MaxBytes)
	switch {
	case errors.Is(err, deflate.ErrTooLong):
		return nil, ErrTooBig
	case err != nil:
		return nil, ErrDamaged
	}
	return document, nil
}

// isNewer reports whether text begins with a version that is not known.
func isNewer(text string) bool {
	number, _, ok := strings.Cut(text, ".")
	number, v := strings.CutPrefix(number, "v")
	return ok && v && number != "" && len(number) < 10 && strings.Trim(number, "0123456789") == "" && number[0] != '0'
}
