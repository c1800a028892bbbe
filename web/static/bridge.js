// What the page's Go code asks of JavaScript. Everything crosses as text: one
// crossing a batch is far cheaper than one a field.
import { forget, left } from "./visits.js";
import { runInWindow } from "./window.js";
import { desk } from "./desk.js";
import { picture } from "./picture.js";
import { keep, kept } from "./storage.js";

// ended is what became of a run, for Go.
const ended = ({ stopped, survived }) => JSON.stringify({ stopped, survived });
const failed = (error) => JSON.stringify({ error: error.message });

// A process that could not be started takes no notice of anything.
const unborn = { send() {}, close() {}, reload() {}, kill() {} };

// title is the page's, in its language.
const title = (language) =>
  language === "ru"
    ? "Lastcall: планировщики и обработчики выхода на пробу"
    : "Lastcall: schedulers and exit hooks, to play with";

export function bridge(engine) {
  document.title = title(document.documentElement.lang);
  let settle;
  return {
    ...picture(engine),

    // settled resolves when the first run is over, however it ended: until then
    // nothing else is to be loaded.
    settled: new Promise((resolve) => (settle = resolve)),

    // run starts a scenario in a process of its own. records gets the records
    // as they come, as JSON arrays; done what became of it. It never throws: a
    // process that cannot be started has failed, as any other.
    run(scenario, maxRecords, records, done) {
      try {
        const process = engine.start(scenario, { maxRecords, onrecords: (_, text) => records(text) });
        process.ended.then((trace) => done(ended(trace)), (error) => done(failed(error))).then(settle);
        return process;
      } catch (error) {
        done(failed(error));
        settle();
        return unborn;
      }
    },

    // runInWindow runs one in real time, in the program window. records is also
    // told if the tab was hidden since the last ones; window.js says what clicked
    // and forgot are.
    runInWindow(scenario, options, records, done, clicked, forgot) {
      const heard = { records, clicked, forgot, done: (trace) => done(ended(trace)), failed: (error) => done(failed(error)) };
      try {
        return runInWindow(engine, scenario, JSON.parse(options), heard);
      } catch (error) {
        heard.failed(error);
        return unborn;
      }
    },

    // visits calls found with the visits that were left, as JSON.
    visits: (found) => left().then((list) => found(JSON.stringify(list))),
    forget,

    // probe runs a scenario to see what becomes of it: done gets its trace with
    // the records of some kinds only, or "" if the engine failed.
    probe(scenario, maxRecords, kinds, done) {
      const found = ({ records, ...trace }) =>
        JSON.stringify({ ...trace, records: records.filter(({ kind }) => kinds.includes(kind)) });
      try {
        const process = engine.start(scenario, { maxRecords });
        process.ended.then((trace) => done(found(trace)), () => done(""));
        return process;
      } catch {
        done("");
        return unborn;
      }
    },

    ...desk,

    keptAxis: () => kept(localStorage, "lastcall.axis"),
    keepAxis: (axis) => keep(localStorage, "lastcall.axis", axis),

    language: () => document.documentElement.lang,
    theme: () => document.documentElement.dataset.theme ?? "auto",
    setTheme(theme) {
      if (theme === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      keep(localStorage, "lastcall.theme", theme);
    },
    // setLanguage keeps the choice, and takes back one that the address made.
    setLanguage(language) {
      const url = new URL(location.href);
      if (url.searchParams.has("lang")) {
        url.searchParams.set("lang", language);
        history.replaceState(history.state, "", url);
      }
      document.documentElement.lang = language;
      document.title = title(language);
      keep(localStorage, "lastcall.language", language);
    },

    // frames calls tick with the time in ms before each paint, until the
    // function that it returns is called.
    frames(tick) {
      let id = requestAnimationFrame(function frame(now) {
        id = requestAnimationFrame(frame);
        tick(now);
      });
      return () => cancelAnimationFrame(id);
    },

    // width calls changed with the width of an element's content box, now and
    // whenever it changes, until the function that it returns is called.
    width(element, changed) {
      const observer = new ResizeObserver(([entry]) => changed(entry.contentRect.width));
      observer.observe(element);
      return () => observer.disconnect();
    },
  };
}
