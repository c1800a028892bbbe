// What a user's own program does with the package. It is bundled, and run.
import { load } from "lastcall";

const scenario = {
  version: 1,
  events: [{ id: "tick", at: 2, do: [{ print: "tick" }, { exit: 3 }] }],
  hooks: [{ id: "bye", do: [{ print: "bye" }] }],
};
const engine = await load();
const link = engine.encode(scenario);
const ended = await engine.start(engine.decode(link)).ended;
console.log(JSON.stringify({ status: engine.run(scenario).status, ended: ended.status, link }));
