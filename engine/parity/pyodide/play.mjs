// Plays programs of atexit on CPython 3.14, which here is pyodide: a program in
// JSON a line in, a line out that says what ran.
//
//     npm ci && node play.mjs <programs.jsonl >python-3.14.txt
//
// hooks/testdata/atexit_play.py does the playing, and says what a program is.

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const version = python.runPython("import platform; platform.python_version()");
if (!version.startsWith("3.14.")) throw new Error(`this is Python ${version}, not 3.14`);

const player = new URL("../../../hooks/testdata/atexit_play.py", import.meta.url);
const programs = readFileSync(0, "utf8").trimEnd().split("\n");
python.setStdin({ stdin: () => programs.shift() });
python.setStdout({ batched: (line) => process.stdout.write(line + "\n") });
python.runPython(readFileSync(player, "utf8"));
