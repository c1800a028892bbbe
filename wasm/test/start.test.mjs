import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import threads from "node:worker_threads";
import { bad, inDist, kinds, LastcallError, load, runaway, small } from "./dist.mjs";

// Every worker that is started is counted, until it has exited.
let started = 0;
let living = 0;
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args);
    started++;
    living++;
    this.once("exit", () => living--);
  }
};
syncBuiltinESMExports();

// onlyOneLives resolves when the idle worker is the last: a terminated one
// takes a moment to exit.
async function onlyOneLives() {
  const deadline = performance.now() + 10_000;
  while (living > 1) {
    assert.ok(performance.now() < deadline, `${living} workers live`);
    await setImmediate();
  }
}

const engine = await load();

// begun starts a scenario and resolves when its first records have arrived.
function begun(scenario, options = {}) {
  return new Promise((resolve) => {
    const process = engine.start(scenario, { ...options, onrecords: () => resolve(process) });
  });
}

describe("start", () => {
  test("gives the trace that run gives", async () => {
    assert.deepEqual(await engine.start(small).ended, engine.run(small));
    assert.deepEqual(await engine.start(JSON.stringify(small), { host: "worker" }).ended, engine.run(small));
  });

  test("passes the records on as they come", async () => {
    const batches = [];
    const process = engine.start(runaway, { maxRecords: 50_000, onrecords: (batch) => batches.push(batch) });
    const trace = await process.ended;
    assert.deepEqual(trace.stopped, { why: "records", event: "again" });
    assert.equal(trace.records.length, 50_000);
    assert.ok(batches.length >= 25, `${batches.length} batches`);
    assert.deepEqual(batches.flat(), trace.records);
  });

  test("throws the problems of a bad scenario at once", () => {
    assert.throws(() => engine.start(bad), ({ problems }) => problems.length === 2);
  });

  test("refuses bad options", () => {
    const before = started;
    for (const options of [null, 1, { host: "frame" }, { host: "toString" }, { host: null }, { onrecords: 1 }, { maxRecords: 0 }]) {
      assert.throws(() => engine.start(small, options), LastcallError);
    }
    assert.throws(() => engine.start(small, { host: "process" }), /"worker" or "frame"/);
    assert.throws(() => engine.start(small, { host: "frame" }), /needs a page/);
    assert.equal(started, before);
  });

  test("runs several at a time", async () => {
    const processes = Array.from({ length: 5 }, () => engine.start(small));
    const traces = await Promise.all(processes.map(({ ended }) => ended));
    for (const trace of traces) assert.equal(trace.status, 3);
    await onlyOneLives();
  });

  test("200 in a row leave no workers behind", async () => {
    await engine.start(small).ended;
    await onlyOneLives();
    const before = started;
    for (let i = 0; i < 200; i++) assert.equal((await engine.start(small).ended).status, 3);
    assert.equal(started, before, "the idle worker is used again");
    await onlyOneLives();
  });

  test("an error in onrecords is the caller's and leaves the process alone", async () => {
    const script = `
      const { load } = await import(${JSON.stringify(inDist("lastcall.js").href)});
      process.on("uncaughtException", (error) => console.log("caught", error.message));
      const engine = await load();
      const p = engine.start(${JSON.stringify(small)}, { onrecords() { throw new Error("mine"); } });
      console.log("status", (await p.ended).status);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    assert.match(stdout, /caught mine/);
    assert.match(stdout, /status 3/);
  });

  test("an idle worker does not keep Node running", async () => {
    const script = `
      const { load } = await import(${JSON.stringify(inDist("lastcall.js").href)});
      const engine = await load();
      await engine.start(${JSON.stringify(small)}).ended;`;
    await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { timeout: 20_000 });
  });
});

describe("send", () => {
  test("reaches a program that never ends", async () => {
    const process = await begun(runaway);
    process.send("SIGTERM");
    const { status, records } = await process.ended;
    assert.equal(status, -15);
    assert.ok(records.length < 2_000_000);
    assert.deepEqual(kinds(records).slice(-5), ["signal", "exit", "skip", "skip", "end"]);
  });

  test("meets a handler", async () => {
    const process = await begun({ ...runaway, handlers: { SIGUSR1: [{ print: "caught" }, { exit: 5 }] } });
    process.send("SIGUSR1");
    const { status, records } = await process.ended;
    assert.equal(status, 5);
    assert.ok(records.some(({ kind, text }) => kind === "print" && text === "caught"));
  });

  test("refuses what is no signal", async () => {
    const process = engine.start(small);
    for (const what of [undefined, "SIGFPE", "sigterm", 15, null, {}]) {
      assert.throws(() => process.send(what), LastcallError);
    }
    await process.ended;
  });

  test("takes what a scenario can have sent", async () => {
    const { properties } = JSON.parse(await readFile(inDist("scenario.schema.json"), "utf8")).$defs.outside;
    const process = engine.start(small);
    assert.throws(() => process.send("SIGFPE"), new RegExp(`send takes one of ${properties.send.enum.join(", ")}, not`));
    await process.ended;
  });

  test("to a process that is over does nothing, nor to the next one", async () => {
    const process = engine.start(small);
    await process.ended;
    const next = engine.start(small);
    process.send("SIGKILL");
    process.close();
    process.kill();
    assert.equal((await next.ended).status, 3);
  });

  test("right after start is not lost on a long run", async () => {
    const process = engine.start(runaway);
    process.send("SIGHUP");
    assert.equal((await process.ended).status, -1);
  });
});

describe("close", () => {
  test("runs the hooks, last in, first out", async () => {
    const process = await begun(runaway);
    process.close();
    const { status, records } = await process.ended;
    assert.equal(status, 0);
    const exit = records.findIndex(({ kind }) => kind === "exit");
    assert.equal(records[exit].cause, "close");
    assert.equal(records[exit].hooks, "run");
    const hooks = records.slice(exit).filter(({ kind }) => kind === "hook");
    assert.deepEqual(hooks.map(({ hook }) => hook), ["second", "first"]);
  });
});

describe("kill", () => {
  test("destroys a runaway at once", async () => {
    const process = await begun(runaway);
    const began = performance.now();
    process.kill();
    const trace = await process.ended;
    assert.ok(performance.now() - began < 2000);
    assert.equal(trace.version, 1);
    assert.equal(trace.status, -9);
    const added = trace.records.slice(trace.records.findIndex(({ kind }) => kind === "exit"));
    const { t } = added[0];
    const queued = kinds(trace.records).lastIndexOf("enter") < kinds(trace.records).lastIndexOf("start") ? 0 : 1;
    assert.deepEqual(added, [
      { t, kind: "exit", cause: "discard", hooks: "skipped", queued },
      { t, kind: "skip", hook: "second", why: "discard" },
      { t, kind: "skip", hook: "first", why: "discard" },
      { t, kind: "end", status: -9 },
    ]);
    assert.equal(t, trace.records.at(-5).t);
  });

  test("before any record leaves a log of an end alone", async () => {
    const batches = [];
    const process = engine.start(small, { onrecords: (batch) => batches.push(batch) });
    process.kill();
    const { status, records } = await process.ended;
    assert.equal(status, -9);
    assert.deepEqual(kinds(records), ["exit", "end"]);
    assert.deepEqual(batches.flat(), records);
  });

  test("says what the queue held as a fold over the whole log would", async () => {
    const crowd = {
      version: 1,
      events: [
        { id: "spawn", after: 1, do: [
          { enter: "spawn", after: 1 }, { enter: "late", after: 1e9 }, { enter: "gone", after: 5 }, { cancel: "gone" },
        ] },
        { id: "late", queued: false },
        { id: "gone", queued: false },
      ],
    };
    const process = await begun(crowd);
    process.kill();
    const { records } = await process.ended;
    let queued = 0;
    for (const { kind } of records) {
      if (kind === "enter") queued++;
      if (kind === "start" || kind === "cancel") queued--;
    }
    assert.equal(records.find(({ kind }) => kind === "exit").queued, queued);
  });

  test("twice is once", async () => {
    const process = await begun(runaway);
    process.kill();
    process.kill();
    process.close();
    assert.equal((await process.ended).status, -9);
  });

  test("leaves no worker, and the next process works", async () => {
    for (let i = 0; i < 10; i++) {
      const process = await begun(runaway);
      process.kill();
      await process.ended;
    }
    assert.equal((await engine.start(small).ended).status, 3);
    await onlyOneLives();
  });
});

describe("an engine that dies in its worker", () => {
  const deaths = {
    "when it throws at once": "throw new Error('gone')",
    "when it exits": "process.exit(3)",
    "when Go cannot go on": `
      let looks = 0;
      const { now } = performance;
      performance.now = () => {
        if (++looks > 1000) throw new Error("no clock");
        return now.call(performance);
      };
      await import(${JSON.stringify(inDist("worker.js").href)});`,
  };
  for (const [name, code] of Object.entries(deaths)) {
    test(`rejects ended ${name}`, async () => {
      const fragile = await load({ worker: new URL(`data:text/javascript,${encodeURIComponent(code)}`) });
      await assert.rejects(fragile.start(runaway).ended, (error) => {
        return error instanceof LastcallError && /died/.test(error.message);
      });
      assert.equal(fragile.run(small).status, 3);
      await onlyOneLives();
    });
  }
});
