//go:build js && wasm

// Package catch turns panics into errors. This one does without package fmt
// and without the stack: our page shows neither.
package catch

import (
	"errors"
	"syscall/js"
)

// Try returns what fn does, and what it panicked with as an error.
func Try[Result any](fn func() Result) (result Result, err error) {
	defer caught(&err)
	return fn(), nil
}

// TrySideEffect is Try for a function without a result.
func TrySideEffect(fn func()) (err error) {
	defer caught(&err)
	fn()
	return nil
}

func caught(err *error) {
	switch p := recover().(type) {
	case nil:
	case error:
		*err = p
	case js.Value:
		*err = js.Error{Value: p}
	case string:
		*err = errors.New(p)
	default:
		*err = errors.New("a panic")
	}
}
