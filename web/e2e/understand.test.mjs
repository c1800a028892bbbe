// What explains a run, as a visitor uses it: the exit matrix, why this order,
// inside run(), what an event did, and a run that met its limit.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import { byRole, launch, launchFirefox, open, press, serve, settles, show, until } from "./harness.mjs";
import { launchWebKit } from "./webkit.mjs";

const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");
let server, chromium, visit;

before(async () => {
  [server, chromium] = await Promise.all([serve(), launch()]);
});
after(() => Promise.all([server.stop(), chromium.stop()]));
afterEach(async () => {
  await visit?.close();
  assert.deepEqual(visit?.errors ?? [], [], "the page reported errors");
  visit = undefined;
});

// load opens the page with an example, or with a scenario that its tab was about.
const load = async (example, { scenario, endless, ...options } = {}) => {
  visit = await open(chromium.browser, server.url, options);
  const { page } = visit;
  if (scenario) {
    await show(page, scenario);
    await page.waitForSelector(".page");
  }
  if (endless) return page; // which takes long to find out
  await endingsKnown(page);
  if (example) await page.select("select:has(> option[value=overrun])", example);
  await endingsKnown(page);
  return page;
};

const endingsKnown = (page) =>
  until(page, () => {
    const endings = [...document.querySelectorAll(".ending")];
    return endings.length === 11 && endings.every((e) => e.dataset.state !== "working");
  });

const tool = (page, name) => press(page, "tab", name);
const text = (page, selector) => page.$eval(selector, (e) => e.textContent.trim());
const texts = (page, selector) => page.$$eval(selector, (list) => list.map((e) => e.textContent.trim()));
const toEnd = (page) => press(page, "button", "To the end");
const chosen = (page) => page.$eval(".ending :checked", (e) => e.value);

// matrix is what the table says: by row, what stands in each column.
const matrix = (page) =>
  page.$eval(".matrix-table", (table) => {
    const cells = (row) => [...row.querySelectorAll("td")].map((td) => td.innerText.replace(/\s+/g, " ").replace(/^[^\w-]+ ?/, "").trim());
    return Object.fromEntries([...table.querySelectorAll("tbody tr")].map((row) => [row.querySelector("th").innerText.trim(), cells(row)]));
  });

test("the tools are one step away: nothing is open at first, and pressing the open tab closes it", async () => {
  const page = await load();
  assert.equal(await page.$('[role="tabpanel"]'), null);
  await tool(page, "Exit matrix");
  await page.waitForSelector('::-p-aria(Exit matrix[role="tabpanel"])');
  await tool(page, "Why this order?");
  await page.waitForSelector('::-p-aria(Why this order?[role="tabpanel"])');
  assert.equal((await page.$$('[role="tabpanel"]')).length, 1);
  await tool(page, "Why this order?");
  await until(page, () => !document.querySelector('[role="tabpanel"]'));
});

test("the tabs are one stop, and the arrows, Home and End go through them", async () => {
  const page = await load();
  const tabs = await texts(page, '[role="tab"]');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  const keys = async (key, want) => {
    await page.keyboard.press(key);
    await settles(focused, want);
    assert.equal(await page.$('[role="tabpanel"]'), null, "a tab opened without being pressed");
  };
  await page.focus('[role="tab"]');
  await keys("ArrowRight", tabs[1]);
  await keys("ArrowLeft", tabs[0]);
  await keys("ArrowLeft", tabs.at(-1));
  await keys("ArrowRight", tabs[0]);
  await keys("End", tabs.at(-1));
  await keys("Home", tabs[0]);
  await keys("ArrowRight", tabs[1]);
  await settles(() => texts(page, '[role="tab"][tabindex="0"]'), [tabs[1]]);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`::-p-aria(${tabs[1]}[role="tabpanel"])`);
});

test("the exit matrix says of every hook and every ending what happens, and with which status", async () => {
  const page = await load("failing");
  await tool(page, "Exit matrix");
  await page.waitForSelector(".matrix-table");
  await until(page, () => !document.querySelector('.matrix [data-state="working"]'));
  const said = await matrix(page);
  assert.deepEqual(Object.keys(said), ["stop workers", "write index", "remove lock", "Exit status"]);
  const skipped = Array(5).fill("skipped");
  assert.deepEqual(said["remove lock"], [...Array(6).fill("ran"), ...skipped]);
  assert.deepEqual(said["write index"], [...Array(6).fill("failed"), ...skipped]);
  assert.deepEqual(said["Exit status"], ["0", "0", "1", "-2", "0", "0", "-15", "-9", "0", "-6", "-9"]);
});

test("a column of the matrix opens that run, by its button and by a cell", async () => {
  const page = await load();
  await tool(page, "Exit matrix");
  await press(page, "button", "os._exit() exits at once");
  await settles(() => chosen(page), "_exit");
  await page.waitForSelector('.timeline [data-kind~="box-skipped"]');
  await page.waitForSelector('::-p-aria(os._exit\\(\\) exits at once[role="button"])[aria-pressed="true"]');
  assert.equal(await page.$('.matrix [data-state="working"]'), null, "what was known is worked out again");
  await page.click('.matrix-table tbody tr:first-child td[data-ending="exception"]');
  await settles(() => chosen(page), "exception");
});

test("the matrix shows both Pythons where they differ, and only there", async () => {
  const page = await load(null, {
    scenario: { hooks: [{ id: "lower" }, { id: "takes_back", do: [{ unregister: "lower" }] }] },
  });
  await tool(page, "Exit matrix");
  await until(page, () => document.querySelectorAll(".matrix-python").length === 12);
  const said = await matrix(page);
  assert.match(said.lower[0], /^3\.10–3\.13\W*not registered\s+3\.14\+\W*ran$/);
  assert.equal(said.takes_back[0], "ran");
  assert.equal(said.lower[6], "skipped");
});

test("a matrix of many hooks is leafed through", async () => {
  const page = await load(null, { scenario: { hooks: Array.from({ length: 300 }, (_, i) => ({ id: `h${i}` })) } });
  await tool(page, "Exit matrix");
  await settles(() => text(page, ".tool-pager"), "Rows 1 to 40 of 300");
  await settles(() => text(page, ".matrix-table tbody th"), "h299");
  for (let i = 0; i < 9; i++) await press(page, "button", "Rows after");
  await settles(() => text(page, ".tool-pager"), "Rows 281 to 300 of 300");
  await settles(async () => (await texts(page, ".matrix-table tbody th")).at(-2), "h0");
  assert.ok((await page.$$(".matrix-table tr")).length <= 42);
});

test("what decides between two events stands in a table and in a sentence", async () => {
  const page = await load("priorities");
  await tool(page, "Why this order?");
  await page.waitForSelector("::-p-aria(Compare)");
  await settles(() => text(page, ".why-answer"),
    "Both are due at 3 with priority 5. first of two was entered first: its sequence number is 1, that of second of two is 2.");
  assert.match(await text(page, '.why-table th[data-state="decides"]'), /Sequence\s+decides/);
  await page.select("#why-that", "3");
  await settles(() => text(page, ".why-answer"), "Both are due at 3. urgent has priority 1, second of two 5: the lower number runs first.");
  assert.deepEqual(await texts(page, '.why-table td[data-state="decides"]'), ["1", "5"]);
  await page.click('.timeline [data-id="early"]');
  await settles(() => page.$eval("#why-this", (e) => e.selectedOptions[0].textContent), "urgent · at 3 · sequence 3");
});

test("a tie is flagged, and other orders of entering can be tried and taken", async () => {
  const page = await load("priorities");
  await tool(page, "Why this order?");
  await page.waitForSelector(".tie-flag");
  await press(page, "button", "Try other orders");
  await settles(() => texts(page, ".orders tbody tr td:nth-child(2)"), [
    "urgent → first of two → second of two → low",
    "urgent → second of two → first of two → low",
  ]);
  await press(page, "button", "Use: second of two, first of two");
  await toEnd(page);
  await settles(async () => (await texts(page, ".console-text")).slice(2, 4), ["priority 5, entered second", "priority 5, entered first"]);
  await page.click('[aria-label^="Undo: "]');
  await settles(async () => (await texts(page, ".console-text")).slice(2, 4), ["priority 5, entered first", "priority 5, entered second"]);
});

test("lateness names the action that held the thread", async () => {
  const page = await load("overrun");
  await page.click('.timeline [data-id="report"]');
  await settles(() => text(page, ".inspector .late-text"), "report was due at 4, but backup held the thread until 6. It began 2 late.");
  await press(page, "button", "Why in this order?");
  await page.waitForSelector('::-p-aria(Why this order?[role="tabpanel"])');
  await settles(() => text(page, ".why-answer"), "backup is due at 2, report at 4: the earlier time runs first.");
  await settles(() => texts(page, ".why .late-text"), ["report was due at 4, but backup held the thread until 6. It began 2 late."]);
});

test("what an event did is told for each of its entries", async () => {
  const page = await load("drift");
  await toEnd(page);
  await page.click('.timeline [data-id="every_2"]');
  const facts = () =>
    page.$$eval(".inspector .fact", (list) => Object.fromEntries(list.map((e) => [e.querySelector("dt").textContent, e.querySelector("dd").textContent])));
  await settles(async () => (await facts())["Cancelled by"], "stop, at 11");
  assert.equal((await facts())["Entered by"], "every 2, at 10.399999999999999");
  await press(page, "button", "The entry before");
  await settles(async () => (await facts()).Took, "0.6");
  for (let i = 0; i < 3; i++) await press(page, "button", "The entry before");
  await settles(async () => (await facts())["Entered by"], "the main program, at 0");
});

test("inside run() each step marks its line, says what it does and shows the heap", async () => {
  const page = await load("overrun");
  await tool(page, "Inside run()");
  const now = () => page.$eval(".inside-now", (e) => e.textContent);
  await settles(now, "The main program registers hooks and enters events. run() has not been called yet.");
  for (let i = 0; i < 5; i++) await press(page, "button", "One step of run()");
  const steps = [];
  for (let i = 0; i < 7; i++) {
    const before = await now();
    await press(page, "button", "One step of run()");
    await until(page, (before) => document.querySelector(".inside-now").textContent !== before, before);
    steps.push([await page.$eval('.run-line[aria-current="step"]', (e) => e.dataset.line), await now()]);
  }
  assert.deepEqual(steps, [
    ["peek", "peek: ping is the first in the queue. It stays there for now."],
    ["delay", "delay: 1 − 0 = 1. It is not due yet."],
    ["wait", "wait: delayfunc(1), until ping is due."],
    ["peek", "peek: ping is the first in the queue. It stays there for now."],
    ["delay", "delay: 1 − 1 = 0. That is not above 0, so it is due."],
    ["pop", "pop: ping leaves the queue, and the heap closes the gap."],
    ["action", "action: ping has the thread. The loop stands still until it returns."],
  ]);
  assert.deepEqual(await texts(page, ".heap-sorted tbody td:first-child"), ["backup", "report"]);
  assert.equal((await page.$$('[data-kind~="heap-node"]')).length, 2);
  await press(page, "button", "Next turn of the loop");
  await settles(now, "peek: backup is the first in the queue. It stays there for now.");
  await press(page, "button", "One step of run() back");
  await settles(now, "zero delay: delayfunc(0), so that other threads have their turn.");
  await toEnd(page);
  await settles(now, "run() is over. What is left is the end of the main program, and the exit hooks.");
});

test("a run that met its limit names the event, and goes on if it is told to", async () => {
  const page = await load(null, { endless: true, scenario: { events: [{ id: "beat", label: "heartbeat", do: [{ enter: "beat", after: 1 }] }] } });
  await page.waitForFunction(
    () => /^Stopped after 200,000 records.*What kept it going is heartbeat\./.test(document.querySelector(".notice-text")?.textContent),
    { timeout: 170_000 },
  );
  await press(page, "button", "Edit heartbeat");
  await settles(() => page.$eval("#edit-name", (e) => e.value), "heartbeat");
  await press(page, "button", "Continue, up to 2,000,000 records");
  await page.waitForFunction(
    () => Number(/([\d,]+) records so far/.exec(document.querySelector(".notice")?.textContent)?.[1].replaceAll(",", "")) > 200_000,
    { timeout: 170_000 },
  );
  await press(page, "button", "Kill the program");
  await toEnd(page);
  await settles(() => text(page, ".console > :last-child"), "killed by signal 9 · status -9");
});

test("a program that is stuck is not offered to go on", async () => {
  const page = await load(null, { scenario: { events: [{ id: "again", do: [{ enter: "again" }] }] } });
  await until(page, () => /no time passes/.test(document.querySelector(".notice-stopped")?.textContent));
  assert.equal(await page.$(byRole("button", "Continue, up to 2,000,000 records")), null);
});

const toolNames = { English: ["Exit matrix", "Why this order?", "Inside run()"], Русский: ["Таблица выходов", "Почему такой порядок?", "Внутри run()"] };

for (const width of [1440, 768, 390, 320]) {
  test(`no tool sticks out at ${width} wide, in either language`, async () => {
    const page = await load("priorities", { width });
    await page.click('.timeline [data-id="second"]');
    for (const language of ["English", "Русский"]) {
      for (const name of toolNames[language]) {
        await tool(page, name);
        await page.waitForSelector(`::-p-aria(${name}[role="tabpanel"])`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${name} is ${over}px too wide`);
      }
      if (language === "English") await press(page, "button", "Русский");
    }
  });
}

for (const dark of [false, true]) {
  test(`axe finds nothing in the tools, in the ${dark ? "dark" : "light"} theme`, async () => {
    const page = await load("priorities", { dark });
    await page.evaluate(axe);
    const check = async (state) => {
      const { violations } = await page.evaluate(() => globalThis.axe.run({ include: [[".tools"], [".inspector"], [".transport"]] }));
      assert.deepEqual(violations.map((v) => `${state}: ${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`), []);
    };
    await check("all closed");
    await tool(page, "Exit matrix");
    await until(page, () => document.querySelector('.matrix [data-state="done"]') && !document.querySelector('.matrix [data-state="working"]'));
    await check("the matrix");
    await tool(page, "Why this order?");
    await press(page, "button", "Try other orders");
    await page.waitForSelector(byRole("button", "Use: second of two, first of two"));
    await check("why this order");
    await page.click('.timeline [data-id="low"]');
    await page.waitForSelector(".late-reasons");
    await check("an event that is late");
    await tool(page, "Inside run()");
    await page.waitForSelector(".run-line");
    await press(page, "button", "Next turn of the loop");
    await page.waitForSelector('.run-line[aria-current="step"]');
    await check("inside run()");
  });
}

// ---- The main path in every browser ---------------------------------------------

// mainPath is run in the page: it does what a visitor does, by role and name,
// and returns what the page said.
async function mainPath() {
  const until = async (find) => {
    const deadline = performance.now() + 20_000;
    for (;;) {
      const found = find();
      if (found) return found;
      if (performance.now() > deadline) throw new Error(`never: ${find}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const named = (selector, name) =>
    [...document.querySelectorAll(selector)].find((e) => (e.ariaLabel ?? e.getAttribute("aria-label") ?? e.innerText.replace(/\s+/g, " ").trim()) === name);
  const press = async (selector, name) => (await until(() => named(selector, name))).click();
  const said = (selector) => document.querySelector(selector)?.textContent.trim();

  const gallery = await until(() => document.querySelector("select:has(> option[value=overrun])"));
  gallery.value = "overrun";
  gallery.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => /action overruns/.test(said("h1")));
  const result = {};

  await press('[role="tab"]', "Why this order?");
  result.why = await until(() => said(".why-answer"));
  result.late = await until(() => said(".why .late-text"));

  await press('[role="tab"]', "Exit matrix");
  await until(() => document.querySelector(".matrix [data-state=done]") && !document.querySelector(".matrix [data-state=working]"));
  result.statuses = [...document.querySelectorAll(".matrix-status td")].map((td) => td.innerText.trim());
  await press("th button", "SIGKILL kill -9");
  await until(() => document.querySelector(".ending :checked").value === "SIGKILL");
  result.status = await until(() => {
    named("button", "To the end").click(); // once the run is there
    const last = document.querySelector(".console").lastElementChild.textContent;
    return /status -9$/.test(last) && last;
  });

  await press('[role="tab"]', "Inside run()");
  await press("button", "To the start");
  for (const step of ["", "peek", "pop"]) {
    if (step) await until(() => document.querySelector(".run-line"));
    if (step === "peek") await press("button", "Next turn of the loop");
    if (step === "pop") for (let i = 0; i < 5; i++) await press("button", "One step of run()"), await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
  }
  await until(() => document.querySelector('.run-line[aria-current="step"]')?.dataset.line === "pop");
  result.inside = said(".inside-now");
  return result;
}

for (const [name, start] of Object.entries({ Chromium: launch, Firefox: launchFirefox, WebKit: launchWebKit })) {
  describe(`in ${name}`, () => {
    test("a visitor finds out why, reads the matrix and looks inside run()", async () => {
      const browser = await start();
      try {
        const page = await browser.browser.newPage();
        await page.goto(server.url);
        assert.deepEqual(await page.evaluate(mainPath), {
          why: "backup is due at 2, report at 4: the earlier time runs first.",
          late: "report was due at 4, but backup held the thread until 6. It began 2 late.",
          statuses: ["0", "0", "1", "-2", "0", "0", "-15", "-9", "0", "-6", "-9"],
          status: "killed by signal 9 · status -9",
          inside: "pop: ping leaves the queue, and the heap closes the gap.",
        });
      } finally {
        await browser.stop();
      }
    });
  });
}
