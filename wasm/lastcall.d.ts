// Types of lastcall.js: the engine, what it runs and what it answers with.

// ---- The engine -------------------------------------------------------------

/** Loads the engine. Throws a LastcallError if it cannot. */
export function load(options?: LoadOptions): Promise<Engine>;

export interface LoadOptions {
  /** Where engine.wasm is, or engine.wasm itself. Default: beside lastcall.js. */
  wasm?: URL | string | ArrayBuffer | ArrayBufferView | WebAssembly.Module;
  /**
   * Where worker.js is. Default: beside lastcall.js. Browsers start workers
   * from the page's own host only, so a page that has lastcall.js from another
   * host needs worker.js, and the modules it imports, on its own.
   */
  worker?: URL | string;
  /** Where frame.js is. Default: beside lastcall.js. Any host will do. */
  frame?: URL | string;
}

export interface Engine {
  /** The version of the API and the engine. */
  readonly version: string;
  /** The compiled engine.wasm, to be handed to load elsewhere. */
  readonly module: WebAssembly.Module;
  /** Says what is wrong with a scenario: [] if nothing is. */
  check(scenario: Scenario | string): Problem[];
  /** Runs a scenario under the virtual clock, to its end. */
  run(scenario: Scenario | string, options?: RunOptions): Trace;
  /**
   * Writes a scenario as a program: a script for CPython 3.10 or later, a Go
   * program on engine and hooks, or a Go test of the order in which things
   * happen. A program takes real time, or with --virtual (-virtual) none.
   */
  code(scenario: Scenario | string, to: "python" | "go" | "gotest"): string;
  /**
   * Draws the timeline of a trace, or of a scenario's run under the virtual
   * clock, as an SVG document. Only a scenario has a title and labels.
   */
  svg(traceOrScenario: Trace | Scenario | string, options?: DrawOptions): string;
  /**
   * Packs a scenario into "v1.…", what stands behind # in a share link. Throws
   * if it is too big for one: 64 KiB packed.
   */
  encode(scenario: Scenario | string): string;
  /**
   * Unpacks "v1.…", or a whole link. Throws, and says what is wrong, if it is
   * damaged, too big, or of a newer version.
   */
  decode(link: string): Scenario;
  /** Starts a scenario as a process of its own. Throws if it has problems. */
  start(scenario: Scenario | string, options?: StartOptions): Process;
}

export interface RunOptions {
  /** Stops the run after so many records. Default, and most: 2,000,000. */
  maxRecords?: number;
}

export interface DrawOptions {
  /** Default: "auto", as the system of whoever looks at it. */
  theme?: "auto" | "light" | "dark";
  /** In pixels, from 280. Default: 880. */
  width?: number;
  /** The language of lanes and titles. Default: "en". */
  lang?: "en" | "ru";
}

export interface StartOptions extends RunOptions {
  /**
   * Where the process lives, whatever the scenario's clock.mode says:
   * - "worker" (default): in a worker, in virtual time;
   * - "frame": in a frame of the page, its window, in real time, in ticks of
   *   clock.tick. Browsers only. When its page is left, by close or reload or
   *   because the whole tab is closed or reloaded, the hooks run inside the
   *   browser's own event, last in, first out, and waits keep the thread busy.
   *
   * What a browser does to a page that lives on in spite of its beforeunload
   * (people stay, follow a mailto: link, load a file) is the same for a frame:
   * the hooks have run and the process is over. A page that comes back from the
   * back/forward cache goes on as it was. While a browser slows a hidden tab's
   * timers down, events are late.
   *
   * Two readings of a frame's clock are never the same, as in CPython, although
   * browsers round theirs to a millisecond or less: of two events with the same
   * delay, the one entered first is due first, whatever its priority.
   *
   * A page that is sandboxed without allow-same-origin has no access to its own
   * frames: ended rejects then.
   */
  host?: "worker" | "frame";
  /**
   * Where a frame goes: an element that is in the page. The frame fills it,
   * blank and transparent, so that people can click and type in it. It is gone
   * when the process is over; whoever takes the element out of the page destroys
   * the process, at any time. Default: the end of the body, out of sight.
   */
  parent?: Element;
  /**
   * How many milliseconds a frame's hooks have when its page is left. A program
   * that takes longer is destroyed. Default: 2000. Where only pagehide is left
   * to them, they have 250 at most: browsers cut that short.
   */
  budget?: number;
  /**
   * Lets the browser ask before a frame's page is left, which it does only if
   * somebody has clicked or typed there: in Firefox in the frame itself, elsewhere
   * anywhere in the page since the frame began. Hooks then run in pagehide, so that a program
   * whose page is not left after all goes on. Default: false.
   */
  ask?: boolean;
  /**
   * Called with the records as they come, of a frame whose page is left inside
   * the browser's event: what is stored then must be stored at once. All batches
   * together are the trace's records, those of a kill included. text is the batch
   * as JSON, where numbers are exact.
   */
  onrecords?: (records: TraceRecord[], text: string) => void;
}

export interface Process {
  /**
   * The trace, once the process is over and its frame is gone. Rejects only if
   * the engine died.
   */
  readonly ended: Promise<Trace>;
  /**
   * Sends a signal, or closes or discards the page of the program. It arrives
   * at the program's next wait or work, in real time at once.
   */
  send(what: Sending): void;
  /** Ends the program as closing its page does: hooks run. */
  close(): void;
  /** Ends it as reloading its page does: hooks run, nothing begins anew. */
  reload(): void;
  /**
   * Destroys the process at once: hooks are skipped, the status is -9. So does
   * whoever takes a frame, or what it stands in, out of the page.
   */
  kill(): void;
}

/** The only kind of error that the API throws. */
export class LastcallError extends Error {
  readonly name: "LastcallError";
  /** What is wrong with the scenario; [] if something else failed. */
  readonly problems: Problem[];
}

export interface Problem {
  /** The place, such as /events/1/do/0/enter; "" for the whole. */
  path: string;
  /** A sentence saying what is allowed. */
  message: string;
}

// ---- Scenario ---------------------------------------------------------------

export interface Scenario {
  version: 1;
  title?: string;
  clock?: {
    mode?: "virtual" | "real";
    /** The first reading. Default: 0. */
    start?: number;
    /** How long a unit lasts in real time, a Go duration. Default: "1s". */
    tick?: string;
  };
  /** The atexit of CPython 3.10 to 3.13 (default), or of 3.14 and later. */
  python?: "3.13" | "3.14";
  events?: Event[];
  hooks?: Hook[];
  /** What Python signal handlers do. */
  handlers?: Partial<Record<Signal, Step[]>>;
  /** What another process, another thread or the user does. */
  outside?: Outside[];
  /** What the main program does after the scheduler has run. */
  end?: Step[];
}

/** What an action or a hook is called with. */
export interface Arguments {
  args?: Value[];
  kwargs?: Record<string, Value>;
}

export type Value = string | number | boolean | null;

/** Absolute, or relative to the moment of entering; default: after 0. */
export type When = { at?: number; after?: never } | { after?: number; at?: never };

export type Event = Arguments & When & {
  id: string;
  label?: string;
  /** Lower runs first. Default: 0. */
  priority?: number;
  /** false leaves it to a step to enter it. */
  queued?: boolean;
  do?: Step[];
};

export interface Hook extends Arguments {
  id: string;
  label?: string;
  /** false leaves it to a step to register it. */
  registered?: boolean;
  do?: Step[];
}

export type Outside =
  | { at: number; send: Sending; do?: never }
  | { at: number; do: OutsideStep[]; send?: never };

export type Step =
  | OutsideStep
  | { work: number }
  | { raise: Exception; message?: string }
  | { exit: number | string | null }
  | { _exit: number }
  | { abort: true }
  | { kill: Signal | "SIGKILL" };

export type OutsideStep =
  | { print: string }
  | (Arguments & When & { enter: string; priority?: number })
  | { cancel: string }
  | (Arguments & { register: string })
  | { unregister: string };

export type Signal = "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGUSR1";
export type Sending = Signal | "SIGKILL" | "close" | "discard";
export type Exception =
  | "ValueError"
  | "RuntimeError"
  | "KeyError"
  | "OSError"
  | "TypeError"
  | "ZeroDivisionError"
  | "KeyboardInterrupt";

// ---- Trace ------------------------------------------------------------------

export interface Trace {
  version: 1;
  /** As Python's subprocess reports it; null if a limit stopped the run. */
  status: number | null;
  /** The limit that stopped the run, and the event that kept it going. */
  stopped?: { why: "records" | "stuck"; event: string };
  records: TraceRecord[];
}

export type Cause =
  | "return"
  | "exit"
  | "exception"
  | "signal"
  | "_exit"
  | "abort"
  | "close"
  | "discard";

/** One thing that happened, at clock time t. */
export type TraceRecord = { t: number } & (
  | ({ kind: "register" | "hook"; hook: string } & Arguments)
  | { kind: "unregister"; hook: string; removed: number }
  | ({ kind: "enter"; event: string; time: number; priority: number; seq: number } & Arguments)
  | ({ kind: "start"; event: string; seq: number; time: number; priority: number; late: number } & Arguments)
  | { kind: "cancel" | "finish"; event: string; seq: number }
  | { kind: "print"; text: string }
  | { kind: "error"; text: string; in: string }
  | { kind: "signal"; signal: Signal | "SIGKILL"; handled: boolean }
  | { kind: "exit"; cause: Cause; hooks: "run" | "skipped"; queued: number }
  | { kind: "hook-done" | "hook-failed"; hook: string }
  | { kind: "skip"; hook: string; why: Cause }
  | { kind: "end"; status: number }
);
