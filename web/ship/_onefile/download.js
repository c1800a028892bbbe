// Compiles the two WebAssembly modules that came with the page.
import { words } from "./words.js";

export class MixedError extends Error {}

export function compile(name) {
  document.getElementById("loading-label").textContent = words.starting;
  return WebAssembly.compile(globalThis.lastcallFiles.bytes(name));
}
