// The program window: runs a scenario in a frame that stands in the window, and
// takes note of what happens to its tab.
import { Visit } from "./visits.js";

let visit; // of the latest run

// runInWindow starts a scenario. heard has the functions of bridge.js's run, and
// clicked, called once somebody has clicked or typed in the frame, and forgot,
// called if what happens cannot be remembered.
export function runInWindow(engine, scenario, options, heard) {
  const place = document.getElementById("program-page");
  if (!place) throw new Error("the program window is not there");
  visit?.seen();
  const mine = (visit = new Visit(scenario, heard.forgot));
  let hidden = document.hidden; // since the last records
  const hide = () => {
    hidden ||= document.hidden;
  };
  document.addEventListener("visibilitychange", hide);

  let listens = false;
  const listen = () => {
    listens = true;
    const inside = place.querySelector("iframe")?.contentWindow;
    for (const type of ["pointerdown", "keydown"]) inside?.addEventListener(type, () => heard.clicked(), { once: true });
  };

  const over = () => {
    document.removeEventListener("visibilitychange", hide);
    return mine.end();
  };
  try {
    const process = engine.start(scenario, {
      ...options,
      host: "frame",
      parent: place,
      onrecords(records, text) {
        mine.add(records); // first: the browser may be about to end the page
        if (!listens) listen();
        heard.records(text, hidden);
        hidden = document.hidden;
      },
    });
    place.querySelector("iframe").title = place.dataset.title;
    process.ended.then(
      (trace) => heard.done({ stopped: trace.stopped, survived: over() }),
      (error) => (over(), heard.failed(error)),
    );
    return process;
  } catch (error) {
    over();
    throw error;
  }
}
