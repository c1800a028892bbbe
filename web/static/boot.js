// Loads the two WebAssembly modules, then starts the page. What the page's Go
// code needs of JavaScript is in bridge.js.
import { load } from "./lastcall.js";
import { bridge } from "./bridge.js";
import { library } from "./library.js";
import { compile, MixedError } from "./download.js";
import { offline } from "./offline.js";
import { words } from "./words.js";

const byId = (id) => document.getElementById(id);

// stopped shows the way back. It is plain HTML beside the app, because the app
// may be what has died.
function stopped(title, text, detail, again = words.again) {
  byId("stopped-title").textContent = title;
  byId("stopped-text").textContent = text;
  byId("stopped-detail").textContent = detail;
  byId("stopped-restart").textContent = again;
  byId("stopped").hidden = false;
  byId("stopped-restart").focus();
}

// why says what became of a download. A TypeError is what fetch says of a
// connection that broke.
function why(error) {
  if (error instanceof MixedError) return words.mixed;
  return error instanceof TypeError ? words.retry : words.broken;
}

async function start() {
  byId("stopped-restart").addEventListener("click", () => location.reload());
  if (typeof WebAssembly !== "object") {
    stopped(words.failed, words.old, "");
    return;
  }
  try {
    const [app, wasm] = await Promise.all([compile("app.wasm"), compile("engine.wasm")]);
    globalThis.lastcallPage = { ...bridge(await load({ wasm })), ...offline };
    globalThis.lastcallLessons = library;
    globalThis.goappGetenv = () => undefined;
    const go = new globalThis.Go();
    const instance = await WebAssembly.instantiate(app, go.importObject);
    let complaint = "";
    addEventListener("error", (event) => {
      complaint ||= event.message;
      if (!document.querySelector(".page")) stopped(words.failed, words.broken, complaint);
    });
    go.run(instance).then(() => stopped(words.stopped, words.kept, complaint));
    globalThis.lastcallPage.settled.then(offline.install);
  } catch (error) {
    stopped(words.failed, why(error), String(error), words.tryAgain);
  }
}

start();
