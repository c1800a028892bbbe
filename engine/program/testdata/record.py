#!/usr/bin/env python3
"""Record what CPython does with a scenario: the traces that ours must equal.

    record.py SCENARIO.json...   print the trace of each
    record.py --all              record scenarios/*.json into traces/*.json
    record.py --stream           read paths from stdin, a line each, and write for
                                 each a line with its trace or {"error": why}

The rules:

- Each scenario runs in a process of its own, forked from one that has no hooks,
  handlers or threads. It ends as any program does: main returns the Program to
  the top of this file, and the interpreter meets there what its run ends with.
- The parent adds what a dying process cannot say: which registrations never
  ran, and the status. It also compares the records with the real stdout,
  stderr and status, and refuses a trace that they do not bear out.
- Most of the time goes into the end of the child, where the interpreter takes
  its modules apart. So there are few, and Python is best called with -S and -E.
- A scenario is taken as valid. It must be for the virtual clock and for the
  atexit of the Python that runs this, 3.10 or later.
"""

import atexit
import gc
import json
import os
import re
import resource
import signal
import sys

sys.dont_write_bytecode = True  # no __pycache__ among the test data
from program import Program  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PROFILE = "3.14" if sys.version_info >= (3, 14) else "3.13"


def become_child(files):
    """Gives the process output files of its own and signals as they are at first."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(files["stdout"].fileno(), 1)
    os.dup2(files["stderr"].fileno(), 2)
    for stream in sys.stdout, sys.stderr:
        stream.reconfigure(encoding="utf-8", line_buffering=True)  # as on a terminal
    os.environ["PYTHON_COLORS"] = "0"
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (5, 5))  # for what would never end
    signal.alarm(60)  # or would wait for ever
    for name in "SIGTERM", "SIGHUP", "SIGUSR1":
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    return os.dup(files["records"].fileno())


def temporary():
    """Opens a file that nobody else sees, as tempfile does with ten more modules."""
    path = f"/tmp/record-{os.getpid()}"
    file = open(path, "x+b")
    os.unlink(path)
    return file


class Refused(Exception):
    """There is no trace, and why."""


def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            scenario = json.load(file)
    except (OSError, ValueError) as e:
        raise Refused(e)
    if scenario.get("clock", {}).get("mode", "virtual") != "virtual":
        raise Refused("not for the virtual clock")
    if scenario.get("python", "3.13") != PROFILE:
        raise Refused(f"not for the atexit of Python {sys.version.split()[0]}")
    return scenario


def finish(child, files):
    """Waits for the child and returns its trace."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    for file in files.values():
        file.seek(0)
    records, stdout, stderr = (file.read().decode() for file in files.values())
    records = [json.loads(line) for line in records.splitlines()]
    verify(records, status, stdout, stderr)
    left = {}  # the registrations that never ran, by number
    copied = {}  # from 3.14 on: those that run even if they are unregistered now
    for record in records:
        if PROFILE == "3.14" and record["kind"] == "exit" and record["hooks"] == "run":
            copied = dict(left)
        for n in record.pop("_numbers", []):
            if record["kind"] == "register":
                left[n] = record["hook"]
            elif record["kind"] == "hook" or n not in copied:
                left.pop(n, None)
    t, why = records[-1]["t"], [r["cause"] for r in records if r["kind"] == "exit"][-1]
    for n in sorted(left, reverse=True):
        records.append({"t": t, "kind": "skip", "hook": left[n], "why": why})
    records.append({"t": t, "kind": "end", "status": status})
    return {"version": 1, "status": status, "records": records}


def verify(records, status, stdout, stderr):
    """Refuses records that the real output and status do not bear out."""
    if stdout != "".join(r["text"] + "\n" for r in records if r["kind"] == "print"):
        raise Refused(f"stdout is not as recorded: {stdout!r}")
    rest = stderr
    for text in [r["text"] for r in records if r["kind"] == "error"]:
        # Of an exception without a message in a hook, CPython prints "ValueError: ".
        found = re.search(re.escape(text) + "(: )?\n", rest)
        if not found:
            raise Refused(f"stderr lacks {text!r}: {stderr!r}")
        rest = rest[found.end():]
    exits = [r for r in records if r["kind"] == "exit"]
    if not exits:
        raise Refused(f"the program did not end by itself: status {status}, {stderr!r}")
    if exits[-1]["hooks"] == "run":
        borne_out = status >= 0 or status == -signal.SIGINT
    else:
        borne_out = records[-1] is exits[-1] and (status >= 0) == (exits[-1]["cause"] == "_exit")
    if not borne_out:
        raise Refused(f"status {status} after {records[-1]}")


def pretty(trace):
    records = ",\n  ".join(json.dumps(r, ensure_ascii=False) for r in trace["records"])
    return f'{{"version": 1, "status": {trace["status"]}, "records": [\n  {records}]}}\n'


def main(args):
    """Records what args ask for. In a child, returns the program to run."""
    stream = args == ["--stream"]
    save = args == ["--all"]
    if not args or args[0].startswith("-") and not (stream or save):
        sys.exit(__doc__)
    scenarios, traces = os.path.join(HERE, "scenarios"), os.path.join(HERE, "traces")
    if stream:
        args = map(str.strip, sys.stdin)
    elif save:
        args = [os.path.join(scenarios, name) for name in os.listdir(scenarios)]
    atexit._clear()  # start-up files of the Python installation may have registered hooks
    gc.freeze()  # a forked process ends in half the time without these objects to collect
    for path in args:
        try:
            scenario = load(path)
            files = {name: temporary() for name in ("records", "stdout", "stderr")}
            child = os.fork()
            if child == 0:
                return Program(scenario, become_child(files))
            trace = finish(child, files)
        except Refused as why:
            if not stream:
                sys.exit(f"{path}: {why}")
            trace = {"error": str(why)}
        if save:
            name = os.path.join(traces, os.path.basename(path))
            with open(name, "w", encoding="utf-8") as file:
                file.write(pretty(trace))
        else:
            sys.stdout.write(json.dumps(trace) + "\n" if stream else pretty(trace))
            sys.stdout.flush()


if __name__ == "__main__":
    program = main(sys.argv[1:])
    if program:
        program.run()
