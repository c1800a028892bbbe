// How long it takes from an input to the new timeline, in Chromium: a pin is
// dragged, and each step is measured from the pointer's event to the timeline
// of the run that it leads to. Prints medians and 95th percentiles, in ms.
import { launch, open, serve, show, until } from "../harness.mjs";

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const steps = 60;

// scenario has n events, one a unit, each with a little work.
const scenario = (n) => ({
  events: Array.from({ length: n }, (_, i) => ({
    id: `event_${i}`,
    at: i + 1,
    priority: i % 3,
    do: [{ print: "done" }, { work: 0.5 }],
  })),
  hooks: [{ id: "bye", do: [{ print: "bye" }] }],
});

// watch notes, in the page, when a pointer moves and when the pin that is
// dragged stands somewhere else.
function watch() {
  const pin = document.querySelector('#picture [data-id="event_0"]');
  globalThis.waits = [];
  let since;
  addEventListener("pointermove", () => (since ??= performance.now()), { capture: true });
  new MutationObserver(() => {
    if (since !== undefined) waits.push(performance.now() - since);
    since = undefined;
  }).observe(pin, { attributes: true, attributeFilter: ["aria-label"] });
}

const quantile = (list, q) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))];

async function measure(browser, url, n) {
  const { page, close } = await open(browser, url);
  await show(page, scenario(n));
  await until(page, () => document.querySelector('#picture [data-id="event_0"]'));
  await until(page, () => [...document.querySelectorAll(".ending")].every((e) => e.dataset.state !== "working"));
  await page.evaluate(() => document.querySelectorAll(".transport-buttons button")[3].click()); // zooming goes for the cursor
  await until(page, () => document.querySelector("#position").value === "1");
  const zoom = await page.waitForSelector("::-p-aria(Zoom in)");
  for (let i = 0; i < Math.ceil(Math.log(n / 20) / Math.log(1.5)); i++) await zoom.click();
  await until(page, () => /planned at 1,/.test(document.querySelector('#picture [data-id="event_0"]')?.getAttribute("aria-label")));
  await page.evaluate(watch);
  const { x, y } = await page.$eval('#picture [data-id="event_0"] circle', (e) => {
    const box = e.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) {
    const before = await page.evaluate(() => waits.length);
    await page.keyboard.down("Alt");
    await page.mouse.move(x + 10 + 3 * i, y);
    await until(page, (n) => waits.length > n, before);
  }
  await page.mouse.up();
  await page.keyboard.up("Alt");
  const waits = (await page.evaluate(() => globalThis.waits)).slice(10); // the first are still being compiled
  const nodes = await page.$eval("#picture", (e) => e.querySelectorAll("*").length);
  await close();
  return { n, median: quantile(waits, 0.5), p95: quantile(waits, 0.95), nodes };
}

const [server, chromium] = await Promise.all([serve(), launch()]);
for (const n of sizes.length > 0 ? sizes : [200, 2000]) {
  const { median, p95, nodes } = await measure(chromium.browser, server.url, n);
  console.log(`drag, ${n} events: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${nodes} elements`);
}
await Promise.all([server.stop(), chromium.stop()]);
