// What the browser keeps for the page: in localStorage for good, in
// sessionStorage for as long as the tab is there. Where storage is blocked or
// full, nothing is kept, and the page works without.

// stored returns what act does with the storage, or undefined if it cannot.
export function stored(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// kept returns a text, "" if there is none.
export const kept = (storage, key) => stored(() => storage.getItem(key)) ?? "";

// keep keeps a text. An empty one is removed.
export const keep = (storage, key, text) =>
  void stored(() => (text === "" ? storage.removeItem(key) : storage.setItem(key, text)));
