// Every recorded scenario gives the trace that CPython gave.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { load } from "./dist.mjs";

const testdata = new URL("../../engine/program/testdata/", import.meta.url);
const names = readdirSync(new URL("scenarios/", testdata)).filter((name) => name.endsWith(".json"));

// plain makes one of the two zeros, as JSON.stringify does.
const plain = (trace) => JSON.parse(JSON.stringify(trace));

test("there are at least 60 recorded scenarios", () => {
  assert.ok(names.length >= 60, `${names.length} are there`);
});

const engine = await load();
const ways = {
  "engine.run": (scenario) => engine.run(scenario),
  "engine.start": (scenario) => engine.start(scenario).ended,
};
for (const [way, trace] of Object.entries(ways)) {
  test(`${way} gives each of the ${names.length} traces`, async () => {
    for (const name of names) {
      const scenario = readFileSync(new URL(`scenarios/${name}`, testdata), "utf8");
      const want = plain(JSON.parse(readFileSync(new URL(`traces/${name}`, testdata), "utf8")));
      const got = plain(await trace(scenario));
      if (!isDeepStrictEqual(got, want)) assert.deepEqual({ name, ...got }, { name, ...want });
    }
  });
}
