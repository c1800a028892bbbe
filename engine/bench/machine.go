//go:build !js

package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// machine says what was measured, on what and when.
func machine() string {
	host := "Node"
	if chromium := os.Getenv("CHROMIUM"); chromium != "" {
		host = "headless Chromium " + version(chromium)
	}
	return fmt.Sprintf("%s, on %d × %s, %s/%s: %s, CPython %s, Node %s, @sinonjs/fake-timers 15.5.0, clockwork 0.5.0; WebAssembly in %s.",
		time.Now().UTC().Format(time.DateOnly), runtime.NumCPU(), processor(), runtime.GOOS, runtime.GOARCH,
		runtime.Version(), version(env("PYTHON", "python3")), version("node"), host)
}

// version returns the first number that a program's --version gives.
func version(program string) string {
	out, err := exec.Command(program, "--version").Output()
	if err != nil {
		return "?"
	}
	return regexp.MustCompile(`\d+(\.\d+)*`).FindString(string(out))
}

// processor returns the name that Linux knows the processor by.
func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	_, name, found := strings.Cut(string(info), "model name\t: ")
	if !found {
		return "processors"
	}
	name, _, _ = strings.Cut(name, "\n")
	return strings.TrimSpace(name)
}
