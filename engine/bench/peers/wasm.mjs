// Ours as WebAssembly: the same in a browser, as a page's script, and in Node,
// which is given the address. Asks for lines "WORK N" and answers with numbers.
const from = globalThis.process?.argv[2] ?? location.href;
const get = (name) => fetch(new URL(name, from));

(0, eval)(await (await get("wasm_exec.js")).text());
const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(get("bench.wasm"), go.importObject);
go.run(instance);

for (let answer = ""; ; ) {
  const line = await (await fetch(new URL("next", from), { method: "POST", body: answer })).text();
  if (!line) break;
  const [work, n] = line.split(" ");
  answer = String(instance.exports.measure(["batch", "steady", "cancel"].indexOf(work), Number(n)));
}
