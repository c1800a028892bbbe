// What the page keeps in the browser and what people hand to it: stored work,
// files, the clipboard, and the keys that work anywhere but in a field.

import { keep, kept } from "./storage.js";

// inField tells whether a key or the clipboard belongs to what has the focus.
const inField = (element) =>
  element?.closest?.("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])");

// keyWish is what a key asks for.
function keyWish(event) {
  const { key, code, shiftKey, altKey } = event;
  if (altKey) return;
  if (event.ctrlKey || event.metaKey) {
    // By the letter or, on a layout without Latin letters, by the place.
    const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();
    if (letter === "z") return shiftKey ? "redo" : "undo";
    if (letter === "y" && !shiftKey) return "redo";
    if (letter === "d" && !shiftKey) return "duplicate";
    return;
  }
  if (shiftKey) return;
  return { Delete: "delete", Backspace: "delete", Escape: "escape" }[key];
}

const readable = (file) => file.size <= 64 << 20; // what is larger is no scenario, and would fill the memory

async function hand(file, receive) {
  receive(file.name, readable(file) ? await file.text() : "");
}

// copyByHand copies where the page may not write to the clipboard by itself.
function copyByHand(text) {
  const area = document.createElement("textarea");
  const before = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  before?.focus();
}

export const desk = {
  // The tab's work survives a reload of it; the draft, the closing of it.
  keep: (text) => keep(sessionStorage, "lastcall.scenario", text),
  kept: () => kept(sessionStorage, "lastcall.scenario"),
  keepDraft: (text) => keep(localStorage, "lastcall.draft", text),
  draft: () => kept(localStorage, "lastcall.draft"),

  newcomer: () => kept(localStorage, "lastcall.hints") === "",
  hintsSeen: () => keep(localStorage, "lastcall.hints", "seen"),

  copy(text) {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written.catch(() => copyByHand(text));
  },
  clipboard(done) {
    const read = navigator.clipboard?.readText?.() ?? Promise.reject();
    read.then(done, () => done(null));
  },

  chooseFile(done) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.onchange = () => hand(input.files[0], done);
    input.oncancel = () => done();
    input.click();
  },
  save(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },

  // wishes calls grant(wish, name, text) for what a person asks for, until the
  // function that it returns is called.
  wishes(grant) {
    const ended = new AbortController();
    const listen = (type, act) => document.addEventListener(type, act, { signal: ended.signal });
    const root = document.documentElement;
    listen("keydown", (event) => {
      const wish = keyWish(event);
      if (!wish || event.defaultPrevented || inField(event.target)) return;
      if (grant(wish, "", "").done) event.preventDefault();
    });
    for (const type of ["copy", "cut"]) {
      listen(type, (event) => {
        if (inField(event.target) || !getSelection().isCollapsed) return;
        const { done, copied } = grant(type, "", "");
        if (!done) return;
        event.clipboardData.setData("text/plain", copied);
        event.preventDefault();
      });
    }
    listen("paste", (event) => {
      if (inField(event.target)) return;
      event.preventDefault();
      const [file] = event.clipboardData.files;
      if (file) hand(file, (name, text) => grant("drop", name, text));
      else grant("paste", "", event.clipboardData.getData("text/plain"));
    });
    const carries = (event) => [...event.dataTransfer.types].some((type) => type === "Files" || type === "text/plain");
    listen("dragover", (event) => {
      if (inField(event.target) || !carries(event)) return;
      event.preventDefault();
      root.dataset.dropping = "";
    });
    listen("dragleave", (event) => {
      if (!event.relatedTarget) delete root.dataset.dropping;
    });
    listen("drop", (event) => {
      delete root.dataset.dropping;
      if (inField(event.target) || !carries(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) hand(file, (name, text) => grant("drop", name, text));
      else grant("paste", "", event.dataTransfer.getData("text/plain"));
    });
    return () => ended.abort();
  },
};
