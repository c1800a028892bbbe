// The main job, as a visitor does it: load, play, step, change the ending,
// edit, and stop a program that never ends.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { byRole, launch, open, press, serve, settles, until } from "./harness.mjs";

const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");
let server, chromium, visit;

before(async () => {
  [server, chromium] = await Promise.all([serve(), launch()]);
});
after(() => Promise.all([server.stop(), chromium.stop()]));
afterEach(async () => {
  await visit?.close();
  assert.deepEqual(visit?.errors, [], "the page reported errors");
});

const load = async (options) => {
  visit = await open(chromium.browser, server.url, options);
  await endingsKnown(visit.page);
  return visit.page;
};

// endingsKnown waits until the engine has said of every ending what it does.
const endingsKnown = (page) =>
  until(page, () => {
    const endings = [...document.querySelectorAll(".ending")];
    return endings.length === 11 && endings.every((e) => e.dataset.state !== "working");
  });

const choose = (page, example) => page.select("select:has(> option[value=overrun])", example);
const texts = (page, selector) => page.$$eval(selector, (list) => list.map((e) => e.textContent.trim()));
const hooks = (page) =>
  page.$$eval(".stack-item", (list) => list.map((e) => `${e.querySelector(".link").textContent} ${e.dataset.state}`));
const status = (page) => page.$eval(".console", (e) => e.lastElementChild.textContent);
const toEnd = (page) => press(page, "button", "To the end");
const fill = async (page, label, text) => {
  const input = await page.waitForSelector(`::-p-aria(${label})`);
  await input.evaluate((e) => e.select());
  await input.type(text);
  await page.keyboard.press("Tab");
};

test("a first visit shows the timeline, the hooks and the clock's kind, and asks nobody else", async () => {
  const page = await load();
  assert.match(await page.$eval("h1", (e) => e.textContent), /Last in, first out/);
  assert.ok((await page.$$('.timeline [data-kind~="pin"]')).length >= 2);
  await page.waitForSelector('::-p-aria(virtual time)[aria-pressed="true"]');
  assert.ok(visit.requests.every((url) => url.startsWith(server.url) || url.startsWith("data:")), visit.requests.join("\n"));
});

test("playing goes through the run to its end and runs the hooks last in, first out", async () => {
  const page = await load();
  await press(page, "button", "4×");
  await press(page, "button", "Play");
  await until(page, () => /^step (\d+) of \1$/.test(document.querySelector(".transport-count").textContent));
  await settles(async () => (await texts(page, ".console-text")).slice(-3), ["3 rows written", "lock released", "closing main.db"]);
  await settles(() => hooks(page), ["flush log(rows=3) done", "unlock done", "close database('main.db') done"]);
  await settles(() => status(page), "exit status 0");
  await settles(() => page.$eval(".transport-play", (e) => e.textContent), "Play");
});

test("stepping back takes back what happened", async () => {
  const page = await load();
  await toEnd(page);
  await settles(() => hooks(page), ["flush log(rows=3) done", "unlock done", "close database('main.db') done"]);
  await press(page, "button", "One step back"); // the end
  await press(page, "button", "One step back"); // the last hook's return
  await settles(() => hooks(page), ["flush log(rows=3) done", "unlock done", "close database('main.db') running"]);
  assert.ok((await texts(page, ".console-text")).includes("closing main.db"));
  await press(page, "button", "One step back"); // what it printed
  await settles(async () => (await texts(page, ".console-text")).includes("closing main.db"), false);
  await press(page, "button", "One step");
  await settles(async () => (await texts(page, ".console-text")).includes("closing main.db"), true);
  await press(page, "button", "To the start");
  await settles(() => hooks(page), []);
  await settles(() => page.$eval("#position", (e) => e.value), "0");
});

test("the slider seeks, and says where it is", async () => {
  const page = await load();
  const slider = await page.waitForSelector("::-p-aria(Position in the run[role=\"slider\"])");
  await slider.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await until(page, () => document.querySelector(".transport-count").textContent.startsWith("step 3 of"));
  assert.match(await slider.evaluate((e) => e.getAttribute("aria-valuetext")), /^step 3 of \d+, t = 0$/);
});

test("every way to end says beforehand whether hooks run", async () => {
  const page = await load();
  const endings = await page.$$eval(".ending", (list) =>
    Object.fromEntries(list.map((e) => [e.querySelector("input").value, e.dataset.state])));
  const run = "run", skipped = "skipped";
  assert.deepEqual(endings, {
    return: run, exit: run, exception: run, SIGINT: run, "SIGTERM-handled": run, close: run,
    SIGTERM: skipped, SIGKILL: skipped, _exit: skipped, abort: skipped, discard: skipped,
  });
});

for (const [ending, name, last] of [
  ["_exit", "os._exit() exits at once", "exit status 0"],
  ["SIGTERM", "SIGTERM no handler", "killed by signal 15 · status -15"],
  ["discard", "discard page destroyed", "killed by signal 9 · status -9"],
]) {
  test(`ending by ${ending} skips every hook`, async () => {
    const page = await load();
    await press(page, "radio", `${name} skipped`);
    await page.waitForSelector('.timeline [data-kind~="box-skipped"]');
    await toEnd(page);
    await settles(() => hooks(page), ["flush log(rows=3) skipped", "unlock skipped", "close database('main.db') skipped"]);
    await settles(() => status(page), last);
    assert.equal((await page.$$('.timeline [data-kind~="box-skipped"]')).length, 3);
  });
}

test("an event that is added stands on the timeline and runs", async () => {
  const page = await load();
  await press(page, "button", "Add an event");
  await fill(page, "Name", "lunch");
  await fill(page, "Time", "3");
  await fill(page, "Text", "soup");
  await page.waitForSelector('.timeline [aria-label^="lunch, planned at 3"]');
  await toEnd(page);
  await settles(async () => (await texts(page, ".console-text")).includes("soup"), true);
  await press(page, "button", "Undo: change print in lunch");
  await press(page, "button", "Undo: move lunch to 3");
  await page.waitForSelector('.timeline [aria-label^="lunch, planned at 0"]');
});

test("what is no number is explained, and not lost", async () => {
  const page = await load();
  await page.click('.timeline [data-id="report"]');
  await fill(page, "Time", "soon");
  assert.match(await page.waitForSelector("#edit-time-note[data-state=wrong]").then((e) => e.evaluate((p) => p.textContent)), /“soon” is not a number/);
  assert.equal(await page.$eval("#edit-time", (e) => e.value), "soon");
});

test("removing a step leaves the next one's controls with the right step", async () => {
  const page = await load();
  await page.click('.timeline [data-id="report"]');
  const verbs = () => texts(page, ".step-verb");
  await settles(verbs, ["print", "work"]);
  await press(page, "button", "Remove step 1");
  await until(page, () => document.querySelectorAll(".step").length === 1);
  await fill(page, "Units of time", "2");
  await page.waitForSelector('.timeline [aria-label="report · 2: from 4 to 6"]');
  await press(page, "button", "Remove step 1");
  await until(page, () => document.querySelectorAll(".step").length === 0);
});

test("a hook can be added and removed", async () => {
  const page = await load();
  await press(page, "button", "Add a hook");
  await fill(page, "Name", "log out");
  await toEnd(page);
  await settles(async () => (await hooks(page))[0], "log out done");
  await press(page, "button", "Remove");
  await until(page, () => document.querySelectorAll(".stack-item").length === 3);
});

test("lateness stands on the timeline with its number", async () => {
  const page = await load();
  await choose(page, "overrun");
  const late = await page.waitForSelector('.timeline [data-kind~="late-text"]');
  assert.equal(await late.evaluate((e) => e.textContent), "report: 2 late");
});

test("a program that never ends leaves the page responsive, and can be killed", async () => {
  const page = await load();
  await choose(page, "runaway");
  const kill = await page.waitForSelector(byRole("button", "Kill the program"));
  await kill.click();
  await until(page, () => !document.querySelector(".button-danger"));
  await toEnd(page);
  await settles(() => hooks(page), ["last words skipped"]);
  await settles(() => status(page), "killed by signal 9 · status -9");
});

test("what was edited survives a reload of the tab", async () => {
  const page = await load();
  await page.click('.timeline [data-id="report"]');
  await fill(page, "Name", "kept");
  await page.waitForSelector('.timeline [aria-label^="kept, planned"]');
  await page.reload();
  await page.waitForSelector('.timeline [aria-label^="kept, planned"]');
});

test("Russian and the dark theme are one click away and stay", async () => {
  const page = await load();
  await press(page, "button", "Русский");
  await until(page, () => document.documentElement.lang === "ru");
  await page.waitForSelector("::-p-aria(Пуск)");
  await page.click('::-p-aria(Тема: как в системе)');
  await page.click('::-p-aria(Тема: светлая)');
  await page.reload();
  await page.waitForSelector("::-p-aria(Тема: тёмная)");
  assert.equal(await page.$eval("html", (e) => e.dataset.theme), "dark");
});

for (const width of [1440, 390]) {
  test(`nothing sticks out at ${width} wide, in any example, in either language`, async () => {
    const page = await load({ width });
    for (const language of ["English", "Русский"]) {
      for (const example of await page.$$eval(".header-gallery option", (list) => list.map((o) => o.value))) {
        if (example === "runaway") continue; // it has a test of its own
        await choose(page, example);
        await endingsKnown(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${example} in ${language} is ${over}px too wide`);
      }
      if (language === "English") await press(page, "button", "Русский");
    }
  });
}

for (const dark of [false, true]) {
  test(`axe finds nothing, in the ${dark ? "dark" : "light"} theme`, async () => {
    const page = await load({ dark });
    await page.evaluate(axe);
    const check = async (state) => {
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map((v) => `${state}: ${v.help}: ${v.nodes[0].html}`), []);
    };
    await check("at the start");
    await toEnd(page);
    await check("at the end");
    await page.click('.timeline [data-id="report"]');
    await page.waitForSelector(".editor");
    await check("an event");
    await press(page, "button", "← Events and hooks");
    await page.click('.timeline [data-id="unlock"]');
    await page.waitForSelector(".editor");
    await check("a hook");
  });
}

test("a download that fails says so, and can be tried again", async () => {
  server.breakNext("engine.wasm");
  visit = await open(chromium.browser, server.url, { ready: "#stopped:not([hidden])" });
  const { page } = visit;
  assert.match(await page.$eval("#stopped", (e) => e.textContent), /could not be loaded/);
  await press(page, "button", "Try again");
  await endingsKnown(page);
  visit.errors.length = 0; // it was asked for
});

test("the loading bar tells how much has come", async () => {
  visit = await open(chromium.browser, server.url);
  const { page } = visit;
  await page.evaluateOnNewDocument(() => {
    globalThis.shares = [];
    new MutationObserver(() => {
      const bar = document.querySelector("#loading-bar");
      if (bar && bar.value !== shares.at(-1)) shares.push(bar.value);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.reload();
  await page.waitForSelector(".page");
  const shares = await page.evaluate(() => globalThis.shares);
  assert.ok(shares.length > 3, `the bar moved ${shares.length} times`);
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b), "the bar went back");
  assert.ok(shares.at(-1) <= 1 && shares.at(-1) > 0.9, `the bar ended at ${shares.at(-1)}`);
});

test("a stopped page says so and offers the way back", async () => {
  const page = await load();
  await page.evaluate(() => {
    // The page's Go program dies when what it is told makes no sense at all.
    const { keep } = lastcallPage;
    lastcallPage.keep = () => {
      lastcallPage.keep = keep;
      throw new Error("a fault that is made for this test");
    };
  });
  await press(page, "button", "Add an event");
  await page.waitForSelector("#stopped:not([hidden])");
  await press(page, "button", "Start again");
  await page.waitForFunction(() => document.querySelector(".page") && document.querySelector("#stopped").hidden);
  visit.errors.length = 0; // they were asked for
});
