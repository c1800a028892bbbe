// What the tutorial asks of the browser: the lessons, which are fetched when
// they are opened, and where the learner is.
import { lesson } from "./lesson.js";

import { keep, kept } from "./storage.js";

export const library = {
  // fetch gives done the text of a file in lessons/, or "" and what is wrong.
  async fetch(name, done) {
    try {
      done(await lesson(name), "");
    } catch (error) {
      done("", error.message);
    }
  },

  // read gives done the name and the text of the file chosen in an input.
  // Choosing the same file again counts, so the choice is forgotten.
  async read(input, done) {
    const [file] = input.files;
    if (!file) return;
    const bytes = file.size > 1 << 20 ? new ArrayBuffer(0) : await file.arrayBuffer();
    input.value = "";
    done(file.name, new TextDecoder().decode(bytes));
  },

  // What is solved stays; where the learner is stays with the tab.
  progress: () => kept(localStorage, "lastcall.lessons"),
  keepProgress: (text) => keep(localStorage, "lastcall.lessons", text),
  place: () => kept(sessionStorage, "lastcall.lesson"),
  keepPlace: (text) => keep(sessionStorage, "lastcall.lesson", text),

  // The address says which lesson is open, after #.
  address: () => location.hash.slice(1),
  setAddress(fragment) {
    const url = new URL(location.href);
    url.hash = fragment;
    if (url.href !== location.href) history.pushState(null, "", fragment ? url.href : url.pathname + url.search);
  },

  // onAddress calls changed when a person changes the address or goes back.
  onAddress(changed) {
    const listen = () => changed(location.hash.slice(1));
    addEventListener("popstate", listen);
    return () => removeEventListener("popstate", listen);
  },
};
