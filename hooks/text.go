//go:build !js

package hooks

import "fmt"

// textOf returns what a panic was called with, as text.
func textOf(v any) string { return fmt.Sprint(v) }
