// Where the files are that a host has beside this one.

export function beside(name) {
  return new URL(globalThis.lastcallFiles?.urls[name] ?? "about:blank"); // of engine.wasm there is no need
}
