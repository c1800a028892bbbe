"""Two ways to clean up

It takes real time, 0.02 s a unit. With --virtual its clock jumps to the
next event instead of waiting.
"""

import atexit
import os
import sched
import signal
import sys
import threading
import time

UNIT = 0.02  # seconds


class RealClock:
    """Real time since the program began."""

    def __init__(self, start):
        self.origin = time.monotonic() - start * UNIT

    def time(self):
        return (time.monotonic() - self.origin) / UNIT

    def sleep(self, delay):
        time.sleep(delay * UNIT)

    def at(self, moment, arrive):
        timer = threading.Timer(max(0, moment - self.time()) * UNIT, arrive)
        timer.daemon = True  # the program does not wait for it
        timer.start()


class VirtualClock:
    """A clock that jumps where a real one waits."""

    def __init__(self, start):
        self.now = start
        self.arrivals = []

    def time(self):
        return self.now

    def sleep(self, delay):
        until = self.now + delay
        while self.arrivals and self.arrivals[0][0] <= until:
            moment, arrive = self.arrivals.pop(0)
            self.now = max(self.now, moment)
            arrive()
        self.now = max(self.now, until)

    def at(self, moment, arrive):
        self.arrivals.append((moment, arrive))


clock = VirtualClock(0.0) if "--virtual" in sys.argv else RealClock(0.0)
scheduler = sched.scheduler(clock.time, clock.sleep)
entries = {}  # what enter returned last, for cancel
sys.stdout.reconfigure(line_buffering=True)  # what a killed program printed is not lost


def poll():
    print("poll")
    clock.sleep(0.5)
    entries["poll"] = scheduler.enter(2, 0, poll)


def report(arg0, arg1):
    """the daily report"""
    print(f"{arg0}: {arg1} pages")


def close_db(arg, wait):
    """close the database"""
    print(f"closing {arg} (wait={wait})")


atexit.register(close_db, "main.db", wait=True)


@atexit.register
def bye():
    print("bye")


def on_sigterm(signum, frame):
    print("SIGTERM")
    scheduler.cancel(entries.get("poll"))


signal.signal(signal.SIGTERM, on_sigterm)


clock.at(4.5, lambda: os.kill(os.getpid(), signal.SIGTERM))


entries["poll"] = scheduler.enterabs(1, 0, poll)
scheduler.enter(2, 1, report, argument=("sales", 3))
scheduler.run()
sys.exit(3)
