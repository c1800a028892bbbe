"""Writes heap.json: what the list inside CPython's sched.scheduler looks like.

Each story is a list of [what, arguments..., list], where list is the sequence
numbers in the scheduler's own list afterwards. Run: python3 heap.py > heap.json
"""
import json
import random
import sched


def story(rng, length):
    now = 0.0
    lines = []
    s = sched.scheduler(lambda: now, lambda delay: None)
    waiting = {}

    def numbers():
        return [e.sequence for e in s._queue]

    def run(seq):
        del waiting[seq]
        lines.append(["start", seq, numbers()])

    for seq in range(length):
        time, priority = rng.choice([0, 1, 2, 3, 5, 8]) + now, rng.choice([0, 1, 1, 2])
        waiting[seq] = s.enterabs(time, priority, run, (seq,))
        lines.append(["enter", seq, time, priority, numbers()])
        while waiting and rng.random() < 0.25:
            gone = rng.choice(sorted(waiting))
            s.cancel(waiting.pop(gone))
            lines.append(["cancel", gone, numbers()])
        if rng.random() < 0.1:
            now += 1
            s.run(blocking=False)
    now += 100
    s.run(blocking=False)
    return lines


rng = random.Random(8)
print("[")
for i, length in enumerate([3, 8, 20, 60, 60]):
    print(("," if i else "") + json.dumps(story(rng, length), separators=(",", ":")))
print("]")
