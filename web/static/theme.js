// Sets the chosen theme and language before the first paint. It is small and
// classic, so that it may block: a page that flashes white is worse.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is blocked: follow the browser
    }
  };
  const root = document.documentElement;
  const theme = read("lastcall.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const language = read("lastcall.language") ?? navigator.language;
  root.lang = language?.startsWith("ru") ? "ru" : "en";
})();
