// Visits: what became of programs whose tab was left while they ran. The next
// visit shows it.
//
// A visit is written to localStorage as it happens, under a key of its own, so
// that tabs never overwrite each other's. It says how the program's hooks came
// and went; of one that ends before its tab does, nothing stays. While its tab is
// there, it holds a lock of that name: a visit that nobody left, and nobody
// holds, is one whose tab crashed.
//
// At the end of a tab the events come in this order: beforeunload here, then in
// the program's frame, where its hooks run, then pagehide here. After the first
// two the tab may live on, after the last it may come back. What is written in
// the last moment may be lost, so nothing important is.
import { stored } from "./storage.js";

const prefix = "lastcall.visit.";

// maxVisits is how many are kept: who comes back reads about the last few.
const maxVisits = 5;

// maxRecords bounds what is kept of a run: some 200 kB, written in a millisecond
// or two, and a fraction of the 5 MB that a page has.
const maxRecords = 2000;

// maxScenario bounds the text of a scenario that is kept with its run.
const maxScenario = 64 << 10;

// maxAge is how long a visit is news: a month.
const maxAge = 30 * 24 * 3600e3;

// lockTime is how long a tab may take to get its lock: it asks at once, but is
// answered from another process.
const lockTime = 5000;

// telling are the records that say how hooks came and went.
const telling = new Set(["register", "unregister", "exit", "hook", "hook-done", "hook-failed", "skip", "end"]);

// storage is undefined where it is blocked: theme.js has put something there then
// that forgets.
const storage = globalThis.localStorage instanceof Storage ? globalThis.localStorage : undefined;

const events = ["beforeunload", "pagehide", "pageshow"];

export class Visit {
  #key = prefix + [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  #kept;
  #forgot;
  #going = true;
  #leaving = false; // the tab's beforeunload goes on, here or in a frame
  #closed = false; // something happened in that
  #gone = false; // its pagehide has come
  #release; // of the lock

  // forgot is called if the browser does not let the page remember.
  constructor(scenario, forgot) {
    this.#forgot = forgot;
    this.#kept = { began: Date.now(), scenario: scenario.length > maxScenario ? "" : scenario, records: [], cut: false };
    this.#write();
    this.#lock();
    // Firefox keeps no page with a beforeunload listener for going back to, so
    // there is one only while there is something to lose.
    for (const type of events) addEventListener(type, this);
  }

  // add takes note of what happened, before it returns.
  add(records) {
    if (!this.#kept) return;
    let told = false;
    for (const record of records) {
      const { kind, in: place } = record;
      if (!telling.has(kind) && !(kind === "error" && place !== "main")) continue;
      told = true;
      if (this.#kept.records.length < maxRecords) this.#kept.records.push(record);
      else this.#kept.cut = true;
    }
    if (!told) return;
    if (this.#leaving) {
      this.#closed = true;
      this.#kept.left = Date.now();
    }
    this.#write();
  }

  // end is the program's end. It returns true if its tab is there after a
  // beforeunload of its own, which has run the hooks: whether it stays is not
  // known yet.
  end() {
    this.#going = false;
    if (this.#gone) return false; // nobody is there to see it
    if (!this.#closed) this.#drop();
    return this.#closed;
  }

  // seen is called when the page has long shown what became of the program.
  seen() {
    if (!this.#going) this.#drop();
  }

  handleEvent({ type, persisted }) {
    switch (type) {
      case "beforeunload":
        if (!this.#going) return this.#drop(); // it was the beforeunload before this one that ended it
        this.#leaving = true;
        setTimeout(() => (this.#leaving = false)); // whoever was asked has stayed
        break;
      case "pagehide":
        this.#gone = true;
        this.#release?.();
        if (!this.#kept) break;
        this.#kept.left ??= Date.now();
        this.#write();
        break;
      case "pageshow":
        if (!persisted) break;
        this.#gone = false;
        this.seen();
    }
  }

  // drop forgets the visit: the page itself shows what became of the program.
  #drop() {
    this.#release?.();
    this.#remove();
    for (const type of events) removeEventListener(type, this);
  }

  #remove() {
    stored(() => storage.removeItem(this.#key));
  }

  // write makes room, if there is none, at the cost of older visits.
  #write() {
    if (!this.#kept) return;
    const text = JSON.stringify(this.#kept);
    const write = () => stored(() => (storage.setItem(this.#key, text), true));
    if (write()) return;
    for (const { id, left } of all().reverse()) {
      if (!left) continue; // another tab's, that still runs, or this one
      forget(id);
      if (write()) return;
    }
    this.#kept = undefined; // half of it would be a lie
    this.#remove();
    if (this.#going) this.#forgot();
  }

  #lock() {
    const held = new Promise((release) => {
      this.#release = release;
    });
    globalThis.navigator.locks?.request(this.#key, () => held).catch(() => {}); // not in a sandbox
  }
}

// left returns the visits that were left, the latest first.
export async function left() {
  const held = await locks();
  const now = Date.now();
  const found = all().filter(({ id, left, began }) => {
    if (!held) return left;
    return !held.has(id) && (left || now - began > lockTime);
  });
  for (const { id } of found.splice(maxVisits)) forget(id);
  return found;
}

export function forget(id) {
  stored(() => storage.removeItem(id));
}

// all returns what is stored, the latest first. What is old, or nothing of
// ours, is removed.
function all() {
  const found = [];
  for (const id of stored(() => Object.keys(storage)) ?? []) {
    if (!id.startsWith(prefix)) continue;
    const visit = read(id);
    if (visit) found.push({ id, ...visit });
    else forget(id);
  }
  return found.sort((a, b) => b.began - a.began);
}

function read(id) {
  try {
    const { began, left, scenario, records, cut } = JSON.parse(storage.getItem(id));
    if (Date.now() - began < maxAge && Array.isArray(records)) return { began, left, scenario: String(scenario), records, cut: Boolean(cut) };
  } catch {} // it is not ours
  return undefined;
}

// locks returns the names of the locks that are held by any tab, or undefined if
// this browser does not say.
async function locks() {
  try {
    const { held } = await globalThis.navigator.locks.query();
    return new Set(held.map(({ name }) => name));
  } catch {
    return undefined;
  }
}
