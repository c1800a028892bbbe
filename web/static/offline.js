// The page without a network: the service worker, a new version of it, and the
// one file that holds everything.
import { build, version } from "./build.js";
import { trustedURL } from "./trusted.js";

const beside = (name) => new URL(name, import.meta.url);
const hour = 3600_000;

// single says that this is the one file already, whose modules are blobs.
const single = import.meta.url.startsWith("blob:");

let registration;
let fresh = false; // there is a newer version than this page's
let announce = () => {};

// A page that stands in another one does not install itself, and one from a
// disk has no need to.
// Firefox (153) loads no script into a srcdoc frame of a page that has a service
// worker, and the program window is such a frame: there the page stays online.
const installable = () =>
  "serviceWorker" in navigator && isSecureContext && parent === window && !single && !navigator.userAgent.includes("Firefox/") &&
  !new URLSearchParams(location.search).has("embed");

function found() {
  fresh = true;
  announce();
}

function watch(worker) {
  const updating = registration.active !== null;
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && updating) found();
  });
}

// look asks for a new version now and then, for as long as the page is open.
function look() {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < hour) return;
    last = Date.now();
    registration.update().catch(() => {}); // there may be no network
  });
}

export const offline = {
  // install registers the service worker, which then downloads what is left to
  // download. It is no matter if it cannot: the page works without.
  async install() {
    if (!installable()) return;
    const { serviceWorker } = navigator;
    const controlled = serviceWorker.controller !== null;
    try {
      registration = await serviceWorker.register(trustedURL(beside("sw.js")), { updateViaCache: "none" });
    } catch {
      return;
    }
    if (registration.waiting && registration.active) found();
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    serviceWorker.addEventListener("controllerchange", () => {
      if (controlled) found(); // another tab has taken it
    });
    if (controlled && !registration.waiting) serviceWorker.controller?.postMessage("tidy");
    look();
  },

  // onUpdate calls changed once there is a new version.
  onUpdate(changed) {
    announce = changed;
    if (fresh) changed();
  },

  // update takes the new version. The scenario at hand survives the reload.
  update() {
    const again = () => location.reload();
    if (!registration?.waiting) return again();
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    registration.waiting.postMessage("take over");
  },

  // download saves the one file.
  canDownload: () => !single,
  download() {
    const link = document.createElement("a");
    link.href = beside(`lastcall.html?v=${build}`);
    link.download = "lastcall.html";
    document.body.append(link);
    link.click();
    link.remove();
  },

  version: () => `${version} (${build})`,
};
