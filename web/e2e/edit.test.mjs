// Building a scenario as people do: by mouse, by keyboard alone, by touch and
// as text; and taking it all back.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { byRole, launch, launchFirefox, open, press, serve, settles, until } from "./harness.mjs";
import { launchWebKit } from "./webkit.mjs";

const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");
let server, chromium, visit;

before(async () => {
  [server, chromium] = await Promise.all([serve(), launch()]);
});
after(() => Promise.all([server.stop(), chromium.stop()]));
afterEach(async () => {
  await leave();
  assert.deepEqual(visit?.errors, [], "the page reported errors");
});

// leave closes the page, if it is open.
const leave = async () => {
  await visit?.close();
  if (visit) visit.close = () => {};
};

const load = async (options) => {
  visit = await open(chromium.browser, server.url, options);
  return visit.page;
};

const fill = async (page, label, text) => {
  const input = await page.waitForSelector(byRole("textbox", label));
  await input.evaluate((e) => e.select());
  await input.type(text);
  await page.keyboard.press("Tab");
};
const click = (page, selector) => page.locator(selector).click();
const list = (page, name) =>
  page.$$eval(`ul[aria-label="${name}"] .list-name`, (rows) => rows.map((row) => row.textContent));
const lines = (page) => page.$$eval(".console-text", (all) => all.map((e) => e.textContent));
const undoName = (page) => page.$eval(".header-tools button", (e) => e.getAttribute("aria-label"));
const toEnd = (page) => press(page, "button", "To the end");
const menu = async (page, item) => {
  await press(page, "button", "Menu");
  await press(page, "button", item);
};
const textOf = (page) => page.$eval("#text-area", (e) => e.value);
const openText = async (page) => {
  await press(page, "tab", "Text");
  await page.waitForSelector("#text-area");
};
const undoAll = async (page) => {
  while ((await page.$eval(".header-tools button", (e) => e.ariaDisabled)) === "false") {
    const name = await undoName(page);
    await press(page, "button", name);
    await until(page, (was) => document.querySelector(".header-tools button").getAttribute("aria-label") !== was, name);
  }
};

test("a scenario is built from nothing by mouse, and all of it taken back", async () => {
  const page = await load();
  await menu(page, "New scenario");
  await press(page, "button", "First event");
  await fill(page, "Name", "lunch");
  await fill(page, "Time", "3");
  await fill(page, "Text", "soup for {0}");
  await fill(page, "Called with", "2");
  await page.select("#edit-verb", "work");
  await press(page, "button", "Add a step");
  await fill(page, "Units of time", "1.5");
  await page.waitForSelector('.timeline [aria-label="lunch · 1.5: from 3 to 4.5"]');
  await press(page, "button", "← Events and hooks");
  await press(page, "button", "Add a hook");
  await fill(page, "Text", "washing up");
  await press(page, "button", "← Events and hooks");
  await click(page, ".lists-summary");
  await press(page, "button", "Add something from outside");
  await fill(page, "Comes at", "4");
  await press(page, "button", "← Events and hooks");
  await press(page, "button", "Add a handler");
  await settles(() => page.$eval("#editor-title", (e) => e.textContent), "Handler for SIGINT");
  await press(page, "button", "← Events and hooks");
  await press(page, "button", "Program");
  await fill(page, "Title", "A day");
  await settles(() => page.$eval("h1", (e) => e.textContent), "A day");
  await toEnd(page);
  await settles(() => lines(page), ["soup for 2"]);
  await undoAll(page);
  await settles(() => page.$eval("h1", (e) => e.textContent), "Last in, first out");
  await page.waitForSelector('.timeline [aria-label^="serve, planned at 1"]');
});

test("a scenario is built by keyboard alone", async () => {
  const page = await load();
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  const tabTo = async (role, name) => {
    for (let i = 0; i < 200; i++) {
      const here = await page.evaluate(() => {
        const e = document.activeElement;
        return e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent;
      });
      if (here === name) return;
      await keys("Tab");
    }
    assert.fail(`Tab never comes to the ${role} “${name}”`);
  };
  await tabTo("button", "Menu");
  await keys("Enter");
  await tabTo("button", "New scenario");
  await keys("Enter");
  await page.waitForSelector(byRole("button", "First event"));
  await tabTo("button", "First event");
  await keys("Enter");
  await settles(() => page.evaluate(() => document.activeElement.id), "editor-title");
  await tabTo("textbox", "Name");
  await page.keyboard.type("walk");
  await tabTo("textbox", "Time");
  await page.keyboard.type("2");
  await tabTo("button", "Add a step");
  await keys("Enter");
  await until(page, () => document.querySelectorAll(".step").length === 2);
  await page.waitForSelector('.timeline [aria-label^="walk, planned at 2"]');
  await page.keyboard.down("Control");
  await keys("z");
  await page.keyboard.up("Control");
  await until(page, () => document.querySelectorAll(".step").length === 1);
  await page.keyboard.down("Control");
  await keys("y");
  await page.keyboard.up("Control");
  await until(page, () => document.querySelectorAll(".step").length === 2);
});

test("a scenario is built by touch", async () => {
  const page = await load({ width: 390, height: 844, touch: true });
  const tap = async (role, name) => (await page.waitForSelector(byRole(role, name))).tap();
  await tap("button", "Menu");
  await tap("button", "New scenario");
  await tap("button", "First hook");
  await (await page.waitForSelector(byRole("textbox", "Text"))).tap();
  await page.keyboard.type("!");
  await tap("button", "← Events and hooks");
  await tap("button", "Add an event");
  await page.waitForSelector('.timeline [aria-label^="event_1, planned at 0"]');
  await tap("button", "← Events and hooks");
  await tap("button", "Select several");
  await tap("checkbox", "event_1");
  await tap("checkbox", "hook_1");
  await tap("button", "Delete");
  await settles(() => undoName(page), "Undo: remove 2 parts");
  await tap("button", "Undo: remove 2 parts");
  await settles(() => list(page, "Events"), ["event_1"]);
});

test("removing a row leaves the next row's buttons with the right row", async () => {
  const page = await load();
  await click(page, "#row-0-report-0");
  for (const [i, text] of ["two", "three"].entries()) {
    await press(page, "button", "Add a step");
    await until(page, (count) => document.querySelectorAll(".step").length === count, i + 3);
    const inputs = await page.$$(".step:last-child input");
    await inputs.at(-1).evaluate((e) => e.select());
    await inputs.at(-1).type(text);
  }
  const steps = () => page.$$eval(".step input", (all) => all.map((e) => e.value));
  await settles(steps, ["report written", "1", "two", "three"]);
  await press(page, "button", "Remove step 1");
  await settles(steps, ["1", "two", "three"]);
  await press(page, "button", "Move down step 1");
  await settles(steps, ["two", "1", "three"]);
  await press(page, "button", "Remove step 2");
  await settles(steps, ["two", "three"]);
  await press(page, "button", "Remove step 2");
  await settles(steps, ["two"]);
});

test("what is typed wrong is explained beside its field, and stays until it is mended", async () => {
  const page = await load();
  await click(page, "#row-0-report-0");
  await fill(page, "Id", "class");
  const note = (id) => page.$eval(`${id}-note`, (e) => e.textContent);
  await settles(() => note("#edit-id"), "“class” is a keyword of Python, which no id may be".replace("“class”", '"class"'));
  assert.equal(await page.$eval("#edit-id", (e) => e.getAttribute("aria-invalid")), "true");
  assert.equal(await page.$eval("#edit-id", (e) => e.getAttribute("aria-describedby")), "edit-id-note");
  await fill(page, "Called with", "main");
  await settles(async () => /“main” is no value/.test(await note("#edit-with")), true);
  await press(page, "button", "← Events and hooks");
  await click(page, "#row-0-report-0");
  await settles(() => page.$eval("#edit-id", (e) => e.value), "class");
  await fill(page, "Id", "summary");
  await settles(() => page.$eval("#edit-id", (e) => e.getAttribute("aria-invalid")), "false");
  await settles(() => page.$eval("#edit-with", (e) => e.value), "main");
  await fill(page, "Called with", '"main"');
  await settles(() => undoName(page), "Undo: change the arguments of report");
});

test("renaming an id renames it in every step", async () => {
  const page = await load();
  await page.select(".header-gallery select", "cancel");
  await click(page, "#row-0-timeout-0");
  await fill(page, "Id", "deadline");
  await page.waitForSelector('.timeline [data-id="deadline"]');
  await press(page, "button", "← Events and hooks");
  await click(page, "#row-0-answer-0");
  await settles(() => page.$$eval(".step select", (all) => all.map((e) => e.value)), ["deadline"]);
});

test("every verb can be added, and those of another thread from outside", async () => {
  const page = await load();
  await click(page, "#row-0-report-0");
  await page.waitForSelector("#edit-verb");
  const verbs = await page.$$eval("#edit-verb option", (all) => all.map((e) => e.value));
  assert.equal(verbs.length, 11);
  for (const [i, verb] of verbs.entries()) {
    await page.select("#edit-verb", verb);
    await press(page, "button", "Add a step");
    await settles(() => page.$$eval(".step-verb", (all) => all.length), 3 + i);
  }
  await press(page, "button", "← Events and hooks");
  await click(page, ".lists-summary");
  await press(page, "button", "Add something from outside");
  await page.waitForSelector("#edit-send");
  await page.select("#edit-send", "do");
  await page.waitForSelector("#edit-verb");
  assert.deepEqual(await page.$$eval("#edit-verb option", (all) => all.map((e) => e.value)),
    ["print", "enter", "cancel", "register", "unregister"]);
});

test("several are picked by keys, and duplicated, removed and brought back", async () => {
  const page = await load();
  await page.focus("#row-0-serve-0");
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Shift");
  await settles(() => page.$$eval('[aria-checked="true"]', (all) => all.map((e) => e.textContent)), ["serve", "report", "close database"]);
  await press(page, "button", "Duplicate");
  await settles(() => list(page, "Events"), ["serve", "report", "serve", "report"]);
  await page.keyboard.press("Delete");
  await settles(() => list(page, "Events"), ["serve", "report"]);
  await settles(() => undoName(page), "Undo: remove 3 parts");
  await page.keyboard.press("Escape");
  await click(page, "#row-1-unlock-0");
  await page.waitForSelector("#editor-title");
});

test("what is copied is contract JSON, and can be pasted", async () => {
  const page = await load();
  await chromium.browser.defaultBrowserContext().overridePermissions(server.url, []).catch(() => {});
  await click(page, "#row-1-flush-0");
  await page.waitForSelector("#editor-title");
  const clip = (type, text) => page.evaluate((type, text) => {
    const data = new DataTransfer();
    if (text) data.setData("text/plain", text);
    const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return data.getData("text/plain");
  }, type, text);
  const copied = await clip("copy");
  assert.deepEqual(JSON.parse(copied), { hooks: [{ id: "flush", label: "flush log", kwargs: { rows: 3 }, do: [{ print: "{rows} rows written" }] }] });
  await clip("paste", copied);
  await settles(() => page.$eval("#edit-id", (e) => e.value), "flush_2");
  await clip("paste", '{"version": 1, "title": "Pasted"}');
  await settles(() => page.$eval("h1", (e) => e.textContent), "Pasted");
  await press(page, "button", "Bring it back");
  await settles(() => list(page, "Exit hooks"), ["close database", "unlock", "flush log", "flush log"]);
});

test("text that is wrong says where, keeps the last good scenario, and is mended", async () => {
  const page = await load();
  await openText(page);
  const before = await textOf(page);
  const put = (from, to) => page.evaluate((from, to) => {
    const area = document.querySelector("#text-area");
    area.focus();
    area.setRangeText(to, area.value.indexOf(from), area.value.indexOf(from) + from.length, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, from, to);
  await put('"at": 4', '"at": "four"');
  const problem = await page.waitForSelector(".text-problem");
  assert.match(await problem.evaluate((e) => e.textContent), /^Line 15: at must be a number, not a string/);
  assert.equal(await page.$eval(".text-wrong", (e) => e.textContent), "15");
  await page.waitForSelector('.timeline [aria-label^="report, planned at 4"]');
  await problem.click();
  assert.match(await page.$eval("#text-area", (e) => e.value.slice(e.selectionStart, e.selectionEnd)), /^ +"at": "four",$/);
  await put('"at": "four"', '"at":      6');
  await page.waitForSelector('.timeline [aria-label^="report, planned at 6"]');
  await click(page, "h1");
  await settles(async () => (await textOf(page)).includes('"at": 6,'), true);
  await press(page, "button", "Undo: move report to 6");
  await settles(async () => (await textOf(page)).includes('"four"'), true);
  await press(page, "button", "Undo: edit the text");
  await settles(() => textOf(page), before);
  await click(page, "#row-0-report-0");
  await fill(page, "Time", "5");
  await settles(async () => (await textOf(page)).includes('"at": 5,'), true);
});

test("a file is opened and saved; a broken one is shown as text", async () => {
  const page = await load();
  const folder = await mkdtemp(join(tmpdir(), "lastcall-files-"));
  try {
    const choose = async (name, text) => {
      await writeFile(join(folder, name), text);
      await press(page, "button", "Menu");
      const [chooser] = await Promise.all([page.waitForFileChooser(), press(page, "button", "Open a file…")]);
      await chooser.accept([join(folder, name)]);
    };
    await choose("mine.json", '{"version": 1, "title": "From a file"}');
    await settles(() => page.$eval("h1", (e) => e.textContent), "From a file");
    await choose("broken.json", '{\n"version": 1,\n"title": 3\n}');
    await page.waitForSelector(".text-problem");
    await settles(() => page.$eval("h1", (e) => e.textContent), "From a file");
    await press(page, "button", "Back to the last good one");
    await settles(async () => JSON.parse(await textOf(page)).title, "From a file");
    const saved = await page.evaluate(() => new Promise((resolve) => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => (resolve(blob.text()), create(blob));
      document.querySelector("#menu").showPopover();
      [...document.querySelectorAll(".menu-item")].find((e) => e.textContent === "Save to a file").click();
    }));
    assert.equal(JSON.parse(saved).title, "From a file");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['{"version": 1, "title": "Dropped"}'], "d.json"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await settles(() => page.$eval("h1", (e) => e.textContent), "Dropped");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a draft is offered on another visit, and damaged work is shown, not replaced", async () => {
  const page = await load();
  await click(page, "#row-0-report-0");
  await fill(page, "Name", "mine");
  await settles(() => page.$eval("h1", (e) => e.textContent), "Last in, first out, edited");
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await press(page, "button", "Go on with it");
  await page.waitForSelector('.timeline [aria-label^="mine, planned"]');
  await page.evaluate(() => sessionStorage.setItem("lastcall.scenario", '{"damaged'));
  await page.reload();
  await page.waitForSelector(".text-problem");
  assert.equal(await textOf(page), '{"damaged');
});

test("the first steps go on as they are done, and come back when asked for", async () => {
  const page = await load();
  const hint = () => page.$eval(".hints-number", (e) => e.textContent).catch(() => "none");
  await settles(hint, "1 of 3");
  await press(page, "button", "Play");
  await settles(hint, "2 of 3");
  await press(page, "button", "Next");
  await settles(hint, "3 of 3");
  await click(page, "#row-0-report-0");
  await settles(hint, "none");
  await page.reload();
  await page.waitForSelector(".transport");
  await settles(hint, "none");
  await menu(page, "Show the first steps");
  await settles(hint, "1 of 3");
  await press(page, "button", "Got it");
  await settles(hint, "none");
});

// states are what the page looks like while it is edited.
const states = {
  "a new scenario": (page) => menu(page, "New scenario"),
  "an event with a wrong field": async (page) => {
    await click(page, "#row-0-report-0");
    await fill(page, "Time", "soon");
  },
  "several picked": async (page) => {
    await click(page, ".lists-summary");
    await press(page, "button", "Select several");
    await press(page, "checkbox", "serve");
  },
  "from outside": async (page) => {
    await click(page, ".lists-summary");
    await press(page, "button", "Add something from outside");
  },
  "the program": async (page) => {
    await click(page, ".lists-summary");
    await press(page, "button", "Program");
  },
  "a broken text": async (page) => {
    await openText(page);
    await page.type("#text-area", "{");
    await page.waitForSelector(".text-problem");
  },
  "the menu": (page) => press(page, "button", "Menu"),
};

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: axe finds nothing in either theme, and nothing sticks out at any width`, async () => {
    const page = await load();
    await reach(page);
    await page.evaluate(axe);
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map((v) => `${value}: ${v.help}: ${v.nodes[0].html}`), []);
    }
    for (const language of ["en", "ru"]) {
      await page.evaluate((lang) => document.querySelector(`.header-tools [lang="${lang}"]`)?.click(), language);
      await until(page, (lang) => document.documentElement.lang === lang, language);
      for (const width of [1440, 768, 390, 320]) {
        await page.setViewport({ width, height: 900 });
        await settles(() => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)), 0);
      }
    }
  });
}

// mainPath builds, takes back and mends, inside the page: the same in every
// browser, by the names that people read.
async function mainPath() {
  const until = async (what, look) => {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
      const found = look();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`never: ${what}`);
  };
  const button = (name) =>
    until(name, () => [...document.querySelectorAll("button")].find((e) => (e.ariaLabel ?? e.getAttribute("aria-label") ?? e.textContent) === name));
  const press = async (name) => (await button(name)).click();
  const type = async (label, text) => {
    const input = await until(label, () => {
      const named = [...document.querySelectorAll("label")].find((e) => e.textContent === label);
      return named ? document.getElementById(named.htmlFor) : document.querySelector(`[aria-label="${label}"]`);
    });
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.blur();
  };
  const mark = (name) => until(name, () => document.querySelector(`.timeline [aria-label^="${name}"]`));
  const seen = [];
  await press("Menu");
  await press("New scenario");
  await press("First event");
  await type("Name", "lunch");
  await type("Time", "3");
  await mark("lunch, planned at 3");
  await type("Time", "soon");
  seen.push((await until("a note", () => document.querySelector('.field-note[data-state="wrong"]'))).textContent);
  await type("Time", "4");
  await press("Undo: move lunch to 4");
  await mark("lunch, planned at 3");
  await press("Redo: move lunch to 4");
  await mark("lunch, planned at 4");
  await press("Text");
  await until("the text", () => document.querySelector("#text-area")?.value.includes("lunch"));
  const text = document.querySelector("#text-area").value;
  await type("The scenario as text", text.replace('"at": 4', '"at": four'));
  seen.push((await until("a problem", () => document.querySelector(".text-problem"))).textContent);
  await mark("lunch, planned at 4");
  await type("The scenario as text", text.replace('"at": 4', '"at": 5'));
  await mark("lunch, planned at 5");
  await until("no problem", () => !document.querySelector(".text-problem"));
  return seen;
}

for (const [name, start] of Object.entries({ Chromium: launch, Firefox: launchFirefox, WebKit: launchWebKit })) {
  test(`the main path in ${name}`, async () => {
    const { browser, stop } = await start();
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      const [note, problem] = await page.evaluate(mainPath);
      assert.equal(note, "“soon” is not a number. Type one such as 2 or 0.5.");
      assert.match(problem, /^Line \d+: /);
    } finally {
      await stop();
    }
  });
}
