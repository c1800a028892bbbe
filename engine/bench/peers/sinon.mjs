// @sinonjs/fake-timers. Answers each line "WORK N" with a number: what work.go
// measures, done here. It has no priorities.
import { createInterface } from "node:readline";
import FakeTimers from "@sinonjs/fake-timers";

// spent returns the processor time that this process has used, in ns.
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

function timed(n, act) {
  let began = spent();
  act();
  const passed = spent() - began;
  if (passed > 1e9) return passed / n; // more would take too long, and change little
  began = spent();
  for (let times = 1; ; times++) {
    act();
    const passed = spent() - began;
    if (passed > 1e8) return passed / (n * times);
  }
}

function shuffled(n) {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

function measure(work, n) {
  const clock = FakeTimers.createClock(0, Infinity);
  const delays = Array.from({ length: n }, () => Math.floor(Math.random() * n));
  const doomed = work === "cancel" ? shuffled(n).slice(0, n / 2) : [];
  return timed(n, () => {
    const timers = delays.map((delay) => clock.setTimeout(() => {}, delay));
    for (const i of doomed) clock.clearTimeout(timers[i]);
    clock.runAll();
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const [work, n] = line.split(" ");
  console.log(measure(work, Number(n)));
}
