"""A scenario as a real Python program, for record.py to run in a child process.

The scheduler, the exit hooks, the signals and the ways to end are CPython's
own: sched, atexit, signal, os. Only the clock is ours: virtual, and moved by
pass_time alone. What leaves Program.run must reach the interpreter, which ends
the process as it does for any program; nothing but atexit calls a hook.

Every record is written at once with os.write, so that those of a process that
is killed are there too.
"""

import atexit
import builtins
import json
import os
import sched
import signal
import sys
import threading
import traceback


class Close(SystemExit):
    """The page is being closed: sys.exit(0), but from outside."""


class Program:
    """A scenario as a real program. It lives in the child."""

    def __init__(self, scenario, records):
        self.records = records  # a file descriptor
        self.now = float(scenario.get("clock", {}).get("start", 0))
        self.scheduler = sched.scheduler(lambda: self.now, self.pass_time)
        self.events = {event["id"]: event for event in scenario.get("events", [])}
        self.hooks = {hook["id"]: hook for hook in scenario.get("hooks", [])}
        self.handlers = scenario.get("handlers", {})
        self.outside = sorted(scenario.get("outside", []), key=lambda entry: float(entry["at"]))
        self.end = scenario.get("end", [])
        self.latest = {}  # event id -> what enter returned last
        self.registrations = 0
        self.over = False  # the main program is

    def run(self):
        try:
            self.main()
        except SystemExit as e:
            if isinstance(e.code, str):
                self.error(e, e.code)
            self.exit("close" if isinstance(e, Close) else "exit")
            raise
        except BaseException as e:
            self.error(e)
            self.exit("exception")
            raise
        self.exit("return")

    def main(self):
        for name, steps in self.handlers.items():
            signal.signal(getattr(signal, name), lambda *_, todo=(steps, name): self.do(*todo))
        for entry in self.outside:
            if "do" in entry:
                entry["act"] = self.outsider(entry["do"])
        for name, hook in self.hooks.items():
            if hook.get("registered", True):
                self.register(name, hook)
        for name, event in self.events.items():
            if event.get("queued", True):
                self.enter(name, event)
        self.scheduler.run()
        self.do(self.end, "main")

    def do(self, steps, place, args=(), kwargs={}):
        """Does steps; an exception keeps the innermost place it came from."""
        try:
            for step in steps:
                self.step(step, args, kwargs)
        except BaseException as e:
            e.place = getattr(e, "place", place)
            raise

    def step(self, step, args, kwargs):
        match step:
            case {"print": text}:
                text = text.format(*args, **kwargs)
                print(text)
                self.record("print", text=text)
            case {"work": units}:
                self.pass_time(float(units))
            case {"enter": name}:
                self.enter(name, step)
            case {"cancel": name}:
                entry = self.latest.get(name)
                self.scheduler.cancel(entry)
                self.record("cancel", event=name, seq=entry.sequence)
            case {"register": name}:
                self.register(name, step)
            case {"unregister": name}:
                probe = Probe(name)
                atexit.unregister(probe)
                self.record("unregister", hook=name, removed=len(probe.met), _numbers=probe.met)
            case {"raise": name}:
                exception = getattr(builtins, name)
                raise exception(step["message"]) if "message" in step else exception
            case {"exit": code}:
                sys.exit(code)
            case {"_exit": code}:
                if -(2**31) <= code < 2**31:  # a C int; any other raises OverflowError
                    self.exit("_exit", "skipped")
                os._exit(code)
            case {"abort": _}:
                self.exit("abort", "skipped")
                os.abort()
            case {"kill": name}:
                self.send(name)
            case _:
                raise NotImplementedError(step)

    def pass_time(self, units):
        """Lets time pass, in a wait or in work, and delivers what comes then."""
        target = self.now + units
        if abs(target) == float("inf"):
            raise OverflowError("timestamp out of range for platform time_t")
        while self.outside and float(self.outside[0]["at"]) <= target:
            entry = self.outside.pop(0)
            self.now = max(self.now, float(entry["at"]))
            match entry:
                case {"send": "close"}:
                    if not self.over:
                        raise Close(0)
                case {"send": "discard"}:
                    self.exit("discard", "skipped")
                    os.kill(os.getpid(), signal.SIGKILL)
                case {"send": name}:
                    self.send(name)
                case {"act": act}:
                    act()
        self.now = max(self.now, target)

    def send(self, name):
        """Sends the process a signal, and is back when its handler is."""
        number = getattr(signal, name)
        handled = signal.getsignal(number) != signal.SIG_DFL
        self.record("signal", signal=name, handled=handled)
        if not handled:
            self.exit("signal", "skipped")
        os.kill(os.getpid(), number)
        # Until 3.11 os.kill leaves the handler to a later instruction; this runs it.
        signal.pthread_sigmask(signal.SIG_BLOCK, [])

    def outsider(self, steps):
        """Returns a function that has a thread of its own do steps.

        The thread starts now and waits: 3.12.1 starts none while hooks run. As
        a daemon, it is not waited for by a program that ends before.
        """
        moment = threading.Event()

        def work():
            moment.wait()
            try:
                self.do(steps, "outside")
            except BaseException as e:
                self.error(e)
                raise

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return lambda: (moment.set(), thread.join())

    def enter(self, name, how):
        """Enters an event as its definition or an enter step says."""
        event = self.events[name]

        def action(*args, **kwargs):
            at, late = entry.time, self.now - entry.time
            self.record("start", event=name, seq=entry.sequence, time=at, priority=priority,
                        late=late, **given(args, kwargs))
            self.do(event.get("do", []), name, args, kwargs)
            self.record("finish", event=name, seq=entry.sequence)

        priority = float(how.get("priority", event.get("priority", 0)))
        args, kwargs = how.get("args", []), how.get("kwargs", {})
        if "at" in how:
            entry = self.scheduler.enterabs(float(how["at"]), priority, action, args, kwargs)
        else:
            after = float(how.get("after", 0))
            entry = self.scheduler.enter(after, priority, action, args, kwargs)
        self.latest[name] = entry
        self.record("enter", event=name, time=entry.time, priority=priority, seq=entry.sequence,
                    **given(args, kwargs))

    def register(self, name, how):
        """Registers a hook as its definition or a register step says."""

        def hook(*args, **kwargs):
            self.record("hook", hook=name, **given(args, kwargs), _numbers=[hook.number])
            try:
                self.do(self.hooks[name].get("do", []), name, args, kwargs)
            except BaseException as e:
                self.error(e)
                self.record("hook-failed", hook=name)
                raise
            self.record("hook-done", hook=name)

        hook.name, hook.number = name, self.registrations
        self.registrations += 1
        args, kwargs = how.get("args", []), how.get("kwargs", {})
        atexit.register(hook, *args, **kwargs)
        self.record("register", hook=name, **given(args, kwargs), _numbers=[hook.number])

    def error(self, e, text=None):
        if text is None:
            text = "".join(traceback.format_exception_only(e))[:-1]
        self.record("error", text=text, **{"in": getattr(e, "place", "main")})

    def exit(self, cause, hooks="run"):
        self.over = True
        self.record("exit", cause=cause, hooks=hooks, queued=len(self.scheduler.queue))

    def record(self, kind, **fields):
        """Writes a record. Fields with an underscore are for the parent alone."""
        fields = {"t": self.now, "kind": kind, **fields}
        fields = {k: number(v) if isinstance(v, float) else v for k, v in fields.items()}
        os.write(self.records, json.dumps(fields).encode() + b"\n")


class Probe:
    """Equal to each registration of a hook; keeps the numbers of those it met."""

    def __init__(self, name):
        self.name, self.met = name, []

    def __eq__(self, hook):
        if hook.name == self.name:
            self.met.append(hook.number)
        return hook.name == self.name


def given(args, kwargs):
    """The fields for arguments, if there are any."""
    return {k: v for k, v in (("args", args), ("kwargs", kwargs)) if v}


def number(x):
    """A float as JSON.stringify has it: 2 for 2.0, null for infinity."""
    if abs(x) == float("inf"):
        return None
    return int(x) if x.is_integer() and abs(x) < 1e15 else x
