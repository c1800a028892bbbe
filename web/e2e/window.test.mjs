// The program window: a program in real time, in a page of its own that is
// really closed, reloaded or destroyed, and a tab that is left while it runs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { serve, settles } from "./harness.mjs";
import { browsers, visitors } from "./visitor.mjs";

// waits prints a line, and then has nothing to do for a long time.
const waits = {
  title: "A fan",
  events: [{ id: "now", at: 0, do: [{ print: "here" }] }, { id: "far", at: 1e6 }],
  hooks: [{ id: "fans", label: "fans to full speed" }, { id: "save", label: "save state", do: [{ work: 0.1 }] }],
};
const other = {
  ...waits,
  hooks: [{ id: "lock", label: "remove lock" }, { id: "index", label: "write index", do: [{ raise: "OSError", message: "disk full" }] }],
};
const ran = ["save state done", "fans to full speed done"];
const skipped = ["save state skipped", "fans to full speed skipped"];
const closed = "exit status 0";
const killed = (n) => `killed by signal ${n} · status -${n}`;

// variant is the page with a script of its own in front, and in a frame.
const variant = async (script) => {
  const dist = process.env.DIST ?? join(import.meta.dirname, "../../dist");
  const html = await readFile(join(dist, "index.html"), "utf8");
  return html.replace("<script", `<script src="${script}"></script><script`);
};
const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");
const sandbox = (flags) =>
  `<!doctype html><title>A page with a demo</title><link rel="icon" href="data:,"><iframe sandbox="${flags}" src="./" style="width: 1200px; height: 900px"></iframe>`;

for (const [name, start] of Object.entries(browsers)) {
  describe(name, () => {
    let server, people, visitor;
    before(async () => {
      server = await serve({
        "nothing": null,
        "elsewhere.html": "<!doctype html><title>Elsewhere</title><link rel='icon' href='data:,'>",
        "blocked.html": await variant("blocked.js"),
        "blocked.js": `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });`,
        "full.html": await variant("full.js"),
        "full.js": `const { setItem } = Storage.prototype;
          Storage.prototype.setItem = function (...args) {
            if (this === localStorage) throw new DOMException("no", "QuotaExceededError");
            return setItem.apply(this, args);
          };`,
        "sandboxed.html": sandbox("allow-scripts"),
        "sandboxed-same-origin.html": sandbox("allow-scripts allow-same-origin"),
      });
      people = await visitors(start);
      visitor = await people.open(server.url);
    });
    after(() => Promise.all([server?.stop(), people?.stop()]));
    afterEach(() => assert.deepEqual(visitor.errors.splice(0), [], "the page reported errors"));

    // fresh makes a page remember nothing. What is shown next loads it anew.
    const fresh = async (path = "") => {
      if ((await visitor.evaluate(() => location.href)) !== server.url + path) await visitor.goto(server.url + path);
      await visitor.evaluate(() => {
        sessionStorage.clear();
        try {
          localStorage.clear();
        } catch {}
      });
    };

    test("nothing runs in real time before it is asked for", async () => {
      await fresh();
      await visitor.reload();
      await visitor.press("real time");
      await visitor.sees(() => document.querySelector(".window-state")?.textContent === "not started");
      assert.equal(await visitor.frames(), 0);
    });

    test("what is done to a program from outside ends it as it should", async (t) => {
      const handled = { SIGHUP: [{ exit: 4 }] };
      await fresh();
      await visitor.begin({ ...waits, handlers: handled });
      for (const [way, hooks, status] of [
        ["Close", ran, closed], ["Reload", ran, closed], ["Kill", skipped, killed(9)],
        ["SIGINT", ran, killed(2)], ["SIGTERM", skipped, killed(15)], ["SIGUSR1", skipped, killed(10)],
        ["SIGKILL", skipped, killed(9)], ["SIGHUP", ran, "exit status 4"],
      ]) {
        await t.test(`${way}: ${hooks.join(", ")}`, async () => {
          if ((await visitor.frames()) === 0) {
            await visitor.press("Run");
            await visitor.prints();
          }
          await (way.startsWith("SIG") ? visitor.send(way) : visitor.press(way));
          await settles(() => visitor.hooks(), hooks);
          await settles(() => visitor.status(), status);
          await settles(() => visitor.frames(), 0);
          await settles(() => visitor.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("visit"))), []);
        });
      }
    });

    test("the clock runs while the program does, and the run can be stepped through afterwards", async () => {
      await fresh();
      await visitor.begin(waits);
      const clock = () => visitor.evaluate(() => Number(document.querySelector(".transport-clock").textContent.slice(4)));
      const early = await clock();
      await visitor.sees((early) => Number(document.querySelector(".transport-clock").textContent.slice(4)) > early, early);
      assert.equal(await visitor.evaluate(() => document.querySelector(".transport-play").disabled), true, "a pause would be a lie");
      await visitor.press("Close");
      await settles(() => visitor.hooks(), ran);
      await visitor.press("To the start");
      await settles(() => visitor.hooks(), []);
    });

    test("a program that is edited while it runs is gone with its page", async () => {
      await fresh();
      await visitor.begin(waits);
      await visitor.press("virtual time");
      await settles(() => visitor.frames(), 0);
    });

    test("a tab that is reloaded runs the hooks, and the next visit says so until it is dismissed", async () => {
      await fresh();
      await visitor.begin(waits);
      await visitor.reload();
      await settles(async () => (await visitor.visits()).map((v) => v.hooks), [ran]);
      const [{ title, text }] = await visitor.visits();
      assert.equal(title, "“A fan” was running when its tab went away");
      assert.match(text, /^The tab was closed or reloaded on \d+ \w+ at \d\d:\d\d:\d\d\. /);
      await visitor.reload();
      await settles(async () => (await visitor.visits()).length, 1);
      await visitor.press("Dismiss");
      await settles(() => visitor.visits(), []);
      await visitor.reload();
      assert.deepEqual(await visitor.visits(), []);
    });

    test("tabs that are closed each leave a record of their own, and one that runs is left alone", async () => {
      await fresh();
      const left = [await people.open(server.url), await people.open(server.url)];
      await left[0].begin(waits);
      await left[1].begin(other);
      await visitor.reload();
      assert.deepEqual(await visitor.visits(), [], "both still run");
      for (const tab of left) await tab.close();
      const hooks = async () => {
        await visitor.reload();
        return (await visitor.visits()).map((v) => v.hooks);
      };
      await settles(hooks, [["write index failed", "remove lock done"], ran]);
      assert.deepEqual(left.flatMap(({ errors }) => errors), []);
    });

    for (const [path, why] of [["blocked.html", "blocked"], ["full.html", "full"]]) {
      test(`with storage ${why} all works, and the page says that it cannot remember`, async () => {
        await fresh(path);
        await visitor.begin(waits);
        await settles(async () => (await visitor.notes()).map((note) => note.slice(0, 52)), ["This browser lets the page store nothing. If you clo"]);
        await visitor.press("Close");
        await settles(() => visitor.hooks(), ran);
        await visitor.press("Run");
        await visitor.prints();
        await visitor.reload();
        assert.deepEqual(await visitor.visits(), []);
      });
    }

    test("a tab that lives on after its beforeunload says that the program is over, and runs it again", async () => {
      await fresh();
      await visitor.begin(waits);
      await visitor.evaluate(() => void (location.href = "nothing")); // the server has no content for it
      await settles(() => visitor.hooks(), ran);
      await settles(async () => (await visitor.notes()).map((note) => note.slice(0, 27)), ["The tab is still here, but "]);
      await visitor.press("Run");
      await visitor.prints();
      assert.deepEqual(await visitor.notes(), []);
      await visitor.press("Kill");
      await settles(() => visitor.frames(), 0);
      await visitor.reload();
      assert.deepEqual(await visitor.visits(), [], "nothing of it is left");
    });

    test("who comes back finds the run ended with its hooks, not begun anew", async () => {
      await fresh();
      await visitor.begin(waits);
      await visitor.evaluate(() => void (window.same = true));
      await visitor.tab.goto(`${server.url}elsewhere.html`);
      await visitor.evaluate(() => history.back()).catch(() => {}); // its answer may be lost on the way
      await visitor.ready();
      if (await visitor.evaluate(() => window.same === true)) { // from the back/forward cache
        await settles(() => visitor.hooks(), ran);
        await settles(() => visitor.status(), closed);
        assert.deepEqual(await visitor.visits(), []);
        await visitor.reload();
        assert.deepEqual(await visitor.visits(), [], "it was told already");
      } else {
        await settles(async () => (await visitor.visits()).map((v) => v.hooks), [ran]);
      }
      assert.equal(await visitor.frames(), 0);
    });

    test("with ask, whoever has clicked inside is asked, and may stay", async () => {
      await fresh();
      await visitor.begin(waits, { ask: true });
      await visitor.sees(() => document.querySelector(".window-page")?.dataset.state === "open");
      await visitor.clickIn("#program-page iframe");
      await visitor.sees(() => document.querySelector(".window-page")?.dataset.state === "clicked");
      if (visitor.tab.on) { // WebKit's driver answers for itself
        const asked = new Promise((resolve) => visitor.tab.once("dialog", (dialog) => resolve(dialog.dismiss().then(() => dialog.type()))));
        await visitor.press("Close");
        assert.equal(await asked, "beforeunload");
        assert.equal(await visitor.evaluate(() => document.querySelector(".window").dataset.state), "live", "who stays keeps the program");
        visitor.tab.once("dialog", (dialog) => dialog.accept());
      }
      await visitor.press("Close");
      await settles(() => visitor.hooks(), ran);
      await settles(() => visitor.status(), closed);
    });

    if (name === "Chromium") {
      for (const theme of ["light", "dark"]) {
        test(`axe finds nothing in the window, the last visit and the two clocks, in the ${theme} theme, on a phone`, async () => {
          await fresh();
          await visitor.tab.setViewport({ width: 390, height: 844 });
          await visitor.evaluate((theme) => localStorage.setItem("lastcall.theme", theme), theme);
          await visitor.begin(waits);
          await visitor.reload(); // leaves a visit
          await visitor.sees(() => Boolean(document.querySelector(".visit")));
          await visitor.press("One program, two clocks");
          await visitor.evaluate(() => document.querySelector(".window-ask input").click());
          await visitor.press("Run");
          await visitor.sees(() => document.querySelector(".window-page")?.dataset.state === "open");
          await visitor.evaluate(axe);
          const check = async (state) => {
            const { violations } = await visitor.evaluate(() =>
              globalThis.axe.run({ include: [".window", ".visits", ".tool"].filter((part) => document.querySelector(part)) }));
            assert.deepEqual(violations.map((v) => `${state}: ${v.help}: ${v.nodes[0].html}`), []);
            assert.equal(await visitor.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${state}: too wide`);
          };
          await check("running");
          await visitor.press("Kill");
          await visitor.sees(() => Boolean(document.querySelector(".clocks-table")));
          await check("over");
          await visitor.tab.setViewport({ width: 1440, height: 900 });
        });
      }

      test("a tab that crashes leaves word of hooks that did not run", async () => {
        await fresh();
        const tab = await people.open(server.url);
        await tab.begin(waits);
        await tab.evaluate(() => { // it was not just now
          const [key] = Object.keys(localStorage).filter((key) => key.includes("visit"));
          localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), began: Date.now() - 60_000 }));
        });
        await tab.tab.goto("chrome://crash").catch(() => {});
        const told = async () => {
          await visitor.reload();
          return (await visitor.visits()).map(({ text, hooks }) => [/ended without a word/.test(text), ...hooks]);
        };
        await settles(told, [[true, ...skipped]]);
        await tab.tab.close();
      });
    }

    test("a slow timer is named: a tab in the background, or a page that is busy", async () => {
      await fresh();
      await visitor.begin({
        clock: { tick: "500ms" },
        events: [{ id: "tick", at: 1, do: [{ print: "tick" }, { enter: "tick", after: 1 }] }],
      });
      const block = (hidden) =>
        visitor.evaluate((hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
          const until = performance.now() + 1600; // the next event is due within 500
          while (performance.now() < until);
        }, hidden);
      const note = async () => (await visitor.notes()).map((note) => note.slice(0, 26));
      await block(false);
      await settles(note, ["The page or the computer w"]);
      await block(true);
      await settles(note, ["This tab was in the backgr", "The page or the computer w"]);
    });

    test("one program, two clocks: what differs is marked and explained", async () => {
      await fresh();
      await visitor.show({
        clock: { tick: "20ms" }, hooks: [{ id: "bye" }],
        events: [{ id: "positional", after: 5, priority: 2 }, { id: "keyword", after: 5, priority: 1 }, { id: "far", at: 20 }],
      });
      await visitor.press("One program, two clocks");
      await visitor.press("Run it in real time");
      await visitor.sees(() => document.querySelectorAll(".clocks-table tbody tr").length === 5);
      const column = (n) =>
        visitor.evaluate((n) => [...document.querySelectorAll(`.clocks-table td:nth-child(${n})`)].map((e) => `${e.querySelector(".clocks-name").textContent} ${e.dataset.state}`), n);
      assert.deepEqual(await column(1), ["keyword moved", "positional moved", "far same", "exit: return same", "hook bye same"]);
      assert.deepEqual(await column(2), ["positional moved", "keyword moved", "far same", "exit: return same", "hook bye same"]);
      assert.match(await visitor.evaluate(() => document.querySelector(".clocks-verdict").textContent), /^In virtual time keyword and positional are due at the same moment/);
      assert.match(await visitor.evaluate(() => document.querySelector(".clocks").lastElementChild.textContent), /^\d+ timers came .* late: a jitter of/);
    });

    test("in a sandbox with allow-same-origin the page's hooks run and are remembered", async () => {
      await fresh();
      await visitor.tab.goto(`${server.url}sandboxed-same-origin.html`);
      await visitor.sees(() => {
        const inside = document.querySelector("iframe").contentDocument;
        const button = (name) => [...inside.querySelectorAll("button")].find((b) => b.textContent === name && !b.disabled);
        if (inside.querySelector(".window[data-state=live] .stack-item, .window[data-state=live] .console-text")) return true;
        (inside.querySelector(".window") ? button("Run") : button("real time"))?.click();
        return false;
      });
      await visitor.goto(server.url);
      await settles(async () => (await visitor.visits()).map((v) => v.hooks), [["flush log(rows=3) done", "unlock done", "close database('main.db') done"]]);
    });

    test("in a sandbox without it, the page says what it cannot do", async () => {
      await visitor.tab.goto(`${server.url}sandboxed.html`);
      const text = () => said(visitor.tab);
      if (name === "WebKit") return; // its driver does not look into such frames
      await settles(async () => /The engine failed:.*worker/.test(await text()), true);
      visitor.errors.length = 0; // the browser's own report
    });
  });
}

// said is what the page in the tab's frame says.
const said = (tab) => tab.frames()[1].evaluate(() => document.querySelector(".notice")?.textContent ?? "");
