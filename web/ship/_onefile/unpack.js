// Unpacks the files that this page holds, and starts the page. Modules become
// blobs that import each other; a blob has no files beside it, so beside.js
// and download.js are other ones than those on a host.
(async () => {
  const packed = document.getElementById("packed");
  const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
  packed.remove();
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const all = new Uint8Array(await new Response(stream).arrayBuffer());

  const files = {};
  const end = all.indexOf(10);
  let at = end + 1;
  for (const [name, size] of JSON.parse(new TextDecoder().decode(all.subarray(0, end)))) {
    files[name] = all.subarray(at, (at += size));
  }

  const textOf = (name) => new TextDecoder().decode(files[name]);
  const imports = /^((?:import|export) .*) "\.\/([^"?]*)[^"]*";$/gm;
  const blob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const urls = {};
  const urlOf = (name) =>
    (urls[name] ??= blob(textOf(name).replace(imports, (_, what, other) => `${what} "${urlOf(other)}";`)));

  // From a disk, Chromium lets workers be no modules: theirs is one script.
  const bundle = (name, taken = new Set()) => {
    if (taken.has(name)) return "";
    taken.add(name);
    return textOf(name)
      .replace(imports, (_, what, other) => bundle(other, taken))
      .replace(/^export /gm, "")
      .replace(/await import\(.*?wasm_exec.*?\);/, "");
  };
  const alone = (name) => blob(`${textOf("wasm_exec.js")}\n(async () => {\n${bundle(name)}\n})();`);

  globalThis.lastcallFiles = {
    bytes: (name) => files[name],
    urls: { "worker.js": alone("worker.js"), "frame.js": alone("frame.js"), "wasm_exec.js": urlOf("wasm_exec.js") },
  };
  await import(urlOf("boot.js"));
})().catch((error) => {
  document.getElementById("stopped-restart").onclick = () => location.reload();
  document.getElementById("stopped-detail").textContent = String(error);
  document.getElementById("stopped").hidden = false;
});
