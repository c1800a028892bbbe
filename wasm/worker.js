// The inside of a worker thread: hosts one process at a time.
//
// It is told {module}, then {start: {scenario, maxRecords}}, {send: signal} and
// {more: true}, which asks for one more batch. It posts {records: text} for each
// batch, {ended: text, worn} when the process is over, and {failed: why}.
import { Instance } from "./instance.js";

let post;
let opening;

function open(module) {
  opening = Instance.open((imports) => WebAssembly.instantiate(module, imports));
  opening.then((instance) => instance.exited).then(() => post({ failed: "it ran out of memory or failed inside" }));
}

async function receive({ module, start, send }) {
  if (module) return open(module);
  const instance = await opening;
  if (start) {
    instance.call("start", start.scenario, start.maxRecords, (kind, text) => {
      post({ [kind]: text, worn: instance.worn });
    });
  } else if (send) {
    instance.call("send", send);
  } else {
    instance.call("more");
  }
}

const listen = (message) => receive(message).catch((error) => post({ failed: error.message }));

if (typeof globalThis.postMessage === "function") {
  post = (message) => globalThis.postMessage(message);
  globalThis.onmessage = (event) => listen(event.data);
} else {
  const { parentPort } = await import("node:worker_threads");
  post = (message) => parentPort.postMessage(message);
  parentPort.on("message", listen);
}
