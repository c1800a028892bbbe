import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inDist, LastcallError, load, small } from "./dist.mjs";

const wasm = inDist("engine.wasm");
const bytes = await readFile(wasm);

const sources = {
  "no argument": undefined,
  "an empty object": {},
  "a URL": { wasm },
  "a URL as text": { wasm: wasm.href },
  "a path": { wasm: relative(process.cwd(), fileURLToPath(wasm)) },
  "a Uint8Array": { wasm: bytes },
  "an ArrayBuffer": { wasm: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  "a WebAssembly.Module": { wasm: new WebAssembly.Module(bytes) },
};

for (const [name, options] of Object.entries(sources)) {
  test(`load takes ${name}`, async () => {
    const engine = await load(options);
    assert.equal(engine.version, "1.0.0");
    assert.ok(engine.module instanceof WebAssembly.Module);
    assert.equal(engine.run(small).status, 3);
  });
}

const refused = {
  "a file that is not there": { wasm: inDist("nowhere.wasm") },
  "a file that is no module": { wasm: inDist("package.json") },
  "a module that is not the engine": { wasm: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) },
  "a number": { wasm: 42 },
  "null for wasm": { wasm: null },
  "null for the options": null,
  "text for the options": "engine.wasm",
};

for (const [name, options] of Object.entries(refused)) {
  test(`load refuses ${name}`, async () => {
    await assert.rejects(load(options), LastcallError);
  });
}

test("load leaves no global of ours behind", async () => {
  await load();
  assert.deepEqual(Object.keys(globalThis).filter((key) => key.includes("lastcall")), []);
});

test("load works on many at a time", async () => {
  const engines = await Promise.all([load(), load(), load()]);
  for (const engine of engines) assert.equal(engine.run(small).status, 3);
});
