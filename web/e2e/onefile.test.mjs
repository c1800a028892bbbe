// The one file that holds everything, opened from a disk as by a double click.
import assert from "node:assert/strict";
import { mkdtemp, copyFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { launch, launchFirefox, settles } from "./harness.mjs";
import { dist } from "./hosts.mjs";
import { launchWebKit } from "./webkit.mjs";

let folder, file;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lastcall one file "));
  file = join(folder, "lastcall.html"); // with nothing beside it
  await copyFile(join(dist, "lastcall.html"), file);
});
after(() => rm(folder, { recursive: true }));

const hooks = ["first", "second"].map((id) => ({ id, do: [{ print: id }] }));
const waits = JSON.stringify({ version: 1, clock: { tick: "5ms" }, events: [{ id: "far", after: 1e6 }], hooks });
const runaway = JSON.stringify({ version: 1, events: [{ id: "again", do: [{ enter: "again", after: 1 }] }], hooks });

for (const [name, start] of Object.entries({ Chromium: launch, Firefox: launchFirefox, WebKit: launchWebKit })) {
  describe(name, () => {
    let browser, page;
    const requests = [];
    before(async () => {
      browser = await start();
      page = await browser.browser.newPage();
      page.on?.("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
    });
    after(() => browser.stop());

    test("the page opens and runs its first scenario in a worker", async () => {
      const count = () => page.evaluate(() => document.querySelector(".transport-count")?.textContent.replace(/\d\d/, "n"));
      await settles(count, "step 0 of n");
      const stopped = await page.evaluate(() => !document.querySelector("#stopped").hidden);
      assert.equal(stopped, false);
    });

    test("it offers no download of itself, and shows its version", async () => {
      const text = await page.evaluate(() => document.querySelector(".footer").textContent);
      assert.match(text, /^Lastcall \d+\.\d+\.\d+ \(\w{12}\)$/);
    });

    // run starts a program on a host and does something to it as it begins.
    const run = (host, scenario, act) =>
      page.evaluate(
        (scenario, host, act) =>
          new Promise((resolve) => {
            const kinds = [];
            let begun = false;
            const records = (text) => {
              for (const { kind, cause, hook } of JSON.parse(text)) kinds.push([kind, cause ?? hook].filter(Boolean).join(" "));
              if (begun || !act) return;
              begun = true;
              queueMicrotask(() => process[act]());
            };
            const done = (ended) => resolve({ ended, kinds });
            const process =
              host === "worker"
                ? lastcallPage.run(scenario, 100_000, records, done)
                : lastcallPage.runInWindow(scenario, "{}", records, done, () => {}, () => {});
          }),
        scenario, host, act,
      );

    const over = (kinds) => kinds.filter((kind) => /^(exit|hook|skip) /.test(kind));

    test("in virtual time a program runs to its end", async () => {
      const { ended, kinds } = await run("worker", waits);
      assert.equal(ended, "{}");
      assert.deepEqual(over(kinds), ["exit return", "hook second", "hook first"]);
    });

    test("a runaway can be killed", async () => {
      const { kinds } = await run("worker", runaway, "kill");
      assert.deepEqual(over(kinds), ["exit discard", "skip second", "skip first"]);
    });

    test("in real time a program that is closed runs its hooks, last in, first out", async () => {
      await page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent === "real time").click());
      await settles(() => page.evaluate(() => Boolean(document.querySelector("#program-page"))), true);
      const { kinds } = await run("frame", waits, "close");
      assert.deepEqual(over(kinds), ["exit close", "hook second", "hook first"]);
    });

    test("in real time one that is killed runs none", async () => {
      const { kinds } = await run("frame", waits, "kill");
      assert.deepEqual(over(kinds), ["exit discard", "skip second", "skip first"]);
    });

    test("nothing is loaded that is not in it", () => {
      const elsewhere = requests.filter((url) => !/^(file|blob|data|about):/.test(url));
      assert.deepEqual(elsewhere, []);
      assert.ok(requests.filter((url) => url.startsWith("file:")).length <= 1, requests.join("\n"));
    });
  });
}
