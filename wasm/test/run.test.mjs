import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { bad, kinds, LastcallError, load, runaway, small } from "./dist.mjs";

let engine;
before(async () => (engine = await load()));

// What is no scenario at all, for every function that takes one.
const cyclic = { version: 1 };
cyclic.events = [cyclic];
const unusable = {
  undefined: undefined,
  null: null,
  "a number": 1,
  "a function": () => {},
  "a symbol": Symbol("s"),
  "a BigInt": 1n,
  "a cyclic object": cyclic,
  "a BigInt inside": { version: 1n },
  "a function inside": { version: 1, title: () => "t" },
  "a symbol inside": { version: 1, title: Symbol("t") },
  "NaN inside": { version: 1, events: [{ id: "a", after: NaN }] },
  "infinity inside": { version: 1, events: [{ id: "a", after: Infinity }] },
  "a getter that throws": { version: 1, get title() { throw "text"; } },
  "a toJSON that throws": { toJSON() { throw new Error("no"); } },
  "a toJSON that returns nothing": { toJSON() {} },
};

for (const [name, scenario] of Object.entries(unusable)) {
  test(`check, run and start refuse ${name}`, () => {
    for (const call of [engine.check, engine.run, engine.start]) {
      assert.throws(() => call.call(engine, scenario), LastcallError);
    }
    assert.equal(engine.run(small).status, 3);
  });
}

describe("check", () => {
  test("finds nothing wrong with a good scenario", () => {
    assert.deepEqual(engine.check(small), []);
    assert.deepEqual(engine.check(JSON.stringify(small)), []);
  });

  test("finds every problem", () => {
    const problems = engine.check(bad);
    assert.deepEqual(problems.map(({ path }) => path).sort(), ["/events/0/id", "/nonsense"]);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem), ["path", "message"]);
      assert.notEqual(problem.message, "");
    }
  });

  test("finds text that is no JSON", () => {
    assert.equal(engine.check("{").length, 1);
    assert.equal(engine.check("").length, 1);
  });

  test("takes a property that is undefined for one that is not there", () => {
    assert.deepEqual(engine.check({ version: 1, title: undefined }), []);
  });
});

describe("run", () => {
  test("returns the trace", () => {
    const trace = engine.run(small);
    assert.deepEqual(Object.keys(trace), ["version", "status", "records"]);
    assert.equal(trace.version, 1);
    assert.equal(trace.status, 3);
    assert.deepEqual(kinds(trace.records), [
      "register", "enter", "start", "print", "finish", "exit", "hook", "print", "hook-done", "end",
    ]);
    assert.deepEqual(trace.records[2], {
      t: 1, kind: "start", event: "tick", seq: 0, time: 1, priority: 0, late: 0,
    });
  });

  test("takes JSON text", () => {
    assert.deepEqual(engine.run(JSON.stringify(small)), engine.run(small));
  });

  test("keeps text as it is", () => {
    const text = "один\u0000\u2028\"\\ 🐍 {{}}";
    const { records } = engine.run({ version: 1, end: [{ print: text }] });
    assert.equal(records.find(({ kind }) => kind === "print").text, text.replace("{{}}", "{}"));
  });

  test("throws the problems of a bad scenario", () => {
    assert.throws(() => engine.run(bad), (error) => {
      assert.ok(error instanceof LastcallError && error instanceof Error);
      assert.equal(error.name, "LastcallError");
      assert.deepEqual(error.problems, engine.check(bad));
      assert.ok(error.message.includes(error.problems[0].message));
      return true;
    });
  });

  test("takes virtual time, whatever the clock's mode", () => {
    const began = performance.now();
    const { status } = engine.run({ ...small, clock: { mode: "real", tick: "1h" } });
    assert.equal(status, 3);
    assert.ok(performance.now() - began < 5000);
  });

  test("stops at maxRecords", () => {
    const { status, stopped, records } = engine.run(runaway, { maxRecords: 5000 });
    assert.equal(status, null);
    assert.deepEqual(stopped, { why: "records", event: "again" });
    assert.equal(records.length, 5000);
  });

  test("refuses a maxRecords that is no count", () => {
    for (const maxRecords of [0, -1, 1.5, NaN, Infinity, "10", null, {}, 10n, 2 ** 60]) {
      assert.throws(() => engine.run(small, { maxRecords }), LastcallError);
    }
    for (const options of [null, 5, "x"]) assert.throws(() => engine.run(small, options), LastcallError);
  });

  test("returns two million records", () => {
    const { stopped, records } = engine.run(runaway);
    assert.equal(stopped.why, "records");
    assert.equal(records.length, 2_000_000);
  });

  test("works on after the engine died", () => {
    // Whatever throws in the middle of Go's code cannot be recovered from there.
    performance.now = () => {
      throw new Error("no clock");
    };
    try {
      assert.throws(() => engine.run(small), (error) => {
        return error instanceof LastcallError && /died in run: no clock/.test(error.message);
      });
    } finally {
      delete performance.now;
    }
    assert.equal(engine.run(small).status, 3);
    assert.deepEqual(engine.check(small), []);
  });
});
