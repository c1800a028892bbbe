// Opens the built playground in a real browser. Tests find things by role and
// name, as people do.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import puppeteer from "puppeteer-core";

const dist = process.env.DIST ?? join(import.meta.dirname, "../../dist");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// serve serves the built files, and extra ones by name, null being one with no
// content, which leaves a page where it is. It returns their address, a function that breaks off the next answer for a file, and one that
// stops it all.
export async function serve(extra = {}) {
  let broken;
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
    if (extra[path.slice(1)] === null) return response.writeHead(204).end();
    try {
      const body = Buffer.from(extra[path.slice(1)] ?? (await readFile(file)));
      response.writeHead(200, {
        "Content-Type": types[extname(file)] ?? "application/octet-stream",
        "Content-Length": body.length,
        "Access-Control-Allow-Origin": "*", // as GitHub Pages has it: pages in a sandbox are of no origin
      });
      if (path !== broken) return response.end(body);
      broken = undefined;
      response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    breakNext: (file) => (broken = `/${file}`),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const chromiumArguments = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

// launch starts Chromium with a profile of its own.
export async function launch() {
  const profile = await mkdtemp(join(tmpdir(), "lastcall-chromium-"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: chromiumArguments,
    userDataDir: profile,
  });
  return {
    browser,
    async stop() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

// launchFirefox starts Firefox with a profile of its own, over WebDriver BiDi.
export async function launchFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  return { browser, stop: () => browser.close() };
}

// open shows the playground in a fresh context, waits until it can be used,
// and collects what goes wrong and what is requested.
export async function open(browser, url, { width = 1440, height = 900, dark = false, forced = false, touch = false, ready = ".page" } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  if (forced) {
    const devtools = await page.createCDPSession();
    await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  }
  await page.goto(url);
  await page.waitForSelector(ready);
  return { page, errors, requests, close: () => context.close() };
}

// show opens a scenario, as one that was kept in the tab. What the page opens
// with by itself is kept first.
export async function show(page, scenario) {
  await settles(() => page.evaluate(() => sessionStorage.getItem("lastcall.scenario") !== null), true);
  await reopen(page, scenario);
}

// reopen loads a page that has kept what it opened with, or forgot it since,
// with a scenario.
export async function reopen(page, scenario) {
  const kept = JSON.stringify({ Scenario: JSON.stringify({ version: 1, ...scenario }) });
  await page.evaluate((text) => sessionStorage.setItem("lastcall.scenario", text), kept);
  await page.reload();
}

// shown is the scenario that the tab keeps.
export const shown = (page) => page.evaluate(() => JSON.parse(JSON.parse(sessionStorage.getItem("lastcall.scenario")).Scenario));

// byRole finds an element by its role and accessible name.
export const byRole = (role, name) => `::-p-aria(${name}[role="${role}"])`;

// press clicks a control by role and name.
export async function press(page, role, name) {
  await page.locator(byRole(role, name)).click();
}

// until waits for a function of the page to give something true.
export const until = (page, fn, ...args) => page.waitForFunction(fn, { timeout: 20_000 }, ...args);

// settles waits until what a function reads is what is wanted: the page shows
// a change a frame or two after it was asked for.
export async function settles(read, want) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return assert.deepEqual(await read(), want);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
