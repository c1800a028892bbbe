// What the tests share: the built engine, and a few scenarios.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const dist = process.env.DIST
  ? pathToFileURL(`${resolve(process.env.DIST)}/`)
  : new URL("../../dist/", import.meta.url);

// inDist is the URL of a built file.
export const inDist = (name) => new URL(name, dist);

export const { load, LastcallError } = await import(inDist("lastcall.js"));

// small ends by itself, with a hook and status 3.
export const small = {
  version: 1,
  events: [{ id: "tick", after: 1, do: [{ print: "tick" }] }],
  hooks: [{ id: "bye", do: [{ print: "bye" }] }],
  end: [{ exit: 3 }],
};

// runaway goes on until it has made two million records.
export const runaway = {
  version: 1,
  events: [{ id: "again", after: 1, do: [{ enter: "again", after: 1 }] }],
  hooks: [{ id: "first" }, { id: "second" }],
};

// bad has two problems.
export const bad = { version: 1, events: [{ id: "a b", after: 1 }], nonsense: true };

export const kinds = (records) => records.map(({ kind }) => kind);
