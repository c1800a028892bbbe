// Worker threads, the browser's and Node's behind one face: post, onmessage,
// onfailure, hold, terminate.
import { beside } from "./beside.js";
import { LastcallError } from "./error.js";

// threads returns a function that starts a thread on worker.js.
export async function threads(url) {
  if (typeof Worker === "function") return () => browserThread(url);
  const { Worker: NodeWorker } = await import("node:worker_threads");
  const options = { name: "lastcall", execArgv: [] }; // the flags of node -e are not for it
  return () => nodeThread(new NodeWorker(url, options));
}

export const defaultWorker = beside("worker.js");

function browserThread(url) {
  const worker = new Worker(trusted(url), { type: "module", name: "lastcall" });
  const thread = {
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    hold() {}, // a browser does not wait for workers
  };
  worker.onmessage = (event) => thread.onmessage?.(event.data);
  worker.onmessageerror = () => thread.onfailure?.("a message could not be read");
  worker.onerror = (event) => {
    event.preventDefault(); // it is reported by us
    thread.onfailure?.(event.message ?? "worker.js could not be loaded");
  };
  return thread;
}

function nodeThread(worker) {
  const thread = {
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    hold: (busy) => (busy ? worker.ref() : worker.unref()), // an idle one does not keep Node running
  };
  worker.on("message", (message) => thread.onmessage?.(message));
  worker.on("messageerror", () => thread.onfailure?.("a message could not be read"));
  worker.on("error", (error) => thread.onfailure?.(error.message));
  worker.on("exit", (code) => thread.onfailure?.(`the worker exited with ${code}`));
  return thread;
}

let policy;

// trusted lets a page with require-trusted-types-for 'script' load the worker:
// the policy is named lastcall.
function trusted(url) {
  if (!globalThis.trustedTypes) return url;
  try {
    policy ??= trustedTypes.createPolicy("lastcall", { createScriptURL: (script) => script });
    return policy.createScriptURL(String(url));
  } catch (cause) {
    throw new LastcallError(`the page's trusted-types must allow the policy "lastcall"`, { cause });
  }
}
