// What the page's Go code asks of JavaScript. Everything crosses as text: one
// crossing a batch is far cheaper than one a field.

// ended is what became of a run, for Go.
const ended = ({ status, stopped }) => JSON.stringify({ status, stopped });

// exitOf is how a run came to its end: its first exit record and status. A run
// that was stopped by a limit before its end has no exit.
function exitOf({ status, records }) {
  const exit = records.find((record) => record.kind === "exit");
  return JSON.stringify(exit ? { cause: exit.cause, hooks: exit.hooks, status } : {});
}

function storage(act) {
  try {
    return act();
  } catch {
    return null; // blocked or full: the page works without
  }
}

export function bridge(engine) {
  return {
    version: engine.version,

    // run starts a scenario in a process of its own. records gets the records
    // as they come, as JSON arrays; done what became of it.
    run(scenario, maxRecords, records, done) {
      const process = engine.start(scenario, {
        host: "worker",
        maxRecords,
        onrecords: (batch) => records(JSON.stringify(batch)),
      });
      process.ended.then(
        (trace) => done(ended(trace)),
        (error) => done(JSON.stringify({ error: error.message })),
      );
      return process;
    },

    // probe runs a scenario to see how it exits, and nothing else.
    probe(scenario, maxRecords, done) {
      const process = engine.start(scenario, { host: "worker", maxRecords });
      process.ended.then((trace) => done(exitOf(trace)), () => done("{}"));
      return process;
    },

    check: (scenario) => JSON.stringify(engine.check(scenario)),

    // The scenario at hand survives a reload of its tab, and only of its tab.
    keep: (text) => storage(() => sessionStorage.setItem("lastcall.scenario", text)),
    kept: () => storage(() => sessionStorage.getItem("lastcall.scenario")) ?? "",

    language: () => document.documentElement.lang,
    theme: () => document.documentElement.dataset.theme ?? "auto",
    setTheme(theme) {
      if (theme === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      storage(() => localStorage.setItem("lastcall.theme", theme));
    },
    setLanguage(language) {
      document.documentElement.lang = language;
      storage(() => localStorage.setItem("lastcall.language", language));
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

    reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
