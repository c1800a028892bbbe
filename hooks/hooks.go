// Package hooks x
package hooks
