// Static hosts as they come: below a path or not, compressing or not, with the
// wrong type for WebAssembly, slow, or breaking off; with one build of the
// playground or another. All requests are recorded.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const dist = process.env.DIST ?? join(import.meta.dirname, "../../dist");

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".css": "text/css",
  ".svg": "image/svg+xml", ".png": "image/png", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

const encoders = {
  gzip: (body) => gzipSync(body),
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

// host serves files, a Map from name to content. What it returns can be
// changed while it serves.
export async function host(files, { at = "/", encoding, wasmType = "application/wasm", index = true } = {}) {
  const state = { files, requests: [], down: false, breaks: undefined, encoding, bytesPerSecond: 0 };
  const packed = new WeakMap();
  const server = createServer(async (request, response) => {
    state.requests.push(request.url);
    if (state.down) return request.socket.destroy();
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (`${path}/` === at) return response.writeHead(301, { Location: at }).end();
    let name = path.startsWith(at) ? path.slice(at.length) : undefined;
    if (name === "" && index) name = "index.html";
    let body = state.files.get(name);
    if (body === undefined) return response.writeHead(404).end("not here");
    const headers = { "Content-Type": name.endsWith(".wasm") ? wasmType : types[extname(name)] ?? "text/plain" };
    if (state.encoding) {
      if (!packed.has(body)) packed.set(body, encoders[state.encoding](body));
      body = packed.get(body);
      headers["Content-Encoding"] = state.encoding;
    }
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    if (name === state.breaks) {
      response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    } else if (state.bytesPerSecond) {
      await slowly(response, body, state);
    } else {
      response.end(body);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(state, {
    origin: `http://127.0.0.1:${server.address().port}`,
    url: `http://127.0.0.1:${server.address().port}${at}`,
    stop: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))),
  });
}

// slowly sends a body at the pace of a slow connection, as long as it is one.
async function slowly(response, body, state) {
  for (let at = 0; at < body.length && !response.destroyed; ) {
    const step = state.bytesPerSecond ? state.bytesPerSecond / 20 : body.length;
    response.write(body.subarray(at, at + step));
    at += step;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  response.end();
}

// built returns the files that were built.
export async function built() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, path, name }) => join(parentPath ?? path, name));
  return new Map(await Promise.all(files.map(async (file) => [relative(dist, file), await readFile(file)])));
}

// newer returns the files of a later build: the same ones under another name
// and version, but for one word on the page.
export function newer(files, build = "feedfacecafe") {
  const text = (name) => String(files.get(name));
  const old = /const build = "(\w+)"/.exec(text("build.js"))[1];
  const later = new Map(files);
  for (const name of files.keys()) {
    if (/\.(css|html|js)$/.test(name) && name !== "lastcall.html") {
      later.set(name, Buffer.from(text(name).replaceAll(old, build).replace('version = "1.0.0"', 'version = "1.0.1"')));
    }
  }
  const worker = text("sw.js").replaceAll(old, build).replace(/"([^"]*)": "[0-9a-f]{12}"/g, (_, name) => {
    return `"${name}": "${shortHash(later.get(name || "index.html"))}"`;
  });
  return later.set("sw.js", Buffer.from(worker));
}

const shortHash = (body) => createHash("sha256").update(body).digest("hex").slice(0, 12);
