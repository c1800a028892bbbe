// A running engine.wasm, and calls into it.
import { beside } from "./beside.js";
import { LastcallError, problemsError } from "./error.js";

// handOver is the global under which main leaves its functions.
const handOver = "lastcall.functions";

// WebAssembly memory only grows. An instance that holds more than this after a
// call is let go, and the next call works on a fresh one.
const wornBytes = 256 << 20;

let loading;

// loadGo loads Go's support for WebAssembly, once, and returns its class. A
// class that the page has loaded for a program of its own is left in place.
export function loadGo() {
  loading ??= (async () => {
    const { Go: before } = globalThis;
    await import(/* @vite-ignore */ /* webpackIgnore: true */ beside("wasm_exec.js"));
    const { Go } = globalThis;
    if (before) globalThis.Go = before;
    return Go;
  })();
  return loading;
}

export class Instance {
  #go;
  #memory;
  #functions;
  #exited;
  dead = false;

  // open starts an instance. instantiate gets the imports and returns a
  // WebAssembly.Instance.
  static async open(instantiate) {
    const go = new (await loadGo())();
    return new Instance(go, await instantiate(go.importObject));
  }

  // A constructor for what is at hand: main runs until it waits.
  constructor(go, instance) {
    this.#go = go;
    this.#memory = instance.exports.mem;
    go.exit = () => {}; // what Go has to say is on the console
    this.#exited = go.run(instance).catch(() => {}).then(() => this.#die());
    this.#functions = globalThis[handOver];
    delete globalThis[handOver];
    if (!this.#functions) throw new LastcallError("engine.wasm did not start: is it the one of this lastcall.js?");
  }

  // exited resolves when the instance has died outside of a call.
  get exited() {
    return this.#exited;
  }

  get worn() {
    return this.#memory.buffer.byteLength > wornBytes;
  }

  // call calls a function and returns its value. A failure of Go's that cannot
  // be recovered from, such as memory running out, ends the instance.
  call(name, ...args) {
    let answer;
    let cause;
    if (!this.dead) {
      try {
        answer = this.#functions[name](...args);
      } catch (error) {
        cause = error;
      }
    }
    if (typeof answer !== "string") {
      this.#die();
      throw new LastcallError(`the engine died in ${name}: ${cause?.message ?? "the console says why"}`, { cause });
    }
    const { ok, value, error, problems } = JSON.parse(answer);
    if (ok) return value;
    throw problems ? problemsError(problems) : new LastcallError(error);
  }

  // A dead instance stays quiet: timers that Go had set do nothing.
  #die() {
    this.dead = true;
    this.#go._resume = () => {};
  }
}
