// The program window: a program in real time, in a page of its own that is
// really closed, reloaded or destroyed.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { launch, open, press, serve, settles, until } from "./harness.mjs";

let server, chromium, visit;

before(async () => {
  [server, chromium] = await Promise.all([serve(), launch()]);
});
after(() => Promise.all([server.stop(), chromium.stop()]));
afterEach(async () => {
  await visit?.close();
  assert.deepEqual(visit?.errors, [], "the page reported errors");
});

const hooks = (page) =>
  page.$$eval(".stack-item", (list) => list.map((e) => `${e.querySelector(".link").textContent} ${e.dataset.state}`));
const status = (page) => page.$eval(".console", (e) => e.lastElementChild.textContent);
const frames = (page) => page.$$eval("iframe", (list) => list.length);

// begin runs an example in real time and waits for its first line.
async function begin(example) {
  visit = await open(chromium.browser, server.url);
  const { page } = visit;
  await page.select(".header-gallery select", example);
  await press(page, "button", "real time");
  await press(page, "button", "Run");
  await until(page, () => document.querySelector(".console-text"));
  return page;
}

test("nothing runs in real time before it is asked for", async () => {
  visit = await open(chromium.browser, server.url);
  const { page } = visit;
  await press(page, "button", "real time");
  await page.waitForSelector('::-p-aria(real time)[aria-pressed="true"]');
  assert.equal(await frames(page), 0);
});

for (const [button, last] of [["Close", "exit status 0"], ["Reload", "exit status 0"]]) {
  test(`${button} fires beforeunload, and the hooks run last in, first out`, async () => {
    const page = await begin("skipped");
    await press(page, "button", button);
    await settles(() => hooks(page), ["save state done", "fans to full speed done"]);
    await settles(() => status(page), last);
    assert.match(await page.$eval('.timeline [data-kind~="exit-text"]', (e) => e.textContent), /beforeunload/);
    await settles(() => frames(page), 0);
  });
}

test("Kill destroys the page, and no hook runs", async () => {
  const page = await begin("skipped");
  await press(page, "button", "Kill");
  await settles(() => hooks(page), ["save state skipped", "fans to full speed skipped"]);
  await settles(() => status(page), "killed by signal 9 · status -9");
  await settles(() => frames(page), 0);
});

test("a signal from outside kills, or meets its handler", async () => {
  let page = await begin("skipped");
  await page.select("select[aria-label='Send a signal']", "SIGTERM");
  await settles(() => status(page), "killed by signal 15 · status -15");
  assert.deepEqual(await hooks(page), ["save state skipped", "fans to full speed skipped"]);
  await visit.close();
  page = await begin("handler");
  await page.select("select[aria-label='Send a signal']", "SIGTERM");
  await settles(() => status(page), "exit status 0");
  assert.deepEqual(await hooks(page), ["save state done", "fans to full speed done"]);
});

test("the clock runs while the program does, and the run can be stepped through afterwards", async () => {
  const page = await begin("skipped");
  const clock = () => page.$eval(".transport-clock", (e) => Number(e.textContent.slice(4)));
  const early = await clock();
  await until(page, (early) => Number(document.querySelector(".transport-clock").textContent.slice(4)) > early, early);
  assert.equal(await page.$eval(".transport-play", (e) => e.disabled), true, "a pause would be a lie");
  await press(page, "button", "Close");
  await settles(() => hooks(page), ["save state done", "fans to full speed done"]);
  await press(page, "button", "To the start");
  await settles(() => hooks(page), []);
});

test("a program that is edited while it runs is gone with its page", async () => {
  const page = await begin("skipped");
  await press(page, "button", "virtual time");
  await settles(() => frames(page), 0);
});
