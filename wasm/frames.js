// Frames: each process has one to itself, a window of its own without a URL.
//
// A frame is one more kind of thread. What it has beyond the others is its
// page's end: unload leads it away, so that the browser fires a beforeunload in
// it, and the hooks run there; terminate takes the element away, and nothing
// runs. What a frame and frame.js have to say to each other goes through a link,
// a property of the element:
//
//   module, budget, ask     what it begins with
//   page                    the document that frame.js runs in
//   open(receive)           frame.js takes messages from now on
//   post(message)           as a worker posts, but at once; false: nobody listens
//   leaving                 its page is being left: hooks are to run
//   killed                  hooks are not to run
import { nameOf } from "./arguments.js";
import { beside } from "./beside.js";
import { LastcallError } from "./error.js";
import { trustedHTML } from "./trusted.js";

export const defaultFrame = beside("frame.js");

// defaultBudget is how many milliseconds hooks have when their page is left:
// people who close a tab wait for it.
const defaultBudget = 2000;

// sandboxed is what keeps a page from the document of its own frame.
const sandboxed = "the page is sandboxed without allow-same-origin, so frames are closed to it";

// watchEvery is how often, in milliseconds, a frame that still loads is looked
// for in the page: no event says that one is taken away before its script runs.
const watchEvery = 100;

export class Frames {
  #script;
  #module;

  constructor(script, module) {
    this.#script = script;
    this.#module = module;
  }

  take(options) {
    const { parent, visible } = place(options);
    const { budget, ask } = manner(options);
    return frameThread(parent, visible, this.#script, { module: this.#module, budget, ask });
  }

  // give takes a frame away, which may be in the middle of its page's end; what
  // it returns resolves when it is gone.
  give(thread) {
    return new Promise((resolve) => {
      setTimeout(() => {
        thread.terminate();
        resolve();
      });
    });
  }
}

// place says where a frame goes.
function place({ parent }) {
  if (typeof document !== "object") {
    throw new LastcallError('host "frame" needs a page: there is no document here');
  }
  const place = parent ?? document.body;
  if (place?.nodeType !== 1 || !place.isConnected) {
    throw new LastcallError(`parent must be an element that is in the page, not ${nameOf(parent)}`);
  }
  return { parent: place, visible: parent !== undefined };
}

function manner({ budget = defaultBudget, ask = false }) {
  if (!Number.isSafeInteger(budget) || budget < 0) {
    throw new LastcallError(`budget must be a whole number of milliseconds, not ${nameOf(budget)}`);
  }
  if (typeof ask !== "boolean") throw new LastcallError(`ask must be true or false, not ${nameOf(ask)}`);
  return { budget, ask };
}

function frameThread(parent, visible, script, link) {
  const { ownerDocument: document } = parent;
  const view = document.defaultView;
  const frame = document.createElement("iframe");
  const waiting = [];
  let receive; // once frame.js is open

  // A caller in the middle of something is not called back from within, so what
  // a frame is told, it is told a moment later.
  const tell = () => {
    while (receive && waiting.length > 0) {
      const { unload, ...message } = waiting.shift();
      if (unload) leave(unload);
      else receive(message);
    }
  };
  const leave = (how) => {
    link.leaving = true;
    const location = frame.contentWindow?.location; // it may be gone
    if (how === "reload") location?.reload();
    else location?.replace("about:blank");
  };
  const tellSoon = (message) => {
    waiting.push(message);
    queueMicrotask(tell);
  };
  const leaving = () => {
    link.leaving = true;
  };
  // What is loaded first is ours; later, the program's page is gone if it is
  // another one: a load that was forbidden leaves it where it is.
  const loaded = () => {
    if (!link.page) thread.onfailure?.(frame.contentDocument ? "frame.js could not be loaded" : sandboxed);
    else if (link.page !== frame.contentDocument) thread.onmessage?.({ destroyed: true });
  };
  const watch = setInterval(() => {
    if (!frame.isConnected) thread.onmessage?.({ destroyed: true });
  }, watchEvery);
  const thread = {
    post: tellSoon,
    unload: (how) => tellSoon({ unload: how }),
    hold() {}, // a page does not wait for frames
    terminate() {
      link.killed = true;
      receive = undefined;
      clearInterval(watch);
      view.removeEventListener("pagehide", leaving);
      frame.removeEventListener("load", loaded);
      frame.remove();
    },
  };

  Object.assign(link, {
    leaving: false,
    killed: false,
    open(listener) {
      clearInterval(watch);
      receive = listener;
      tell();
    },
    post(message) {
      if (link.killed || !thread.onmessage) return false;
      thread.onmessage(message);
      return true;
    },
    fail: (why) => thread.onfailure?.(why),
  });
  // The frame's own pagehide comes too when it is only taken away.
  view.addEventListener("pagehide", leaving);
  frame.addEventListener("load", loaded);
  frame.lastcall = link;
  frame.title = "Lastcall program";
  Object.assign(frame.style, visible ? { width: "100%", height: "100%", border: "0" } : { display: "none" });
  frame.srcdoc = trustedHTML(page(script));
  parent.append(frame);
  return thread;
}

// page is the document of a frame. Its script comes by URL: the page's content
// security policy is the frame's as well, and may forbid it inline.
const page = (script) => `<!doctype html>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Lastcall program</title>
<script type="module" src="${String(new URL(script, document.baseURI)).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></script>`;
