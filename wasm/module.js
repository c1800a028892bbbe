// Finds and compiles engine.wasm.
import { nameOf } from "./arguments.js";
import { beside } from "./beside.js";
import { LastcallError } from "./error.js";

// instantiate compiles wasm, which is a URL, bytes or a module, and returns
// {module, instance}. The browser caches the code of what it streams.
export async function instantiate(wasm, imports) {
  try {
    switch (tag(wasm)) {
      case "WebAssembly.Module":
        return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
      case "URL":
      case "String":
        return await fromURL(await resolve(wasm), imports);
    }
    if (tag(wasm) === "ArrayBuffer" || ArrayBuffer.isView(wasm)) {
      return await WebAssembly.instantiate(wasm, imports);
    }
  } catch (cause) {
    if (cause instanceof LastcallError) throw cause;
    throw new LastcallError(`engine.wasm cannot be loaded: ${cause?.message}`, { cause });
  }
  throw new LastcallError(`wasm must be a URL, bytes or a WebAssembly.Module, not ${nameOf(wasm)}`);
}

// tag names the type of an object, of another realm's too.
const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

async function fromURL(url, imports) {
  if (url.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.instantiate(await readFile(url), imports);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  if (response.headers.get("Content-Type")?.startsWith("application/wasm")) {
    return WebAssembly.instantiateStreaming(response, imports);
  }
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// resolve reads a relative URL as the page does, in Node as a path.
async function resolve(url) {
  const page = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (page) return new URL(url, page);
  const { pathToFileURL } = await import("node:url");
  return new URL(url, pathToFileURL(`${globalThis.process.cwd()}/`));
}

export const defaultWasm = beside("engine.wasm");
