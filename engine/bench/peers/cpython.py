# CPython's sched under a virtual clock. Answers each line "WORK N" with a
# number: what work.go measures, done here.
import random
import sched
import sys
import time
import tracemalloc


class Enough(Exception):
    pass


def nop():
    pass


def timed(n, do):
    began = time.process_time()
    do()
    passed = time.process_time() - began
    if passed > 1:  # more would take too long, and change little
        return passed / n * 1e9
    times, began = 0, time.process_time()
    while True:
        do()
        times += 1
        passed = time.process_time() - began
        if passed > 0.1:
            return passed / (n * times) * 1e9


def measure(work, n):
    now = 0.0

    def delay(d):
        nonlocal now
        now += d

    s = sched.scheduler(lambda: now, delay)
    times = [random.random() * n for _ in range(n)]
    priority = [random.randrange(10) for _ in range(n)]
    doomed = random.sample(range(n), n // 2)
    left = 0

    def again():
        nonlocal left
        left -= 1
        s.enter(times[left], priority[left], again)
        if left == 0:
            raise Enough

    def enter(action):
        nonlocal now
        now = 0.0
        return [s.enterabs(times[i], priority[i], action) for i in range(n)]

    def batch():
        enter(nop)
        s.run()

    def cancel():
        events = enter(nop)
        for i in doomed:
            s.cancel(events[i])
        s.run()

    def steady():
        nonlocal left
        left = n
        try:
            s.run()
        except Enough:
            pass

    if work == "size":
        tracemalloc.start()
        enter(nop)
        each = tracemalloc.get_traced_memory()[0] / n
        tracemalloc.stop()
        return each
    if work == "steady":
        enter(again)
    return timed(n, {"batch": batch, "steady": steady, "cancel": cancel}[work])


for line in sys.stdin:
    work, n = line.split()
    print(measure(work, int(n)), flush=True)
