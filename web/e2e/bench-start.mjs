// Compares how soon the page can be used with how soon go-app's smallest app
// can: from navigation until .page is there, served the same way, in turns, on
// an emulated Fast 4G and warm. Prints medians and ratios as JSON; run it with
// DIST, on a machine that does nothing else.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, host } from "./hosts.mjs";
import { launch } from "./harness.mjs";

const rounds = Number(process.argv[2] ?? 5);
const root = join(import.meta.dirname, "../..");
const fast4G = { offline: false, latency: 60, downloadThroughput: 8.1e6 / 8, uploadThroughput: 1.35e6 / 8 };

const loader = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Smallest</title><link rel="icon" href="data:,">
<link rel="preload" as="fetch" href="app.wasm" crossorigin><body><div></div><script src="wasm_exec.js"></script><script>
globalThis.goappGetenv = () => undefined;
const go = new Go();
WebAssembly.instantiateStreaming(fetch("app.wasm"), go.importObject).then(({ instance }) => go.run(instance));
</script>`;

// smallest builds go-app's smallest app, with go-app as it is.
async function smallest() {
  const folder = await mkdtemp(join(tmpdir(), "lastcall-smallest-"));
  const file = join(folder, "app.wasm");
  const env = { ...process.env, GOOS: "js", GOARCH: "wasm" };
  execFileSync("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", file, "./web/e2e/smallest"], { cwd: root, env });
  const files = new Map([["index.html", Buffer.from(loader)], ["app.wasm", await readFile(file)]]);
  files.set("wasm_exec.js", (await built()).get("wasm_exec.js"));
  await rm(folder, { recursive: true });
  return files;
}

// visit returns the milliseconds until the page was there.
async function visit(page, url) {
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => (document.querySelector(".page") ? resolve(performance.now()) : requestAnimationFrame(look));
        look();
      }),
  );
}

// measure visits cold, with an empty cache on Fast 4G, and then again, warm.
async function measure(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", fast4G);
  const cold = await visit(page, url);
  await page.evaluate(async () => {
    if (globalThis.lastcallPage) await navigator.serviceWorker.ready;
  });
  await session.send("Network.emulateNetworkConditions", { ...fast4G, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  const warm = await visit(page, url);
  await context.close();
  return { cold, warm };
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const chromium = await launch();
const served = { lastcall: await host(await built(), { encoding: "br" }), smallest: await host(await smallest(), { encoding: "br" }) };
const times = { lastcall: [], smallest: [] };
for (let round = 0; round <= rounds; round++) {
  for (const name of Object.keys(served)) {
    const time = await measure(chromium.browser, served[name].url);
    if (round > 0) times[name].push(time); // the first is to warm up
  }
}
const result = {};
for (const kind of ["cold", "warm"]) {
  const [ours, theirs] = ["lastcall", "smallest"].map((name) => median(times[name].map((time) => time[kind])));
  result[kind] = { lastcall: Math.round(ours), smallest: Math.round(theirs), ratio: Number((ours / theirs).toFixed(2)) };
}
console.log(JSON.stringify(result, null, 2));
await chromium.stop();
await Promise.all(Object.values(served).map((server) => server.stop()));
