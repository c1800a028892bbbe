// Where the files beside this one are. They inherit the query that this one was
// loaded with, so that a new build is never mixed with files of an old one.

export function beside(name) {
  const url = new URL(name, import.meta.url);
  url.search = new URL(import.meta.url).search;
  return url;
}
