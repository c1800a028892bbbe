// Worker threads, the browser's and Node's behind one face: post, onmessage,
// onfailure, unload, hold, terminate.
import { beside } from "./beside.js";
import { trustedURL } from "./trusted.js";

// threads returns a function that starts a thread on worker.js.
export async function threads(url) {
  if (typeof Worker === "function") return () => browserThread(url);
  const { Worker: NodeWorker } = await import("node:worker_threads");
  const options = { name: "lastcall", execArgv: [] }; // the flags of node -e are not for it
  return () => nodeThread(new NodeWorker(url, options));
}

export const defaultWorker = beside("worker.js");

// face is what the two have in common.
const face = (worker) => ({
  post: (message) => worker.postMessage(message),
  unload: () => worker.postMessage({ send: "close" }), // a worker has no page to leave
  receive(message) {
    if (message.records !== undefined) worker.postMessage({ more: true });
    this.onmessage?.(message);
  },
});

function browserThread(url) {
  const worker = new Worker(trustedURL(url), { type: "module", name: "lastcall" });
  const thread = {
    ...face(worker),
    terminate: () => worker.terminate(),
    hold() {}, // a browser does not wait for workers
  };
  worker.onmessage = (event) => thread.receive(event.data);
  worker.onmessageerror = () => thread.onfailure?.("a message could not be read");
  worker.onerror = (event) => {
    event.preventDefault(); // it is reported by us
    thread.onfailure?.(event.message ?? "worker.js could not be loaded");
  };
  return thread;
}

function nodeThread(worker) {
  const thread = {
    ...face(worker),
    terminate: () => worker.terminate(),
    hold: (busy) => (busy ? worker.ref() : worker.unref()), // an idle one does not keep Node running
  };
  worker.on("message", (message) => thread.receive(message));
  worker.on("messageerror", () => thread.onfailure?.("a message could not be read"));
  worker.on("error", (error) => thread.onfailure?.(error.message));
  worker.on("exit", (code) => thread.onfailure?.(`the worker exited with ${code}`));
  return thread;
}
