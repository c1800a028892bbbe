// A process is a program in a thread of its own: a worker or a frame.
import { maxRecordsNumber, nameOf } from "./arguments.js";
import { LastcallError } from "./error.js";

const sendable = ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGKILL", "close", "discard"];

// Threads starts workers. It keeps an idle one warm, so that the next process begins at once.
export class Threads {
  #spawn;
  #module;
  #idle;

  constructor(spawn, module) {
    this.#spawn = spawn;
    this.#module = module;
  }

  take() {
    const thread = this.#idle ?? this.#open();
    this.#idle = undefined;
    thread.hold(true);
    return thread;
  }

  #open() {
    try {
      const thread = this.#spawn();
      thread.post({ module: this.#module });
      return thread;
    } catch (cause) {
      if (cause instanceof LastcallError) throw cause;
      throw new LastcallError(`a worker cannot be started: ${cause?.message}`, { cause });
    }
  }

  // give takes back a thread whose process has ended well.
  give(thread) {
    if (this.#idle) {
      thread.terminate();
      return;
    }
    this.#idle = thread;
    thread.hold(false);
    thread.onmessage = undefined;
    thread.onfailure = () => {
      thread.terminate();
      this.#idle = undefined;
    };
  }
}

export class Process {
  #threads;
  #thread; // undefined once the process is over
  #discard;
  #onrecords;
  #records = [];
  #resolve;
  #reject;

  // ended resolves with the trace. It rejects only if the engine died.
  ended = new Promise((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  constructor(threads, scenario, options, discard) {
    const { onrecords } = options;
    if (onrecords !== undefined && typeof onrecords !== "function") {
      throw new LastcallError(`onrecords must be a function, not ${nameOf(onrecords)}`);
    }
    const maxRecords = maxRecordsNumber(options);
    this.#onrecords = onrecords;
    this.#discard = discard;
    this.#threads = threads;
    this.#thread = threads.take(options);
    this.#thread.onmessage = (message) => this.#receive(message);
    this.#thread.onfailure = (why) => this.#fail(why);
    this.#thread.post({ start: { scenario, maxRecords } });
  }

  // send sends a signal, "close" or "discard". It arrives at the program's next
  // wait or work, in real time in the middle of one; a process that is over does
  // not mind.
  send(what) {
    if (!sendable.includes(what)) {
      throw new LastcallError(`send takes one of ${sendable.join(", ")}, not ${nameOf(what)}`);
    }
    if (what === "close") this.close();
    else this.#thread?.post({ send: what });
  }

  // close ends the program as closing its page does: hooks run.
  close() {
    this.#thread?.unload("close");
  }

  // reload ends it as reloading its page does: hooks run, nothing begins anew.
  reload() {
    this.#thread?.unload("reload");
  }

  // kill destroys the process at once, whatever it does: no hook runs.
  kill() {
    const thread = this.#leave();
    if (!thread) return;
    thread.terminate();
    this.#lost();
  }

  #receive({ records, ended, worn, failed, destroyed }) {
    if (records !== undefined) {
      this.#take(JSON.parse(records), records);
    } else if (ended !== undefined) {
      const thread = this.#leave();
      const trace = { ...JSON.parse(ended), records: this.#records };
      if (worn) thread.terminate();
      this.#settle(trace, worn ? undefined : this.#threads.give(thread));
    } else if (destroyed) {
      this.#lost(this.#threads.give(this.#leave()));
    } else {
      this.#fail(failed);
    }
  }

  // take also hands on the text of a batch: JavaScript's numbers hold less than
  // JSON's.
  #take(batch, text = JSON.stringify(batch)) {
    for (const record of batch) this.#records.push(record);
    try {
      this.#onrecords?.(batch, text);
    } catch (error) {
      queueMicrotask(() => {
        throw error; // the caller's own, and reported as such
      });
    }
  }

  // lost is what becomes of a process that was destroyed. A caller in the
  // middle of something is not called back from within.
  #lost(given) {
    queueMicrotask(() => this.#destroyed(given));
  }

  #destroyed(given) {
    try {
      this.#take(this.#discard(JSON.stringify(lastState(this.#records))));
      const { status } = this.#records.at(-1);
      this.#settle({ version: 1, status, records: this.#records }, given);
    } catch (error) {
      this.#reject(error);
    }
  }

  // settle resolves ended, but not before the thread is given back: WebKit, for
  // one, opens no frame while it is in the middle of another one's end.
  #settle(trace, given) {
    this.#resolve(given ? given.then(() => trace) : trace);
  }

  #fail(why) {
    this.#leave()?.terminate();
    this.#reject(new LastcallError(`the process's engine died: ${why}`));
  }

  // leave parts the process from its thread, and returns that.
  #leave() {
    const thread = this.#thread;
    this.#thread = undefined;
    if (thread) thread.onmessage = thread.onfailure = undefined;
    return thread;
  }
}

// lastState leaves out of a log what says nothing about how a process that is
// destroyed after it ends: its output, and the entries that left the queue.
// A runaway's log is long, and shrinks to next to nothing.
function lastState(records) {
  const { t } = records.at(-1) ?? {};
  if (t === undefined) return [];
  const gone = new Set();
  for (const { kind, seq } of records) {
    if (kind === "start" || kind === "cancel") gone.add(seq);
  }
  const kept = records.filter(({ kind, seq }) => {
    if (kind === "enter") return !gone.has(seq);
    return !["start", "cancel", "finish", "print", "error", "signal"].includes(kind);
  });
  if (kept.at(-1)?.kind !== "end") kept.push({ t, kind: "print", text: "" }); // for the time
  return kept;
}
