// The servers that web/hosting has settings for, with those settings: a release
// works on each of them.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./harness.mjs";

const release = process.env.RELEASE ?? join(import.meta.dirname, "../../release");
const hosting = join(import.meta.dirname, "../hosting");

let folder, files, chromium;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lastcall-servers-"));
  const tarball = (await readdir(release)).find((name) => name.endsWith(".tar.gz"));
  execFileSync("tar", ["xzf", join(release, tarball), "-C", folder]);
  files = join(folder, tarball.replace(".tar.gz", ""));
  chromium = await launch();
});
after(async () => {
  await chromium.stop();
  await rm(folder, { recursive: true, force: true });
});

// settings returns one of our files for a port and the folder of the release.
const settings = async (name, port) =>
  (await readFile(join(hosting, name), "utf8")).replaceAll("/srv/lastcall", files).replaceAll("8080", port);

const servers = {
  nginx: {
    at: "/lastcall/",
    encoding: "gzip",
    async start(port) {
      const config = join(folder, "nginx.conf");
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/nginx-${name};`);
      await writeFile(config, `${process.getuid() === 0 ? "user root;" : ""} daemon off; pid ${folder}/nginx.pid; error_log stderr; events {}
        http { access_log off; ${temporary.join(" ")} ${await settings("nginx.conf", port)} }`);
      return ["nginx", ["-c", config, "-e", "stderr"]];
    },
  },
  caddy: {
    at: "/lastcall/",
    encoding: "br",
    async start(port) {
      const config = join(folder, "Caddyfile");
      await writeFile(config, `{\n\tadmin off\n}\n${await settings("Caddyfile", port)}`);
      await mkdir(join(folder, "home"));
      return ["caddy", ["run", "--adapter", "caddyfile", "--config", config]];
    },
  },
  "python3 -m http.server": {
    at: "/",
    encoding: null,
    start: (port) => ["python3", ["-m", "http.server", "--bind", "127.0.0.1", "--directory", files, port]],
  },
};

for (const [name, { at, encoding, start }] of Object.entries(servers)) {
  describe(name, () => {
    let server, url;
    before(async () => {
      const port = String(await freePort());
      url = `http://127.0.0.1:${port}${at}`;
      const [command, args] = await start(port);
      server = spawn(command, args, { stdio: "ignore", env: { ...process.env, HOME: join(folder, "home"), PATH: `${process.env.PATH}:/usr/sbin` } });
      await untilServes(url, server);
    });
    after(() => server.kill());

    test("the page works, and offline after that", async () => {
      const visit = await open(chromium.browser, url);
      const { page } = visit;
      const works = () => page.waitForFunction(() => /of [1-9]/.test(document.querySelector(".transport-count")?.textContent ?? ""));
      await works();
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.setOfflineMode(true);
      await page.reload();
      await works();
      assert.deepEqual(visit.errors, []);
      await visit.close();
    });

    test("WebAssembly comes as what it is, compressed if there is a way", async () => {
      const response = await fetch(`${url}engine.wasm`, { headers: { "Accept-Encoding": "gzip, br" } });
      assert.equal(response.headers.get("Content-Type"), "application/wasm");
      assert.equal(response.headers.get("Content-Encoding"), encoding);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), await readFile(join(files, "engine.wasm")));
    });
  });
}

test("the checksums are those of the archives", () => {
  execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: release });
});

test("the bill of materials names what the WebAssembly is built of", async () => {
  const { components } = JSON.parse(await readFile(join(files, "lastcall.cdx.json"), "utf8"));
  const names = components.map(({ name }) => name);
  for (const name of ["go", "github.com/maxence-charriere/go-app/v9", "github.com/hack-pad/safejs"]) {
    assert.ok(names.includes(name), `${name} is not in ${names}`);
  }
});

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilServes(url, server) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
