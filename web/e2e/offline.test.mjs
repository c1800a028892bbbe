// Any path and host, no network, new versions, and downloads that break off.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { built, host, newer } from "./hosts.mjs";
import { launch, press, settles, until } from "./harness.mjs";

let chromium, files;
before(async () => {
  [chromium, files] = await Promise.all([launch(), built()]);
});
after(() => chromium.stop());

// visited is a tab of its own, and what went wrong in it.
async function visited(url, prepare = () => {}) {
  const context = await chromium.browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await prepare(page);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return { page, context, errors, requests, close: () => context.close() };
}

// works waits until the page is there and the engine has run a scenario.
const works = (page) => until(page, () => /of [1-9]/.test(document.querySelector(".transport-count")?.textContent ?? ""));

// installed waits until the service worker answers for the page.
const installed = (page) =>
  until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated" && navigator.serviceWorker.controller);

const version = (page) => page.$eval(".footer-version", (e) => e.textContent);
const caches = (page) => page.evaluate(async () => (await caches.keys()).toSorted());

describe("the same files work on", () => {
  const hosts = {
    "a host's root": {},
    "a path below": { at: "/a/b/" },
    "a host that compresses with gzip": { at: "/a/", encoding: "gzip" },
    "a host that compresses with brotli": { encoding: "br" },
    "a host that knows no WebAssembly": { wasmType: "application/octet-stream" },
    "a host that gives it as text, compressed": { wasmType: "text/plain", encoding: "gzip" },
    "a host without an index": { at: "/bucket/", index: false, path: "index.html" },
    "an address with a query": { path: "?lang=x&utm=y" },
    "an address without the last slash": { at: "/a/b/", path: "../b" },
  };
  for (const [name, { path = "", ...options }] of Object.entries(hosts)) {
    test(name, async () => {
      const server = await host(files, options);
      const { page, errors, requests, close } = await visited(server.url + path);
      await works(page);
      await installed(page);
      assert.deepEqual(errors, []);
      const elsewhere = requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith("data:"));
      assert.deepEqual(elsewhere, [], "requests to another host");
      for (const wasm of ["app.wasm", "engine.wasm"]) {
        assert.equal(requests.filter((url) => url.includes(wasm)).length, 1, `${wasm} was asked for more than once`);
      }
      await close();
      await server.stop();
    });
  }
});

test("before any WebAssembly has come there are a title, a picture and how much is to come", async () => {
  const server = await host(files, { encoding: "gzip" });
  server.bytesPerSecond = 50_000; // 400 kbit/s
  const { page, close } = await visited(server.url);
  await page.waitForSelector(".first h1");
  await until(page, () => / of [1-4]\.\d MB/.test(document.querySelector("#loading-label").textContent));
  const seen = await page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
    return {
      titles: shown("h1").map((e) => e.textContent),
      marks: shown('.first [data-kind~="pin"]').length,
      languages: shown(".first .card").map((e) => e.closest(".first").lang),
      app: document.querySelector(".page"),
    };
  });
  assert.deepEqual(seen, { titles: ["Last in, first out"], marks: 2, languages: ["en"], app: null });
  server.bytesPerSecond = 0;
  await works(page);
  await close();
  await server.stop();
});

test("nothing is loaded before the first run that it does not need", async () => {
  const server = await host(files);
  const { page, close } = await visited(server.url);
  await works(page);
  const asked = server.requests.map((url) => url.replace(/^\/|\?.*/g, ""));
  const needed = asked.slice(0, asked.lastIndexOf("worker.js") + 1);
  for (const late of ["frame.js", "sw.js", "lastcall.html", "scenario.schema.json", "icon-512.png"]) {
    assert.ok(!needed.includes(late), `${late} came before the first run`);
  }
  await close();
  await server.stop();
});

test("after one visit it works without a network, under any address of it", async () => {
  const server = await host(files, { at: "/a/b/" });
  const { page, errors, context, close } = await visited(server.url);
  await works(page);
  await installed(page);
  server.down = true;
  for (const path of ["", "index.html", "?utm=1", "no/such/page"]) {
    const tab = await context.newPage();
    await tab.goto(server.url + path);
    await works(tab);
    await press(tab, "button", "real time");
    await press(tab, "button", "Run");
    await until(tab, () => document.querySelector("iframe"));
    await tab.close();
  }
  server.down = false;
  await page.reload();
  await works(page);
  assert.deepEqual(errors, []);
  await close();
  await server.stop();
});

test("a page in another page, or embedded, installs nothing", async () => {
  const outer = Buffer.from('<!doctype html><title>x</title><iframe src="index.html" width="900" height="700"></iframe>');
  const server = await host(new Map([...files, ["outer.html", outer]]));
  for (const path of ["outer.html", "?embed"]) {
    const { page, close } = await visited(server.url + path);
    const inner = path === "?embed" ? page : await (await page.waitForSelector("iframe")).contentFrame();
    await inner.waitForFunction(() => /of [1-9]/.test(document.querySelector(".transport-count")?.textContent ?? ""));
    await inner.evaluate(() => lastcallPage.settled.then(() => lastcallPage.install()));
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await close();
  }
  await server.stop();
});

test("a new version is announced, waits, and is taken on a click with the work kept", async () => {
  const server = await host(files);
  const { page, context, errors, close } = await visited(server.url);
  await works(page);
  await installed(page);
  const before = await version(page);

  await press(page, "button", "Add an event"); // the work that is not saved anywhere
  const work = await page.evaluate(() => sessionStorage.getItem("lastcall.scenario"));
  const other = await context.newPage(); // another tab, of the old version
  await other.goto(server.url);
  await works(other);

  server.files = newer(files);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForSelector('.update[data-state="new"]');
  assert.equal(await version(page), before);
  const third = await context.newPage();
  await third.goto(server.url);
  await works(third);
  assert.equal(await version(third), before, "a version came that nobody asked for");

  await page.bringToFront();
  await press(page, "button", "Update now");
  await until(page, () => document.querySelector(".footer-version")?.textContent.includes("1.0.1"));
  await works(page);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("lastcall.scenario")), work);
  assert.match(await version(page), /1\.0\.1 \(feedfacecafe\)/);

  // The other tab is of the old version, whole: what it loads only now, too.
  await other.waitForSelector('.update[data-state="new"]');
  assert.equal(await version(other), before);
  await other.bringToFront();
  await press(other, "button", "real time");
  const frame = other.waitForResponse((response) => response.url().includes("frame.js"));
  await press(other, "button", "Run");
  const { build } = /\((?<build>\w+)\)/.exec(before).groups;
  assert.ok((await frame).url().includes(`v=${build}`) && (await frame).fromServiceWorker());
  assert.equal(await (await frame).text(), String(files.get("frame.js")));

  // Once no tab of the old version is open, it goes.
  await other.close();
  await third.close();
  await page.reload();
  await works(page);
  await settles(() => caches(page), [`lastcall ${server.url} feedfacecafe`]);
  server.down = true;
  await page.reload();
  await works(page);
  assert.deepEqual(errors, []);
  await close();
  await server.stop();
});

test("an installation that breaks off leaves nothing broken, and goes on the next time", async () => {
  const server = await host(files);
  server.breaks = "icon-512.png";
  const { page, close } = await visited(server.url);
  await works(page);
  await until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration === undefined || registration.installing?.state === "redundant";
  });
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  await page.reload(); // from the network, which is all right but for one file
  await works(page);

  server.breaks = undefined;
  const asked = server.requests.length;
  await page.reload();
  await works(page);
  await installed(page);
  const again = server.requests.slice(asked).filter((url) => /style\.css\?v=/.test(url) && !url.includes(buildOf(files)));
  assert.deepEqual(again, [], "what had been kept was downloaded once more");
  server.down = true;
  await page.reload();
  await works(page);
  await close();
  await server.stop();
});

test("a new version that is not whole on its host is not taken", async () => {
  const server = await host(files);
  const { page, close } = await visited(server.url);
  await works(page);
  await installed(page);
  const before = await version(page);
  const half = newer(files); // a deployment that is half done
  half.set("boot.js", files.get("boot.js"));
  server.files = half;
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker && worker.state !== "redundant") await new Promise((resolve) => worker.addEventListener("statechange", resolve));
    return { waiting: registration.waiting, state: worker?.state };
  });
  assert.equal(state.waiting, null);
  await page.reload();
  await works(page);
  assert.equal(await version(page), before);
  assert.equal(await page.$('.update[data-state="new"]'), null);
  await close();
  await server.stop();
});

test("the network is killed in the middle of the first visit: it says so, and offers to try again", async () => {
  const server = await host(files);
  server.breaks = "engine.wasm";
  const { page, close } = await visited(server.url);
  await page.waitForSelector("#stopped:not([hidden])");
  assert.match(await page.$eval("#stopped", (e) => e.textContent), /download did not finish/);
  server.breaks = undefined;
  await press(page, "button", "Try again");
  await works(page);
  await close();
  await server.stop();
});

test("files of two builds are not mixed: who comes in the middle of a deployment is told", async () => {
  const mixed = new Map(files).set("engine.wasm", files.get("engine.wasm").subarray(0, 1_000_000));
  const server = await host(mixed);
  const { page, close } = await visited(server.url);
  await page.waitForSelector("#stopped:not([hidden])");
  assert.match(await page.$eval("#stopped", (e) => e.textContent), /new version was put up in the middle/);
  await close();
  await server.stop();
});

const buildOf = (list) => /const build = "(\w+)"/.exec(list.get("build.js"))[1];
