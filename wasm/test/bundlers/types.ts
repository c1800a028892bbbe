// What lastcall.d.ts promises, seen by a compiler.
import { LastcallError, load, type Scenario, type Trace } from "lastcall";

const scenario: Scenario = {
  version: 1,
  events: [{ id: "tick", at: 2, do: [{ print: "tick" }, { enter: "tick", after: 1 }] }],
  outside: [{ at: 5, send: "SIGTERM" }],
};
const engine = await load();
const trace: Trace = engine.run(scenario, { maxRecords: 10 });
const texts: string[] = [
  engine.code(scenario, "python"),
  engine.code(scenario, "gotest"),
  engine.svg(trace, { theme: "dark", width: 640, lang: "ru" }),
  engine.svg(scenario),
  engine.encode(scenario),
];
const decoded: Scenario = engine.decode(texts[4]!);
try {
  engine.check(decoded);
} catch (error) {
  if (error instanceof LastcallError) console.log(error.problems[0]?.path);
}

// @ts-expect-error there is no such language
engine.code(scenario, "rust");
// @ts-expect-error a step has a verb
engine.run({ version: 1, end: [{ prnt: "x" }] });
