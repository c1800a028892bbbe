//go:build !js

package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"time"
)

// startWasm starts a page in Chromium, or a module in Node where there is no
// Chromium, that runs ours as WebAssembly and asks for lines by HTTP.
func startWasm() (*process, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	lines, answers := make(chan string), make(chan string)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		// Alone, a page may read the time to 5 µs, otherwise to 100.
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		io.WriteString(w, `<!doctype html><script type="module" src="wasm.mjs"></script>`)
	})
	for _, file := range []string{".cache/bench/bench.wasm", ".cache/bench/wasm_exec.js", "engine/bench/peers/wasm.mjs"} {
		mux.HandleFunc("GET /"+path.Base(file), func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, file) })
	}
	mux.HandleFunc("POST /next", func(w http.ResponseWriter, r *http.Request) {
		if answer, err := io.ReadAll(r.Body); err == nil && len(answer) > 0 {
			answers <- string(answer)
		}
		io.WriteString(w, <-lines)
	})
	server := &http.Server{Handler: mux}
	go server.Serve(listener)

	cmd, tidy, err := wasmHost("http://" + listener.Addr().String() + "/")
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &process{
		send: func(line string) error {
			select {
			case lines <- line:
				return nil
			case <-time.After(patience):
				return fmt.Errorf("%s does not ask for work", cmd.Path)
			}
		},
		answers: answers,
		stop: func() {
			cmd.Process.Signal(os.Interrupt)
			cmd.Wait()
			server.Close()
			tidy()
		},
	}, nil
}

// wasmHost returns the command that opens the page, and what is to be done
// after it.
func wasmHost(url string) (cmd *exec.Cmd, tidy func(), err error) {
	if os.Getenv("CHROMIUM") == "" {
		cmd := exec.Command("node", "engine/bench/peers/wasm.mjs", url)
		cmd.Stderr = os.Stderr
		return cmd, func() {}, nil
	}
	profile, err := os.MkdirTemp("", "lastcall-bench-")
	if err != nil {
		return nil, nil, err
	}
	return exec.Command(os.Getenv("CHROMIUM"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+profile, url), func() { os.RemoveAll(profile) }, nil
}
