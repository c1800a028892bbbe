// The service worker: it keeps one build of the page, whole, and answers from
// it, with or without a network.
//
// A build is one cache. It is filled while the worker is installed, each file
// held to its hash, and counts only when it is complete; what an interrupted
// installation has got is not downloaded again. A page asks for files as
// ?v=BUILD or ?v=HASH, so a page of the last build, still open, gets that
// build's. A new build waits until its page asks for it.
const build = "__BUILD__";
const files = __FILES__; // the hash of each, by its path; "" is the page

const { scope } = registration;
const mine = `lastcall ${scope} `; // other projects may live on this origin
const keyOf = (path, hash) => new URL(`${path}?v=${hash}`, scope).href;
const cacheOf = (name) => caches.open(mine + name);

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy(event.source.id));
});

async function install() {
  const cache = await cacheOf(build);
  const tried = await Promise.allSettled(
    Object.entries(files).map(async ([path, hash]) => {
      const key = keyOf(path, hash);
      if (await cache.match(key)) return;
      await cache.put(key, (await caches.match(key)) ?? (await download(path, hash)));
    }),
  );
  const failed = tried.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason; // but what came stays, for the next time
}

// download gets a file, past a cache that has an old one if need be. Not every
// host answers for a folder.
async function download(path, hash) {
  const tries = [[path, "default"], [path, "reload"]];
  if (path === "") tries.push(["index.html", "reload"]);
  for (const [name, cache] of tries) {
    const response = await fetch(keyOf(name, hash), { cache });
    if (!response.ok) continue;
    const body = await response.clone().arrayBuffer();
    if ((await hashOf(body)) !== hash) continue;
    if (!response.redirected) return response;
    return new Response(body, { headers: { "Content-Type": response.headers.get("Content-Type") } });
  }
  throw new Error(`${path || "the page"} is not that of build ${build}`);
}

async function hashOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// tidy deletes the builds before this one, unless another page is open, which
// may be of one of them.
async function tidy(asking) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.some(({ id }) => id !== asking)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(mine) && name !== mine + build).map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope)) return;
  const path = url.href.slice(scope.length).replace(/[?#].*/, "");
  if (path === "" || path === "index.html") {
    event.respondWith(answer(request, "", undefined));
  } else if (path in files) {
    event.respondWith(answer(request, path, url.searchParams.get("v")));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => Response.redirect(scope)));
  }
});

// answer finds a file of a build, or of a hash; of this build if nothing is
// said.
async function answer(request, path, version) {
  if (version && version !== build) {
    const exact = await caches.match(keyOf(path, version));
    if (exact) return exact;
    if (!(await caches.has(mine + version))) return fetch(request);
  }
  const cache = await cacheOf(version || build);
  const kept = await cache.match(new URL(path, scope), { ignoreSearch: true });
  if (!kept) return fetch(request);
  // A module goes by the URL of its response, which is to be the one that was
  // asked for. The code of WebAssembly is cached with the response itself.
  return path.endsWith(".wasm") ? kept : new Response(kept.body, { headers: kept.headers });
}
