// The main path on the timeline in every browser engine: a pin is dragged, and
// the keyboard goes on from there.
import { after, before, describe, test } from "node:test";
import { launch, launchFirefox, serve, settles, show } from "./harness.mjs";
import { launchWebKit } from "./webkit.mjs";

const browsers = { Chromium: launch, Firefox: launchFirefox, WebKit: launchWebKit };

const shop = {
  events: [{ id: "open", at: 1, do: [{ work: 1 }] }, { id: "sell", at: 4, do: [{ work: 2 }] }, { id: "close", at: 8 }],
  hooks: [{ id: "lock" }, { id: "lights" }].map((hook) => ({ ...hook, do: [] })),
};

// The keys as WebDriver and as puppeteer call them.
const keys = { Shift: "\uE008", ArrowRight: "\uE014", Home: "\uE011", Enter: "\uE007" };

async function drag(page, points) {
  if (page.drag) return page.drag(points);
  await page.mouse.move(points[0].x, points[0].y);
  await page.mouse.down();
  for (const { x, y } of points.slice(1)) await page.mouse.move(x, y);
  await page.mouse.up();
}

async function type(page, list) {
  if (page.keys) return page.keys(list.map(([type, key]) => [type, keys[key]]));
  for (const [type, key] of list) await (type === "keyDown" ? page.keyboard.down(key) : page.keyboard.up(key));
}

const press = (key) => [["keyDown", key], ["keyUp", key]];

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let server, browser, page;
    before(async () => {
      [server, browser] = await Promise.all([serve(), launch()]);
      page = await browser.browser.newPage();
      await page.goto(server.url);
      await show(page, shop);
    });
    after(() => Promise.all([server.stop(), browser.stop()]));

    const names = () => page.evaluate(() => [...document.querySelectorAll('#picture [role="button"]')].map((e) => e.getAttribute("aria-label")));
    const has = (start) => settles(async () => (await names()).some((n) => n.startsWith(start)) || (await names()), true);
    const x = (start) =>
      page.evaluate((s) => {
        const mark = [...document.querySelectorAll('#picture [role="button"]')].find((e) => e.getAttribute("aria-label").startsWith(s));
        const box = mark.querySelector("circle").getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, start);

    test("a pin is dragged, moved on by keys, and opened", async () => {
      await has("sell, planned at 4");
      const [open, sell] = [await x("open, planned"), await x("sell, planned")];
      const unit = (sell.x - open.x) / 3;
      await drag(page, [sell, { x: sell.x + unit, y: sell.y }, { x: sell.x + 2 * unit, y: sell.y }]);
      await has("sell, planned at 6, priority 0, ran on time");
      await page.evaluate(() => document.querySelector('#picture [tabindex="0"]').focus());
      await type(page, [...press("Home"), ...press("ArrowRight"), ...press("ArrowRight")]);
      const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
      await settles(async () => (await focused())?.startsWith("sell, planned at 6"), true);
      await type(page, [["keyDown", "Shift"], ...press("ArrowRight"), ["keyUp", "Shift"]]);
      await has("sell, planned at 6.5");
      await type(page, press("Enter"));
      await settles(() => page.evaluate(() => document.activeElement.id), "editor-title");
    });
  });
}
