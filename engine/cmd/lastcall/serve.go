package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

const serveHelp = `serve [--addr HOST:PORT] [DIR]         serve a built playground

Serves DIR (default: dist) until Ctrl-C, and prints its URL.

  --addr HOST:PORT   where to listen (default: 127.0.0.1:8080); port 0 is any
                     free one

Example:

  ./build.sh && lastcall serve
`

// contentTypes are those that a browser insists on. The system's own table may
// lack them, or be wrong.
var contentTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

func serve(args []string, std stdio) (status int, err error) {
	flags := newFlags("serve")
	addr := flags.String("addr", "127.0.0.1:8080", "")
	dirs, err := parse(flags, args)
	switch {
	case err != nil:
		return 0, err
	case len(dirs) > 1:
		return 0, errors.New("one DIR is wanted. Try lastcall serve -h")
	case len(dirs) == 0:
		dirs = []string{"dist"}
	}
	dir := dirs[0]
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return 0, fmt.Errorf("there is no directory %s: ./build.sh builds the playground to dist", dir)
	}
	listener, err := net.Listen("tcp", *addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return 0, fmt.Errorf("%s is taken: choose another with --addr, or any free one with --addr 127.0.0.1:0", *addr)
	} else if err != nil {
		return 0, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(std.out, "%s is served at %s (Ctrl-C ends it)\n", dir, urlOf(listener))
	return 0, serveUntil(ctx, listener, files(dir))
}

// files serves a directory for development: a browser asks each time whether a
// file has changed.
func files(dir string) http.Handler {
	server := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if policy := policyOf(dir, r.URL.Path); policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		if contentType, ok := contentTypes[path.Ext(r.URL.Path)]; ok {
			w.Header().Set("Content-Type", contentType)
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		server.ServeHTTP(w, r)
	})
}

var policyMeta = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)

// policyOf returns the content security policy of the page that is asked for,
// which states it for hosts that send none. Everything else, and above all the
// workers, which no page's policy reaches, goes by that of index.html.
func policyOf(dir, name string) string {
	page := "index.html"
	if path.Ext(name) == ".html" {
		page = path.Base(name)
	}
	text, err := os.ReadFile(filepath.Join(dir, page))
	if err != nil {
		return ""
	}
	if match := policyMeta.FindSubmatch(text); match != nil {
		return string(match[1])
	}
	return ""
}

// urlOf is where a browser finds what listens: an address that stands for all
// interfaces is no place to go to.
func urlOf(listener net.Listener) string {
	addr := listener.Addr().(*net.TCPAddr)
	host := addr.IP.String()
	if addr.IP.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, fmt.Sprint(addr.Port)) + "/"
}

// serveUntil serves until ctx is done.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// What is on its way may arrive; who keeps a connection open waits for
	// nothing.
	grace, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := server.Shutdown(grace); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}
