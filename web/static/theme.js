// Sets the chosen theme and language before the first paint, and sees to it
// that the page can start where storage is blocked and says so when a script is
// missing. It is small and classic, so that it may block: a page that flashes
// white is worse.
(() => {
  // Where site data is blocked, asking for the storage throws, and go-app asks.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      void globalThis[name];
    } catch {
      const items = new Map();
      const value = {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, text) => void items.set(key, String(text)),
        removeItem: (key) => void items.delete(key),
        key: (i) => [...items.keys()][i] ?? null,
        clear: () => items.clear(),
        get length() {
          return items.size;
        },
      };
      Object.defineProperty(globalThis, name, { value });
    }
  }

  // A script that cannot be loaded cannot say so itself.
  const missing = (event) => {
    const stopped = document.getElementById("stopped");
    if (event.target.tagName !== "SCRIPT" || !stopped) return;
    document.getElementById("stopped-restart").onclick = () => location.reload();
    stopped.hidden = false;
  };
  addEventListener("error", missing, true);

  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is blocked: follow the browser
    }
  };
  const root = document.documentElement;
  // What stands in the page until the app has come is the first example. Who
  // has a scenario already, or comes with one, is not to see another.
  if (location.hash.length > 1 || sessionStorage.getItem("lastcall.scenario")) root.dataset.own = "";
  const theme = read("lastcall.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const asked = new URLSearchParams(location.search).get("lang"); // of a link
  const language = asked ?? read("lastcall.language") ?? navigator.language;
  root.lang = language?.startsWith("ru") ? "ru" : "en";
})();
