package app

import "strings"

// What the client needs of the file that serves apps: whether a path is on
// another host, and whether it is one of a server of go-app's.

func isRemoteLocation(path string) bool {
	return strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://")
}

func isStaticResourcePath(path string) bool {
	return strings.HasPrefix(strings.TrimPrefix(path, "/"), "web/")
}
