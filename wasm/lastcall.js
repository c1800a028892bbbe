// Lastcall's engine for JavaScript, in browsers and in Node 20 or later.
//
//   import { load } from "./lastcall.js";
//   const engine = await load();
//   const trace = engine.run({ version: 1, events: [{ id: "tick", after: 1 }] });
//
// A scenario is an object or JSON text. Whatever goes wrong, a LastcallError is
// thrown, and the engine goes on working. lastcall.d.ts has the types.
import { checkOptions, isTrace, maxRecordsNumber, nameOf, oneOf, pixels, scenarioText } from "./arguments.js";
import { LastcallError, problemsError } from "./error.js";
import { defaultFrame, Frames } from "./frames.js";
import { Instance, loadGo } from "./instance.js";
import { defaultWasm, instantiate } from "./module.js";
import { Process, Threads } from "./process.js";
import { defaultWorker, threads } from "./thread.js";
import { trial } from "./trial.js";

export { LastcallError };

// load loads the engine. wasm is where engine.wasm is, a URL, or itself: bytes,
// or a WebAssembly.Module. worker is the URL of worker.js; a page that has these
// files from another host sets it to a copy on its own, as browsers demand. frame
// is the URL of frame.js, which may come from anywhere.
export async function load(options = {}) {
  checkOptions(options);
  const { wasm = defaultWasm, worker = defaultWorker, frame = defaultFrame } = options;
  let module;
  const instance = await Instance.open(async (imports) => {
    const compiled = await instantiate(wasm, imports);
    module = compiled.module;
    return compiled.instance;
  });
  const hosts = { worker: new Threads(await threads(worker), module), frame: new Frames(frame, module) };
  return new Engine(module, instance, hosts, await loadGo());
}

class Engine {
  #instance;
  #hosts; // where a process can live
  #Go;

  constructor(module, instance, hosts, Go) {
    this.#instance = instance;
    this.#hosts = hosts;
    this.#Go = Go;
    this.module = module;
    this.version = instance.call("version");
  }

  // check returns the problems of a scenario, [] if it has none.
  check(scenario) {
    return this.#call("check", scenarioText(scenario));
  }

  // run runs a scenario under the virtual clock and returns its trace.
  run(scenario, options = {}) {
    checkOptions(options);
    const records = [];
    const trace = this.#call("run", scenarioText(scenario), maxRecordsNumber(options), (batch) => {
      for (const record of JSON.parse(batch)) records.push(record);
    });
    return { ...trace, records };
  }

  // code returns a scenario as a program: a Python script, a Go program, or a Go
  // test of the order in which things happen.
  code(scenario, to) {
    return this.#call("code", scenarioText(scenario), oneOf("to", to, ["python", "go", "gotest"]));
  }

  // svg draws the timeline of a trace, or of a scenario's run, as an SVG
  // document.
  svg(traceOrScenario, options = {}) {
    checkOptions(options);
    const { theme = "auto", lang = "en" } = options;
    const text = scenarioText(traceOrScenario);
    return this.#call(
      "svg",
      text,
      isTrace(text),
      oneOf("theme", theme, ["auto", "light", "dark"]),
      oneOf("lang", lang, ["en", "ru"]),
      pixels(options),
    );
  }

  // encode packs a scenario into the text that stands behind # in a share link.
  encode(scenario) {
    return this.#call("encode", scenarioText(scenario));
  }

  // decode unpacks such a text, or a whole link.
  decode(link) {
    if (typeof link !== "string") throw new LastcallError(`a link is text, not ${nameOf(link)}`);
    return JSON.parse(this.#call("decode", link));
  }

  // start runs a scenario as a process: in virtual time in a worker, in real
  // time in a frame. onrecords gets the records as they come; the process's ended
  // resolves with the trace.
  start(scenario, options = {}) {
    checkOptions(options);
    const { host = "worker" } = options;
    if (!Object.hasOwn(this.#hosts, host)) {
      throw new LastcallError(`host must be "${Object.keys(this.#hosts).join('" or "')}", not ${nameOf(host)}`);
    }
    const text = scenarioText(scenario);
    const problems = this.#call("check", text);
    if (problems.length > 0) throw problemsError(problems);
    return new Process(this.#hosts[host], text, options, (records) => this.#call("discard", records));
  }

  // trial runs a scenario's JSON for the playground's page; see trial.js.
  trial(text, maxRecords, onbatch) {
    return trial(this.#hosts.worker, text, maxRecords, onbatch);
  }

  // call calls a function of Go's, on a fresh instance if the last one died or
  // is worn out.
  #call(name, ...args) {
    if (this.#instance.dead || this.#instance.worn) this.#instance = this.#open();
    return this.#instance.call(name, ...args);
  }

  #open() {
    const go = new this.#Go();
    return new Instance(go, new WebAssembly.Instance(this.module, go.importObject));
  }
}
