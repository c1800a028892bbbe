// The tutorial, as a learner and a teacher use it: every lesson in both
// languages, with a wrong prediction, a right one, a task that fails and then
// succeeds; progress that stays; a code that is handed in and checked.
import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { launch, launchFirefox, press, serve, settles, until } from "./harness.mjs";
import { launchWebKit } from "./webkit.mjs";

const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");

// answers are what runs, in that order.
const answers = [
  ["kettle", "alarm"], ["archive", "meeting", "reminder"], ["tidy", "save", "send", "log"], ["zoe", "adam", "mia"],
  ["backup", "report", "alert"], ["download", "poll1", "poll2", "poll3", "summary"], ["beat1", "beat2", "bell", "beat3"],
  ["load", "parse"], ["unlock", "close_db", "flush_cache"], ["leave", "upload", "save"], [], [],
  ["keyword", "positional"], ["say_goodbye", "save_draft"],
];
const real = [13, 14]; // lessons by the real clock

const words = {
  en: {
    lessons: "Lessons", predict: "Check and run", skip: "Run without predicting", check: "Check the task", hint: "Show a hint",
    solution: "Show the solution", put: "Put the solution in", over: "Start over", next: "Next lesson", list: "All lessons",
    run: "Run", close: "Close", solved: (n) => `${n} of 14 lessons solved`, done: "Solved!", all: "All lessons are solved",
    name: "Your name", code: "Code", pupil: "Pupil’s name", checkCode: "Check a code", fits: "made for this name",
    differs: "made for another name", bad: "no result code", reset: "Reset my progress", sure: "Really forget what is solved",
  },
  ru: {
    lessons: "Уроки", predict: "Проверить и запустить", skip: "Запустить без предсказания", check: "Проверить задание", hint: "Показать подсказку",
    solution: "Показать решение", put: "Подставить решение", over: "Начать заново", next: "Следующий урок", list: "Все уроки",
    run: "Запуск", close: "Закрыть", solved: (n) => `Решено ${n} из 14\u00a0уроков`, done: "Решено!", all: "Все уроки решены",
    name: "Ваше имя", code: "Код", pupil: "Имя ученика", checkCode: "Проверить код", fits: "для этого имени",
    differs: "для другого имени", bad: "не код результата", reset: "Сбросить пройденное", sure: "Точно забыть всё решённое",
  },
};

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const text = (page, selector) => page.$eval(selector, (e) => e.textContent);
const title = (page) => text(page, "#lesson-title");
const verdict = (page) => page.$eval(".lesson-task .verdict", (e) => e.dataset.state);
const offered = (page) => page.$$eval(".predict-item", (list) => list.map((e) => e.lastElementChild.textContent));
const picked = (page) => page.$$eval('.predict-item[aria-pressed="true"]', (list) => list.length);
const checked = (page, w, want) => settles(async () => (await press(page, "button", w.check), verdict(page)), want);

// pick presses the items that are left of a prediction.
async function pick(page, ids) {
  for (const id of ids) await press(page, "button", id);
  await settles(() => picked(page), ids.length);
}

// unpick takes all back.
async function unpick(page) {
  for (let left = await picked(page); left > 0; left--) {
    await page.click('.predict-item[aria-pressed="true"]');
    await settles(() => picked(page), left - 1);
  }
}

// retype replaces what stands in a field.
async function retype(page, name, value) {
  const field = await page.waitForSelector(`::-p-aria(${name}[role="textbox"])`);
  await field.evaluate((e) => e.select());
  await field.type(value);
}

// clean asks axe about the page as it stands.
async function clean(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(", ")}`);
  });
  assert.deepEqual(found, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "the page overflows");
}

describe("Chromium", () => {
  let chromium, visit;
  before(async () => (chromium = await launch()));
  after(() => chromium.stop());
  afterEach(async () => {
    await visit?.close();
    assert.deepEqual(visit?.errors, [], "the page reported errors");
    visit = undefined;
  });

  // learn opens an address of the page in a language.
  async function learn(fragment, { language = "en", width = 1440, dark = false } = {}) {
    const context = await chromium.browser.createBrowserContext();
    const page = await context.newPage();
    visit = { errors: [], close: () => context.close() };
    page.on("pageerror", (error) => visit.errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && visit.errors.push(message.text()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await page.evaluateOnNewDocument((language) => localStorage.setItem("lastcall.language", language), language);
    await page.goto(`${server.url}${fragment}`);
    await page.waitForSelector(".page");
    return page;
  }

  for (const language of ["en", "ru"]) {
    const w = words[language];
    test(`${language}: every lesson, from a wrong prediction to the code`, { timeout: 300_000 }, async () => {
      const page = await learn("", { language });
      assert.ok(!(await page.evaluate(() => performance.getEntriesByType("resource").some((e) => e.name.includes("lessons/")))), "lessons wait until they are opened");
      await press(page, "button", w.lessons);
      await page.waitForSelector(".lesson-item");
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      await page.click(".lesson-item");
      for (const [i, answer] of answers.entries()) {
        const n = i + 1;
        await settles(() => page.evaluate(() => location.hash), `#lesson/${n}`);
        await page.waitForSelector(".predict-item");
        await settles(() => page.evaluate(() => document.activeElement.id), "lesson-title");
        assert.equal(await page.$eval(".stage", (e) => getComputedStyle(e).display), "none", "the run gives nothing away");

        // A wrong prediction is told what decides.
        await pick(page, await offered(page));
        await press(page, "button", w.predict);
        await until(page, () => document.querySelector(".lesson-predict .verdict").textContent.length > 20);
        const why = await text(page, ".lesson-predict .verdict");
        assert.equal(/[а-я]{3}/i.test(why), language === "ru", why);
        await unpick(page);

        // A right one shows the run.
        await pick(page, answer);
        await press(page, "button", w.predict);
        await page.waitForSelector(".lesson-task");
        await settles(() => page.evaluate(() => document.activeElement.id), "lesson-task");

        // The start does not solve the task. Neither hint nor solution is there unasked.
        assert.equal(await page.$(".lesson-help"), null);
        await checked(page, w, "wrong");
        assert.ok((await page.$$(".lesson-task .verdict li")).length > 0);
        await press(page, "button", w.hint);
        await settles(async () => (await page.$$(".lesson-help")).length, 1);
        await press(page, "button", w.solution);
        await press(page, "button", w.put);
        await settles(() => verdict(page), "none");
        if (real.includes(n)) {
          await page.click(".transport-play");
        }
        await checked(page, w, "solved");
        assert.ok((await text(page, ".lesson-task .verdict")).includes(w.done));
        assert.ok((await text(page, ".lesson-remember")).length > 100);
        assert.match(await page.$eval(".lesson-source a", (e) => e.href), /^https:\/\/docs\.python\.org\/3\/library\//);
        if (n < answers.length) await press(page, "button", w.next);
      }
      assert.ok((await text(page, ".lesson-task .verdict")).includes(w.all));

      // Progress is still there after a reload, and makes a code.
      await page.reload();
      await page.waitForSelector(".lesson-task");
      assert.ok((await text(page, ".lesson-number")).length > 0);
      await press(page, "button", w.list);
      await settles(() => text(page, ".lesson-progress p"), w.solved(14));
      await page.type(`::-p-aria(${w.name})`, "Ада Lovelace");
      const titles = await page.$$eval(".lesson-item-title", (list) => list.map((e) => e.textContent));
      // handIn has a code checked, and waits until the answer is what is wanted.
      const handIn = async (name, wanted, change = (code) => code) => {
        const code = await text(page, ".result-code");
        assert.match(code, /^LC1-\w{4}-\w{4}-\w{4}$/);
        await retype(page, w.code, change(code));
        await retype(page, w.pupil, name);
        await press(page, "button", w.checkCode);
        await settles(async () => {
          const said = await text(page, ".lesson-desk [role=status]");
          return wanted.filter((part) => !said.includes(part));
        }, []);
      };
      await handIn("ада lovelace", [w.fits]);
      await handIn("ада  Lovelace", titles.map((title, i) => `${i + 1} ${title}`), (code) => code.toLowerCase());
      await handIn("Grace", [w.differs]);
      await handIn("Grace", [w.bad], (code) => `${code}X`);

      // It can be reset, after a second thought.
      await press(page, "button", w.reset);
      await press(page, "button", w.sure);
      await settles(() => text(page, ".lesson-progress p"), w.solved(0));
    });
  }

  test("a task is solved by editing, and the page goes on where it was", async () => {
    const page = await learn("#lesson/1");
    await page.waitForSelector(".predict-item");
    await press(page, "button", words.en.skip);
    await page.waitForSelector(".lesson-task");
    await page.click('.inspector .link ::-p-text(alarm)');
    const field = await page.waitForSelector("::-p-aria(Time[role=\"textbox\"])");
    await field.evaluate((e) => e.select());
    await field.type("8");
    await page.keyboard.press("Tab");
    await checked(page, words.en, "solved");
    await page.reload();
    await page.waitForSelector(".lesson-task");
    await checked(page, words.en, "solved");
    await press(page, "button", words.en.over);
    await checked(page, words.en, "wrong");
  });

  test("leaving the lessons gives the own scenario back", async () => {
    const page = await learn("");
    await page.select(".header-gallery select", "cancel");
    await settles(() => text(page, "h1"), "Cancelling");
    await press(page, "button", "Lessons");
    await page.waitForSelector(".lesson-item");
    await page.click(".lesson-list li:nth-child(3) .lesson-item");
    await page.waitForSelector(".predict-item");
    await press(page, "button", "Lessons");
    await settles(() => text(page, ".intro-title"), "Cancelling");
    assert.equal(await page.evaluate(() => location.hash), "");
  });

  test("the browser's way back leads through the lessons", async () => {
    const page = await learn("#lessons");
    await page.waitForSelector(".lesson-item");
    await page.click(".lesson-list li:nth-child(2) .lesson-item");
    await page.waitForSelector(".predict-item");
    await page.goBack();
    await page.waitForSelector(".lesson-item");
    await page.goForward();
    await settles(() => title(page), "After a while, or at a moment");
  });

  test("a lesson that cannot be fetched says so, and leads back", async () => {
    const page = await learn("#lessons");
    await page.waitForSelector(".lesson-item");
    await page.setOfflineMode(true);
    await page.click(".lesson-item");
    await page.waitForSelector(".lessons [role=alert]");
    await page.setOfflineMode(false);
    visit.errors.length = 0; // the browser reports what it could not fetch
    await press(page, "button", "All lessons");
    await page.waitForSelector(".lesson-item");
  });

  test("in real time the example flips, and closing the window runs the hooks", async () => {
    let page = await learn("#lesson/13");
    await page.waitForSelector(".predict-item");
    await press(page, "button", words.en.skip);
    await press(page, "button", "real time");
    await page.waitForSelector('::-p-aria(real time)[aria-pressed="true"]');
    await page.click(".transport-play");
    await settles(() => page.$$eval(".console-text", (list) => list.map((e) => e.textContent)), ["positional", "keyword"]);
    await checked(page, words.en, "wrong");
    assert.match(await text(page, ".lesson-task .verdict"), /positional starts before keyword/);
    await visit.close();

    page = await learn("#lesson/14");
    await page.waitForSelector(".predict-item");
    await press(page, "button", words.en.skip);
    for (const [button, state] of [["Kill", "wrong"], ["Close", "solved"]]) {
      await page.waitForSelector(".transport-play:enabled");
      if (state === "solved") await press(page, "button", words.en.over);
      await settles(() => text(page, ".transport-play"), "Run");
      await page.click(".transport-play");
      await until(page, () => document.querySelector(".console-text")?.textContent === "typing");
      await press(page, "button", button);
      await checked(page, words.en, state);
    }
  });

  test("a teacher's lesson opens from a file, and says what is wrong with it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lastcall-lesson-"));
    try {
      const ours = await readFile(join(import.meta.dirname, "../lessons/01-first_event.md"), "utf8");
      const broken = join(folder, "broken.md");
      await writeFile(broken, ours.replace("- times kettle 3", "- times kettel 3"));
      const own = join(folder, "own.md");
      await writeFile(own, ours.replace("id: first_event", "id: mine").replace("title.en: One event after a delay", "title.en: <b>Mine</b> & only"));

      const page = await learn("#lessons");
      await page.waitForSelector(".lesson-item");
      const input = await page.$("input[type=file]");
      await input.uploadFile(broken);
      await settles(async () => (await text(page, ".lesson-desk [role=alert]")).includes('the scenario has no event "kettel"'), true);
      assert.match(await text(page, ".lesson-desk [role=alert] li"), /^line \d+: /);
      await input.uploadFile(own);
      await settles(() => title(page), "<b>Mine</b> & only");
      await page.reload(); // the address is a link to it
      await settles(() => title(page), "<b>Mine</b> & only");
      await press(page, "button", words.en.skip);
      await press(page, "button", words.en.hint);
      await press(page, "button", words.en.solution);
      await press(page, "button", words.en.put);
      await checked(page, words.en, "solved");
      const code = await text(page, ".result-code");
      await press(page, "button", words.en.list);
      await page.type("::-p-aria(Code)", code);
      await press(page, "button", words.en.checkCode);
      await settles(async () => (await text(page, ".lesson-desk [role=status]")).includes("<b>Mine</b> & only"), true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("a link can ask for a language, and a choice takes that back", async () => {
    const page = await learn("?lang=ru#lesson/1");
    await page.waitForSelector("html[lang=ru]");
    await settles(() => title(page), "Одно событие через заданное время");
    await press(page, "button", "English");
    await settles(() => page.evaluate(() => location.search), "?lang=en");
    await page.reload();
    await settles(() => title(page), "One event after a delay");
  });

  test("a prediction is made by keyboard alone", async () => {
    const page = await learn("#lesson/1");
    await page.waitForSelector(".predict-item");
    await settles(() => page.evaluate(() => document.activeElement.id), "lesson-title");
    const at = () => page.evaluate(() => document.activeElement.textContent);
    const to = async (name) => {
      for (let i = 0; i < 20 && !(await at()).endsWith(name); i++) await page.keyboard.press("Tab");
    };
    await to("alarm");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space"); // kettle
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await page.keyboard.press("Space"); // alarm
    await settles(() => text(page, ".predict-order"), "Your order: kettle → alarm");
    await to("Check and run");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".lesson-task");
  });

  for (const dark of [false, true]) {
    for (const [width, language] of [[1440, "en"], [390, "ru"], [320, "ru"]]) {
      test(`nothing for axe to find, nothing overflows: ${width}, ${language}, ${dark ? "dark" : "light"}`, async () => {
        const w = words[language];
        const page = await learn("#lessons", { width, dark, language });
        await page.waitForSelector(".lesson-item");
        await clean(page);
        await page.click(".lesson-list li:nth-child(8) .lesson-item");
        await page.waitForSelector(".predict-item");
        await pick(page, await offered(page));
        await press(page, "button", w.predict);
        await clean(page);
        await press(page, "button", w.skip);
        await page.waitForSelector(".lesson-task");
        await page.waitForSelector('.ending:not([data-state="working"])');
        await checked(page, w, "wrong");
        await press(page, "button", w.hint);
        await press(page, "button", w.solution);
        await press(page, "button", w.put);
        await checked(page, w, "solved");
        await clean(page);
      });
    }
  }
});

// The main path, in the other browsers.
for (const [name, start] of Object.entries({ Firefox: launchFirefox, WebKit: launchWebKit })) {
  test(`${name}: a prediction, a task and the code`, async () => {
    const browser = await start();
    try {
      const page = await browser.browser.newPage();
      await page.goto(`${server.url}#lesson/5`);
      const got = await page.evaluate(async (answer) => {
        const wait = async (what, name = what) => {
          const deadline = performance.now() + 30_000;
          for (;;) {
            const got = what();
            if (got) return got;
            if (performance.now() > deadline) throw new Error(`waited for ${name}: ${document.querySelector("main").innerText.slice(0, 600)}`);
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        };
        const find = (selector, n = 1) => wait(() => document.querySelectorAll(selector)[n - 1], selector);
        await find(".predict-item");
        const items = [...document.querySelectorAll(".predict-item")];
        items[0].click();
        document.querySelector(".lesson-predict .button-primary").click();
        const why = await wait(() => document.querySelector(".lesson-predict .verdict").textContent);
        items[0].click();
        await wait(() => !document.querySelector('.predict-item[aria-pressed="true"]'));
        for (const [i, id] of answer.entries()) {
          items.find((e) => e.textContent.endsWith(id)).click();
          await find('.predict-item[aria-pressed="true"]', i + 1);
        }
        document.querySelector(".lesson-predict .button-primary").click();
        await find(".lesson-task");
        const help = () => document.querySelector(".lesson-task > .lesson-buttons:last-child .button").click();
        help();
        await find(".lesson-help", 1);
        help();
        await find(".lesson-help", 2);
        help();
        await wait(() => {
          document.querySelector(".lesson-task .button-primary").click();
          return document.querySelector('.lesson-task .verdict[data-state="solved"]');
        });
        [...document.querySelectorAll(".lesson-ways .button")].at(-2).click();
        return { why, code: (await find(".result-code")).textContent };
      }, answers[4]);
      assert.ok(got.why.length > 20);
      assert.match(got.code, /^LC1-\w{4}-\w{4}-\w{4}$/);
    } finally {
      await browser.stop();
    }
  });
}
