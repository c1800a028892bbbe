"""Writes parity.jsonl: random programs on CPython's sched, with their logs.

    python3 parity.py > parity.jsonl

Run with 3.10 to 3.15 it writes the same bytes. program_test.go holds the
same interpreter in Go, and says what the steps and faults are.
"""

import json
import random
import sched

MAX_ACTIONS = 150
MAX_LOG = 2000
VERBS = ["enter", "enterabs", "burst", "cancel", "cull", "run", "poll", "advance", "queue", "raise"]
FAULTS = ["", "fails", "early", "late", "back", "zero fails"]


class Raised(Exception):
    pass


class Interpreter:
    def __init__(self, program):
        self.program = program
        self.now = 0.0
        self.delays = 0
        self.actions = 0
        self.entered = []
        self.latest = {}
        self.log = []
        self.scheduler = sched.scheduler(lambda: self.now, self.delay)

    def interpret(self):
        for step in self.program["main"]:
            try:
                self.do(step)
            except Raised as e:
                self.say("error", str(e))
        s = self.scheduler
        self.say("left", len(s.queue), s.empty())
        return self.log

    def say(self, *what):
        self.log.append(what)

    def delay(self, d):
        self.say("delay", d)
        faults = self.program["faults"]
        if self.delays == len(faults):
            self.now += d
            return
        fault = faults[self.delays]
        if d == 0 and fault != "zero fails":
            return
        if d != 0 and fault == "zero fails":
            self.now += d
            return
        self.delays += 1
        if fault in ("fails", "zero fails"):
            raise Raised("the delay failed")
        if fault == "early":
            self.now += d / 2
        elif fault == "late":
            self.now += d + 1
        elif fault == "back":
            self.now -= 1
        else:
            self.now += d

    def act(self, event):
        self.actions += 1
        if self.actions > MAX_ACTIONS or len(self.log) > MAX_LOG:
            return
        self.say("start", event, self.now)
        for step in self.program["bodies"][event]:
            self.do(step)
        self.say("finish", event)

    def do(self, step):
        s, event = self.scheduler, step["event"]
        match step["do"]:
            case "enter":
                self.enter(s.enter, step["time"], step["priority"], event)
            case "enterabs":
                self.enter(s.enterabs, step["time"], step["priority"], event)
            case "burst":
                for i in range(61):
                    time = step["time"] + i * 37 % 61 * step["priority"]
                    self.enter(s.enterabs, time, i % 3, event)
            case "cancel":
                self.say("cancel", event, self.cancel(self.latest.get(event)))
            case "cull":
                doomed = [e for i, e in enumerate(self.entered) if i % 3 != event % 3]
                self.say("cull", sum(map(self.cancel, doomed)))
            case "run":
                s.run()
            case "poll":
                wait = s.run(blocking=False)
                self.say("poll", wait or 0, wait is not None)
            case "advance":
                self.now += step["time"]
            case "queue":
                for e in s.queue:
                    self.say("queued", e.time, e.priority, e.sequence)
            case "raise":
                raise Raised("raised")

    def enter(self, enter, time, priority, event):
        e = enter(time, priority, self.act, (event,))
        self.latest[event] = e
        self.entered.append(e)
        self.say("entered", e.time, e.priority, e.sequence)

    def cancel(self, event):
        try:
            self.scheduler.cancel(event)
        except ValueError:
            return False
        return True


def random_program(r):
    weights = [6, 4, 1, 4, 1, 3, 3, 3, 1, 1]
    times = [0, 0, 1, 1, 2, 3, 0.5, 0.1, -1, 7]

    def steps(n):
        return [
            {
                "do": r.choices(VERBS, weights)[0],
                "event": r.randrange(5),
                "time": r.choice(times),
                "priority": r.choice(times),
            }
            for _ in range(r.randrange(n))
        ]

    return {
        "main": steps(14) + [{"do": "run", "event": 0, "time": 0, "priority": 0}],
        "bodies": [steps(6) for _ in range(5)],
        "faults": r.choices(FAULTS, k=r.randrange(5)),
    }


def main():
    r = random.Random(13)
    written = 0
    while written < 80:
        program = random_program(r)
        log = Interpreter(program).interpret()
        if 20 <= len(log) <= 250:
            print(json.dumps({"program": program, "log": log}, separators=(",", ":")))
            written += 1


main()
