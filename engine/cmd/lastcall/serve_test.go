package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// served starts lastcall serve on a free port, and returns it and its URL.
func served(t *testing.T, files map[string]string) (cmd *exec.Cmd, url string) {
	t.Helper()
	cmd = lastcall(t, files, "", "serve", "--addr", "127.0.0.1:0", ".")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	url = regexp.MustCompile(`http://\S+`).FindString(line)
	if err != nil || url == "" {
		t.Fatalf("serve printed %q (%v), want a URL", line, err)
	}
	return cmd, url
}

func TestServe(t *testing.T) {
	_, url := served(t, map[string]string{
		"index.html": "<!doctype html>", "engine.wasm": "\x00asm", "lastcall.js": "export {};", "test.mjs": "",
		"schema.json": "{}", "app.webmanifest": "{}", "style.css": "", "icon.svg": "<svg/>",
	})
	for path, want := range map[string]string{
		"":                "text/html; charset=utf-8",
		"engine.wasm":     "application/wasm",
		"lastcall.js?v=1": "text/javascript; charset=utf-8",
		"test.mjs":        "text/javascript; charset=utf-8",
		"schema.json":     "application/json",
		"app.webmanifest": "application/manifest+json",
		"style.css":       "text/css; charset=utf-8",
		"icon.svg":        "image/svg+xml",
	} {
		response, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, response.Status)
		}
		if got := response.Header.Get("Content-Type"); got != want {
			t.Errorf("%s: Content-Type %q, want %q", path, got, want)
		}
		if got := response.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control %q, want no-cache", path, got)
		}
	}
	response, err := http.Get(url + "nowhere.js")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusNotFound {
		t.Errorf("a file that is not there: %s", response.Status)
	}
}

// A page's own policy is sent as a header too; that of index.html with all the
// rest.
func TestServePolicy(t *testing.T) {
	page := func(policy string) string {
		return `<!doctype html><meta http-equiv="Content-Security-Policy" content="` + policy + `">`
	}
	_, url := served(t, map[string]string{
		"index.html": page("default-src 'none'; script-src 'self'"), "lastcall.html": page("script-src blob:"),
		"other.html": "<!doctype html>", "worker.js": "",
	})
	for path, want := range map[string]string{
		"":              "default-src 'none'; script-src 'self'",
		"worker.js?v=1": "default-src 'none'; script-src 'self'",
		"lastcall.html": "script-src blob:",
		"other.html":    "",
	} {
		response, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got := response.Header.Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: the policy is %q, want %q", path, got, want)
		}
	}
}

func TestServeEndsWhenInterrupted(t *testing.T) {
	cmd, _ := served(t, nil)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Skip(err) // Windows
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("serve ended with %v, want status 0", err)
	}
}

func TestServeOnATakenPort(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	addr := listener.Addr().String()
	_, stderr, status := result(t, lastcall(t, nil, "", "serve", "--addr", addr, "."))
	if status != 2 || !strings.Contains(stderr, addr+" is taken") {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
}
