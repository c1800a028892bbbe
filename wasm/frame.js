// The inside of a frame: hosts one process, in real time. It finds its link on
// the element that it stands in; frames.js says what a link is.
//
// The program's hooks run when the frame's page is left, inside the browser's
// event and once: in beforeunload, or in pagehide where there is no beforeunload
// (iOS), or where the browser is asked to ask first: who stays then keeps a
// program that goes on. After beforeunload the page may live on, as when people
// stay, follow a mailto: link or load a file: the program is over all the same.
//
// A page that comes back from the back/forward cache goes on as it was.
import { Instance } from "./instance.js";

// hiddenBudget is how many milliseconds a pagehide has at most: browsers that
// close a tab cut it off after some 250.
const hiddenBudget = 250;

const link = window.frameElement?.lastcall;
if (link && !link.page) {
  link.page = document; // one that is loaded after this finds nothing to do
  begin();
}

function begin() {
  let instance;
  let over = false;

  const post = (message) => {
    if ("ended" in message || "failed" in message) over = true;
    if (!link.post(message)) throw new Error("the frame is gone"); // which ends the program
  };

  // unload runs what hooks there are, within budget milliseconds.
  const unload = (budget) => {
    if (over || link.killed) return;
    over = true;
    try {
      if (!instance) post({ destroyed: true }); // it has not begun
      else instance.call("unload", budget);
    } catch (error) {
      link.fail(error.message);
    }
  };

  addEventListener("beforeunload", (event) => {
    if (over || link.killed) return;
    link.leaving = true;
    if (!link.ask) return unload(link.budget);
    event.preventDefault();
    event.returnValue = "ask"; // what older browsers go by
  });
  addEventListener("pagehide", () => {
    if (over || link.killed) return;
    if (link.leaving) return unload(Math.min(link.budget, hiddenBudget));
    over = true; // somebody took the frame away
    link.post({ destroyed: true });
  });
  addEventListener("error", (event) => link.fail(event.message));

  const receive = ({ start, send }) => {
    try {
      if (send) instance.call("send", send);
      else instance.call("startReal", start.scenario, start.maxRecords, (kind, text) => post({ [kind]: text }));
    } catch (error) {
      link.fail(error.message);
    }
  };
  Instance.open((imports) => WebAssembly.instantiate(link.module, imports)).then(
    (opened) => {
      instance = opened;
      instance.exited.then(() => link.fail("it ran out of memory or failed inside"));
      fill();
      link.open(receive);
    },
    (error) => link.fail(error.message),
  );
}

// fill lets the whole frame be clicked and typed in. It stays as transparent as
// it is; that it has the focus, the page may show.
function fill() {
  document.documentElement.style.height = "100%";
  Object.assign(document.body.style, { height: "100%", margin: "0", outline: "0" });
  document.body.tabIndex = 0;
}
