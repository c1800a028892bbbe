// Programs in frames: real time, and a page's end that is the browser's own.
// The same table of cases runs in Chromium, Firefox and WebKit, on a page that
// has nothing but the playground's content security policy.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "./harness.mjs";
import { browsers } from "./visitor.mjs";

// lab is the page's script: it starts scenarios and acts on them.
async function lab({ load, LastcallError }) {
  const parent = document.querySelector("main");
  const frames = () => document.querySelectorAll("iframe").length;
  const frame = () => document.querySelector("iframe");
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const engine = await load();

  // What a page can do to a process.
  const acts = {
    nothing() {},
    close: (p) => p.close(),
    reload: (p) => p.reload(),
    kill: (p) => p.kill(),
    send: (p, signal) => p.send(signal),
    replaceFrame: () => frame().contentWindow.location.replace("about:blank"),
    reloadFrame: () => frame().contentWindow.location.reload(),
    otherDocument: () => frame().removeAttribute("srcdoc"),
    removeFrame: () => frame().remove(),
    emptyParent: () => parent.replaceChildren(),
    survive: () => frame().contentWindow.dispatchEvent(new Event("beforeunload", { cancelable: true })),
    closeDeaf: (p) => (deafen(), p.close()),
    reloadDeaf: (p) => (deafen(), p.reload()),
    removeDeaf: () => (deafen(), frame().remove()),
  };

  // deafen keeps the frame from hearing of its beforeunload, as iOS does.
  const deafen = () =>
    frame().contentWindow.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);

  // begun starts a scenario and waits until it is under way.
  const begun = (scenario, options) =>
    new Promise((resolve, reject) => {
      let p;
      const begin = () => queueMicrotask(() => resolve(p));
      p = engine.start(scenario, { host: "frame", parent, ...options, onrecords: begin });
      p.ended.catch(reject);
    });

  return {
    frames,
    acts,
    // run starts a scenario, does something to it, and returns the trace.
    async run(scenario, { options = {}, act = "nothing", argument, at = "begun" } = {}) {
      const began = performance.now();
      const p = at === "start" ? engine.start(scenario, { host: "frame", parent, ...options }) : await begun(scenario, options);
      const acted = performance.now();
      acts[act](p, argument);
      const trace = await Promise.race([p.ended, after(20_000).then(() => p.kill())]);
      const ended = performance.now();
      const deadline = ended + 5000;
      while (frames() > 0 && performance.now() < deadline) await after(10);
      return { ...trace, took: ended - began, end: ended - acted, frames: frames() };
    },
    // begin, close, over and ended are for what takes more than one visit.
    async begin(scenario, options) {
      this.p = await begun(scenario, options);
    },
    close() {
      this.p.close();
    },
    over() {
      return Promise.race([this.p.ended.then(() => true), after(200).then(() => false)]);
    },
    ended() {
      return this.p.ended;
    },
    virtual: (scenario) => engine.run(scenario),

    // lively counts how often the page has its turn while a scenario runs.
    async lively(scenario, ms) {
      const p = await begun(scenario, {});
      let turns = 0;
      let longest = 0;
      const until = performance.now() + ms;
      for (let now = performance.now(), last; now < until; turns++) {
        last = now;
        await after(0);
        now = performance.now();
        longest = Math.max(longest, now - last);
      }
      p.kill();
      const { records } = await p.ended;
      return { turns, longest, records: records.length };
    },

    // store starts a scenario and keeps its records across a reload of the tab.
    async store(scenario, { deaf, ...options }) {
      const stored = [];
      await new Promise((resolve) => {
        engine.start(scenario, {
          host: "frame",
          parent,
          ...options,
          onrecords(records) {
            stored.push(...records);
            localStorage.setItem("records", JSON.stringify(stored));
            resolve();
          },
        });
      });
      if (deaf) deafen();
    },
    stored: () => JSON.parse(localStorage.getItem("records")),

    // errors starts what cannot start.
    async errors() {
      const refused = {};
      const detached = document.createElement("div");
      for (const [name, options] of Object.entries({
        text: { parent: "main" }, detached: { parent: detached }, budget: { budget: -1 }, ask: { ask: "yes" },
      })) {
        try {
          engine.start({ version: 1 }, { host: "frame", ...options });
        } catch (error) {
          refused[name] = error instanceof LastcallError;
        }
      }
      const nowhere = await load({ frame: "nowhere.js" });
      await nowhere.start({ version: 1 }, { host: "frame" }).ended.catch((error) => {
        refused.nowhere = error instanceof LastcallError && error.message;
      });
      return { refused, frames: frames() };
    },

    // many runs a scenario many times and counts what is left.
    async many(scenario, times) {
      const left = { listeners: 0, timers: 0 };
      const patched = [];
      const patch = (name, around) => {
        const original = window[name];
        patched.push(() => (window[name] = original));
        window[name] = around(original.bind(window));
      };
      const timers = new Set();
      patch("addEventListener", (add) => (...args) => (left.listeners++, add(...args)));
      patch("removeEventListener", (remove) => (...args) => (left.listeners--, remove(...args)));
      patch("setTimeout", (set) => (call, ms) => {
        const id = set(() => (timers.delete(id), call()), ms);
        timers.add(id);
        return id;
      });
      const statuses = new Set();
      const began = performance.now();
      const endings = ["nothing", "close", "kill"];
      for (let i = 0; i < times; i++) {
        const act = endings[i % endings.length];
        const p = await begun(act === "nothing" ? scenario : { ...scenario, events: [{ id: "far", after: 1e6 }] }, {});
        acts[act](p);
        statuses.add(`${act} ${(await p.ended).status}`);
      }
      const took = performance.now() - began;
      await after(100); // the last frame's removal
      patched.forEach((undo) => undo());
      return { statuses: [...statuses].sort(), left: { ...left, timers: timers.size, frames: frames() }, took };
    },
  };
}

const script = `import { load, LastcallError } from "./lastcall.js";
(${lab})({ load, LastcallError }).then((lab) => { window.lab = lab; });`;

// document has the playground's policy, and lets the frame be seen.
async function page() {
  const dist = process.env.DIST ?? join(import.meta.dirname, "../../dist");
  const [policy] = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(await readFile(join(dist, "index.html"), "utf8"));
  return `<!doctype html><html lang="en"><meta charset="utf-8">${policy}<title>Frames</title>
    <link rel="icon" href="data:,"><body><main></main><script type="module" src="lab.js"></script>`;
}

// ---- Scenarios ----------------------------------------------------------------

const tick = { tick: "5ms" };
const hooks = [
  { id: "first", do: [{ print: "one" }, { work: 2 }] },
  { id: "second", do: [{ print: "two" }, { work: 2 }] },
  { id: "third", do: [{ print: "three" }] },
];
const ends = {
  version: 1,
  clock: { start: 100, ...tick },
  events: [
    { id: "slow", at: 110, do: [{ work: 20 }] },
    { id: "late", at: 120, do: [{ print: "late" }, { enter: "soon", after: 5 }] },
    { id: "soon", queued: false },
  ],
  outside: [{ at: 125, do: [{ print: "outside" }] }],
  hooks,
  end: [{ exit: 3 }],
};
const waits = { version: 1, clock: tick, events: [{ id: "far", after: 1e6 }], hooks };
const runaway = { version: 1, events: [{ id: "again", do: [{ enter: "again" }] }], hooks };

// gallery is every scenario of it that comes to an end, at a quick pace. What
// comes from outside comes a little earlier: nothing else is to be due then.
const gallery = [];
const folder = new URL("../gallery/", import.meta.url);
for (const file of (await readdir(folder)).sort()) {
  const scenario = JSON.parse(await readFile(new URL(file, folder), "utf8"));
  if (file.includes("runaway")) continue;
  const outside = scenario.outside?.map((o) => ({ ...o, at: o.at - 1 }));
  gallery.push([file, { ...scenario, clock: { ...scenario.clock, tick: "40ms" }, ...(outside && { outside }) }]);
}

// ---- What is looked at --------------------------------------------------------

const names = (records, kind, field = "hook") => records.filter((r) => r.kind === kind).map((r) => r[field]);
const endOf = ({ status, records }) => ({
  status,
  causes: names(records, "exit", "cause"),
  ran: names(records, "hook-done"),
  skipped: names(records, "skip"),
});
const lifo = ["third", "second", "first"];
const closed = { status: 0, causes: ["close"], ran: lifo, skipped: [] };
const discarded = { status: -9, causes: ["discard"], ran: [], skipped: lifo };
const order = (records) => records.map(({ t, time, late, ...rest }) => rest);

const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGUSR1: 10, SIGTERM: 15 };

// acts are the ways to end a program that waits, and how it must end.
const acts = [
  ["close", {}, closed],
  ["reload", {}, closed],
  ["replaceFrame", {}, closed],
  ["reloadFrame", {}, closed],
  ["otherDocument", {}, closed],
  ["kill", {}, discarded],
  ["removeFrame", {}, discarded],
  ["emptyParent", {}, discarded],
  ["survive", {}, closed],
  ["closeDeaf", {}, closed],
  ["reloadDeaf", {}, closed],
  ["removeDeaf", {}, discarded],
  ["send", { argument: "close" }, closed],
  ["send", { argument: "discard" }, discarded],
  ["close", { at: "start" }, closed],
  ["emptyParent", { at: "start" }, { status: -9, causes: ["discard"], ran: [], skipped: [] }],
  ["removeFrame", { at: "start" }, { status: -9, causes: ["discard"], ran: [], skipped: [] }],
  ["kill", { at: "start" }, { status: -9, causes: ["discard"], ran: [], skipped: [] }],
  ["close", { options: { ask: true } }, closed],
  ["reload", { options: { ask: true } }, closed],
  ["kill", { options: { ask: true } }, discarded],
  ["removeFrame", { options: { ask: true } }, discarded],
  ["close", { options: { parent: undefined } }, closed],
  ...Object.entries(numbers).map(([signal, n]) => [
    "send", { argument: signal },
    signal === "SIGINT"
      ? { status: -2, causes: ["exception"], ran: lifo, skipped: [] }
      : { status: -n, causes: ["signal"], ran: [], skipped: lifo },
  ]),
];

for (const [name, start] of Object.entries(browsers)) {
  describe(name, () => {
    let server, browser, tab;
    before(async () => {
      server = await serve({ "lab.html": await page(), "lab.js": script });
      browser = await start();
      tab = await browser.browser.newPage();
      await tab.goto(`${server.url}lab.html`);
      await ready();
    });
    after(() => Promise.all([server?.stop(), browser?.stop()]));

    // ready waits until the page's script can be called.
    const ready = () =>
      tab.evaluate(async () => {
        const deadline = performance.now() + 20_000;
        while (!window.lab && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
        if (!window.lab) throw new Error(`no lab: ${document.body.textContent}`);
      });
    const run = (scenario, options) => tab.evaluate((s, o) => window.lab.run(s, o), scenario, options ?? {});

    test("a program runs in real time to its end", async () => {
      const trace = await run(ends);
      const virtual = await tab.evaluate((s) => window.lab.virtual(s), ends);
      assert.deepEqual(order(trace.records), order(virtual.records));
      assert.equal(trace.status, 3);
      assert.equal(trace.frames, 0);
      const expected = (virtual.records.at(-1).t - 100) * 5;
      assert.ok(trace.took >= expected - 1, `${trace.took} ms, not ${expected}`);
      trace.records.forEach(({ t, late }, i) => {
        assert.ok(t >= virtual.records[i].t - 1e-6, `record ${i} comes at ${t}, too soon`);
        assert.ok(late === undefined || late >= 0);
      });
    });

    for (const [file, scenario] of gallery) {
      test(`${file} happens in real time in the order of virtual time`, async () => {
        const [trace, virtual] = [await run(scenario), await tab.evaluate((s) => window.lab.virtual(s), scenario)];
        assert.deepEqual(order(trace.records), order(virtual.records));
        assert.equal(trace.status, virtual.status);
      });
    }

    for (const [act, options, want] of acts) {
      const { argument = "", at, options: more = {} } = options;
      const title = [act, argument, at && "right at the start", "ask" in more && "with ask", "parent" in more && "in a frame nobody sees"];
      test(title.filter(Boolean).join(" "), async () => {
        const trace = await run(waits, { act, ...options });
        assert.deepEqual(endOf(trace), want);
        assert.equal(trace.frames, 0);
      });
    }

    test("each signal meets its handler, at once", async () => {
      for (const signal of ["SIGHUP", "SIGINT", "SIGUSR1", "SIGTERM"]) {
        const handlers = { [signal]: [{ print: "caught" }, { exit: 5 }] };
        const trace = await run({ ...waits, handlers }, { act: "send", argument: signal });
        assert.deepEqual(endOf(trace), { status: 5, causes: ["exit"], ran: lifo, skipped: [] });
        assert.ok(names(trace.records, "print", "text").includes("caught"));
        assert.ok(trace.end < 2000, `${trace.end} ms`);
      }
    });

    for (const act of ["close", "reload"]) {
      test(`hooks that take more than the budget are cut off in ${act}`, async () => {
        const slow = [{ id: "first" }, { id: "second", do: [{ work: 1e6 }] }, { id: "third", do: [{ work: 4 }] }];
        const trace = await run({ ...waits, hooks: slow }, { act, options: { budget: 300 } });
        assert.deepEqual(endOf(trace), { status: -9, causes: ["close", "discard"], ran: ["third"], skipped: ["first"] });
        assert.ok(trace.end >= 299 && trace.end < 3000, `${trace.end} ms`);
      });
    }

    test("a program that enters itself for ever leaves the page its turn", async () => {
      const { turns, longest, records } = await tab.evaluate((s) => window.lab.lively(s, 500), runaway);
      assert.ok(turns > 10 && longest < 1000, `${turns} turns, the longest of ${longest} ms`);
      assert.ok(records > 1000, `${records} records`);
    });

    for (const [how, options] of [["", {}], [", with ask", { ask: true }], [", without beforeunload", { deaf: true }]]) {
      test(`the tab's reload runs the hooks, and what ran can be stored${how}`, async () => {
        await tab.evaluate((s, o) => window.lab.store(s, o), waits, options);
        await tab.reload();
        await ready();
        const records = await tab.evaluate(() => window.lab.stored());
        assert.deepEqual(endOf({ status: records.at(-1).status, records }), closed);
      });
    }

    if (name === "Chromium") {
      test("with ask, who clicked in the frame is asked, and may stay", async () => {
        const answers = ["dismiss", "accept"];
        const answer = (dialog) => dialog[answers.shift()]();
        tab.on("dialog", answer);
        await tab.evaluate((s) => window.lab.begin(s, { ask: true }), waits);
        const frame = await tab.$("iframe");
        await frame.click();
        await tab.evaluate(() => window.lab.close());
        await until(() => answers.length === 1);
        assert.equal(await tab.evaluate(() => window.lab.over()), false, "the program goes on");
        await tab.evaluate(() => window.lab.close());
        assert.deepEqual(endOf(await tab.evaluate(() => window.lab.ended())), closed);
        tab.off("dialog", answer);
      });
    }

    test("what cannot start is a LastcallError", async () => {
      const { refused, frames } = await tab.evaluate(() => window.lab.errors());
      const { nowhere, ...rest } = refused;
      assert.deepEqual(rest, { text: true, detached: true, budget: true, ask: true });
      assert.match(nowhere, /frame\.js could not be loaded/);
      assert.equal(frames, 0);
    });

    const runs = 200;
    test(`${runs} runs in a row leave nothing behind`, async (t) => {
      const quick = { version: 1, clock: { tick: "1ms" }, events: [{ id: "a", after: 2 }], hooks: [{ id: "bye" }] };
      const before = await inside(tab);
      const { statuses, left, took } = await tab.evaluate((s) => window.lab.many(...s), [quick, runs]);
      assert.deepEqual(statuses, ["close 0", "kill -9", "nothing 0"]);
      assert.deepEqual(left, { listeners: 0, timers: 0, frames: 0 });
      t.diagnostic(`${(took / runs).toFixed(1)} ms a run`);
      if (before) {
        const now = await inside(tab);
        t.diagnostic(`${JSON.stringify(before)} became ${JSON.stringify(now)}`);
        assert.ok(now.Documents <= before.Documents + 3 && now.Frames <= before.Frames + 3, "documents or frames are left");
        assert.ok(now.JSEventListeners <= before.JSEventListeners + 3, "listeners are left");
      }
    });
  });
}

// until waits for something that is about to happen.
async function until(happened) {
  const deadline = Date.now() + 20_000;
  while (!happened()) {
    assert.ok(Date.now() < deadline, "it did not happen");
    await sleep(20);
  }
}

// inside is what Chromium counts in a tab after it has collected its garbage.
async function inside(tab) {
  if (!tab.createCDPSession || tab.browser().protocol === "webDriverBiDi") return undefined;
  const session = await tab.createCDPSession();
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { Documents, Frames, JSEventListeners, JSHeapUsedSize } = await tab.metrics();
  await session.detach();
  return { Documents, Frames, JSEventListeners, JSHeapUsedSize };
}
