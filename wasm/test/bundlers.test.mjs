// The package as npm packs it: what is in it, its types, and that bundlers
// take it. The files of the package stand beside the bundle.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inDist } from "./dist.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL("./bundlers/", import.meta.url));
let work; // a project that has the package installed
let lastcall; // where

before(async () => {
  await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: here });
  work = await mkdtemp(join(tmpdir(), "lastcall-"));
  await run("npm", ["pack", "--pack-destination", work, fileURLToPath(inDist("."))]);
  await mkdir(join(work, "node_modules"));
  await run("tar", ["-xzf", join(work, "lastcall-1.0.0.tgz"), "-C", join(work, "node_modules")]);
  lastcall = join(work, "node_modules/lastcall");
  await cp(join(work, "node_modules/package"), lastcall, { recursive: true });
  for (const name of ["esbuild", "vite", "typescript"]) {
    await symlink(join(here, "node_modules", name), join(work, "node_modules", name));
  }
  for (const name of ["app.js", "types.ts", "package.json"]) await cp(join(here, name), join(work, name));
});

after(() => rm(work, { recursive: true, force: true }));

// works runs a program, and checks what it says.
async function works(file) {
  const { stdout } = await run(process.execPath, [file], { cwd: work });
  const said = JSON.parse(stdout);
  assert.deepEqual({ status: said.status, ended: said.ended }, { status: 3, ended: 3 });
  assert.match(said.link, /^v1\./);
}

// beside puts the package's files where a bundle is.
const beside = (dir) => cp(lastcall, join(work, dir), { recursive: true });

test("Node imports it", () => works("app.js"));

test("the package has what it needs, and nothing of the page", async () => {
  const { files } = JSON.parse(await readFile(join(lastcall, "package.json"), "utf8"));
  for (const name of files) assert.ok(await readFile(join(lastcall, name)), name);
  await assert.rejects(readFile(join(lastcall, "app.wasm")));
});

test("esbuild bundles it", async () => {
  const esbuild = join(here, "node_modules/esbuild/bin/esbuild");
  await run(process.execPath, [esbuild, "app.js", "--bundle", "--format=esm", "--platform=node", "--outfile=esbuild/app.js"], { cwd: work });
  await beside("esbuild");
  await works("esbuild/app.js");
});

test("Vite bundles it, for Node", async () => {
  const { build } = await import(join(here, "node_modules/vite/dist/node/index.js"));
  await build({
    root: work,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: ["lastcall"] },
    build: {
      outDir: "vite",
      target: "esnext",
      ssr: true,
      rollupOptions: { input: join(work, "app.js"), output: { entryFileNames: "app.js" } },
    },
  });
  await beside("vite");
  await works("vite/app.js");
});

test("TypeScript knows its types", async () => {
  const tsc = join(here, "node_modules/typescript/bin/tsc");
  await run(
    process.execPath,
    [tsc, "--noEmit", "--strict", "--target", "esnext", "--module", "nodenext", "--skipLibCheck", "false", "--lib", "esnext,dom", "types.ts"],
    { cwd: work },
  ).catch((error) => assert.fail(error.stdout));
});
