// Drives WebKitGTK's MiniBrowser, on a screen that nobody sees, over plain W3C
// WebDriver.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// launchWebKit starts it. What it opens has the few functions of a page of
// puppeteer's that the tests use.
export async function launchWebKit() {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["--auto-servernum", process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", `--port=${port}`], {
    detached: true, // with a group of its own, so that all of it can be ended
    stdio: "ignore",
  });
  const end = () => {
    try {
      process.kill(-driver.pid);
    } catch {} // it has ended
  };
  const stopped = () => process.exit(1);
  process.once("exit", end);
  process.once("SIGTERM", stopped); // which is no exit by itself
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await untilAnswers(() => ask("GET", "/status"));
  const binary = await miniBrowser();
  const { sessionId } = await ask("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } },
  });
  const session = `/session/${sessionId}`;
  await ask("POST", `${session}/timeouts`, { script: 180_000 }); // as puppeteer's
  const first = await ask("GET", `${session}/window`);
  // tab is a window of the session, by its handle.
  const tab = (handle) => {
    const there = async (method, path, body) => {
      await ask("POST", `${session}/window`, { handle });
      return ask(method, `${session}${path}`, body);
    };
    const page = {
      goto: (url) => there("POST", "/url", { url }),
      reload: () => there("POST", "/refresh", {}),
      evaluate: (fn, ...args) =>
        there("POST", "/execute/async", {
          script: `const done = arguments[arguments.length - 1];
            Promise.resolve((${fn})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
          args,
        }).then(({ value, error }) => {
          if (error) throw new Error(error);
          return value;
        }),
      // click clicks, as a person does, the element that a function of the page finds.
      async click(find, ...args) {
        const element = Object.values(await page.evaluate(find, ...args))[0];
        await there("POST", `/element/${element}/click`, {});
      },
      // As a person would: a pointer that goes from one point to the next while
      // it is down, and keys that are pressed one after the other.
      drag: (points) =>
        there("POST", "/actions", {
          actions: [{
            type: "pointer", id: "mouse", parameters: { pointerType: "mouse" },
            actions: points.flatMap(({ x, y }, i) => [
              { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 20 },
              ...(i === 0 ? [{ type: "pointerDown", button: 0 }] : []),
              ...(i === points.length - 1 ? [{ type: "pointerUp", button: 0 }] : []),
            ]),
          }],
        }),
      keys: (keys) =>
        there("POST", "/actions", {
          actions: [{ type: "key", id: "keyboard", actions: keys.map(([type, value]) => ({ type, value })) }],
        }),
      close: () => handle !== first && there("DELETE", "/window"), // without any, the session is over
    };
    return page;
  };
  let opened = false;
  return {
    browser: {
      async newPage() {
        if (!opened) return (opened = true), tab(first);
        return tab((await ask("POST", `${session}/window/new`, { type: "tab" })).handle);
      },
    },
    async stop() {
      await ask("DELETE", session).catch(() => {});
      process.off("exit", end);
      process.off("SIGTERM", stopped);
      end();
    },
  };
}

// miniBrowser is the path of WebKitGTK's own browser, which no PATH leads to.
async function miniBrowser() {
  for (const root of ["/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]) {
    const folders = (await readdir(root).catch(() => [])).filter((name) => name.startsWith("webkit2gtk-4."));
    for (const folder of folders.sort().reverse()) {
      const files = await readdir(join(root, folder));
      if (files.includes("MiniBrowser")) return join(root, folder, "MiniBrowser");
    }
  }
  throw new Error("WebKitGTK's MiniBrowser is not there: install webkit2gtk-driver");
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswers(question) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
