// A visitor does in each of the three browsers what people do: finds buttons and
// menus by their names, opens tabs, leaves them and comes back.
import { setTimeout as sleep } from "node:timers/promises";
import { launch, launchFirefox, reopen } from "./harness.mjs";
import { launchWebKit } from "./webkit.mjs";

// browsers starts each of them, or those that BROWSERS names.
export const browsers = Object.fromEntries(
  Object.entries({ Chromium: launch, Firefox: launchFirefox, WebKit: launchWebKit }).filter(
    ([name]) => process.env.BROWSERS?.includes(name) ?? true,
  ),
);

// visitors starts a browser. open opens the playground in a tab of it, stop ends
// it with all tabs.
export async function visitors(start) {
  const { browser, stop } = await start();
  return {
    stop,
    async open(url) {
      const visitor = new Visitor(await browser.newPage());
      await visitor.goto(url);
      return visitor;
    },
  };
}

export class Visitor {
  constructor(tab) {
    this.tab = tab;
    this.errors = [];
    tab.on?.("pageerror", (error) => this.errors.push(error.message));
  }

  async goto(url) {
    await this.tab.goto(url);
    await this.ready();
  }

  async reload() {
    await this.tab.reload();
    await this.ready();
  }

  // ready waits until the page has looked for what is kept of earlier visits.
  ready() {
    return this.sees(() => document.querySelector(".transport-count")?.textContent.match(/of [1-9]/) !== null && Boolean(document.querySelector(".page")));
  }

  // close closes the tab as its own button does. WebKit's driver spares itself
  // the beforeunload, as Safari does on a phone.
  close() {
    return this.tab.close({ runBeforeUnload: true });
  }

  evaluate(fn, ...args) {
    return this.tab.evaluate(fn, ...args);
  }

  // sees waits until a function of the page gives true.
  async sees(fn, ...args) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const seen = await this.evaluate(fn, ...args).catch((error) => error); // the page may be on its way
      if (seen === true) return;
      if (Date.now() > deadline) throw new Error(`not seen: ${fn}: ${seen}`);
      await sleep(30);
    }
  }

  // press presses the button with a name once it is enabled: one of the program
  // window's, or else of the page's.
  press(name) {
    return this.sees((name) => {
      const buttons = [...document.querySelectorAll(".window button"), ...document.querySelectorAll("button")];
      const button = buttons.find((b) => (b.ariaLabel ?? b.textContent).trim() === name);
      if (!button || button.disabled || button.ariaDisabled === "true") return false;
      button.click();
      return true;
    }, name);
  }

  // clickIn really clicks an element that can be seen: that counts as a person's.
  async clickIn(selector) {
    if (this.tab.$) return (await this.tab.$(selector)).click();
    return this.tab.click((selector) => document.querySelector(selector), selector);
  }

  // choose chooses from a menu.
  choose(selector, value) {
    return this.evaluate(
      (selector, value) => {
        const menu = document.querySelector(selector);
        menu.value = value;
        menu.dispatchEvent(new Event("change", { bubbles: true }));
      },
      selector,
      value,
    );
  }

  // show opens a scenario, as one that was kept in the tab.
  show(scenario) {
    return reopen(this, scenario);
  }

  // begin runs a scenario in real time and waits until it has printed something.
  async begin(scenario, { ask = false } = {}) {
    await this.show(scenario);
    await this.press("real time");
    await this.sees(() => document.querySelector(".window-ask input")?.disabled === false);
    if (ask) await this.evaluate(() => document.querySelector(".window-ask input").click());
    await this.press("Run");
    await this.prints();
  }

  // prints waits until a program that runs has printed something.
  prints() {
    return this.sees(() => Boolean(document.querySelector(".window[data-state=live] .console-text")));
  }

  send(signal) {
    return this.choose("select[aria-label='Send a signal']", signal);
  }

  hooks() {
    return this.evaluate(() => [...document.querySelectorAll(".hooks .stack-item")].map((e) => `${e.querySelector(".link").textContent} ${e.dataset.state}`));
  }

  status() {
    return this.evaluate(() => document.querySelector(".console").lastElementChild.textContent);
  }

  notes() {
    return this.evaluate(() => [...document.querySelectorAll(".window-note")].map((e) => e.textContent));
  }

  frames() {
    return this.evaluate(() => document.querySelectorAll("iframe").length);
  }

  // visits is what the page says of earlier ones, a line each: what ran, and its hooks.
  visits() {
    return this.evaluate(() =>
      [...document.querySelectorAll(".visit")].map((visit) => ({
        title: visit.querySelector(".visit-title").textContent,
        text: visit.querySelector(".visit-text").textContent,
        hooks: [...visit.querySelectorAll(".stack-item")].map((e) => `${e.querySelector(".visit-hook").textContent} ${e.dataset.state}`),
      })),
    );
  }
}
