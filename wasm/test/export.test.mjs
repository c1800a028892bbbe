import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { bad, LastcallError, load, runaway, small } from "./dist.mjs";

const engine = await load();

test("code writes programs", () => {
  const python = engine.code(small, "python");
  const ran = spawnSync("python3", ["-", "--virtual"], { input: python, encoding: "utf8" });
  assert.deepEqual([ran.stdout, ran.status], ["tick\nbye\n", 3]);
  assert.match(engine.code(small, "go"), /^package main$/m);
  assert.match(engine.code(JSON.stringify(small), "gotest"), /"1 tick",/);
});

test("svg draws a scenario, and a trace", () => {
  const titled = { ...small, title: "<Night>" };
  assert.match(engine.svg(titled), /^<svg .*<title>&lt;Night&gt;<\/title>/s);
  const trace = engine.run(titled);
  assert.match(engine.svg(trace, { theme: "dark", width: 500, lang: "ru" }), /width="500".*Шкала времени/s);
  assert.match(engine.svg(JSON.stringify(trace)), /Timeline/);
  assert.match(engine.svg(runaway), /It does not end here/);
});

test("encode and decode go there and back", () => {
  const link = engine.encode(small);
  assert.match(link, /^v1\.[\w-]+$/);
  assert.deepEqual(engine.decode(link), small);
  assert.deepEqual(engine.decode(`https://example.org/#${link}`), small);
});

const refused = {
  "code to nothing": () => engine.code(small),
  "code to another language": () => engine.code(small, "rust"),
  "code of a bad scenario": () => engine.code(bad, "go"),
  "svg of nothing": () => engine.svg(),
  "svg of a bad scenario": () => engine.svg(bad),
  "svg of a bad trace": () => engine.svg({ version: 1, status: 0, records: [{}] }),
  "svg of no JSON": () => engine.svg("{"),
  "svg in another theme": () => engine.svg(small, { theme: "blue" }),
  "svg of no width": () => engine.svg(small, { width: NaN }),
  "encode a bad scenario": () => engine.encode(bad),
  "encode what is too big": () => engine.encode({ version: 1, end: noise() }),
  "decode nothing": () => engine.decode(),
  "decode a number": () => engine.decode(1),
  "decode words": () => engine.decode("hello"),
  "decode a damaged link": () => engine.decode(engine.encode(small).slice(0, -3)),
  "decode a newer link": () => engine.decode("v2.AAAA"),
};

// noise is steps that cannot be packed.
function noise() {
  let seed = 1;
  const letter = () => String.fromCharCode(97 + (((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 24) % 26));
  return Array.from({ length: 1000 }, () => ({ print: Array.from({ length: 200 }, letter).join("") }));
}

for (const [name, call] of Object.entries(refused)) {
  test(`it throws a LastcallError: ${name}`, () => {
    assert.throws(call, LastcallError);
    assert.equal(engine.run(small).status, 3);
  });
}

test("what is wrong with a scenario is in the error", () => {
  for (const call of [() => engine.encode(bad), () => engine.code(bad, "python"), () => engine.svg(bad)]) {
    assert.throws(call, (error) => error.problems.length === 2 && error.problems[0].path === "/events/0/id");
  }
});
