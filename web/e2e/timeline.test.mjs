// The timeline as people work on it: by mouse, by touch, by keyboard alone, and
// by what is read out instead of seen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { byRole, launch, open, press, serve, settles, show, shown, until } from "./harness.mjs";

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

// load shows a scenario of the test's own, or the first example.
const load = async (scenario, options) => {
  visit = await open(chromium.browser, server.url, options);
  const { page } = visit;
  if (scenario) {
    await show(page, scenario);
    await page.waitForSelector(".page");
  }
  await until(page, () => document.querySelector('#picture [data-kind~="box"]'));
  await until(page, () => [...document.querySelectorAll(".ending")].every((e) => e.dataset.state !== "working"));
  return page;
};

const event = (id, at, work) => ({ id, at, do: [{ print: id }, ...(work ? [{ work }] : [])] });
const hook = (id) => ({ id, do: [{ print: id }] });
const shop = { events: [event("open", 1, 1), event("sell", 4, 2), event("close", 8)], hooks: [hook("lock"), hook("lights")] };

// names are the accessible names of the marks, as the screen reader gets them.
const names = (page) => page.$$eval('#picture [role="button"]', (list) => list.map((e) => e.getAttribute("aria-label")));
const has = (page, name) => settles(async () => (await names(page)).some((n) => n.startsWith(name)) || (await names(page)), true);
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
const focusTimeline = (page) => page.$eval('#picture [tabindex="0"]', (e) => e.focus());
const view = async (page) => (await page.$(".menu[open]")) ?? page.click("summary::-p-aria(View)");
const axis = (page) => page.$$eval('#picture [data-key^="tick-"]', (list) => list.map((e) => e.textContent));

// at is the middle of a mark's shape on the screen, or its right end.
const at = async (page, name, end = false) => {
  await has(page, name);
  return page.evaluate((start, right) => {
    const mark = [...document.querySelectorAll('#picture [role="button"]')].find((e) => e.getAttribute("aria-label").startsWith(start));
    const box = mark.querySelector("circle, rect, path").getBoundingClientRect();
    return { x: right ? box.right - 3 : box.x + box.width / 2, y: box.y + box.height / 2 };
  }, name, end);
};

// unit is how many pixels a unit of the clock is.
const unit = async (page) => ((await at(page, "sell, planned at 4")).x - (await at(page, "open, planned at 1")).x) / 3;

async function drag(page, from, dx, dy = 0) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
  await page.mouse.move(from.x + dx, from.y + dy);
}

test("a pin that is dragged snaps, shows the run it leads to, and is one step to undo", async () => {
  const page = await load(shop);
  await drag(page, await at(page, "sell, planned at 4"), 2.1 * (await unit(page)));
  await has(page, "sell, planned at 6, priority 0, ran on time");
  await has(page, "sell · 2: from 6 to 8");
  await has(page, "close, planned at 8");
  assert.equal((await shown(page)).events[1].at, 4, "nothing is changed before the drop");
  await page.mouse.up();
  await settles(async () => (await shown(page)).events[1].at, 6);
  await press(page, "button", "Undo: move sell to 6");
  await has(page, "sell, planned at 4");
});

test("with Alt a pin goes where the pointer is", async () => {
  const page = await load(shop);
  await page.keyboard.down("Alt");
  await drag(page, await at(page, "sell, planned at 4"), 0.37 * (await unit(page)));
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await settles(async () => Math.abs((await shown(page)).events[1].at - 4.37) < 0.03, true);
});

test("Escape calls a drag off, and everything is as it was", async () => {
  const page = await load(shop);
  await drag(page, await at(page, "sell, planned at 4"), 2 * (await unit(page)));
  await has(page, "sell, planned at 6");
  await page.keyboard.press("Escape");
  await has(page, "sell, planned at 4");
  await page.mouse.up();
  assert.equal((await shown(page)).events[1].at, 4);
  assert.equal(await page.$eval("::-p-aria(Undo[role=\"button\"])", (e) => e.ariaDisabled), "true");
});

test("the end of a bar changes how long its action works", async () => {
  const page = await load(shop);
  await drag(page, await at(page, "sell · 2: from 4 to 6", true), 1.05 * (await unit(page)));
  await has(page, "sell · 3: from 4 to 7");
  await page.mouse.up();
  await settles(async () => (await shown(page)).events[1].do[1].work, 3);
});

test("a hook that is dragged takes another place, and runs in that order", async () => {
  const page = await load(shop);
  const [first, last] = [await at(page, "hook lights"), await at(page, "hook lock")];
  await drag(page, first, last.x - first.x);
  await settles(async () => (await names(page)).filter((n) => n.startsWith("hook")), ["hook lock, ran", "hook lights, ran"]);
  await page.mouse.up();
  await settles(async () => (await shown(page)).hooks.map((h) => h.id), ["lights", "lock"]);
});

test("what comes from outside is dragged to another time", async () => {
  const page = await load({ ...shop, outside: [{ at: 5, send: "SIGTERM" }] });
  await drag(page, await at(page, "SIGTERM, 5"), -2 * (await unit(page)));
  await page.mouse.up();
  await settles(async () => (await shown(page)).outside[0].at, 3);
});

test("a click on the axis adds an event there", async () => {
  const page = await load(shop);
  const [open, canvas] = [await at(page, "open, planned at 1"), await page.$eval("#picture", (e) => e.getBoundingClientRect().top)];
  await page.mouse.move(open.x + 2 * (await unit(page)), canvas + 12);
  await settles(() => page.$eval("#timeline-hint", (e) => e.textContent), "Add an event at 3");
  await page.mouse.down();
  await page.mouse.up();
  await has(page, "event_1, planned at 3");
  await page.waitForSelector(".editor");
});

test("a finger drags a pin", async () => {
  const page = await load(shop, { width: 390, height: 844, touch: true });
  const from = await at(page, "sell, planned at 4");
  const by = 2 * (await unit(page));
  const touch = await page.touchscreen.touchStart(from.x, from.y);
  await touch.move(from.x + by / 2, from.y);
  await touch.move(from.x + by, from.y);
  await has(page, "sell, planned at 6");
  await touch.end();
  await settles(async () => (await shown(page)).events[1].at, 6);
});

test("the keyboard goes through the marks as the run goes, and changes them", async () => {
  const page = await load(shop);
  assert.equal(await page.$$eval('#picture [tabindex="0"]', (list) => list.length), 1);
  await focusTimeline(page);
  await page.keyboard.press("Home");
  const order = [await focused(page)];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("ArrowRight");
    await settles(async () => (await focused(page)) !== order.at(-1), true);
    order.push(await focused(page));
  }
  assert.deepEqual(order, [
    "open, planned at 1, priority 0, ran on time", "open · 1: from 1 to 2",
    "sell, planned at 4, priority 0, ran on time", "sell · 2: from 4 to 6",
    "close, planned at 8, priority 0, ran on time", "close: from 8 to 8", "the program is over at 8: return",
    "hook lights, ran", "hook lock, ran",
  ]);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await settles(async () => (await focused(page)).startsWith("sell, planned at 4"), true);
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowRight");
  await has(page, "sell, planned at 4.5");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.up("Shift");
  await has(page, "sell · 2.5: from 4.5 to 7");
  await settles(async () => (await focused(page)).startsWith("sell, planned at 4.5"), true);
  await page.keyboard.press("Enter");
  await settles(() => page.evaluate(() => document.activeElement.id), "editor-title");
});

test("letters and signs work only while the timeline has the focus", async () => {
  const page = await load(shop);
  await page.keyboard.press("?");
  assert.equal(await page.$("dialog[open]"), null);
  await focusTimeline(page);
  await page.keyboard.press(".");
  await settles(() => page.$eval("#position", (e) => e.value), "1");
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  assert.ok((await page.$$("dialog kbd")).length > 15);
  await page.keyboard.press("Escape");
  await settles(() => page.$("dialog[open]"), null);
  await focusTimeline(page);
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await press(page, "button", "Close");
  await settles(() => page.$("dialog[open]"), null);
});

test("zooming keeps what is below the pointer in place, and shows only what is in sight", async () => {
  const page = await load(shop);
  const before = await at(page, "sell, planned at 4");
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down("Control");
  for (let i = 0; i < 4; i++) await page.mouse.wheel({ deltaY: -40 });
  await page.keyboard.up("Control");
  await settles(async () => (await names(page)).some((n) => n.startsWith("open")), false);
  assert.ok(Math.abs((await at(page, "sell, planned at 4")).x - before.x) < 2);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  assert.ok((await axis(page)).length > 3);
  await press(page, "button", "Show the whole run");
  await has(page, "open, planned at 1");
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel({ deltaY: 200 });
  await until(page, (y) => scrollY > y, top); // without Ctrl the page scrolls
});

test("a part is panned by dragging the ground and by keys", async () => {
  const page = await load(shop);
  await focusTimeline(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press("+");
  await until(page, () => document.querySelector('[aria-label="Show the whole run"]').ariaDisabled === "false");
  const middle = await axis(page);
  await page.keyboard.press("PageDown");
  await settles(async () => (await axis(page))[0] !== middle[0], true);
  const later = await axis(page);
  const ground = await page.$eval("#picture", (e) => {
    const box = e.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + 40 };
  });
  await drag(page, ground, 250);
  await page.mouse.up();
  await settles(async () => (await axis(page))[0] !== later[0], true);
  await page.keyboard.press("0");
  await has(page, "open, planned at 1");
});

test("a long wait can be folded, and unfolded where it is", async () => {
  const page = await load({ events: [event("a", 1), event("b", 2), event("c", 3), event("late", 5000)], hooks: [hook("bye")] });
  const marks = await names(page);
  assert.ok(marks.includes("Fold 4997 of waiting"), marks.join("; "));
  await page.evaluate(() => document.querySelector('[aria-label^="Fold "]').dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await has(page, "Unfold 4997 of waiting");
  const [a, b] = [await at(page, "a, planned"), await at(page, "b, planned")];
  assert.ok(b.x - a.x > 100, `${b.x - a.x} pixels between a and b`);
  await page.mouse.click(...Object.values(await at(page, "Unfold")));
  await has(page, "Fold 4997");
});

test("the axis reads as numbers, durations, or dates, and the browser remembers", async () => {
  const page = await load(shop);
  assert.deepEqual((await axis(page)).slice(0, 3), ["0", "1", "2"]);
  await view(page);
  await page.select("#axis", "durations");
  await settles(async () => (await axis(page)).slice(0, 3), ["0s", "1s", "2s"]);
  await page.select("#axis", "dates");
  await page.waitForSelector("#axis-start");
  await page.$eval("#axis-start", (e) => {
    e.value = "2026-11-23T09:00";
    e.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settles(async () => (await axis(page))[0], "09:00:00");
  await page.reload();
  await until(page, () => document.querySelector('#picture [data-key^="tick-"]')?.textContent === "09:00:00");
  assert.equal((await shown(page)).start, undefined);
});

test("what is below the pointer or has the focus is marked wherever it stands", async () => {
  const page = await load(shop);
  await press(page, "button", "To the end");
  const outlined = (selector) =>
    page.$$eval(selector, (list) => list.filter((e) => getComputedStyle(e).outlineStyle === "solid" && !e.matches(":focus")).map((e) => e.textContent));
  const sell = await at(page, "sell, planned");
  await page.mouse.move(sell.x, sell.y);
  await settles(() => outlined(".console-line"), ["4sell"]);
  const lights = await at(page, "hook lights");
  await page.mouse.move(lights.x, lights.y);
  await settles(async () => (await outlined(".stack-item")).length, 1);
  await settles(() => outlined(".console-line"), ["8lights"]);
  const bold = () => page.$$eval("#picture g", (list) => list.filter((e) => getComputedStyle(e.firstElementChild).strokeWidth === "4px").map((e) => e.getAttribute("aria-label")));
  await page.hover(".console-line:nth-child(2)");
  await settles(bold, ["sell, planned at 4, priority 0, ran on time", "sell · 2: from 4 to 6"]);
});

test("the tables say what the picture says, seen or not", async () => {
  const page = await load({ ...shop, events: [event("slow", 1, 3), event("next", 2)], outside: [{ at: 3, send: "SIGUSR1" }], handlers: { SIGUSR1: [] } });
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const all = [];
  (function walk(node) {
    if (node.name) all.push(`${node.role} ${node.name}`);
    node.children?.forEach(walk);
  })(tree);
  for (const want of ["rowheader next", "cell ran late", "cell 2", "rowheader lights", "columnheader Late by"]) {
    assert.ok(all.includes(want), `${want} is not in the accessibility tree: ${all.filter((n) => /cell|header/i.test(n)).join("; ")}`);
  }
  assert.ok(await page.$eval("#tables", (e) => e.getBoundingClientRect().height <= 1));
  await view(page);
  await page.click("::-p-aria(As a table)");
  await until(page, () => document.querySelector("#tables").getBoundingClientRect().height > 100);
});

test("the number of elements stays bounded, whatever there is to show", async () => {
  const events = Array.from({ length: 2500 }, (_, i) => event(`e${i}`, i % 700, 0.1));
  const hooks = Array.from({ length: 60 }, (_, i) => hook(`h${i}`));
  const outside = Array.from({ length: 80 }, (_, i) => ({ at: i * 7, send: "SIGUSR1" }));
  const page = await load({ events, hooks, outside, handlers: { SIGUSR1: [] } });
  const count = () => page.$eval("#picture", (e) => e.querySelectorAll("*").length);
  assert.ok((await count()) <= 400, `${await count()} elements`);
  await focusTimeline(page);
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press("+");
    await until(page, () => document.querySelector('[aria-label="Show the whole run"]').ariaDisabled === "false");
    assert.ok((await count()) <= 400, `${await count()} elements, zoomed in ${i + 1} times`);
  }
});

test("what a program prints is read out now and then, not line by line", async () => {
  const page = await load({ events: Array.from({ length: 12 }, (_, i) => event(`e${i}`, i / 10)), hooks: [hook("bye")] });
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => said.push(document.querySelector("#announcer").textContent)).observe(document.querySelector("#announcer"), { subtree: true, childList: true, characterData: true });
  });
  await press(page, "button", "4×");
  await press(page, "button", "Play");
  await until(page, () => globalThis.said.some((s) => s.includes("exit status 0")));
  const said = await page.evaluate(() => globalThis.said);
  assert.ok(said.length < 10, said.join(" | "));
});

for (const width of [390, 320]) {
  test(`nothing sticks out at ${width} wide, zoomed, with the menu and the tables open`, async () => {
    const page = await load(shop, { width });
    const over = async (what) => {
      const by = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(by <= 0, `${what}: ${by}px too wide`);
    };
    await press(page, "button", "Zoom in");
    await view(page);
    await over("the menu");
    await page.click("::-p-aria(As a table)");
    await over("the tables");
    await press(page, "button", "Keyboard shortcuts");
    await page.waitForSelector("dialog[open]");
    await over("the shortcuts");
  });
}

for (const options of [{ dark: false }, { dark: true }, { dark: false, width: 390 }, { forced: true }]) {
  test(`axe finds nothing on the timeline: ${JSON.stringify(options)}`, async () => {
    const page = await load({ ...shop, outside: [{ at: 5, send: "SIGUSR1" }], handlers: { SIGUSR1: [] } }, options);
    await page.evaluate(axe);
    const check = async (what) => {
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      assert.deepEqual(violations.map((v) => `${what}: ${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), []);
    };
    await press(page, "button", "To the end");
    await focusTimeline(page);
    await check("focused");
    await page.keyboard.press("+");
    await view(page);
    await page.select("#axis", "dates");
    await check("the menu");
    await page.click("::-p-aria(As a table)");
    await check("the tables");
    await press(page, "button", "Keyboard shortcuts");
    await page.waitForSelector("dialog[open]");
    await check("the shortcuts");
  });
}
