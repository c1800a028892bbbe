// Downloads the two WebAssembly modules with an honest progress bar, and
// compiles them while they come.
import { files } from "./build.js";
import { words } from "./words.js";

const total = files["app.wasm"].bytes + files["engine.wasm"].bytes;
const travels = {}; // the bytes of each file on their way, compressed or not
let loaded = 0;

// A MixedError says that a file is of another build than the page.
export class MixedError extends Error {}

function progress(bytes) {
  loaded += bytes;
  const share = Math.min(loaded / total, 1);
  const bar = document.getElementById("loading-bar");
  if (!bar) return;
  bar.value = share;
  document.getElementById("loading-label").textContent = share === 1
    ? words.starting
    : words.loading(Math.floor(share * 100), (toCome() / 1e6).toFixed(1));
}

// toCome is how many bytes travel in all. A host that does not say is taken to
// compress as the first one that did, or else not at all.
function toCome() {
  const known = Object.entries(travels).filter(([, bytes]) => bytes > 0);
  const ratio = known.length === 0 ? 1 : known[0][1] / files[known[0][0]].bytes;
  return Object.entries(files).reduce((sum, [name, { bytes }]) => sum + (travels[name] || bytes * ratio), 0);
}

// compile streams a module into the compiler. A copy of the stream is counted,
// so that the compiler gets the Response itself and the browser can cache the
// code. What is counted is decoded bytes: compression does not bend the bar.
export async function compile(name) {
  const { bytes: expected, hash } = files[name];
  const response = await fetch(new URL(`${name}?v=${hash}`, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  travels[name] = Number(response.headers.get("Content-Length"));
  const counted = response.clone();
  const typed = response.headers.get("Content-Type")?.startsWith("application/wasm");
  const module = typed
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  module.catch(() => {}); // of a broken download, the count below tells more
  const came = await count(counted.body);
  if (came !== expected) throw new MixedError(`${name}: ${came} bytes came, and not ${expected}`);
  return module;
}

async function count(stream) {
  const reader = stream.getReader();
  for (let sum = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return sum;
    sum += value.length;
    progress(value.length);
  }
}
